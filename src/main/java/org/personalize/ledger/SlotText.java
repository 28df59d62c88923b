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
        int from = 0;
        while (from < text.length()) {
            int end = end(text, ';', from, text.length());
            int equals = text.indexOf('=', from);
            slots.put(unescape(text.substring(from, equals)), items(text, equals + 1, end));
            from = end + 1;
        }
        return slots;
    }

    private static List<Shown> items(String text, int start, int slotEnd) {
        List<Shown> items = new ArrayList<>();
        int from = start;
        while (from < slotEnd) {
            int end = end(text, ',', from, slotEnd);
            items.add(shown(text, from, end));
            from = end + 1;
        }
        return List.copyOf(items);
    }

    private static Shown shown(String text, int from, int end) {
        int itemEnd = text.indexOf('~', from);
        int whyEnd = end(text, '~', itemEnd + 1, end);
        return new Shown(
                unescape(text.substring(from, itemEnd)),
                unescape(text.substring(itemEnd + 1, whyEnd)),
                whyEnd < end ? Double.parseDouble(text.substring(whyEnd + 1, end)) : 1);
    }

    /** Where a part ends: at the next of these signs, or with what it is a part of. */
    private static int end(String text, char sign, int from, int wholeEnd) {
        int at = text.indexOf(sign, from);
        return at < 0 ? wholeEnd : Math.min(at, wholeEnd);
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
