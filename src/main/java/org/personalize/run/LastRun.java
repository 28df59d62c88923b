package org.personalize.run;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Workspace;
import org.personalize.csv.PrivateFile;
import org.personalize.ledger.Ledger;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * A small file beside the secret key for each ledger, named after it, that says how far the ledger had come and which
 * campaigns were sent from it. Without it a
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
     * A campaign that was sent from one ledger would begin anew in another, and mail everybody twice.
     *
     * @param ledger the one that the campaign names now; null where there is none yet
     */
    static void checkElsewhere(Campaign campaign, @Nullable Ledger ledger) throws IOException {
        if (ledger != null && !ledger.editions(campaign.name()).isEmpty()) {
            return;
        }
        Workspace workspace = Workspace.of(campaign);
        for (Path other : all(workspace)) {
            if (!other.equals(mark(workspace)) && campaigns(other).contains(campaign.name())) {
                throw new InputProblem(
                        Place.file(other.toString()),
                        "the campaign " + campaign.name() + " was sent from the ledger of this file, and "
                                + shown(workspace) + " knows nothing of it",
                        "Name that ledger again under ledger, or give the campaign another name; or, if nobody would get a"
                                + " mail twice, take its name out of this file.");
            }
        }
    }

    private static List<Path> all(Workspace workspace) throws IOException {
        Path key = workspace.secret().toAbsolutePath();
        Path folder = key.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(key.getFileName() + "."))
                    .filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
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
        Path mark = mark(Workspace.of(campaign));
        Set<String> campaigns = new TreeSet<>(Files.exists(mark) ? campaigns(mark) : Set.of());
        campaigns.add(campaign.name());
        String text = ledger.steps() + "\n" + String.join("\n", campaigns) + "\n";
        PrivateFile.write(mark, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What was sent from a ledger since its file tells of that. */
    private static Set<String> campaigns(Path mark) throws IOException {
        return Files.readString(mark).lines().skip(1).collect(Collectors.toSet());
    }

    private static long seen(Path mark) throws IOException {
        String text = Files.readString(mark).lines().findFirst().orElse("").strip();
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
