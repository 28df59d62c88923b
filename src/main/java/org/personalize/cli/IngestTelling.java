package org.personalize.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.personalize.intake.Account;
import org.personalize.intake.Form;
import org.personalize.plan.Json;
import org.personalize.problem.Amount;
import org.personalize.problem.Problem;
import org.personalize.run.IngestStory;

/** Says what came of taking files in. */
final class IngestTelling {

    private static final int MOST_FILES_TOLD = 20;
    private static final int MOST_PLACES_TOLD = 3;

    private final PrintWriter out;

    IngestTelling(PrintWriter out) {
        this.out = out;
    }

    void tell(IngestStory story) {
        story.parts().stream().limit(MOST_FILES_TOLD).forEach(this::tell);
        if (story.parts().size() > MOST_FILES_TOLD) {
            line("… and %s", Amount.of(story.parts().size() - MOST_FILES_TOLD, "further file", "further files"));
        }
        if (story.parts().isEmpty()) {
            line("there was no file to take in");
        }
        line(
                "%s: %,d new, %,d known already",
                Amount.of(story.events(), "event", "events"), story.fresh(), story.known());
        line("%,d of them linked to their mail in the ledger%s", story.linked(), unlinked(story.unlinked()));
        if (story.events() > 0) {
            line("  %9s %9s %9s %9s", "new", "known", "linked", "unlinked");
        }
        story.kinds()
                .forEach((name, count) -> line(
                        "  %,9d %,9d %,9d %,9d %s",
                        count.fresh(), count.known(), count.linked(), count.unlinked(), printable(name)));
        if (story.unproven() > 0) {
            line("%,d would have suppressed somebody but carry nothing that this workspace signed", story.unproven());
        }
        tellUnclear(story);
        if (story.timeless() > 0) {
            line("%,d without a moment that can be read: no report and no model sees them", story.timeless());
        }
        if (story.strangers() > 0) {
            line(
                    "%,d name a customer whose id the customer file does not have: their opt-outs and complaints"
                            + " count as soon as it does; for their bounces, take the file in again then",
                    story.strangers());
        }
        if (story.returns() > 0) {
            line(
                    "%s no opt-out: whoever opted out stays out until `suppressions undo` takes that back",
                    Amount.of(story.returns(), "subscribe lifts", "subscribes lift"));
        }
        if (story.suppressed().isEmpty()) {
            line("nobody was newly suppressed");
        }
        story.suppressed().forEach((reason, count) -> line("%,d newly suppressed: %s", count, reason));
    }

    /** One's own events and a shop's name people and campaigns, and seldom a mail. */
    private static String unlinked(long events) {
        return events == 0
                ? ""
                : ", %,d not: reports find it by person, campaign and time, where there is one".formatted(events);
    }

    /** Whoever asks for no more mail in words that no program can be sure of is heard by a person. */
    private void tellUnclear(IngestStory story) {
        List<IngestStory.Part> parts = story.parts().stream()
                .filter(part -> part.account().unclearRecords() > 0)
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        long mails = parts.stream()
                .mapToLong(part -> part.account().unclearRecords())
                .sum();
        line(
                "%s for no more mail, but not clearly enough to count: read %s, and type"
                        + " `personalize suppressions add ADDRESS` for whoever wants out",
                Amount.of(mails, "mail may ask", "mails may ask"), mails == 1 ? "it" : "them");
        parts.stream().limit(MOST_FILES_TOLD).forEach(this::tellUnclear);
        if (parts.size() > MOST_FILES_TOLD) {
            line("  … and %s", Amount.of(parts.size() - MOST_FILES_TOLD, "further file", "further files"));
        }
    }

    private void tellUnclear(IngestStory.Part part) {
        Account account = part.account();
        String numbers = account.unclear().stream().map(String::valueOf).collect(Collectors.joining(", "));
        boolean isMore = account.unclearRecords() > account.unclear().size();
        line(
                "  %s: %s %s%s",
                name(part.file()), account.unclearRecords() == 1 ? "mail" : "mails", numbers, isMore ? ", …" : "");
    }

    private void tell(IngestStory.Part part) {
        Account account = part.account();
        line(
                "%s: %s, %s, %,d understood",
                name(part.file()),
                account.mostly().map(Form::title).orElse("nothing that is known"),
                Amount.of(account.records(), "record", "records"),
                account.understoodRecords());
        account.ignored().forEach((reason, count) -> line("  %,9d left out: %s", count, reason));
        account.unreadable().forEach((reason, count) -> line("  %,9d unreadable: %s", count, reason));
        account.places().stream()
                .filter(place -> place.line() > 0)
                .limit(MOST_PLACES_TOLD)
                .forEach(place -> line("            line %d: %s", place.line(), place.reason()));
        if (account.isLastUnfinished()) {
            line("            the last line is still being written; take the file in again when it is whole");
        }
    }

    static String name(Path file) {
        return printable(String.valueOf(file.getFileName()));
    }

    /** In quotes and without the signs that a terminal obeys, where it has such. */
    private static String printable(String name) {
        return name.codePoints().anyMatch(Character::isISOControl) ? Problem.quote(name) : name;
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    static void json(IngestStory story, PrintWriter out) throws IOException {
        Json json = Json.pretty(out);
        json.object().field("campaign", story.campaign()).name("files").array();
        for (IngestStory.Part part : story.parts()) {
            Account account = part.account();
            json.object()
                    .field("file", String.valueOf(part.file().getFileName()))
                    .field("kind", account.mostly().map(Form::word).orElse(""))
                    .field("records", account.records())
                    .field("understood", account.understoodRecords());
            counts(json, "left_out", account.ignored());
            counts(json, "unreadable", account.unreadable());
            json.name("unclear").array();
            for (long number : account.unclear()) {
                json.number(number);
            }
            json.end().end();
        }
        json.end().field("events", story.events());
        json.field("new", story.fresh()).field("known", story.known());
        json.field("linked", story.linked()).field("unlinked", story.unlinked());
        json.name("events_by_name").object();
        for (Map.Entry<String, IngestStory.Count> kind : story.kinds().entrySet()) {
            IngestStory.Count count = kind.getValue();
            json.name(kind.getKey())
                    .object()
                    .field("new", count.fresh())
                    .field("known", count.known())
                    .field("linked", count.linked())
                    .field("unlinked", count.unlinked())
                    .end();
        }
        json.end()
                .field("unproven", story.unproven())
                .field("without_moment", story.timeless())
                .field("unknown_customers", story.strangers());
        counts(json, "suppressed", story.suppressed());
        json.end();
        out.println();
    }

    private static void counts(Json json, String name, Map<String, ? extends Number> counts) throws IOException {
        json.name(name).object();
        for (Map.Entry<String, ? extends Number> count : counts.entrySet()) {
            json.field(count.getKey(), count.getValue().longValue());
        }
        json.end();
    }
}
