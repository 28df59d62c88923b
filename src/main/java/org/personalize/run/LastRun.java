package org.personalize.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.personalize.campaign.Campaign;
import org.personalize.csv.PrivateFile;
import org.personalize.ledger.Ledger;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * A small file beside the secret key that says how many runs the ledger had seen. Without it a ledger that was lost, or
 * restored from last week, would look like a fresh start, and everybody would be mailed again.
 */
final class LastRun {

    private static final String ENDING = ".runs";

    private LastRun() {}

    /** To be called before the ledger is opened, which would make a missing one. */
    static void checkPresent(Campaign campaign, boolean isThere) throws IOException {
        Path mark = mark(campaign);
        if (!isThere && Files.exists(mark)) {
            throw new InputProblem(
                    Place.file(mark.toString()),
                    "the ledger has seen " + seen(mark) + " runs, and now there is none: " + shown(campaign),
                    "Restore the ledger; or, if nobody would get a mail twice, delete this file and begin anew.");
        }
    }

    static void check(Campaign campaign, Ledger ledger) throws IOException {
        Path mark = mark(campaign);
        long seen = Files.exists(mark) ? seen(mark) : 0;
        if (ledger.runs() < seen) {
            throw new InputProblem(
                    Place.file(mark.toString()),
                    "the ledger is older than the last run: it has seen " + ledger.runs() + " of " + seen + " runs",
                    "Restore the newest ledger; or, if nobody would get a mail twice, delete this file and go on.");
        }
    }

    static void write(Campaign campaign, Ledger ledger) throws IOException {
        String text = ledger.runs() + "\n";
        PrivateFile.write(mark(campaign), out -> out.write(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static long seen(Path mark) throws IOException {
        String text = Files.readString(mark, StandardCharsets.US_ASCII).strip();
        if (!text.matches("\\d{1,18}")) {
            throw new InputProblem(
                    Place.file(mark.toString()), "expected a number of runs", "Restore the file, or delete it.");
        }
        return Long.parseLong(text);
    }

    /** The ledger's address without what could be a secret. */
    private static String shown(Campaign campaign) {
        return isFile(campaign) ? campaign.ledger() : "the database";
    }

    static boolean isFile(Campaign campaign) {
        return !campaign.ledger().startsWith("jdbc:");
    }

    private static Path mark(Campaign campaign) {
        return campaign.secret().resolveSibling(campaign.secret().getFileName() + ENDING);
    }
}
