package org.personalize.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.personalize.history.Reader;

class WebLogTest {

    private static final String TOKEN = "AQ" + "x7Kd_-".repeat(10);
    private static final Pages PAGES =
            Pages.of("https://acme.example/u/${token}", "https://acme.example/p/${token}", "pz");

    private static String line(String method, String target, int status, String referer, String agent) {
        return "192.0.2.7 - - [02/Mar/2026:08:00:05 +0100] \"" + method + " " + target + " HTTP/1.1\" " + status
                + " 512 \"" + referer + "\" \"" + agent + "\"\n";
    }

    private static Taken taken(String log) {
        return Taken.of(log.getBytes(StandardCharsets.UTF_8), null, PAGES);
    }

    @Test
    void whatIsSignedBecomesClicksAndViews() {
        String landing = "/tent-7?utm_source=sales&utm_campaign=spring-sale&utm_content=picks/tent-7&pz=" + TOKEN;
        Taken taken = taken(line("GET", landing, 200, "-", "Mozilla/5.0 (iPhone)")
                + line("GET", "/style.css", 200, "https://acme.example" + landing, "Mozilla/5.0 (iPhone)")
                + line("GET", "/tent-8", 200, "https://acme.example" + landing, "Mozilla/5.0 (iPhone)")
                + line("GET", "/other", 200, "https://acme.example/", "Mozilla/5.0 (iPhone)")
                + line("GET", landing, 404, "-", "Mozilla/5.0 (iPhone)")
                + line("HEAD", landing, 200, "-", "Mozilla/5.0 (iPhone)")
                + line("GET", landing, 200, "-", "Mozilla/5.0 (compatible; bingbot/2.0)"));
        assertThat(taken.told()).containsExactly("1 click", "3 view", "7 click");
        Returned click = taken.events().get(0);
        assertThat(click.trace().tokens()).containsExactly(TOKEN);
        assertThat(click.trace().campaign()).isEqualTo("spring-sale");
        assertThat(click.item()).isEqualTo("tent-7");
        assertThat(click.cells().get(7)).isEqualTo("2026-03-02T07:00:05Z");
        assertThat(taken.events().get(1).item()).isEqualTo("/tent-8");
        assertThat(taken.events().get(2).reaction().reader()).isEqualTo(Reader.MACHINE);
        assertThat(taken.account().records()).isEqualTo(7);
    }

    @Test
    void aPostedTokenIsAnOptOutAndALookIsNone() {
        Taken taken = taken(line("GET", "/u/" + TOKEN, 200, "-", "Mozilla/5.0")
                + line("POST", "/u/" + TOKEN, 200, "-", "Mozilla/5.0")
                + line("POST", "/p/" + TOKEN, 200, "-", "Mozilla/5.0")
                + line("POST", "/basket?x=" + TOKEN, 200, "-", "Mozilla/5.0")
                + line("POST", "/u/forged", 200, "-", "Mozilla/5.0"));
        assertThat(taken.told()).containsExactly("2 unsubscribe");
        assertThat(taken.only().trace().tokens()).containsExactly(TOKEN);
        assertThat(taken.account().ignored()).hasSize(4);
    }

    @Test
    void cloudFrontNamesItsColumns() {
        String log = "#Version: 1.0\n"
                + "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie)\n"
                + "2026-03-02\t07:00:05\tFRA2\t512\t192.0.2.7\tGET\td1.cloudfront.example\t/tent-7\t200\t-\tMozilla/5.0%20(iPhone)\tpz="
                + TOKEN + "\t-\n"
                + "2026-03-02\t07:00:06\tFRA2\t512\t192.0.2.7\tPOST\td1.cloudfront.example\t/u/" + TOKEN
                + "\t200\t-\tMozilla/5.0%2520(iPhone)\t-\t-\n"
                + "2026-03-02\t07:00:07\tFRA2\n";
        Taken taken = taken(log);
        assertThat(taken.told()).containsExactly("3 click", "4 unsubscribe");
        assertThat(taken.events().get(0).cells().get(7)).isEqualTo("2026-03-02T07:00:05Z");
        assertThat(taken.account().unreadableRecords()).isEqualTo(1);
        assertThat(taken.account().mostly()).contains(Form.CLOUDFRONT);
    }
}
