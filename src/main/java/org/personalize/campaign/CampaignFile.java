package org.personalize.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;

/** Reads a campaign's YAML file, laid over that of its workspace. Every mistake is reported at once. */
public final class CampaignFile {

    /** The file that makes a folder a workspace. */
    public static final String WORKSPACE = "personalize.yaml";

    /** The key that every campaign's file has, and no other. */
    private static final String NAME = "campaign";

    private static final int HIGHEST_FOLDER = 64;

    private final YamlFile file;
    private final Problems problems = new Problems();

    private CampaignFile(Path yaml) {
        file = new YamlFile(yaml, yaml.toString());
    }

    /**
     * @param yaml the campaign's file, as the user named it
     * @param environment what {@code ${env.NAME}} may name
     * @param demands what the command cannot do without
     */
    public static Campaign read(Path yaml, Map<String, String> environment, Set<Demand> demands) {
        return new CampaignFile(yaml).read(environment, demands);
    }

    /**
     * What all campaigns of a folder share. Without a {@value #WORKSPACE} in it or above it, the folder itself is the
     * workspace, and everything has its usual name.
     */
    public static Workspace workspace(Path folder, Map<String, String> environment) {
        var inside = new CampaignFile(folder.resolve(WORKSPACE + ".campaign"));
        Optional<YamlFile> yaml = inside.workspace();
        return yaml.isEmpty()
                ? Workspace.usual(folder.toAbsolutePath().normalize())
                : inside.workspace(yaml.get(), environment);
    }

    /**
     * The ledger and the key that a campaign's file names; empty for a YAML file that is no campaign's. One that cannot be
     * read is a problem as far as it looks like a campaign's: nobody knows which ledger it names.
     */
    public static Optional<Workspace> workspaceOf(Path yaml, Map<String, String> environment) {
        var campaign = new CampaignFile(yaml);
        Node.Mapping own = campaign.tree(campaign.file);
        boolean isCampaign =
                own == null ? campaign.file.hasLine(NAME) : own.entries().containsKey(NAME);
        return isCampaign ? Optional.of(campaign.workspace(own, environment)) : Optional.empty();
    }

    private Workspace workspace(Node.@Nullable Mapping own, Map<String, String> environment) {
        Optional<YamlFile> yaml = workspace();
        Node.Mapping shared = yaml.map(this::tree).orElse(null);
        failIfAny();
        if (own == null) {
            throw new IllegalStateException("a file that cannot be read is a problem");
        }
        Path folder = folderOf(yaml.orElse(file).path().toAbsolutePath().normalize());
        return workspace(shared == null ? own : own.over(withoutName(shared)), folder, environment);
    }

    private Workspace workspace(YamlFile yaml, Map<String, String> environment) {
        Node.Mapping tree = tree(yaml);
        failIfAny();
        if (tree == null) {
            throw new IllegalStateException("a file that cannot be read is a problem");
        }
        return workspace(tree, folderOf(yaml.path().toAbsolutePath().normalize()), environment);
    }

    private Workspace workspace(Node.Mapping tree, Path folder, Map<String, String> environment) {
        Set<Demand> demands = EnumSet.of(Demand.LEDGER, Demand.SECRET);
        Node.Mapping filled = new Secrets(environment, demands, problems).fill(tree);
        Block top = Block.top(CampaignKeys.TOP, filled, problems);
        Workspace usual = Workspace.usual(folder);
        var workspace = new Workspace(
                usual.folder(),
                top.value("ledger", CampaignKeys.LEDGER, usual.ledger()),
                top.value("secret", Kinds.PATH, usual.secret()));
        failIfAny();
        return workspace;
    }

    private Campaign read(Map<String, String> environment, Set<Demand> demands) {
        Optional<YamlFile> workspace = workspace();
        Node.Mapping own = tree(file);
        Node.Mapping shared = workspace.map(this::tree).orElse(null);
        failIfAny();
        if (own == null) {
            throw new IllegalStateException("a file that cannot be read is a problem");
        }
        Node.Mapping all = shared == null ? own : own.over(withoutName(shared));
        Node.Mapping filled = new Secrets(environment, demands, problems).fill(all);
        new UnknownKeys(CampaignKeys.TOP, problems).find(CampaignKeys.TOP, filled, "");
        Path folder = workspace.map(w -> folderOf(w.path())).orElse(own.folder());
        CampaignReading reading = new CampaignReading(Block.top(CampaignKeys.TOP, filled, problems), demands);
        Optional<Campaign> campaign = reading.read(file.path().toAbsolutePath().normalize(), folder);
        failIfAny();
        return campaign.orElseThrow(() -> new IllegalStateException("a campaign without problems has all it needs"));
    }

    private Node.@Nullable Mapping tree(YamlFile yaml) {
        try {
            return yaml.read();
        } catch (InputProblem e) {
            e.problems().forEach(problems::add);
            return null;
        }
    }

    /** A name for all campaigns of a workspace would make one campaign of them: nobody would get the second. */
    private Node.Mapping withoutName(Node.Mapping shared) {
        Node.Entry name = shared.entries().get(NAME);
        if (name != null) {
            problems.add(name.key(), "campaign names one campaign", "Move it into the campaign's own file.");
        }
        return shared;
    }

    private Optional<YamlFile> workspace() {
        Path own = file.path().toAbsolutePath().normalize();
        Path folder = own.getParent();
        for (int i = 0; folder != null && i < HIGHEST_FOLDER; i++, folder = folder.getParent()) {
            Path candidate = folder.resolve(WORKSPACE);
            if (Files.isRegularFile(candidate)) {
                return candidate.equals(own)
                        ? Optional.empty()
                        : Optional.of(new YamlFile(candidate, shown(candidate)));
            }
        }
        return Optional.empty();
    }

    /** Names the workspace's file the way the user named the campaign's. */
    private String shown(Path workspace) {
        return file.path().isAbsolute()
                ? workspace.toString()
                : Path.of("").toAbsolutePath().relativize(workspace).toString();
    }

    private static Path folderOf(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(path);
    }

    /** The campaign's own problems first, in the order of its lines. */
    private void failIfAny() {
        if (!problems.isEmpty()) {
            List<Problem> sorted = problems.all().stream()
                    .distinct()
                    .sorted(Comparator.comparing(
                                    (Problem p) -> !p.place().file().equals(file.shownAs()))
                            .thenComparing(p -> p.place().line())
                            .thenComparing(p -> p.place().column()))
                    .toList();
            throw new InputProblem(sorted);
        }
    }
}
