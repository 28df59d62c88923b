package org.personalize.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Spreadsheets, shells and editors of some makes put a mark before a text; it must cost nobody's opt-out. */
class ByteOrderMarkTest {

    private static final String LEFT =
            "{\"email\":\"%s@shop.example\",\"timestamp\":1772434800,\"event\":\"unsubscribe\","
                    + "\"sg_event_id\":\"%s\",\"sg_message_id\":\"m1\"}";
    private static final String TWO = LEFT.formatted("ann", "e1") + "\n" + LEFT.formatted("jo", "e2") + "\n";

    private static final String MAIL = """
            From: MAILER-DAEMON@mx.example
            To: news@acme.example
            Subject: Undelivered mail

            could not be delivered

            <jo@shop.example>: 550 5.1.1 unknown user
            """;

    private static final String LOG =
            "192.0.2.1 - - [02/Mar/2026:08:00:00 +0100] \"POST /u?t=A%s HTTP/1.1\" 200 5 \"-\" \"Mozilla/5.0\"\n"
                    .formatted("q".repeat(50));

    private static List<String> marked(String text) {
        return Taken.of("\uFEFF" + text).told();
    }

    @Test
    void aMarkCostsNoRecord() {
        List<String> two = List.of("1 unsubscribe ann@shop.example", "2 unsubscribe jo@shop.example");
        assertThat(marked(TWO)).isEqualTo(two);
        assertThat(marked(TWO.replace("\n", "\r\n"))).isEqualTo(two);
        assertThat(marked("[" + TWO.strip().replace("\n", ",") + "]"))
                .containsExactly("1 unsubscribe ann@shop.example", "1 unsubscribe jo@shop.example");
        assertThat(marked("[\n" + TWO.strip().replace("\n", ",\n") + "]")).hasSize(2);
        assertThat(marked(MAIL)).containsExactly("1 bounce hard jo@shop.example");
        assertThat(marked("From MAILER-DAEMON Mon Mar  2 08:00:05 2026\n" + MAIL
                        + "\nFrom MAILER-DAEMON Mon Mar  2 08:00:06 2026\n" + MAIL))
                .containsExactly("1 bounce hard jo@shop.example", "2 bounce hard jo@shop.example");
        assertThat(marked("customer_id,event,timestamp\nc1,unsubscribe,2026-03-02T08:00:00Z\n"))
                .containsExactly("2 unsubscribe");
    }

    @Test
    void aMarkBeforeALogCostsNoLine() {
        assertThat(Taken.of(LOG).account().unreadableRecords()).isZero();
        Taken marked = Taken.of("\uFEFF" + LOG);
        assertThat(marked.account().unreadable()).isEmpty();
        assertThat(marked.told()).isEqualTo(Taken.of(LOG).told());
    }

    @Test
    void aMarkWithinAPackedFileIsPassedOver() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(("\uFEFF" + TWO).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Taken.of(packed.toByteArray(), null).told()).hasSize(2);
    }

    @Test
    void whoeverSaysWhatAFileIsMayMarkItToo() {
        byte[] marked = ("\uFEFF" + TWO).getBytes(StandardCharsets.UTF_8);
        assertThat(Taken.of(marked, Form.SENDGRID).told()).hasSize(2);
    }

    @Test
    void anEncodingThatIsReadOfTablesAloneIsSaidWithTheWayOut() {
        for (byte[] bytes : Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .map(("\uFEFF" + TWO)::getBytes)
                .toList()) {
            Account account = Taken.of(bytes, null).account();
            assertThat(account.unreadable())
                    .containsOnlyKeys("expected UTF-8, found UTF-16: convert it, as with iconv -f UTF-16 -t UTF-8");
            assertThat(account.isBrokenOff()).isTrue();
        }
        byte[] table = "\uFEFFcustomer_id,event,timestamp\nc1,unsubscribe,2026-03-02T08:00:00Z\n"
                .getBytes(StandardCharsets.UTF_16LE);
        assertThat(Taken.of(table, null).told()).containsExactly("2 unsubscribe");
    }
}
