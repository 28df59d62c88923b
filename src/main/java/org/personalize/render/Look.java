package org.personalize.render;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * How text looks that stands right in an element, with all that the element has from those around it.
 *
 * @param color of the text; blank where it cannot be told
 * @param background what is behind it; blank where it cannot be told, such as a picture
 * @param pixels the height of the letters
 * @param isHidden whether the element or one around it shows nothing
 */
record Look(String color, String background, double pixels, boolean isBold, boolean isHidden) {

    /** What a mail program starts from. */
    static final Look PLAIN = new Look("#000000", "#ffffff", 16, false, false);

    private static final String LINK_COLOR = "#0000ee";
    private static final String UNKNOWN = "";
    private static final double LARGE_PIXELS = 24;
    private static final double LARGE_BOLD_PIXELS = 18.66;
    private static final double PIXELS_PER_POINT = 4.0 / 3;
    private static final double PERCENT = 100;
    private static final int BOLD_WEIGHT = 600;

    private static final Map<String, Double> HEADING_PIXELS = Map.of("h1", 32.0, "h2", 24.0, "h3", 18.72);
    private static final Pattern BOLD_ELEMENT = Pattern.compile("h[1-6]|b|strong|th");
    private static final Pattern SIZE = Pattern.compile("(?<![\\w.])([0-9]*\\.?[0-9]+)(px|pt|em|rem|%|(?=$))");
    private static final Pattern NOTHING = Pattern.compile("0*\\.?0+[a-z%]*");

    Look of(Element element) {
        var style = declarations(element.attr("style"));
        return new Look(
                color(element, style),
                background(element, style),
                pixels(element, style),
                isBold(element, style),
                isHidden || hides(element, style));
    }

    /** Whether there is something to see at all where a text stands. */
    boolean isShown() {
        return !isHidden && pixels > 1;
    }

    double leastContrast() {
        return pixels >= LARGE_PIXELS || isBold && pixels >= LARGE_BOLD_PIXELS
                ? Contrast.LEAST_OF_LARGE
                : Contrast.LEAST;
    }

    private String color(Element element, Map<String, String> style) {
        boolean isLink = element.normalName().equals("a") && element.hasAttr("href");
        String given =
                style.getOrDefault("color", element.attr(element.normalName().equals("body") ? "text" : "color"));
        if (given.isBlank()) {
            return isLink ? LINK_COLOR : color;
        }
        return given.equals("inherit") ? color : Contrast.isColor(given) ? given : UNKNOWN;
    }

    private String background(Element element, Map<String, String> style) {
        if (element.hasAttr("background")) {
            return UNKNOWN;
        }
        if (!style.getOrDefault("background-image", "none").equals("none")) {
            return UNKNOWN;
        }
        String given =
                style.getOrDefault("background", style.getOrDefault("background-color", element.attr("bgcolor")));
        String painted = given.replaceAll("\\b(none|transparent|inherit|initial|unset|no-repeat|repeat|scroll)\\b", "")
                .strip();
        if (painted.isEmpty()) {
            return background;
        }
        return Contrast.isColor(painted) ? painted : UNKNOWN;
    }

    private double pixels(Element element, Map<String, String> style) {
        double usual = HEADING_PIXELS.getOrDefault(element.normalName(), pixels);
        String given = style.getOrDefault("font-size", style.getOrDefault("font", "inherit"));
        var size = SIZE.matcher(given);
        if (given.equals("inherit") || !size.find()) {
            return given.equals("inherit") ? usual : PLAIN.pixels;
        }
        double number = Double.parseDouble(size.group(1));
        return switch (size.group(2)) {
            case "pt" -> number * PIXELS_PER_POINT;
            case "em" -> number * pixels;
            case "rem" -> number * PLAIN.pixels;
            case "%" -> number * pixels / PERCENT;
            default -> number;
        };
    }

    private boolean isBold(Element element, Map<String, String> style) {
        String weight = style.getOrDefault("font-weight", UNKNOWN);
        return switch (weight) {
            case "" -> isBold || BOLD_ELEMENT.matcher(element.normalName()).matches();
            case "bold", "bolder" -> true;
            default -> weight.matches("[0-9]{3}") && Integer.parseInt(weight) >= BOLD_WEIGHT;
        };
    }

    private static boolean hides(Element element, Map<String, String> style) {
        boolean isCut = style.getOrDefault("overflow", UNKNOWN).equals("hidden");
        return element.hasAttr("hidden")
                || style.getOrDefault("display", UNKNOWN).equals("none")
                || style.getOrDefault("visibility", UNKNOWN).equals("hidden")
                || isNothing(style, "opacity")
                || isCut && (isNothing(style, "max-height") || isNothing(style, "height") || isNothing(style, "width"));
    }

    private static boolean isNothing(Map<String, String> style, String property) {
        return NOTHING.matcher(style.getOrDefault(property, UNKNOWN)).matches();
    }

    /** The last of a property counts; what is important is written last when styles are inlined. */
    private static Map<String, String> declarations(String style) {
        var declarations = new HashMap<String, String>();
        for (String declaration : style.split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String name = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                String value = declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
                declarations.put(name, value.replaceAll("\\s*!\\s*important$", ""));
                if (name.equals("background-color")) {
                    declarations.remove("background");
                }
            }
        }
        return declarations;
    }
}
