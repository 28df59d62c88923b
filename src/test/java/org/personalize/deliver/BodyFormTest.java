package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.personalize.render.Page;
import org.personalize.template.Block;
import org.personalize.template.Blocks;
import org.personalize.template.KnownParts;

/** Bodies walk over their text in large steps; a walk from character to character must come to the same. */
class BodyFormTest {

    private static final long SEED = 20261121;
    private static final int TEXTS = 20_000;
    private static final int MOST_PIECES = 12;
    private static final int TEMPLATE = 40;

    /** What the template's own text may end with, which is never empty. */
    private static final String[] HARMLESS = {"\n", ".", "a", "\t"};

    private static final String[] PIECES = {
        "\r",
        "\n",
        "\r\n",
        ".",
        "..",
        "a",
        "word ",
        "\t",
        "?",
        "\u0000",
        "\u007F",
        "é",
        "€",
        "\uD83D\uDE00",
        "\uD83D",
        "\uDE00",
        "\u2028",
        "x".repeat(500),
        "é".repeat(499),
    };

    @Test
    void everyLineEndBecomesThatOfMailAndHalfCharactersAreMarked() {
        var random = new Random(SEED);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            var body = BodyText.of(text);
            var out = new Octets(0);
            body.writeTo(out, true);
            String plain = expected(text);
            boolean isAscii = plain.chars().allMatch(c -> c < 128);
            boolean isTame = plain.chars().allMatch(c -> c >= ' ' && c != 127 || c == '\t' || c == '\r' || c == '\n')
                    && plain.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 998);
            assertThat(body.encoding(true))
                    .as("seed %d, text %d", SEED, i)
                    .isEqualTo(!isTame ? "quoted-printable" : isAscii ? "7bit" : "8bit");
            assertThat(body.encoding(false)).isEqualTo(isTame && isAscii ? "7bit" : "quoted-printable");
            byte[] octets = plain.getBytes(StandardCharsets.UTF_8);
            assertThat(out.toBytes())
                    .as("seed %d, text %d", SEED, i)
                    .isEqualTo(isTame ? octets : QuotedPrintable.of(octets));
        }
    }

    @Test
    void whatIsKnownOfATemplateChangesNoBody() {
        var random = new Random(SEED);
        var known = new KnownParts<>(Stretch::of);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < TEMPLATE; i++) {
            String own = text(random).replace("\r", "").replace("\uD83D", "").replace("\uDE00", "");
            blocks.add(new Block(own + HARMLESS[i % HARMLESS.length]));
        }
        for (int i = 0; i < TEXTS; i++) {
            Page page = page(random, blocks);
            var whole = BodyText.of(page.html());
            var pieces = BodyText.of(page, known);
            for (boolean isEightBit : new boolean[] {true, false}) {
                assertThat(pieces.encoding(isEightBit))
                        .as("seed %d, page %d", SEED, i)
                        .isEqualTo(whole.encoding(isEightBit));
                byte[] written = written(pieces, isEightBit);
                assertThat(written).as("seed %d, page %d", SEED, i).isEqualTo(written(whole, isEightBit));
                assertThat(pieces.isAscii(isEightBit)).isEqualTo(Eights.areAscii(written));
                boolean hasDot = ("\n" + new String(written, StandardCharsets.UTF_8)).contains("\n.");
                assertThat(hasDot && pieces.isReady(isEightBit))
                        .as("seed %d, page %d", SEED, i)
                        .isFalse();
            }
        }
    }

    private static byte[] written(BodyText body, boolean isEightBit) {
        var out = new Octets(0);
        body.writeTo(out, isEightBit);
        return out.toBytes();
    }

    /** Parts of a template's own text, with any values between them. */
    private static Page page(Random random, List<Block> template) {
        var html = new StringBuilder();
        var blocks = new Blocks();
        for (int i = random.nextInt(MOST_PIECES); i > 0; i--) {
            html.append(random.nextBoolean() ? text(random) : "");
            Block block = template.get(random.nextInt(template.size()));
            int from = random.nextInt(3) == 0 ? random.nextInt(block.text().length()) : 0;
            blocks.add(block, html.length(), from, block.text().length() - from);
            html.append(block.text(), from, block.text().length());
        }
        return new Page(html + (random.nextBoolean() ? text(random) : ""), blocks);
    }

    private static String expected(String text) {
        var expected = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hasNext = i + 1 < text.length();
            if (c == '\r' || c == '\n') {
                expected.append("\r\n");
                i += c == '\r' && hasNext && text.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (Character.isHighSurrogate(c) && hasNext && Character.isLowSurrogate(text.charAt(i + 1))) {
                expected.append(c).append(text.charAt(++i));
            } else {
                expected.append(Character.isSurrogate(c) ? '\uFFFD' : c);
            }
        }
        return expected.toString();
    }

    @Test
    void noLineOfABodyIsTheFinalDotOrEndsOtherwiseThanInMail() {
        var random = new Random(SEED);
        for (int i = 0; i < TEXTS; i++) {
            byte[] message = text(random).getBytes(StandardCharsets.UTF_8);
            assertThat(BodyStream.of(message)).as("seed %d, text %d", SEED, i).isEqualTo(stuffed(message));
        }
    }

    private static byte[] stuffed(byte[] message) {
        var out = new ByteArrayOutputStream();
        boolean isLineStart = true;
        for (int i = 0; i < message.length; i++) {
            byte octet = message[i];
            boolean isEnd = octet == '\r' || octet == '\n';
            boolean isSecondHalf = octet == '\n' && i > 0 && message[i - 1] == '\r';
            if (isEnd && !isSecondHalf) {
                out.writeBytes(new byte[] {'\r', '\n'});
            } else if (!isEnd) {
                out.writeBytes(isLineStart && octet == '.' ? new byte[] {'.', '.'} : new byte[] {octet});
            }
            isLineStart = isEnd;
        }
        if (!isLineStart) {
            out.writeBytes(new byte[] {'\r', '\n'});
        }
        return out.toByteArray();
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(MOST_PIECES); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
