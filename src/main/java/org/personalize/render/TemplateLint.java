package org.personalize.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;
import org.personalize.render.Style.Declaration;

/** What is wrong with the HTML and CSS of the template files themselves, with file and line; looked for once. */
final class TemplateLint {

    /** What a reader does with the mouse or the keyboard; and the root, which no tag of a mail body is. */
    private static final Set<String> NEVER_INLINED =
            Set.of(":hover", ":focus", ":active", ":visited", ":link", ":root", ":checked");

    /** A tag in which not all attributes are the template's own. */
    private static final Pattern FILLED = Pattern.compile("<[#@]|</[#@]|\\s\\$\\{");

    private static final Pattern CHARSET = Pattern.compile("charset=[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

    private static final double LARGE_PIXELS = 24;

    private final List<Finding> found = new ArrayList<>();

    private TemplateLint() {}

    static List<Finding> of(TemplateSources sources) {
        var lint = new TemplateLint();
        var branches = new Branches(sources);
        sources.files().forEach((path, source) -> lint.file(path, source, branches));
        return List.copyOf(lint.found);
    }

    private void file(Path file, String source, Branches branches) {
        String name = branches.sources().nameOf(file);
        var markup = new Markup(source);
        for (Element element : markup.elements()) {
            Place place = Place.line(name, element.sourceRange().start().lineNumber());
            element(element, place);
            String tag = source.substring(
                    element.sourceRange().startPos(), element.sourceRange().endPos());
            if (element.normalName().equals("a") && !FILLED.matcher(tag).find()) {
                target(element, place);
            }
        }
        var sheet = StyleSheet.of(file, markup, 0, branches);
        sheet.mistakes()
                .forEach(place -> add(
                        Severity.WARNING,
                        "css-mistake",
                        place,
                        "the CSS cannot be read from here on, and may not be applied"));
        sheet.blocks().forEach(this::block);
    }

    private void element(Element element, Place place) {
        switch (element.normalName()) {
            case "html" -> {
                if (!element.hasAttr("lang")) {
                    add(
                            Severity.WARNING,
                            "missing-lang",
                            place,
                            "the html tag does not say in which language the mail is");
                }
            }
            case "img" -> {
                if (!element.hasAttr("alt")) {
                    add(Severity.WARNING, "missing-alt", place, "a picture has no alt text");
                }
            }
            case "meta" -> charset(element, place);
            case "table" -> table(element, place);
            case "a" -> link(element, place);
            case "script", "form", "iframe" -> active(element, place);
            default -> {}
        }
    }

    /** The mail's own header says UTF-8, and some programs go by what stands in the text. */
    private void charset(Element element, Place place) {
        String header = element.hasAttr("name") ? "" : element.attr("content");
        Matcher named = CHARSET.matcher(header + " charset=" + element.attr("charset"));
        if (named.find() && !UTF_8.contains(named.group(1).toLowerCase(Locale.ROOT))) {
            add(
                    Severity.WARNING,
                    "wrong-charset",
                    place,
                    "the mail goes out as UTF-8, and here it is called " + named.group(1)
                            + ": some mail programs would show wrong letters");
        }
    }

    private void table(Element element, Place place) {
        if (!element.hasAttr("role") && element.selectFirst("th") == null) {
            add(
                    Severity.NOTE,
                    "table-role",
                    place,
                    "a table for layout has no role=\"presentation\", and is read out cell by cell");
        }
    }

    private void link(Element element, Place place) {
        if (element.attr("href").toLowerCase(Locale.ROOT).startsWith("http://")) {
            add(Severity.NOTE, "http-link", place, "a link starts with http: and is not encrypted");
        }
    }

    private void target(Element element, Place place) {
        boolean isMark = element.hasAttr("name") || element.hasAttr("id");
        if (!element.hasAttr("href") && !isMark && !element.text().isBlank()) {
            add(Severity.WARNING, "dead-link", place, "a link has no href, and leads nowhere");
        }
    }

    /** Data for mail programs, such as an order's, is no code. */
    private void active(Element element, Place place) {
        if (!element.attr("type").equalsIgnoreCase("application/ld+json")) {
            String name = element.normalName();
            add(
                    Severity.WARNING,
                    "active-content",
                    place,
                    "mail programs drop a <" + name + ">, or take the mail for dangerous; link to a page that has it");
        }
    }

    private void block(StyleSheet.Block block) {
        contrast(block);
        if (block.isLeft() && NEVER_INLINED.stream().noneMatch(block.selector()::contains)) {
            add(
                    Severity.NOTE,
                    "css-not-inlined",
                    block.place(),
                    "the rule for " + block.selector() + " stays in the style block, which some mail programs drop");
        }
    }

    private void contrast(StyleSheet.Block block) {
        String color = "";
        String background = "";
        double least = Contrast.LEAST;
        for (Declaration declaration : block.declarations()) {
            switch (declaration.name()) {
                case "color" -> color = declaration.value();
                case "background-color", "background" -> background = declaration.value();
                case "font-size" -> least = isLarge(declaration.value()) ? Contrast.LEAST_OF_LARGE : least;
                default -> {}
            }
        }
        double ratio = Contrast.of(color, background).orElse(Contrast.LEAST);
        if (ratio < least) {
            var pale = new Sight.Pale(color, background, ratio, least);
            add(Severity.WARNING, "low-contrast", block.place(), Shades.message(pale));
        }
    }

    private static boolean isLarge(String size) {
        if (!size.endsWith("px")) {
            return false;
        }
        try {
            return Double.parseDouble(size.substring(0, size.length() - 2)) >= LARGE_PIXELS;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void add(Severity severity, String rule, Place place, String message) {
        found.add(new Finding(severity, rule, place, message, 0));
    }
}
