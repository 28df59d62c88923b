package org.personalize.render;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How well text stands out from what is behind it, by the measure of the WCAG: from 1 (not at all) to 21. */
final class Contrast {

    /** What the WCAG asks for at level AA. */
    static final double LEAST = 4.5;

    /** The same for large text. */
    static final double LEAST_OF_LARGE = 3.0;

    /** Of black on white. */
    static final double MOST = 21;

    private static final double OFFSET = 0.05;
    private static final int HEXADECIMAL = 16;
    private static final int BYTE = 0xff;

    private static final Pattern CHANNELS =
            Pattern.compile("rgb\\(\\s*(\\d{1,3})[\\s,]+(\\d{1,3})[\\s,]+(\\d{1,3})\\s*\\)");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("white", "#ffffff"),
            Map.entry("silver", "#c0c0c0"),
            Map.entry("gray", "#808080"),
            Map.entry("grey", "#808080"),
            Map.entry("black", "#000000"),
            Map.entry("red", "#ff0000"),
            Map.entry("maroon", "#800000"),
            Map.entry("yellow", "#ffff00"),
            Map.entry("olive", "#808000"),
            Map.entry("lime", "#00ff00"),
            Map.entry("green", "#008000"),
            Map.entry("aqua", "#00ffff"),
            Map.entry("teal", "#008080"),
            Map.entry("blue", "#0000ff"),
            Map.entry("navy", "#000080"),
            Map.entry("fuchsia", "#ff00ff"),
            Map.entry("purple", "#800080"),
            Map.entry("orange", "#ffa500"),
            Map.entry("whitesmoke", "#f5f5f5"),
            Map.entry("gainsboro", "#dcdcdc"),
            Map.entry("lightgray", "#d3d3d3"),
            Map.entry("lightgrey", "#d3d3d3"),
            Map.entry("darkgray", "#a9a9a9"),
            Map.entry("darkgrey", "#a9a9a9"),
            Map.entry("dimgray", "#696969"),
            Map.entry("dimgrey", "#696969"));

    private Contrast() {}

    /** Empty where one of the two is not a plain colour, such as {@code inherit} or a gradient. */
    static OptionalDouble of(String color, String background) {
        int front = rgb(color);
        int back = rgb(background);
        if (front < 0 || back < 0) {
            return OptionalDouble.empty();
        }
        double one = luminance(front);
        double other = luminance(back);
        return OptionalDouble.of((Math.max(one, other) + OFFSET) / (Math.min(one, other) + OFFSET));
    }

    static boolean isColor(String text) {
        return rgb(text) >= 0;
    }

    static boolean areSame(String color, String other) {
        return rgb(color) >= 0 && rgb(color) == rgb(other);
    }

    private static int rgb(String text) {
        String color = text.strip().toLowerCase(Locale.ROOT);
        var channels = CHANNELS.matcher(color);
        if (channels.matches()) {
            return channel(channels.group(1)) << 16 | channel(channels.group(2)) << 8 | channel(channels.group(3));
        }
        color = NAMED.getOrDefault(color, color);
        if (color.length() == 4 && color.charAt(0) == '#') {
            color = "#" + twice(color.charAt(1)) + twice(color.charAt(2)) + twice(color.charAt(3));
        }
        if (color.length() != 7 || color.charAt(0) != '#') {
            return -1;
        }
        try {
            return Integer.parseInt(color, 1, color.length(), HEXADECIMAL);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static int channel(String digits) {
        return Math.min(BYTE, Integer.parseInt(digits));
    }

    private static String twice(char c) {
        return String.valueOf(c).repeat(2);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & BYTE) + 0.7152 * linear(rgb >> 8 & BYTE) + 0.0722 * linear(rgb & BYTE);
    }

    private static double linear(int channel) {
        double share = channel / (double) BYTE;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
