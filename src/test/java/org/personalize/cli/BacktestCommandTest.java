package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    /** The last whole week before the shop's events end. */
    private static final Instant MONDAY = Instant.parse("2026-02-16T00:00:00Z");

    @TempDir
    Path folder;

    private Terminal shop(String more) throws IOException {
        LearningShop.in(folder);
        Files.writeString(folder.resolve("shop.yaml"), """
                campaign: shop
                data: {customers: customers.csv, items: items.csv, events: events.csv}
                audience: {consent: opt_in}
                goal: purchase
                """ + more);
        return new Terminal(folder);
    }

    private static final String WHOLE = """
            schedule: {quiet_hours: "23:00-05:00"}
            slots: {picks: {pick: 3}}
            """;

    private double share(Terminal terminal, String policy) {
        Matcher found = Pattern.compile("(?m)^  " + policy + " +(\\d+\\.\\d) %").matcher(terminal.out());
        assertThat(found.find()).as(terminal.out()).isTrue();
        return Double.parseDouble(found.group(1));
    }

    @Test
    void plansOfPastWeeksAreLaidBesideWhatPeopleDidAndBesideSimpleWays() throws IOException {
        Terminal terminal = shop(WHOLE);
        assertThat(terminal.type("backtest", "shop.yaml", "--weeks", "3", "--budget", "5s"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("3 weeks lived through again", "not what the mail would have changed");
        assertThat(share(terminal, "the models")).isGreaterThan(80);
        assertThat(share(terminal, "the same for all")).isBetween(30.0, 70.0);
        assertThat(terminal.out()).contains("too little to say", ": 0 mails of these");
    }

    @Test
    void whatHappenedInAWeekIsNotKnownOnItsMonday() throws IOException {
        Terminal terminal = shop(WHOLE);
        List<String> lines = Files.readAllLines(folder.resolve("events.csv")).stream()
                .map(BacktestCommandTest::atThree)
                .toList();
        Files.write(folder.resolve("events.csv"), lines);
        assertThat(terminal.type("backtest", "shop.yaml", "--weeks", "1", "--budget", "5s"))
                .as(terminal.err())
                .isZero();
        assertThat(share(terminal, "the models")).isZero();
    }

    /** From that Monday on everybody is there in the middle of the night. */
    private static String atThree(String line) {
        String[] cells = line.split(",", -1);
        boolean isLater =
                cells[2].startsWith("2026") && !Instant.parse(cells[2]).isBefore(MONDAY);
        return isLater ? line.replaceFirst("T\\d\\d", "T14") : line;
    }

    @Test
    void theSameFilesSayTheSame() throws IOException {
        Terminal terminal = shop(WHOLE);
        terminal.type("backtest", "shop.yaml", "--weeks", "2", "--budget", "5s", "--json");
        String first = terminal.out();
        terminal.type("backtest", "shop.yaml", "--weeks", "2", "--budget", "5s", "--json");
        assertThat(terminal.out()).isEqualTo(first).contains("\"lead_of_models\"");
    }

    @Test
    void whatACampaignDoesNotDecideIsNotMeasured() throws IOException {
        Terminal terminal = shop("");
        assertThat(terminal.type("backtest", "shop.yaml", "--weeks", "1", "--budget", "5s"))
                .isZero();
        assertThat(terminal.out()).contains("not measured: without a schedule", "not measured: without slots");
    }

    @Test
    void tooShortALogIsTold() throws IOException {
        Terminal terminal = shop(WHOLE);
        Files.writeString(
                folder.resolve("events.csv"),
                "customer_id,event,timestamp,item_id,value\nc1,purchase,2026-02-20T09:00:00Z,i1,10\n");
        assertThat(terminal.type("backtest", "shop.yaml")).isEqualTo(2);
        assertThat(terminal.err()).contains("less than five whole weeks").contains("older event files");
    }

    @Test
    void weeksAreANumber() throws IOException {
        assertThat(shop(WHOLE).type("backtest", "shop.yaml", "--weeks", "0")).isEqualTo(2);
    }
}
