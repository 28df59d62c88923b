package org.personalize.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.Dkim;
import org.personalize.campaign.Sources.Source;
import org.personalize.campaign.Workspace;
import org.personalize.csv.HeaderAliases;
import org.personalize.csv.TableSource;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.render.TemplateFiles;

/**
 * All files that a campaign reads and that its workspace keeps, and those of the campaigns beside it. No command writes what
 * it is asked for over any of them: whoever loses the ledger or the key loses all memory of who was mailed.
 */
public final class CampaignFiles {

    private static final String KEPT = "which this workspace keeps";

    /** What people write by hand; nothing that is asked for as a file is of these kinds. */
    private static final Pattern BY_HAND = Pattern.compile(".*\\.(ya?ml|ftlh?)");

    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(png|jpe?g|gif|webp|svg|ico)");
    private static final Pattern BESIDE_LEDGER = Pattern.compile("-wal|-shm|-journal|-events|\\..+\\.lock");

    private final List<Campaign> campaigns;

    private CampaignFiles(List<Campaign> campaigns) {
        this.campaigns = List.copyOf(campaigns);
    }

    /** What is known of campaigns by their files. One that cannot be read is passed over here: the command itself says so. */
    public static CampaignFiles of(Collection<Path> yamls, Map<String, String> environment) {
        List<Campaign> all = new ArrayList<>();
        Set<Path> folders = new LinkedHashSet<>();
        for (Path yaml : yamls) {
            found(() -> List.of(CampaignFile.read(yaml, environment, EnumSet.noneOf(Demand.class))))
                    .forEach(all::add);
        }
        for (Campaign campaign : all) {
            folders.add(campaign.file().resolveSibling("."));
            folders.add(campaign.workspace().resolve("."));
        }
        for (Path folder : folders) {
            all.addAll(found(() -> beside(folder.normalize(), environment)));
        }
        return new CampaignFiles(all);
    }

    private static List<Campaign> beside(Path folder, Map<String, String> environment) {
        try (Stream<Campaign> campaigns = new CampaignFolder(folder, environment).campaigns()) {
            return campaigns.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses to write over what is read or kept.
     *
     * @param option which named the file
     * @param earlier tells what the same option wrote before, which may be replaced although it is read
     */
    public void refuse(String option, Path target, EarlierOutput earlier) {
        for (Campaign campaign : campaigns) {
            Workspace workspace = Workspace.of(campaign);
            refuse(option, target, workspace, kept(campaign), KEPT);
            if (isBesideLedger(target, campaign)
                    || isPicture(target, campaign.images().folder())) {
                throw problem(option, workspace, target, KEPT);
            }
            if (Files.exists(target) && !earlier.wrote(target)) {
                refuse(option, target, workspace, read(campaign), "which the campaign " + campaign.name() + " reads");
            }
        }
        if (BY_HAND.matcher(String.valueOf(target.getFileName())).matches() && Files.exists(target)) {
            throw new InputProblem(
                    Place.NOWHERE,
                    option + " is " + target.getFileName() + ", which is written by hand",
                    "Name another file.");
        }
    }

    /** Tells a file that the same option wrote before. */
    @FunctionalInterface
    public interface EarlierOutput {

        /** Nothing that is read was written before. */
        EarlierOutput NONE = file -> false;

        boolean wrote(Path file);
    }

    /** Refuses to write over what the command line itself names to be read. */
    public static void refuse(String option, Path target, Collection<Path> read) {
        if (read.stream().anyMatch(file -> SameFile.is(file, target))) {
            throw new InputProblem(
                    Place.NOWHERE,
                    option + " is " + target.getFileName() + ", which this command reads",
                    "Name another file.");
        }
    }

    private static void refuse(String option, Path target, Workspace workspace, List<Path> files, String why) {
        for (Path file : files) {
            if (SameFile.is(file, target)) {
                throw problem(option, workspace, file, why);
            }
        }
    }

    private static InputProblem problem(String option, Workspace workspace, Path file, String why) {
        Path folder = workspace.folder();
        Path whole = file.toAbsolutePath().normalize();
        Path name = whole.startsWith(folder) ? folder.relativize(whole) : whole;
        return new InputProblem(Place.NOWHERE, option + " is " + name + ", " + why, "Name another file.");
    }

    private static List<Path> kept(Campaign campaign) {
        List<Path> files = new ArrayList<>();
        Workspace workspace = Workspace.of(campaign);
        files.add(workspace.secret());
        files.addAll(LastRun.marks(workspace));
        if (LastRun.isFile(workspace)) {
            files.add(Path.of(workspace.ledger()));
        }
        files.add(Learned.file(campaign).path());
        Dkim dkim = campaign.dkim();
        if (dkim != null) {
            files.add(dkim.key());
            Optional.ofNullable(dkim.ed25519()).ifPresent(second -> files.add(second.key()));
        }
        return files;
    }

    private static List<Path> read(Campaign campaign) {
        List<Path> files = new ArrayList<>();
        files.add(campaign.file());
        files.add(campaign.workspace().resolve(CampaignFile.WORKSPACE));
        files.addAll(found(() -> List.copyOf(TemplateFiles.of(campaign))));
        files.addAll(files(campaign.data().customers()));
        files.addAll(files(campaign.data().items()));
        files.addAll(files(campaign.data().events()));
        campaign.data().suppressions().forEach(source -> files.addAll(files(source)));
        return files;
    }

    private static List<Path> files(@Nullable Source source) {
        return source == null
                ? List.of()
                : found(() -> new TableSource(
                                "",
                                source.base(),
                                source.pattern(),
                                Map.of(),
                                HeaderAliases.NONE,
                                List.of(),
                                source.place())
                        .found());
    }

    /** What cannot be looked up is not there to be written over. */
    private static <T> List<T> found(Supplier<List<T>> lookUp) {
        try {
            return lookUp.get();
        } catch (InputProblem | UncheckedIOException e) {
            return List.of();
        }
    }

    private static boolean isBesideLedger(Path target, Campaign campaign) {
        if (SameFile.isIn(KnownEvents.folder(campaign), target)) {
            return true;
        }
        Workspace workspace = Workspace.of(campaign);
        if (!LastRun.isFile(workspace)) {
            return false;
        }
        Path ledger = SameFile.real(Path.of(workspace.ledger()));
        Path whole = SameFile.real(target);
        String name = String.valueOf(whole.getFileName());
        String start = String.valueOf(ledger.getFileName());
        return ledger.resolveSibling(name).equals(whole)
                && name.startsWith(start)
                && BESIDE_LEDGER.matcher(name.substring(start.length())).matches();
    }

    private static boolean isPicture(Path target, @Nullable Path folder) {
        return folder != null
                && Files.exists(target)
                && PICTURE.matcher(target.toString()).matches()
                && SameFile.isIn(folder, target);
    }
}
