package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people and templates come up with, a mail program reads back what was written. */
class MimeMailPropertyTest {

    private static final int MAILS = 400;
    private static final String[] PIECES = {
        " ", "  ", "\"", "\\", ",", ";", ":", "<", ">", "@", "=?", "?=", "=", "_", ".", "(", ")", "é", "ß", "🏔",
        "👩‍👧", "שלום", "山", "\u00A0", "\u200F", "word", "Another", "x1", "=20", "--", "'", "`"
    };
    private static final String[] LINE_PIECES = {"\n", "\r\n", "\r", "\t", " \n", ".\n", "From ", "--=_"};

    @ParameterizedTest
    @ValueSource(longs = {1, 20260302, -7})
    void everyRandomMailReadsBackAsItWas(long seed) throws Exception {
        var random = new Random(seed);
        var mime = new Letter().mime();
        for (int i = 0; i < MAILS; i++) {
            var letter = new Letter();
            letter.fullName = "A" + pieces(random, 40, PIECES);
            letter.subject = pieces(random, 60, PIECES) + PIECES[random.nextInt(PIECES.length)];
            letter.text = body(random);
            letter.html = body(random);
            String about = "seed " + seed + ", mail " + i;

            byte[] bytes = Letter.bytes(mime, letter.mail());

            RawMessage.check(bytes);
            var read = Letter.read(bytes);
            var to = (InternetAddress) read.getRecipients(RecipientType.TO)[0];
            assertThat(to.getPersonal()).as(about).isEqualTo(letter.fullName);
            assertThat(to.getAddress()).as(about).isEqualTo(letter.email);
            String subject = read.getSubject();
            assertThat(subject == null ? "" : subject).as(about).isEqualTo(letter.subject);
            var parts = (MimeMultipart) read.getContent();
            assertThat(parts.getBodyPart(0).getContent()).as(about).isEqualTo(mailLines(letter.text));
            assertThat(parts.getBodyPart(1).getContent()).as(about).isEqualTo(mailLines(letter.html));
        }
    }

    private static String body(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(pieces(random, 80, random.nextInt(3) == 0 ? LINE_PIECES : PIECES));
        }
        return text.toString();
    }

    private static String pieces(Random random, int most, String[] pieces) {
        var text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static String mailLines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    }
}
