package org.personalize.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** JSON of any kind, some of it damaged. */
final class RandomJson {

    private static final String[] SCALARS = {
        "true", "false", "null", "0", "-0", "1772434800.937", "-12.5e-3", "7E+2", "10e5", "123456789012345678901"
    };

    private static final String[] PARTS = {
        "x",
        "jo@shop.example",
        "Mozilla/5.0 (iPhone)",
        "\\\"",
        "\\\\",
        "\\/",
        "\\n",
        "\\u0061",
        "\\u00E9",
        "\\ud83d\\uDE00",
        "\\ud800",
        "é",
        "名",
        "😀",
        "\u007f",
        "{",
        "]",
        ":",
        ","
    };

    private static final byte[] HARMFUL =
            "{}[],:\"\\ \n0-.e1tfn\u0001\u001f\t/\u00e9\u00bf\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    private RandomJson() {}

    /** Some values, mostly as they should be; four blanks first, by which the library sees that it is UTF-8. */
    static byte[] document(Random random, String[] names) {
        var text = new StringBuilder("    ");
        for (int i = random.nextInt(3); i >= 0; i--) {
            container(random, names, 0, text);
            text.append(blank(random));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(5) - 2; i > 0 && bytes.length > 4; i--) {
            bytes = changed(bytes, 4 + random.nextInt(bytes.length - 4), random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, int at, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
            default -> {
                byte[] changed = bytes.clone();
                changed[at] = HARMFUL[random.nextInt(HARMFUL.length)];
                yield changed;
            }
        };
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    private static void container(Random random, String[] names, int depth, StringBuilder text) {
        boolean isObject = random.nextBoolean();
        text.append(isObject ? '{' : '[').append(blank(random));
        for (int i = random.nextInt(5); i > 0; i--) {
            if (isObject) {
                boolean isKnown = random.nextBoolean();
                text.append(isKnown ? '"' + names[random.nextInt(names.length)] + '"' : name(random));
                text.append(blank(random)).append(':').append(blank(random));
            }
            if (depth < 6 && random.nextInt(3) == 0) {
                container(random, names, depth + 1, text);
            } else {
                text.append(scalar(random));
            }
            text.append(blank(random)).append(i > 1 ? "," : "").append(blank(random));
        }
        text.append(isObject ? '}' : ']');
    }

    /** Without pairs, of which damage may leave a half: the library refuses that in names alone, and nobody writes it. */
    private static String name(Random random) {
        return text(random).replace("\\ud800", "").replace("\\ud83d\\uDE00", "");
    }

    private static String blank(Random random) {
        return random.nextInt(4) > 0 ? "" : List.of(" ", "\t", "\n", "  ").get(random.nextInt(4));
    }

    private static String scalar(Random random) {
        return random.nextBoolean() ? text(random) : SCALARS[random.nextInt(SCALARS.length)];
    }

    private static String text(Random random) {
        var text = new StringBuilder("\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.append('"').toString();
    }
}
