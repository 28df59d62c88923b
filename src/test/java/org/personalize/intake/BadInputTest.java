package org.personalize.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BadInputTest {

    private static final String CLICK = "{\"email\":\"jo@shop.example\",\"timestamp\":1772434800,\"event\":\"click\","
            + "\"sg_event_id\":\"e1\",\"sg_message_id\":\"m1\",\"url\":\"https://acme.example/\"}\n";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    @Test
    void aPackedFileIsReadAsItIs() {
        assertThat(Taken.of(packed(bytes(CLICK)), null).told()).containsExactly("1 click jo@shop.example");
    }

    @Test
    void ofAPackedFileThatWasCutTheReadablePartCounts() {
        byte[] packed = packed(bytes(CLICK.repeat(20_000)));
        Taken taken = Taken.of(Arrays.copyOf(packed, packed.length - 20), null);
        assertThat(taken.events()).hasSizeGreaterThan(1_000);
        assertThat(taken.account().unreadableRecords()).isEqualTo(1);
        assertThat(taken.account().isBrokenOff()).isTrue();
    }

    @Test
    void aPackedTableThatWasCutIsSaidToBe() {
        String rows = "c1,click,2026-03-02T08:00:00Z\n".repeat(20_000);
        byte[] packed = packed(bytes("customer_id,event,timestamp\n" + rows));
        Taken taken = Taken.of(Arrays.copyOf(packed, packed.length - 20), null);
        assertThat(taken.events()).hasSizeGreaterThan(1_000);
        assertThat(taken.account().isBrokenOff()).isTrue();
        assertThat(taken.account().unreadable())
                .containsOnlyKeys("the packed file is damaged or cut off behind this line");
    }

    @Test
    void aRowThatCannotBeReadIsToldWithItsLineAndReason() {
        Taken taken = Taken.of("customer_id,event,timestamp\nc1\nc2,click,2026-03-02T08:00:00Z\nc3,cli");
        assertThat(taken.told()).containsExactly("3 click");
        assertThat(taken.account().places())
                .containsExactly(
                        new Account.Place(2, "expected 3 cells, found 1"),
                        new Account.Place(4, "expected 3 cells, found 2"));
        assertThat(taken.account().isLastUnfinished()).isTrue();
        Taken whole = Taken.of("customer_id,event,timestamp\nc2,click,2026-03-02T08:00:00Z\nc3,cli\n");
        assertThat(whole.account().isLastUnfinished()).isFalse();
    }

    @Test
    void aHalfWrittenLastLineIsCountedAndHurtsNoOther() {
        Taken taken = Taken.of(CLICK + CLICK + CLICK.substring(0, 60));
        assertThat(taken.events()).hasSize(2);
        assertThat(taken.account().places()).containsExactly(new Account.Place(3, "no complete JSON"));
        Taken first = Taken.of(CLICK.substring(0, 60) + "\n" + CLICK);
        assertThat(first.told()).containsExactly("2 click jo@shop.example");
    }

    @Test
    void aLineOfHundredMegabytesCostsItselfAlone() {
        byte[] line = new byte[100 << 20];
        Arrays.fill(line, (byte) 'x');
        byte[] click = bytes(CLICK);
        System.arraycopy(click, 0, line, 0, click.length);
        line[click.length] = '{';
        line[line.length - 1 - click.length] = '\n';
        System.arraycopy(click, 0, line, line.length - click.length, click.length);
        Taken taken = Taken.of(line, null);
        assertThat(taken.told()).containsExactly("1 click jo@shop.example", "3 click jo@shop.example");
        assertThat(taken.account().unreadable()).containsEntry("a line of more than 4 MB", 1L);
    }

    @Test
    void anArrayInOneVeryLongLineIsReadEventByEvent() {
        int events = 40_000;
        String array = "[" + (CLICK.strip() + ",").repeat(events - 1) + CLICK.strip() + "]";
        assertThat(array.length()).isGreaterThan(Lines.LONGEST_LINE);
        Taken taken = Taken.of(array);
        assertThat(taken.events()).hasSize(events);
        Taken cut = Taken.of(array.substring(0, array.length() - 30));
        assertThat(cut.events()).hasSize(events - 1);
        assertThat(cut.account().unreadableRecords()).isEqualTo(1);
    }

    @Test
    void deepNestingIsPassedOver() {
        String deep = "{\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + "," + CLICK.substring(1);
        assertThat(Taken.of(deep).told()).containsExactly("1 click jo@shop.example");
        String deeper = "{\"x\":" + "{\"y\":".repeat(200_000) + "1" + "}".repeat(200_000) + "," + CLICK.substring(1);
        Taken taken = Taken.of(deeper + CLICK);
        assertThat(taken.told()).containsExactly("2 click jo@shop.example");
    }

    @Test
    void partsNestedTenThousandDeepAreReadInALimitedTime() {
        var mail = new StringBuilder("From: MAILER-DAEMON@mx.example\nTo: a@b.example\nSubject: Undelivered mail\n");
        for (int i = 0; i < 10_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=\"b")
                    .append(i)
                    .append("\"\n\n--b")
                    .append(i)
                    .append('\n');
        }
        mail.append("Content-Type: text/plain\n\n<jo@shop.example>: 550 5.1.1 unknown user\n");
        for (int i = 10_000 - 1; i >= 0; i--) {
            mail.append("--b").append(i).append("--\n");
        }
        Taken taken = Taken.of(mail.toString());
        assertThat(taken.account().records()).isEqualTo(1);
    }

    @Test
    void aMailOfManyMegabytesIsJudgedByItsStart() {
        String mail =
                "From: MAILER-DAEMON@mx.example\nTo: a@b.example\nDate: Mon, 2 Mar 2026 08:00:05 +0100\nSubject: Undelivered mail\n\n"
                        + "could not be delivered\n\n<jo@shop.example>: 550 5.1.1 unknown user\n\n"
                        + "--- Below this line is a copy of the message.\n\n"
                        + "filling up the space\n".repeat(500_000);
        assertThat(Taken.of(mail).told()).containsExactly("1 bounce hard jo@shop.example");
    }

    @Test
    void whateverIsDamagedNothingBreaksAndEveryRecordIsCounted() {
        long seed = 20_260_302L;
        var random = new Random(seed);
        String[] samples = {
            CLICK.repeat(5),
            "{\"eventType\":\"Bounce\",\"mail\":{\"messageId\":\"m\"},\"bounce\":{\"bounceType\":\"Permanent\",\"bouncedRecipients\":[{\"emailAddress\":\"a@b.example\"}]}}\n"
                    .repeat(3),
            "192.0.2.1 - - [02/Mar/2026:08:00:00 +0100] \"GET /t?pz=AQ1 HTTP/1.1\" 200 5 \"-\" \"Mozilla/5.0\"\n"
                    .repeat(4),
            "From: MAILER-DAEMON@mx.example\nSubject: Undelivered\nContent-Type: multipart/report; boundary=b\n\n--b\n\nfailed <a@b.example>\n\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: message/rfc822\n\nFrom: x@y.example\n\n--b--\n"
        };
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = bytes(samples[random.nextInt(samples.length)]);
            int changes = 1 + random.nextInt(8);
            for (int i = 0; i < changes; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
            Form form = random.nextInt(3) == 0 ? Form.values()[random.nextInt(8)] : null;
            Taken taken = Taken.of(bytes, form);
            assertThat(taken.account().records())
                    .as("seed %d, round %d", seed, round)
                    .isBetween(taken.events().isEmpty() ? 0L : 1L, (long) bytes.length);
        }
    }
}
