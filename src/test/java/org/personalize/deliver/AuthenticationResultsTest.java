package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.deliver.AuthenticationResults.Method;

class AuthenticationResultsTest {

    @Test
    void resultsAreReadWithTheirProperties() {
        var results = AuthenticationResults.of("mx.google.com;\r\n       dkim=pass header.i=@acme.example header.s=s1 "
                + "header.b=\"F45;d\";\r\n spf=pass (google.com: domain of b+x@bounce.acme.example; designates "
                + "192.0.2.1) smtp.mailfrom=\"b+x@bounce.acme.example\";\r\n"
                + " dmarc=pass (p=NONE sp=NONE (nested)) header.from=acme.example");

        assertThat(results)
                .isEqualTo(new AuthenticationResults(
                        "mx.google.com",
                        List.of(
                                new Method(
                                        "dkim",
                                        "pass",
                                        Map.of("header.i", "@acme.example", "header.s", "s1", "header.b", "F45;d")),
                                new Method("spf", "pass", Map.of("smtp.mailfrom", "b+x@bounce.acme.example")),
                                new Method("dmarc", "pass", Map.of("header.from", "acme.example")))));
    }

    @Test
    void versionsAndBlanksAroundEqualsSignsAreRead() {
        assertThat(AuthenticationResults.of("example.com 1; DKIM/1 = Fail reason = \"bad; one\" header.d = A.example"))
                .isEqualTo(new AuthenticationResults(
                        "example.com",
                        List.of(new Method("dkim", "fail", Map.of("reason", "bad; one", "header.d", "A.example")))));
    }

    @Test
    void noneIsNoResult() {
        assertThat(AuthenticationResults.of("example.com; none").methods()).isEmpty();
        assertThat(AuthenticationResults.of("")).isEqualTo(new AuthenticationResults("", List.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 99})
    void rubbishIsReadAsSomething(long seed) {
        var random = new Random(seed);
        String[] pieces = {"(", ")", "\"", "\\", ";", "=", " ", "dkim", "pass", "/", ".", "a", "\r\n "};
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(AuthenticationResults.of(text.toString()))
                    .as("seed " + seed + ": " + text)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "acme.example, bounce.acme.example, true",
        "ACME.example, acme.EXAMPLE, true",
        "acme.example, acme2.example, false",
        "a.acme.co.uk, b.acme.co.uk, true",
        "acme.co.uk, other.co.uk, false",
        "news.acme.de, acme.de, true",
        "localhost, localhost, true"
    })
    void domainsAreAlignedByWhatSomebodyRegistered(String one, String other, boolean areAligned) {
        assertThat(SenderDomain.areAligned(one, other)).isEqualTo(areAligned);
    }
}
