package org.personalize.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Workspace;
import org.personalize.ledger.Ledger;

/**
 * Opens the ledger for every command. One that was lost, or restored from before the last run, is opened for none: what it
 * says would be wrong, and what is written into it would be gone when the right one is back.
 */
public final class WorkspaceLedger {

    private WorkspaceLedger() {}

    /** Only to be read; empty where nothing was ever planned or sent. */
    public static Optional<Ledger> toRead(Workspace workspace) throws IOException {
        Optional<Ledger> found = Ledger.openExisting(workspace.ledger());
        LastRun.checkPresent(workspace, found.isPresent());
        return found.isEmpty() ? found : Optional.of(checked(workspace, found.get()));
    }

    /** The same for one campaign, which must not have been sent from another ledger. */
    static Optional<Ledger> toRead(Campaign campaign) throws IOException {
        Optional<Ledger> found = toRead(Workspace.of(campaign));
        if (found.isEmpty()) {
            LastRun.checkElsewhere(campaign, null);
            return found;
        }
        return Optional.of(checked(campaign, found.get()));
    }

    /** To write in it; made where nothing was ever sent. */
    public static Ledger toWrite(Workspace workspace) throws IOException {
        LastRun.checkPresent(workspace, isThere(workspace));
        Ledger ledger = checked(workspace, Ledger.open(workspace.ledger()));
        LastRun.adopt(workspace, ledger);
        return ledger;
    }

    static Ledger toWrite(Campaign campaign) throws IOException {
        Workspace workspace = Workspace.of(campaign);
        if (!isThere(workspace)) {
            LastRun.checkPresent(workspace, false);
            LastRun.checkElsewhere(campaign, null);
        }
        return checked(campaign, toWrite(workspace));
    }

    private static boolean isThere(Workspace workspace) {
        return !LastRun.isFile(workspace) || Files.exists(Path.of(workspace.ledger()));
    }

    private static Ledger checked(Workspace workspace, Ledger ledger) throws IOException {
        return checked(ledger, () -> LastRun.check(workspace, ledger));
    }

    private static Ledger checked(Campaign campaign, Ledger ledger) throws IOException {
        return checked(ledger, () -> LastRun.checkElsewhere(campaign, ledger));
    }

    private interface Check {
        void make() throws IOException;
    }

    /** Closed again where it is not the one that the last run left. */
    private static Ledger checked(Ledger ledger, Check check) throws IOException {
        boolean isRight = false;
        try {
            check.make();
            isRight = true;
            return ledger;
        } finally {
            if (!isRight) {
                ledger.close();
            }
        }
    }
}
