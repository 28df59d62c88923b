package org.personalize.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Workspace;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/**
 * The ledgers that the campaigns of a workspace use. A campaign's file may name one of its own, and an opt-out that went into
 * another would not be heard.
 *
 * @param workspaces one for each ledger
 * @param problems of campaign files that cannot be read, whose ledger nobody knows
 */
record UsedLedgers(List<Workspace> workspaces, List<Problem> problems) {

    UsedLedgers {
        workspaces = List.copyOf(workspaces);
        problems = List.copyOf(problems);
    }

    static UsedLedgers of(Path folder, Map<String, String> environment) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new InputProblem(
                    Place.file(folder.toString()), "there is no such folder", "Name the workspace's folder.");
        }
        Workspace own = CampaignFile.workspace(folder, environment);
        boolean isWorkspace = Files.isRegularFile(own.folder().resolve(CampaignFile.WORKSPACE));
        var byLedger = new LinkedHashMap<String, Workspace>();
        var problems = new ArrayList<Problem>();
        for (Path file : yamlFiles(own.folder(), isWorkspace)) {
            try {
                CampaignFile.workspaceOf(file, environment).ifPresent(w -> byLedger.putIfAbsent(w.ledger(), w));
            } catch (InputProblem e) {
                problems.addAll(e.problems());
            }
        }
        boolean hasCampaign = !byLedger.isEmpty() || !problems.isEmpty();
        if (!isWorkspace && !hasCampaign) {
            throw none(folder);
        }
        if (!hasCampaign || isThere(own)) {
            byLedger.putIfAbsent(own.ledger(), own);
        }
        return new UsedLedgers(List.copyOf(byLedger.values()), problems);
    }

    /** The keys with which they sign, the folder's own first. A campaign's file that cannot be read is passed over. */
    static Set<Path> keys(Path folder, Map<String, String> environment) throws IOException {
        Workspace own = CampaignFile.workspace(folder, environment);
        Set<Path> keys = new LinkedHashSet<>(Set.of(own.secret()));
        boolean isWorkspace = Files.isRegularFile(own.folder().resolve(CampaignFile.WORKSPACE));
        for (Path file : yamlFiles(own.folder(), isWorkspace)) {
            readable(file, environment).ifPresent(used -> keys.add(used.secret()));
        }
        return keys;
    }

    private static Optional<Workspace> readable(Path file, Map<String, String> environment) throws IOException {
        try {
            return CampaignFile.workspaceOf(file, environment);
        } catch (InputProblem e) {
            return Optional.empty();
        }
    }

    private static InputProblem none(Path folder) {
        return new InputProblem(
                Place.file(folder.toString()),
                "expected a workspace, found neither " + CampaignFile.WORKSPACE + " nor a campaign's file",
                "Go to the folder of your campaigns, or name it with --workspace.");
    }

    /** What nobody uses and nobody made need not be made. */
    private static boolean isThere(Workspace own) {
        return !LastRun.isFile(own) || Files.exists(Path.of(own.ledger()));
    }

    /** In the order of their paths. Without a workspace's file, each folder is a workspace of its own. */
    private static List<Path> yamlFiles(Path top, boolean isWorkspace) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean isOwn = folder.equals(top) || isWorkspace && isPart(folder);
                return isOwn ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (CampaignFolder.isYaml(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            /** What this user may not look into holds no campaign that this user sends. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    private static boolean isPart(Path folder) {
        boolean isHidden = String.valueOf(folder.getFileName()).startsWith(".");
        return !isHidden && !Files.exists(folder.resolve(CampaignFile.WORKSPACE));
    }
}
