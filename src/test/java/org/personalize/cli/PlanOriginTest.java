package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanOriginTest {

    private static final Pattern INPUT = Pattern.compile("\\{\"role\":\"(\\w+)\",\"file\":\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void aPlanNamesEveryFileItWasMadeFrom() throws IOException {
        Shop shop = Shop.in(folder);
        Files.createDirectories(folder.resolve("campaigns"));
        Files.createDirectories(folder.resolve("optouts"));
        Files.move(folder.resolve("spring.yaml"), folder.resolve("campaigns/spring.yaml"));
        shop.change("campaigns/spring.yaml", "data: {", "data: {suppressions: ../optouts/*.csv, ");
        for (String file : List.of("customers.csv", "items.csv", "events.csv")) {
            shop.change("campaigns/spring.yaml", file, "../" + file);
        }
        shop.change("campaigns/spring.yaml", "template: mail", "template: ../mail");
        shop.change("mail.ftlh", "<p>Hello", "<#import \"words.ftlh\" as words><p>Hello");
        shop.write("words.ftlh", "");
        shop.write("mail.de.ftlh", shop.read("mail.ftlh"));
        shop.write("personalize.yaml", "seed: acorn\n");
        shop.write("optouts/2.csv", "email\nb@x.example\n");
        shop.write("optouts/1.csv", "email\na@x.example\n");
        shop.write("unrelated.ftlh", "");

        assertThat(inputs(plan("campaigns/spring.yaml")))
                .containsExactly(
                        "campaign campaigns/spring.yaml",
                        "workspace personalize.yaml",
                        "template mail.de.ftlh",
                        "template mail.ftlh",
                        "template words.ftlh",
                        "customers customers.csv",
                        "items items.csv",
                        "events events.csv",
                        "suppressions optouts/1.csv",
                        "suppressions optouts/2.csv");
    }

    @Test
    void aFingerprintIsThatOfTheBytes() throws IOException, GeneralSecurityException {
        Shop shop = Shop.in(folder);
        byte[] bytes = shop.read("items.csv").getBytes(StandardCharsets.UTF_8);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        String before = plan("spring.yaml");
        assertThat(before)
                .contains("{\"role\":\"items\",\"file\":\"items.csv\",\"bytes\":" + bytes.length + ",\"sha256\":\""
                        + hash + "\"}")
                .contains("\"java\":\"" + Runtime.version() + "\"");

        assertThat(plan("spring.yaml")).isEqualTo(before);
        shop.change("items.csv", "Stove", "Stave");
        assertThat(plan("spring.yaml")).isNotEqualTo(before).doesNotContain(hash);
    }

    private String plan(String campaign) throws IOException {
        var terminal = new Terminal(folder);
        assertThat(terminal.type("plan", campaign, "--out", "plan.json"))
                .as(terminal.err())
                .isZero();
        return Files.readString(folder.resolve("plan.json"));
    }

    private static List<String> inputs(String plan) {
        return INPUT.matcher(plan)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }
}
