package org.personalize.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.personalize.ledger.Promise.Shown;

/**
 * The shown items as one compact text: {@code hero=story-1~popular;picks=tent-7~interest,map-2~popular~0.9925}, the last
 * with the chance that it had in a draw. Signs with a
 * meaning, and those that a database refuses, are written as a percent sign and four hexadecimal digits.
 */
final class SlotText {

    private static final String SIGNS = "%;=,~";
    private static final int HEX = 16;
    private static final int DIGITS = 4;

    private SlotText() {}

    static String of(Map<String, List<Shown>> slots) {
        return slots.entrySet().stream()
                .map(slot -> escape(slot.getKey())
                        + '='
                        + slot.getValue().stream().map(SlotText::of).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    private static String of(Shown shown) {
        String item = escape(shown.item()) + '~' + escape(shown.why());
        return shown.chance() == 1 ? item : item + '~' + shown.chance();
    }

    static Map<String, List<Shown>> read(String text) {
        Map<String, List<Shown>> slots = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            for (String slot : text.split(";", -1)) {
                int equals = slot.indexOf('=');
                slots.put(unescape(slot.substring(0, equals)), items(slot.substring(equals + 1)));
            }
        }
        return slots;
    }

    private static List<Shown> items(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<Shown> items = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            String[] parts = item.split("~", -1);
            double chance = parts.length > 2 ? Double.parseDouble(parts[2]) : 1;
            items.add(new Shown(unescape(parts[0]), unescape(parts[1]), chance));
        }
        return List.copyOf(items);
    }

    private static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = c >= ' ' && !Character.isSurrogate(c) && SIGNS.indexOf(c) < 0;
            if (!isPlain && escaped == null) {
                escaped = new StringBuilder(text.substring(0, i));
            }
            if (escaped != null) {
                escaped.append(
                        isPlain ? String.valueOf(c) : '%' + HexFormat.of().toHexDigits(c));
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static String unescape(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 1 + DIGITS), HEX));
                i += DIGITS;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    /** A text of somebody else's that any database takes: without NUL, in whole characters, and bounded. */
    static String storable(String text, int longest) {
        String whole =
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        return whole.codePointCount(0, whole.length()) <= longest
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, longest));
    }
}
