package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every message must obey, looked at byte by byte. */
final class RawMessage {

    private static final List<String> ONCE = List.of(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Feedback-ID",
            "List-Id",
            "Precedence",
            "MIME-Version",
            "Content-Language",
            "Content-Type");
    private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?[BQ]\\?[^? ]*\\?=");

    private RawMessage() {}

    static void check(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        String bare = raw.replace("\r\n", "");
        assertThat(bare.indexOf('\r') + bare.indexOf('\n') + bare.indexOf('\0')).isEqualTo(-3);
        assertThat(raw).endsWith("\r\n");
        assertThat(raw.split("\r\n")).allMatch(line -> line.length() <= 998);
        checkHeader(raw.substring(0, raw.indexOf("\r\n\r\n")));
    }

    private static void checkHeader(String block) {
        List<String> names = new ArrayList<>();
        for (String line : block.split("\r\n", -1)) {
            assertThat(line.length()).as(line).isLessThanOrEqualTo(78);
            assertThat(line).isNotBlank();
            assertThat(line.chars().allMatch(c -> c >= ' ' && c <= '~'))
                    .as(line)
                    .isTrue();
            checkWords(line);
            if (line.charAt(0) != ' ') {
                names.add(line.substring(0, line.indexOf(':')));
                assertThat(line).matches("[A-Za-z-]+: \\S.*");
            }
        }
        assertThat(names).containsExactlyElementsOf(ONCE);
    }

    private static void checkWords(String line) {
        var word = WORD.matcher(line);
        while (word.find()) {
            assertThat(word.group().length()).isLessThanOrEqualTo(75);
            assertThat(line.length()).isLessThanOrEqualTo(76);
        }
    }
}
