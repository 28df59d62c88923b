package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.personalize.campaign.Campaign;
import org.personalize.history.Happening;
import org.personalize.history.Happenings;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Segments;

/** What the ledger knows to have happened: the mails that it saw go out. */
record KnownEvents(Segments segments) implements Happenings {

    private static final String ENDING = "-events";
    private static final String FOLDER = "personalize.db" + ENDING;

    /** Where what was taken in is kept: beside the ledger, or in the workspace where the ledger is on a server. */
    static Path folder(Campaign campaign) {
        return LastRun.isFile(campaign)
                ? Path.of(campaign.ledger() + ENDING)
                : campaign.workspace().resolve(FOLDER);
    }

    static KnownEvents of(Campaign campaign, Ledger ledger) {
        return new KnownEvents(ledger.segments(folder(campaign)));
    }

    @Override
    public void tell(Consumer<Happening> taker) throws IOException {
        segments.accepted((edition, customer, mailbox, second) ->
                taker.accept(Happening.mail(customer, mailbox, edition.campaign(), second)));
    }
}
