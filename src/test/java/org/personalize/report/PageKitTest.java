package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.report.MessageSource.Header;
import org.personalize.report.Shares.Share;

/** The pieces every page is made of. */
class PageKitTest {

    @TempDir
    Path folder;

    @Test
    void markupEscapesWhateverGoesIn() {
        assertThat(new Markup()
                        .element("a", "<b>&'\"\u0000", "href", "\"><script>")
                        .toString())
                .isEqualTo("<a href=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&#39;&quot;\uFFFD</a>");
    }

    @Test
    void markupLeftOpenIsAMistakeOfOurs() {
        assertThatThrownBy(() -> new Markup().open("p").toString()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void headersAreUnfoldedAndReadable() throws IOException {
        MessageSource source = read(
                "Subject: =?UTF-8?B?R3LDvA==?=\r\n =?utf-8?Q?=C3=9Fe_aus?= Kiel\r\nX: =?none?Q?a?= =?utf-8?B?***?=\r\nY: =?utf-8?q?=zz?=\r\n\r\nBody: no header\r\n");

        assertThat(source.headers())
                .containsExactly(
                        new Header("Subject", "Grüße aus Kiel"),
                        new Header("X", "=?none?Q?a?= =?utf-8?B?***?="),
                        new Header("Y", "=?utf-8?q?=zz?="));
        assertThat(source.cut()).isFalse();
    }

    @Test
    void aHugeMessageIsShownInPart() throws IOException {
        MessageSource source = read("A: b\n\n" + "x".repeat(MessageSource.SHOWN_BYTES));

        assertThat(source.text()).hasSize(MessageSource.SHOWN_BYTES);
        assertThat(source.cut()).isTrue();
    }

    @Test
    void aShareIsNeverRoundedToNothingOrToEverything() {
        assertThat(List.of(
                        Plain.share(0, 10),
                        Plain.share(1, 1000),
                        Plain.share(1, 3),
                        Plain.share(999, 1000),
                        Plain.share(5, 5),
                        Plain.share(0, 0)))
                .containsExactly("0 %", "<1 %", "33 %", "99 %", "100 %", "0 %");
    }

    @Test
    void emptyFiguresDrawEmptyCharts() {
        assertThat(new HourChart(Collections.nCopies(24, 0L)).markup().toString())
                .contains("No mail is planned.")
                .doesNotContain("NaN");
        assertThat(new Shares("none", List.of()).stacked().toString()).contains("<ul class=\"legend\"></ul>");
        assertThat(new Shares("zero", List.of(new Share("a", 0, "good"))).bars().toString())
                .doesNotContain("NaN");
    }

    private MessageSource read(String message) throws IOException {
        return MessageSource.read(Files.write(folder.resolve("a.eml"), message.getBytes(StandardCharsets.UTF_8)));
    }
}
