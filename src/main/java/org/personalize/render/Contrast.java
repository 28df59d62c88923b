package org.personalize.render;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How well one colour can be read on another, by the formula of the Web Content Accessibility Guidelines. */
final class Contrast {

    /** What the guidelines ask for, level AA: for text, and for large text. */
    static final double ENOUGH = 4.5;

    static final double ENOUGH_IF_LARGE = 3.0;

    private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    private static final Map<String, String> NAMES = Map.of(
            "white", "#ffffff", "black", "#000000", "red", "#ff0000", "green", "#008000", "blue", "#0000ff", "gray",
            "#808080", "grey", "#808080", "silver", "#c0c0c0", "yellow", "#ffff00", "navy", "#000080");

    private Contrast() {}

    /** Between 1 and 21; nothing when one of the two is no plain colour. */
    static OptionalDouble between(String one, String other) {
        var first = luminance(one);
        var second = luminance(other);
        if (first.isEmpty() || second.isEmpty()) {
            return OptionalDouble.empty();
        }
        double light = Math.max(first.getAsDouble(), second.getAsDouble());
        double dark = Math.min(first.getAsDouble(), second.getAsDouble());
        return OptionalDouble.of((light + 0.05) / (dark + 0.05));
    }

    private static OptionalDouble luminance(String colour) {
        String hex = NAMES.getOrDefault(colour, colour);
        if (!HEX.matcher(hex).matches()) {
            return OptionalDouble.empty();
        }
        String digits = hex.substring(1);
        String full = digits.length() == 6 ? digits : digits.replaceAll("(.)", "$1$1");
        return OptionalDouble.of(0.2126 * channel(full, 0) + 0.7152 * channel(full, 2) + 0.0722 * channel(full, 4));
    }

    private static double channel(String digits, int at) {
        double value = Integer.parseInt(digits.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
