package org.personalize.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON library, which reads everything as it should be, is the judge. */
@Timeout(60)
class JsonWalkTest {

    private static final String BROKEN = "broken";
    private static final String OTHER_NAME = "?";
    private static final String[] NAMES = {"a", "event", "timestamp", "mail-id"};
    private static final JsonShape SHAPE = JsonShape.of(NAMES);

    private static final String[] SCALARS = {
        "true",
        "false",
        "null",
        "0",
        "-0",
        "1772434800.937",
        "-12.5e-3",
        "7E+2",
        "10e5",
        "123456789012345678901"
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
            "{}[],:\"\\ \n0-.e1tfn\u0001\t/\u00e9\u00bf\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    /** Values in arrays and objects that are deeper than this are passed over. */
    private record Reading(int passedFrom) {

        List<String> of(JsonWalk json) {
            var told = new ArrayList<String>();
            try {
                for (int sign = json.start(); sign != JsonSigns.END; sign = json.start()) {
                    value(json, sign, 0, told);
                }
            } catch (BrokenJson e) {
                return broken(told, e.line());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return told;
        }

        private void value(JsonWalk json, int sign, int depth, List<String> told) throws IOException {
            if (depth >= passedFrom) {
                json.pass();
            } else if (sign == '{') {
                json.enter();
                while (json.nextName()) {
                    JsonShape.Field field = json.among(SHAPE);
                    told.add(field == null ? OTHER_NAME : NAMES[field.place()]);
                    json.startValue();
                    value(json, json.start(), depth + 1, told);
                }
                told.add("}" + json.line());
            } else if (sign == '[') {
                json.enter();
                while (json.nextElement()) {
                    value(json, json.start(), depth + 1, told);
                }
                told.add("]" + json.line());
            } else {
                told.add(String.valueOf(json.text(sign)));
            }
        }

        /** The same by the library. */
        List<String> expected(byte[] bytes) {
            var told = new ArrayList<String>();
            try (JsonParser parser = new JsonFactory().createParser(bytes)) {
                int depth = 0;
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    depth -= token.isStructEnd() ? 1 : 0;
                    if (token == JsonToken.FIELD_NAME) {
                        String name = parser.currentName();
                        told.add(Arrays.asList(NAMES).contains(name) ? name : OTHER_NAME);
                    } else if (token.isStructEnd()) {
                        told.add(parser.getText() + parser.currentTokenLocation().getLineNr());
                    } else if (depth >= passedFrom) {
                        parser.skipChildren();
                    } else if (token.isScalarValue()) {
                        told.add(parser.getText());
                    } else {
                        depth++;
                    }
                }
            } catch (JsonProcessingException e) {
                return broken(told, e.getLocation().getLineNr());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return told;
        }

        /** What was told since the last end does not count: no object came of it. */
        private static List<String> broken(List<String> told, long line) {
            int last = told.size();
            while (last > 0 && !told.get(last - 1).startsWith("}") && !told.get(last - 1).startsWith("]")) {
                last--;
            }
            var counting = new ArrayList<>(told.subList(0, last));
            counting.add(BROKEN + line);
            return counting;
        }
    }

    /** Hands out a few bytes at a time. */
    private static InputStream trickle(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, most));
            }
        };
    }

    @Test
    void whateverIsInItIsReadAndRefusedAsByTheLibrary() {
        long seed = 20_260_302L;
        var random = new Random(seed);
        int broken = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = document(random);
            var reading = new Reading(random.nextInt(6));
            List<String> expected = reading.expected(bytes);
            broken += !expected.isEmpty() && expected.get(expected.size() - 1).startsWith(BROKEN) ? 1 : 0;
            byte[] within = ("x\"" + new String(bytes, StandardCharsets.ISO_8859_1) + "\"}]")
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertThat(reading.of(new JsonWalk(within, 2, within.length - 3)))
                    .as("seed %d, round %d, %s", seed, round, new String(bytes, StandardCharsets.ISO_8859_1))
                    .isEqualTo(expected);
            assertThat(reading.of(new JsonWalk(trickle(bytes, 1 + random.nextInt(9)))))
                    .as("seed %d, round %d, piece by piece", seed, round)
                    .isEqualTo(expected);
        }
        assertThat(broken).isBetween(4_000, 16_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "\"x",
                "{]",
                "[}",
                "}",
                ",",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "{,}",
                "[1 2]",
                "[[] []]",
                "{\"a\" 1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1 \"event\":2}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "[01]",
                "[1.]",
                "[.5]",
                "[-]",
                "[+1]",
                "[1e]",
                "[1x]",
                "1{}",
                "[tru]",
                "[truer]",
                "[Null]",
                "[NaN]",
                "[\"\\x\"]",
                "[\"\\u12g4\"]",
                "[\"\t\"]",
                "[1]//",
                "[\u00A01]"
            })
    void whatIsNoJsonIsRefusedWhetherItIsWantedOrNot(String text) {
        for (int passedFrom = 0; passedFrom < 3; passedFrom++) {
            var reading = new Reading(passedFrom);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(reading.of(new JsonWalk(bytes, 0, bytes.length))).endsWith(BROKEN + 1);
        }
    }

    @Test
    void textsNumbersAndDepthHaveTheirLimits() {
        String text = "x".repeat(JsonSigns.LONGEST_TEXT);
        assertThat(told("\"" + text + "\"", 9)).containsExactly(text);
        assertThat(told("\"\\n" + text.substring(1) + "\"", 9)).containsExactly("\n" + text.substring(1));
        assertThat(told("\"" + text + "x\"", 9)).containsExactly(BROKEN + 1);
        assertThat(told("\"\\n" + text + "\"", 9)).containsExactly(BROKEN + 1);
        assertThat(told("\"" + text + "x\" 1", 0)).isEmpty();
        String number = "1".repeat(JsonSigns.LONGEST_NUMBER);
        assertThat(told(number, 9)).containsExactly(number);
        assertThat(told(number + "1", 0)).containsExactly(BROKEN + 1);
        int deepest = JsonWalk.DEEPEST;
        assertThat(told("[".repeat(deepest) + "]".repeat(deepest), 0)).isEmpty();
        assertThat(told("[".repeat(deepest + 1) + "]".repeat(deepest + 1), 0)).containsExactly(BROKEN + 1);
    }

    @Test
    void linesEndAsTheyDoOnAnySystem() {
        assertThat(told("[\r\n]\n[\n\r\n]x", 9)).containsExactly("]2", "]5", BROKEN + 5);
    }

    @Test
    void aNameIsKnownHoweverItIsWritten() {
        assertThat(told("{\"\\u0065vent\":1,\"\":2,\"Event\":3,\"eventx\":4}", 9))
                .containsExactly("event", "1", OTHER_NAME, "2", OTHER_NAME, "3", OTHER_NAME, "4", "}1");
    }

    private static List<String> told(String json, int passedFrom) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new Reading(passedFrom).of(new JsonWalk(bytes, 0, bytes.length));
    }

    /** Some values, mostly as they should be; four blanks first, by which the library sees that it is UTF-8. */
    private static byte[] document(Random random) {
        var text = new StringBuilder("    ");
        for (int i = random.nextInt(3); i >= 0; i--) {
            container(random, 0, text);
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

    private static void container(Random random, int depth, StringBuilder text) {
        boolean isObject = random.nextBoolean();
        text.append(isObject ? '{' : '[').append(blank(random));
        for (int i = random.nextInt(5); i > 0; i--) {
            if (isObject) {
                boolean isKnown = random.nextBoolean();
                text.append(isKnown ? '"' + NAMES[random.nextInt(NAMES.length)] + '"' : name(random));
                text.append(blank(random)).append(':').append(blank(random));
            }
            if (depth < 6 && random.nextInt(3) == 0) {
                container(random, depth + 1, text);
            } else {
                text.append(scalar(random));
            }
            text.append(blank(random)).append(i > 1 ? "," : "").append(blank(random));
        }
        text.append(isObject ? '}' : ']');
    }

    /** The library refuses half a pair in a name, which nobody wants here and nobody writes. */
    private static String name(Random random) {
        return text(random).replace("\\ud800", "").replace("\\ud83d\\uDE00", "");
    }

    private static String blank(Random random) {
        return random.nextInt(4) > 0 ? "" : List.of(" ", "\t", "\n", "  ").get(random.nextInt(4));
    }

    private static String scalar(Random random) {
        return random.nextBoolean()
                ? text(random)
                : SCALARS[random.nextInt(SCALARS.length)];
    }

    private static String text(Random random) {
        var text = new StringBuilder("\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.append('"').toString();
    }
}
