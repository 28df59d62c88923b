package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two forms of a message: for every relay, and for one that takes 8 bits. */
class MessageFormTest {

    private static final Pattern ENCODING = Pattern.compile("Content-Transfer-Encoding: (.*)\r\n");

    private final Letter letter = new Letter();

    private byte[] message(boolean isEightBit) {
        return letter.mime().message(letter.mail(), isEightBit, false).octets();
    }

    private List<String> encodings(boolean isEightBit) {
        var raw = new String(message(isEightBit), StandardCharsets.ISO_8859_1);
        return ENCODING.matcher(raw).results().map(r -> r.group(1)).toList();
    }

    @Test
    void eightBitsAreUsedOnlyWhereTheRelayOffersThem() {
        letter.html = "<p>Grüße</p>";

        assertThat(encodings(true)).containsExactly("7bit", "8bit");
        assertThat(encodings(false)).containsExactly("7bit", "quoted-printable");
        assertThat(new String(message(true), StandardCharsets.UTF_8)).contains("\r\n\r\n<p>Grüße</p>\r\n");
    }

    @ParameterizedTest
    @CsvSource({"998, 8bit", "999, quoted-printable"})
    void aLineLongerThanAMessageMayHaveIsNotSentAsItIs(int octets, String encoding) {
        letter.text = "ok\n" + "é".repeat(octets / 2) + "x".repeat(octets % 2) + "\nok";

        assertThat(encodings(true)).containsExactly(encoding, "7bit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u0001b", "a\u007fb", "é\0"})
    void aTextWithControlCharactersIsNotSentAsItIs(String text) throws Exception {
        letter.text = text;

        assertThat(encodings(true)).containsExactly("quoted-printable", "7bit");
        var parts = (MimeMultipart) Letter.read(message(true)).getContent();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 2027})
    void bothFormsReadBackAsTheSameText(long seed) throws Exception {
        var random = new Random(seed);
        String[] pieces = {
            "é", "🏔", "x", " ", "\t", "=", ".", "\n", "\r\n", "\r", "word ", "=20", "日本", "From ", "\u007f"
        };
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(200); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            letter.text = text.toString();
            String expected =
                    letter.text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
            for (boolean isEightBit : new boolean[] {true, false}) {
                byte[] bytes = message(isEightBit);
                RawMessage.check(bytes);
                var parts = (MimeMultipart) Letter.read(bytes).getContent();
                assertThat(parts.getBodyPart(0).getContent())
                        .as("seed " + seed + ", text " + i)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, -11})
    void quotedPrintableHasShortLinesOfAsciiWithoutBlanksAtTheirEnds(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(400); n > 0; n--) {
                text.append(
                        random.nextInt(60) == 0
                                ? "\r\n"
                                : random.nextInt(4) == 0 ? " " : random.nextInt(9) == 0 ? "ü" : "a");
            }
            var quoted = new String(
                    QuotedPrintable.of(text.toString().getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
            assertThat(quoted.split("\r\n", -1))
                    .as("seed " + seed + ", text " + i)
                    .allMatch(line -> line.length() <= 76 && line.matches("[ -~]*") && !line.endsWith(" "));
        }
    }

    @Test
    void whatAMessageSaysOfItselfIsWhatALookAtEveryOctetFinds() {
        String[] texts = {"a\n", "a\n.b\n", ".", "a\r\n..\r\n", "é\n", "é\n.", "\u0000.\n.", ""};
        for (String text : texts) {
            for (String html : texts) {
                letter.text = text;
                letter.html = html;
                letter.subject = "." + text.replaceAll("\\p{Cntrl}", "");
                for (boolean isEightBit : new boolean[] {true, false}) {
                    Message message = letter.mime().message(letter.mail(), isEightBit, true);
                    assertThat(message.isAscii()).isEqualTo(Eights.areAscii(message.octets()));
                    assertThat(message.stream()).isEqualTo(BodyStream.of(message.octets()));
                }
            }
        }
    }

    @Test
    void anAddressInAnotherScriptNeedsARelayThatOffersIt() {
        letter.email = "björn@shop.example";
        var mime = letter.mime();
        var mail = letter.mail();

        assertThat(mime.needsUtf8(mail)).isTrue();
        assertThat(new String(mime.message(mail, false, true).octets(), StandardCharsets.UTF_8))
                .contains("To: Ann Smith <björn@shop.example>\r\n");
        assertThatThrownBy(() -> mime.message(mail, true, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDomainOrANameInAnotherScriptDoesNot() {
        letter.email = "ann@bücher.example";
        letter.fullName = "Ärne";

        assertThat(letter.mime().needsUtf8(letter.mail())).isFalse();
        assertThat(new String(message(true), StandardCharsets.UTF_8)).contains("<ann@xn--bcher-kva.example>");
    }

    @Test
    void mailThatCannotBeDeliveredComesBackUnderTheNameOfTheMail() {
        letter.smtp = "host: localhost, bounce_to: 'b+${token}@bounce.bücher.example'";
        letter.mailto = "mailto:out+${token}@acme.example";
        var mime = letter.mime();

        String sender = mime.envelopeSender(letter.mail());
        assertThat(sender).matches("b\\+[a-z2-7]{40}@bounce\\.xn--bcher-kva\\.example");
        String name = sender.substring(2, 42);
        assertThat(letter.header("List-Unsubscribe")).contains("<mailto:out+" + name + "@acme.example>");
        letter.customerId = "c-2";
        assertThat(mime.envelopeSender(letter.mail())).isNotEqualTo(sender);
    }

    @Test
    void withoutABounceAddressItComesBackToTheSender() {
        letter.from = "Acme <news@bücher.example>";

        assertThat(letter.mime().envelopeSender(letter.mail())).isEqualTo("news@xn--bcher-kva.example");
    }
}
