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
                        told.add(
                                parser.getText() + parser.currentTokenLocation().getLineNr());
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
            while (last > 0
                    && !told.get(last - 1).startsWith("}")
                    && !told.get(last - 1).startsWith("]")) {
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

    private final JsonWalk walk = new JsonWalk();

    /** The same walk for one after the other, as in a file of lines. */
    private JsonWalk over(byte[] bytes, int from, int to) {
        walk.over(bytes, from, to);
        return walk;
    }

    private JsonWalk over(InputStream in) {
        walk.over(in);
        return walk;
    }

    @Test
    void whateverIsInItIsReadAndRefusedAsByTheLibrary() {
        long seed = 20_260_302L;
        var random = new Random(seed);
        int broken = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = RandomJson.document(random, NAMES);
            var reading = new Reading(random.nextInt(6));
            List<String> expected = reading.expected(bytes);
            broken += !expected.isEmpty() && expected.get(expected.size() - 1).startsWith(BROKEN) ? 1 : 0;
            byte[] within = ("x\"" + new String(bytes, StandardCharsets.ISO_8859_1) + "\"}]")
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertThat(reading.of(over(within, 2, within.length - 3)))
                    .as("seed %d, round %d, %s", seed, round, new String(bytes, StandardCharsets.ISO_8859_1))
                    .isEqualTo(expected);
            assertThat(reading.of(over(trickle(bytes, 1 + random.nextInt(9)))))
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
                "\"a \\\"quoted\\\" one\\",
                "[\"\\u12g4\"]",
                "[\"\t\"]",
                "[1]//",
                "[\u00A01]"
            })
    void whatIsNoJsonIsRefusedWhetherItIsWantedOrNot(String text) {
        for (int passedFrom = 0; passedFrom < 3; passedFrom++) {
            var reading = new Reading(passedFrom);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(reading.of(over(bytes, 0, bytes.length))).endsWith(BROKEN + 1);
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

    private List<String> told(String json, int passedFrom) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new Reading(passedFrom).of(over(bytes, 0, bytes.length));
    }
}
