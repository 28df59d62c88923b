package org.personalize.render;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.render.TemplateParts.Stretch;

/**
 * Which parts of a campaign's templates are not in every mail: the branches of a choice or a list, and the macros and files
 * that are called from nowhere else.
 */
final class Branches {

    /** A part of a source that some mails lack. */
    record Part(String source, int from, int to) {

        String text() {
            return source.substring(from, to);
        }

        boolean holds(String other, int at) {
            return from <= at && at < to && source.equals(other);
        }
    }

    private final TemplateSources sources;
    private final Map<Path, TemplateParts> parts = new HashMap<>();
    private final Set<Path> sureFiles;
    private final Set<String> sureMacros = new HashSet<>();

    Branches(TemplateSources sources) {
        this.sources = sources;
        sureFiles = new HashSet<>(sources.roots());
        sources.files().forEach((file, source) -> parts.put(file, TemplateParts.of(source)));
        int before;
        do {
            before = sureFiles.size() + sureMacros.size();
            parts.forEach(this::follow);
        } while (sureFiles.size() + sureMacros.size() > before);
    }

    TemplateSources sources() {
        return sources;
    }

    private void follow(Path file, TemplateParts of) {
        of.calls().stream()
                .filter(call -> around(file, call.at()) == null)
                .forEach(call -> sureMacros.add(call.name()));
        of.uses().stream()
                .filter(use -> around(file, use.at()) == null)
                .forEach(use -> sureFiles.add(sources.target(file, use.name())));
    }

    /** The branches between two places of a file. */
    List<Part> within(Path file, int from, int to) {
        String source = sources.files().getOrDefault(file, "");
        return parts.getOrDefault(file, TemplateParts.NONE).stretches().stream()
                .filter(stretch -> from <= stretch.from() && stretch.to() <= to)
                .map(stretch -> new Part(source, stretch.from(), stretch.to()))
                .toList();
    }

    /** The smallest part around a place that some mails lack; null where every mail has the place. */
    @Nullable
    Part around(Path file, int at) {
        String source = sources.files().getOrDefault(file, "");
        Part whole = sureFiles.contains(file) ? null : new Part(source, 0, source.length());
        return parts.getOrDefault(file, TemplateParts.NONE).stretches().stream()
                .filter(stretch -> stretch.from() <= at && at < stretch.to())
                .filter(stretch -> !sureMacros.contains(stretch.macro()))
                .max(Comparator.comparingInt(Stretch::from))
                .map(stretch -> new Part(source, stretch.from(), stretch.to()))
                .orElse(whole);
    }
}
