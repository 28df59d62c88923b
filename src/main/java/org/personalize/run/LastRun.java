package org.personalize.run;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Workspace;
import org.personalize.csv.PrivateFile;
import org.personalize.ledger.Ledger;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * A small file beside the secret key for each ledger, named after it, that says how far the ledger had come. Without it a
 * ledger that was lost, or a copy of last week or of the midst of the last run, would look as good as any, and people would
 * be mailed again.
 */
final class LastRun {

    private static final String ENDING = ".runs";

    private LastRun() {}

    /** To be called before the ledger is opened, which would make a missing one. */
    static void checkPresent(Workspace workspace, boolean isThere) throws IOException {
        Path mark = counting(workspace);
        if (!isThere && Files.exists(mark)) {
            String other = mark.equals(unnamed(workspace))
                    ? "; or, if it is a new one beside another, run send for a campaign of the other one first"
                    : "";
            throw new InputProblem(
                    Place.file(mark.toString()),
                    "there was a ledger, which had come to step " + seen(mark) + ", and now there is none: "
                            + shown(workspace),
                    "Restore the ledger" + other
                            + "; or, if nobody would get a mail twice, delete this file and begin anew.");
        }
    }

    static void check(Workspace workspace, Ledger ledger) throws IOException {
        Path mark = counting(workspace);
        long seen = Files.exists(mark) ? seen(mark) : 0;
        long steps = ledger.steps();
        if (steps < seen) {
            throw new InputProblem(
                    Place.file(mark.toString()),
                    "the ledger is older than the last run, as a copy of it would be: it has come to step " + steps
                            + ", and that run to " + seen,
                    "Restore the newest ledger; or, if nobody would get a mail twice, delete this file and go on.");
        }
    }

    /**
     * Gives the file without a ledger's name, which was once the only one, to the ledger whose step it tells; that one may
     * be a step ahead, where it was counted just before a crash. Whoever else comes that far by chance leaves it alone.
     */
    static void adopt(Workspace workspace, Ledger ledger) throws IOException {
        Path old = unnamed(workspace);
        if (Files.exists(mark(workspace)) || !Files.exists(old) || ledger.steps() - seen(old) > 1) {
            return;
        }
        try {
            Files.move(old, mark(workspace), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Another process was faster, and did the same.
        }
    }

    /** Whoever puts back a copy that was made before this is told so. */
    static void countStep(Campaign campaign, Ledger ledger) throws IOException {
        ledger.countStep();
        write(campaign, ledger);
    }

    static void write(Campaign campaign, Ledger ledger) throws IOException {
        String text = ledger.steps() + "\n";
        PrivateFile.write(mark(Workspace.of(campaign)), out -> out.write(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static long seen(Path mark) throws IOException {
        String text = Files.readString(mark, StandardCharsets.US_ASCII).strip();
        if (!text.matches("\\d{1,18}")) {
            throw new InputProblem(Place.file(mark.toString()), "expected a number", "Restore the file, or delete it.");
        }
        return Long.parseLong(text);
    }

    /** The ledger's address without what could be a secret. */
    private static String shown(Workspace workspace) {
        return isFile(workspace) ? workspace.ledger() : "the database";
    }

    static boolean isFile(Workspace workspace) {
        return !workspace.ledger().startsWith("jdbc:");
    }

    /** All that is kept for a ledger. */
    static List<Path> marks(Workspace workspace) {
        return List.of(mark(workspace), unnamed(workspace));
    }

    private static Path counting(Workspace workspace) {
        Path own = mark(workspace);
        return Files.exists(own) ? own : unnamed(workspace);
    }

    private static Path mark(Workspace workspace) {
        return beside(workspace, "." + URLEncoder.encode(name(workspace), StandardCharsets.UTF_8));
    }

    private static Path unnamed(Workspace workspace) {
        return beside(workspace, "");
    }

    private static Path beside(Workspace workspace, String ledger) {
        return workspace.secret().resolveSibling(workspace.secret().getFileName() + ledger + ENDING);
    }

    /** A file beneath the key's folder goes by its path from there, so that both can be moved together. */
    private static String name(Workspace workspace) {
        if (!isFile(workspace)) {
            return Ledger.nameOf(workspace.ledger());
        }
        Path ledger = Path.of(workspace.ledger()).toAbsolutePath().normalize();
        Path folder = workspace.secret().toAbsolutePath().normalize().getParent();
        Path name = folder != null && ledger.startsWith(folder) ? folder.relativize(ledger) : ledger;
        return name.toString().replace('\\', '/');
    }
}
