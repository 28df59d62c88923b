package org.personalize.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.csv.CsvWriter;
import org.personalize.csv.PrivateFile;
import org.personalize.ledger.Edition;
import org.personalize.ledger.State;

/** What came of each mail, a row a person and edition; readable by its owner only. */
public final class RecipientsCsv {

    private static final String YES = "yes";
    private static final String NO = "no";

    private final Mails mails;
    private final Reactions reactions;
    private final Audience audience;
    private final CsvWriter csv;

    private RecipientsCsv(Account account, Audience audience, Writer out) {
        mails = account.mails();
        reactions = account.reactions();
        this.audience = audience;
        csv = CsvWriter.forPeople(out);
    }

    /** @param account of mails that kept their names */
    public static void write(Path file, Account account, Audience audience) throws IOException {
        PrivateFile.write(file, stream -> {
            var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            new RecipientsCsv(account, audience, out).write();
            out.flush();
        });
    }

    private void write() throws IOException {
        csv.row(
                "customer_id",
                "email",
                "campaign",
                "occurrence",
                "state",
                "reason",
                "group",
                "variant",
                "send_at",
                "opened",
                "clicked",
                "bought",
                "revenue",
                "unsubscribed",
                "complained",
                "bounced");
        int[] inOrder = IntStream.range(0, mails.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(mails::edition).thenComparing(mails::id))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int mail : inOrder) {
            row(mail);
        }
    }

    private void row(int mail) throws IOException {
        Edition edition = mails.editions().get(mails.edition(mail));
        boolean isKnown = mails.isAccepted(mail) && mails.person(mail) >= 0;
        boolean isWatched = isKnown && audience.allowsTracking(mails.person(mail));
        boolean isKeptBack = mails.state(mail) == State.NO_MAIL;
        csv.row(
                mails.id(mail),
                mails.address(mail),
                edition.campaign(),
                edition.occurrence(),
                mails.state(mail).name().toLowerCase(Locale.ROOT),
                mails.reason(mail),
                mails.group(mail).word(),
                mails.variants().get(mails.variant(mail)),
                isKeptBack ? "" : Instant.ofEpochSecond(mails.second(mail)).toString(),
                word(isWatched, mail, Deed.OPENED),
                word(isWatched, mail, Deed.CLICKED),
                word(isKnown, mail, Deed.BOUGHT),
                isKnown && reactions.did(mail, Deed.BOUGHT)
                        ? String.format(Locale.ROOT, "%.2f", reactions.revenue(mail))
                        : "",
                word(isKnown, mail, Deed.UNSUBSCRIBED),
                word(isKnown, mail, Deed.COMPLAINED),
                reactions.did(mail, Deed.HARD_BOUNCED)
                        ? "hard"
                        : reactions.did(mail, Deed.SOFT_BOUNCED) ? "soft" : isKnown ? NO : "");
    }

    private String word(boolean isKnown, int mail, Deed deed) {
        return !isKnown ? "" : reactions.did(mail, deed) ? YES : NO;
    }
}
