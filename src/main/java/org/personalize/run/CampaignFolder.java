package org.personalize.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.problem.InputProblem;

/** The campaigns whose files lie together, in the order of the files' names. Not every YAML file beside them is one. */
record CampaignFolder(Path folder, Map<String, String> environment) {

    private static final Pattern FILE = Pattern.compile(".*\\.ya?ml");

    CampaignFolder {
        environment = Map.copyOf(environment);
    }

    /** Those that can be read, each when it is asked for. */
    Stream<Campaign> campaigns() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(CampaignFolder::isYaml)
                    .filter(file -> !file.endsWith(CampaignFile.WORKSPACE))
                    .sorted()
                    .toList();
        }
        return files.stream().flatMap(file -> campaign(file).stream());
    }

    static boolean isYaml(Path file) {
        return FILE.matcher(file.toString()).matches();
    }

    private Optional<Campaign> campaign(Path file) {
        try {
            return Optional.of(CampaignFile.read(file, environment, EnumSet.of(Demand.DATA)));
        } catch (InputProblem e) {
            return Optional.empty();
        }
    }
}
