package org.personalize.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.personalize.campaign.Campaign;
import org.personalize.problem.Place;
import org.personalize.render.Finding;

/** Names the file of every finding in one way: by its path from the workspace, whichever folder its finder started from. */
final class FindingPlaces {

    private final Path workspace;
    private final List<Path> bases = new ArrayList<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();

    FindingPlaces(Campaign campaign) {
        workspace = campaign.workspace().toAbsolutePath().normalize();
        Path folder = campaign.template().toAbsolutePath().normalize().getParent();
        for (Path base = folder; base != null && bases.size() < 2; base = base.getParent()) {
            bases.add(0, base);
        }
        bases.add(campaign.file().toAbsolutePath().normalize().resolveSibling(""));
        bases.add(workspace);
    }

    List<Finding> named(List<Finding> findings) {
        return findings.stream().map(this::named).toList();
    }

    private Finding named(Finding finding) {
        Place place = finding.place();
        if (place.file().isEmpty()) {
            return finding;
        }
        String name = names.computeIfAbsent(place.file(), this::name);
        var known = new Place(name, place.line(), place.column(), place.field());
        return new Finding(finding.severity(), finding.rule(), known, finding.message(), finding.people());
    }

    private String name(String file) {
        for (Path base : bases) {
            Path found = base.resolve(file).normalize();
            if (Files.isRegularFile(found) && found.startsWith(workspace)) {
                return workspace.relativize(found).toString().replace('\\', '/');
            }
        }
        return file;
    }
}
