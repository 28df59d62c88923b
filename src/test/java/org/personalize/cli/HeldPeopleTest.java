package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HeldPeopleTest extends InTheShop {

    private static final Pattern FILE = Pattern.compile("\"file\": ?\"([^\"]*)\"");

    @Test
    void aTemplateThatFailsForEverybodyIsSaidInOneSentence() throws IOException {
        shop.change("mail.ftlh", "${customer.first_name!'friend'}", "${customer.frist_name}");

        assertThat(terminal.type("send", "spring.yaml", "--dry-run")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.out()).contains(" This holds all 3 people: nobody would be mailed.");
        assertThat(terminal.type("check", "spring.yaml", "--json")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.out().replaceAll("\\s+", " "))
                .containsPattern(
                        "\"warnings\": \\[ \"[^\"]*mail\\.ftlh:4[^\"]*\\$\\{customer\\.frist_name\\} is missing"
                                + "[^\"]*This holds all 3 people: nobody would be mailed\\.\"");
    }

    @Test
    void severalErrorsThatHoldEverybodyTogetherAreSaidOneByOne() throws IOException {
        shop.change(
                "mail.ftlh",
                "<p>Hello",
                "<p><#if campaign.language == 'en'>${customer.shoe}<#else>${customer.hat}</#if></p><p>Hello");

        assertThat(terminal.type("check", "spring.yaml")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.out().lines().filter(line -> line.contains("This holds")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("${customer.hat}").contains("This holds 2 of 3 people"),
                        line -> assertThat(line).contains("${customer.shoe}").contains("This holds 1 of 3 people"));
    }

    @Test
    void theGalleryListsWhoeverIsHeldBesideTheMails() throws IOException {
        shop.change("mail.ftlh", "${customer.first_name!'friend'}", "${customer.first_name}");
        terminal.type("send", "spring.yaml", "--dry-run");

        assertThat(shop.read("previews/index.html"))
                .contains("2 of 2 rendered mails are written here. 1 held person is listed too.")
                .contains("[\"c3\",\"cleo@three.example\",\"\",\"${customer.first_name} is missing");
        assertThat(terminal.out()).contains("2 previews");
    }

    @Test
    void everyFindingNamesItsFileFromTheWorkspace() throws IOException {
        shop.write("personalize.yaml", "seed: acorn\n");
        Files.createDirectories(folder.resolve("campaigns"));
        Files.createDirectories(folder.resolve("parts"));
        for (String file : List.of("mail.ftlh", "customers.csv", "items.csv", "events.csv")) {
            shop.change("spring.yaml", file, file.endsWith("ftlh") ? "../parts/" + file : "../" + file);
        }
        shop.change("spring.yaml", "preheader: \"Chosen for you\"", "");
        shop.change("mail.ftlh", "${preheader}", "${customer.shoe}<img src=\"x.png\">");
        Files.move(folder.resolve("spring.yaml"), folder.resolve("campaigns/spring.yaml"));
        Files.move(folder.resolve("mail.ftlh"), folder.resolve("parts/mail.ftlh"));

        terminal.type("check", "campaigns/spring.yaml", "--json");
        assertThat(FILE.matcher(terminal.out()).results().map(found -> found.group(1)))
                .containsOnly("campaigns/spring.yaml", "parts/mail.ftlh");
    }

    @Test
    void whereSomebodyIsMailedNobodySaysThatNobodyIs() throws IOException {
        shop.change("mail.ftlh", "${customer.first_name!'friend'}", "${customer.first_name}");

        assertThat(terminal.type("send", "spring.yaml", "--dry-run")).isEqualTo(ExitCode.SOMEBODY_LEFT_OUT);
        assertThat(terminal.out()).doesNotContain("nobody would be mailed");
    }
}
