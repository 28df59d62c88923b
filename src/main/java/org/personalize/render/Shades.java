package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;
import org.personalize.render.Sight.Pale;

/** Says of pale text where its color was written: a mail knows what it looks like, and its templates know the line. */
final class Shades {

    private static final Pattern COLOR =
            Pattern.compile("(?i)(?<![\\w-])(?:color\\s*[:=]|text\\s*=)\\s*[\"']?\\s*(#?\\w+(?:\\([^)]*\\))?)");

    private final Map<Pale, Finding> known = new ConcurrentHashMap<>();
    private final TemplateSources sources;
    private final Place anywhere;

    /** @param anywhere where a color is whose line nobody knows, such as that of a link which has none of its own */
    Shades(TemplateSources sources, Place anywhere) {
        this.sources = sources;
        this.anywhere = anywhere;
    }

    List<Finding> findings(Sight sight) {
        var found = new ArrayList<Finding>();
        for (Pale pale : sight.pale()) {
            found.add(known.computeIfAbsent(
                    pale, p -> new Finding(Severity.WARNING, "low-contrast", place(p.color()), message(p), 1)));
        }
        return found;
    }

    static String message(Pale pale) {
        return String.format(
                Locale.ROOT,
                "%s on %s is hard to read: a contrast of %.1f, where %.1f is the least",
                pale.color(),
                pale.background(),
                pale.ratio(),
                pale.least());
    }

    private Place place(String color) {
        for (var file : sources.files().entrySet()) {
            List<String> lines = file.getValue().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (COLOR.matcher(lines.get(i)).results().anyMatch(m -> Contrast.areSame(m.group(1), color))) {
                    return Place.line(sources.nameOf(file.getKey()), i + 1L);
                }
            }
        }
        return anywhere;
    }
}
