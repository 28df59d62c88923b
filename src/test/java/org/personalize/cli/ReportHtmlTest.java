package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportHtmlTest {

    @TempDir
    Path folder;

    @Test
    void thePageNeedsNoNetworkAndNamesNobody() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        assertThat(terminal.type("report", "shop.yaml", "--html", "r.html"))
                .as(terminal.err())
                .isZero();
        assertThat(Files.readString(folder.resolve("r.html")))
                .contains("<h1><bdi>shop</bdi></h1>", "default-src 'none'", "Nothing was sent yet.", "Not tested")
                .doesNotContain("@one.example", "src=\"http", "href=\"http");
    }

    @Test
    void thePageIsTheSameByteForByteByTheSameClock() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        for (String file : new String[] {"a.html", "b.html"}) {
            assertThat(terminal.type("report", "shop.yaml", "--html", file, "--now", "2026-05-01T00:00Z"))
                    .isZero();
        }
        assertThat(folder.resolve("a.html")).hasSameBinaryContentAs(folder.resolve("b.html"));
    }
}
