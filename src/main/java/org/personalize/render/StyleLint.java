package org.personalize.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;
import org.personalize.render.Style.Declaration;
import org.personalize.render.StyleSheet.Block;

/** What is wrong with the style blocks of a campaign's templates. */
final class StyleLint {

    private static final Set<String> BACKGROUNDS = Set.of("background", "background-color");
    private static final double LARGE_PIXELS = 24;

    private final List<Finding> found = new ArrayList<>();

    static List<Finding> of(TemplateSources sources) {
        var lint = new StyleLint();
        var inlined = new HashSet<String>();
        var sheets = new ArrayList<StyleSheet>();
        sources.files().forEach((file, source) -> {
            var sheet = StyleSheet.of(sources.nameOf(file), new Markup(source), 0);
            sheets.add(sheet);
            sheet.rules().forEach(rule -> rule.declarations().forEach(d -> inlined.add(d.name())));
        });
        for (var sheet : sheets) {
            sheet.mistakes().forEach(place -> lint.add(Severity.WARNING, "css-mistake", place, "this CSS cannot be read, and mail programs may drop what follows"));
            sheet.blocks().forEach(block -> lint.block(block, inlined));
        }
        return List.copyOf(lint.found);
    }

    private void block(Block block, Set<String> inlined) {
        boolean isTooWeak = block.isConditional()
                && block.declarations().stream().anyMatch(d -> !d.isImportant() && inlined.contains(d.name()));
        if (isTooWeak && block.place().line() > 0 && !block.selector().contains(":root")) {
            add(
                    Severity.NOTE,
                    "not-important",
                    block.place(),
                    block.selector() + " loses against inlined styles unless its values are !important");
        }
        String colour = value(block, Set.of("color"));
        String background = value(block, BACKGROUNDS);
        if (colour != null && background != null) {
            contrast(block, colour, background);
        }
    }

    private void contrast(Block block, String colour, String background) {
        double enough = isLarge(block) ? Contrast.ENOUGH_IF_LARGE : Contrast.ENOUGH;
        Contrast.between(colour, background).ifPresent(contrast -> {
            if (contrast < enough) {
                String figure = String.format(java.util.Locale.ROOT, "%.1f", contrast);
                add(
                        Severity.WARNING,
                        "low-contrast",
                        block.place(),
                        block.selector() + " has a contrast of " + figure + ":1, hard to read below " + enough + ":1");
            }
        });
    }

    private static boolean isLarge(Block block) {
        String size = value(block, Set.of("font-size"));
        return size != null
                && size.matches("\\d{1,3}(\\.\\d+)?px")
                && Double.parseDouble(size.substring(0, size.length() - 2)) >= LARGE_PIXELS;
    }

    private static @org.jspecify.annotations.Nullable String value(Block block, Set<String> names) {
        return block.declarations().stream()
                .filter(d -> names.contains(d.name()))
                .map(Declaration::value)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private void add(Severity severity, String rule, Place place, String message) {
        found.add(new Finding(severity, rule, place, message, 0));
    }
}
