package org.personalize.render;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Dkim;
import org.personalize.campaign.Sources.Source;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;

/** Finds what holds people or keys and is tracked by git: whoever gets the repository gets it too, for ever. */
final class TrackedFiles {

    private static final String PERSONAL_DATA = "personal data is tracked by git, and stays in its history";
    private static final String KEY = "a secret key is tracked by git, and whoever has the repository can sign with it";
    private static final Pattern ONLY_WRITTEN = Pattern.compile("rejects\\.csv|manifest\\.csv|plan[^/]*\\.(csv|json)");

    private final Campaign campaign;
    private final List<PathMatcher> data = new ArrayList<>();

    private TrackedFiles(Campaign campaign) {
        this.campaign = campaign;
        add(campaign.data().customers());
        add(campaign.data().events());
        campaign.data().suppressions().forEach(this::add);
    }

    /**
     * One finding for each folder and kind, as event files come by the dozen.
     *
     * @param isEverybodyInvented then only keys are worth hiding; asked only where it matters, as it looks at everybody
     */
    static List<Finding> of(Campaign campaign, BooleanSupplier isEverybodyInvented) {
        var files = new TrackedFiles(campaign);
        var found = new TreeMap<String, Finding>();
        for (Path path : GitIndex.tracked(campaign.workspace())) {
            String message = path.startsWith(campaign.workspace()) ? files.message(path) : "";
            if (!message.isEmpty()) {
                String name = campaign.workspace().relativize(path).toString().replace('\\', '/');
                String folder = name.substring(0, name.lastIndexOf('/') + 1);
                String group = message + (folder.isEmpty() ? name : folder);
                found.putIfAbsent(group, new Finding(Severity.WARNING, "tracked-by-git", Place.file(name), message, 0));
            }
        }
        boolean holdPeople = found.values().stream().anyMatch(TrackedFiles::isPersonal);
        if (holdPeople && isEverybodyInvented.getAsBoolean()) {
            found.values().removeIf(TrackedFiles::isPersonal);
        }
        return List.copyOf(found.values());
    }

    private static boolean isPersonal(Finding finding) {
        return finding.message().equals(PERSONAL_DATA);
    }

    private String message(Path path) {
        if (isKey(path)) {
            return KEY;
        }
        String name = String.valueOf(path.getFileName());
        boolean holdsPeople = path.toString().startsWith(campaign.ledger())
                || path.startsWith(campaign.workspace().resolve("previews"))
                || ONLY_WRITTEN.matcher(name).matches()
                || data.stream().anyMatch(matcher -> matcher.matches(path));
        return holdsPeople ? PERSONAL_DATA : "";
    }

    private boolean isKey(Path path) {
        Dkim dkim = campaign.dkim();
        Dkim.Ed25519 second = dkim == null ? null : dkim.ed25519();
        return path.equals(campaign.secret())
                || dkim != null && path.equals(dkim.key())
                || second != null && path.equals(second.key());
    }

    private void add(@Nullable Source source) {
        if (source == null) {
            return;
        }
        try {
            Path files =
                    source.base().toAbsolutePath().resolve(source.pattern()).normalize();
            data.add(FileSystems.getDefault().getPathMatcher("glob:" + files));
        } catch (IllegalArgumentException e) {
            // A pattern that no file system understands matches nothing; reading the table says so.
            data.add(path -> false);
        }
    }
}
