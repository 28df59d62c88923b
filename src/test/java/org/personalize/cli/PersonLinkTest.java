package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.campaign.Seal;
import org.personalize.campaign.SecretKey;
import org.personalize.campaign.Token;

/** The token in a link to a shop page: it makes a click of a visit, and opts nobody out. */
class PersonLinkTest {

    private static final String LINE =
            "192.0.2.7 - - [02/Mar/2026:08:00:05 +0100] \"%s %s HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0 (X11; Linux)\"\n";

    @TempDir
    Path folder;

    @Test
    void aVisitIsAClickAndAPostedLinkIsNoOptOut() throws IOException {
        var shop = Shop.in(folder);
        shop.write("spring.yaml", shop.read("spring.yaml") + "links: {person_id: pz}\n");
        SecretKey key = SecretKey.readOrCreate(folder.resolve("personalize.key"));
        var seal = new Seal(key);
        String link = seal.close(new Token(Token.Kind.LINK, "spring", "", "c1", "ann@one.example", "sales"));
        assertThat(seal.open(link).orElseThrow().mayOptOut()).isFalse();
        Files.writeString(
                folder.resolve("access.log"),
                LINE.formatted("GET", "/tent?utm_campaign=spring&utm_content=picks/tent&pz=" + link)
                        + LINE.formatted("POST", "/u/" + link)
                        + LINE.formatted("POST", "/u/?pz=" + link));
        var terminal = new Terminal(folder);
        assertThat(terminal.type("ingest", "spring.yaml", "access.log", "--events-out", "out.csv"))
                .as(terminal.err())
                .isZero();
        Matcher rows =
                Pattern.compile(",c1,spring,[^,]*,click,[^\n]*").matcher(Files.readString(folder.resolve("out.csv")));
        assertThat(rows.results()).hasSize(1);
        assertThat(Files.readString(folder.resolve("out.csv"))).contains("which may have been passed on to anybody");
        terminal.type("suppressions", "list");
        assertThat(terminal.out()).doesNotContain("ann@one.example");
    }
}
