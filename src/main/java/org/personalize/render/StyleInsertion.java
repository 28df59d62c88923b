package org.personalize.render;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.personalize.render.Style.Declaration;

/**
 * What is written into one start tag, and where: {@code before} at one position, {@code after} at another, and what stands
 * between them stays.
 *
 * <p>A style attribute of the author's own wins over the sheet, but not over {@code !important}. That word itself is not
 * inlined: the style block still holds it, and in an attribute it would defeat the media queries.
 */
record StyleInsertion(int at, String before, int end, String after) {

    private static final StyleInsertion NOTHING = new StyleInsertion(0, "", 0, "");

    boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }

    static StyleInsertion of(Element element, String source, List<Declaration> declarations) {
        if (declarations.isEmpty()) {
            return NOTHING;
        }
        return element.hasAttr("style") ? merged(element, source, declarations) : added(element, source, declarations);
    }

    private static StyleInsertion added(Element element, String source, List<Declaration> declarations) {
        int end = element.sourceRange().endPos() - 1;
        if (source.charAt(end) != '>') {
            return NOTHING;
        }
        if (source.charAt(end - 1) == '/') {
            end--;
        }
        int at = source.charAt(end - 1) == ' ' ? end - 1 : end;
        return new StyleInsertion(at, " style=\"" + text(declarations, '"', d -> true) + '"', at, "");
    }

    private static StyleInsertion merged(Element element, String source, List<Declaration> declarations) {
        Range value = element.attributes().sourceRange("style").valueRange();
        if (!value.isTracked() || value.startPos() < 1) {
            return NOTHING;
        }
        char quote = source.charAt(value.startPos() - 1);
        if (quote != '"' && quote != '\'') {
            return NOTHING;
        }
        var own = Inliner.names(element.attr("style"));
        String before = text(declarations, quote, d -> !d.isImportant() && !own.contains(d.name()));
        String after = text(declarations, quote, Declaration::isImportant);
        String existing = source.substring(value.startPos(), value.endPos()).strip();
        boolean needsSemicolon = !after.isEmpty() && !existing.isEmpty() && !existing.endsWith(";");
        return new StyleInsertion(
                value.startPos(),
                before.isEmpty() || existing.isEmpty() ? before : before + ';',
                value.endPos(),
                (needsSemicolon ? ";" : "") + after);
    }

    private static String text(List<Declaration> declarations, char quote, Predicate<Declaration> isWanted) {
        return declarations.stream()
                .filter(isWanted)
                .map(d -> d.name() + ':' + quoted(d.value(), quote))
                .collect(Collectors.joining(";"));
    }

    /** A font's name is quoted with whichever mark does not end the attribute. */
    private static String quoted(String value, char quote) {
        String escaped = value.replace("&", "&amp;");
        return quote == '"' ? escaped.replace('"', '\'') : escaped;
    }
}
