package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is told of one person must agree with the numbers beside it, and with what really decides their mail. */
class ExplainTruthTest {

    private static final String SCHEDULE = "schedule: {start: 2026-03-02T00:00, end: 2026-03-03T23:00}";

    @TempDir
    Path folder;

    private Terminal shop(String... keys) throws IOException {
        LearningShop.in(folder);
        String audience = "audience: {consent: opt_in, personalization_consent: profiling_ok}\nsubject: News\n";
        Files.writeString(
                folder.resolve("shop.yaml"),
                Files.readString(folder.resolve("shop.yaml")) + audience + String.join("\n", keys) + "\n");
        return new Terminal(folder);
    }

    private Terminal trained(String... keys) throws IOException {
        Terminal terminal = shop(keys);
        terminal.type("train", "shop.yaml", "--budget", "5s");
        return terminal;
    }

    private static String told(Terminal terminal, String... arguments) {
        List<String> all = new ArrayList<>(List.of("explain", "shop.yaml"));
        all.addAll(List.of(arguments));
        assertThat(terminal.type(all.toArray(String[]::new))).as(terminal.err()).isZero();
        return terminal.out().replace('\u00a0', ' ');
    }

    /** What was told, with its lines joined again. */
    private static String sentences(Terminal terminal, String... arguments) {
        return told(terminal, arguments).replaceAll("\\s+", " ");
    }

    private static List<MatchResult> all(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).results().toList();
    }

    @Test
    void thePastItemThatIsNamedAddsMostOfAllAndAgreesWithThePlan() throws IOException {
        Terminal terminal = trained("slots: {picks: {pick: 6}}", SCHEDULE);
        int named = 0;
        for (int person = 0; person < 30; person++) {
            String json = told(terminal, "c" + person, "--json");
            String text = sentences(terminal, "c" + person);
            for (MatchResult item : all(
                    "\"item_id\": \"(i\\d+)\",\\s+\"title\": \"([^\"]+)\",\\s+\"why\": \"(\\w+)\",(.*?)\\n {8}}",
                    json)) {
                Map<String, Double> sums = sums(item.group(4));
                for (MatchResult lead : all(
                        Pattern.quote(item.group(2) + " (" + item.group(1) + "): because they ")
                                + "(?:bought|looked at) (Thing \\d+) on",
                        text)) {
                    String told = "c" + person + ", " + item.group(1) + " for " + item.group(3);
                    assertThat(sums.get(lead.group(1))).as(told).isPositive().isEqualTo(Collections.max(sums.values()));
                    assertThat(lead.group(1).equals(item.group(2)))
                            .as(told)
                            .isEqualTo(item.group(3).equals("again"));
                    named++;
                }
            }
        }
        assertThat(named).isGreaterThan(10);
    }

    /** All that each past item adds, over every contribution. */
    private static Map<String, Double> sums(String json) {
        Map<String, Double> sums = new HashMap<>();
        String contributions = json.substring(json.indexOf("\"contributions\"")).split("\n {10}\"because\"", 2)[0];
        for (MatchResult past :
                all("\"title\": \"([^\"]+)\",\\s+\"event\".*?\"log_odds\": ([-\\d.E]+)", contributions)) {
            sums.merge(past.group(1), Double.parseDouble(past.group(2)), Double::sum);
        }
        return sums;
    }

    @Test
    void whoAskedForItIsToldSo() throws IOException {
        Terminal terminal = trained("slots: {picks: {pick: 3}}", SCHEDULE);
        Path customers = folder.resolve("customers.csv");
        Files.writeString(
                customers,
                Files.readString(customers)
                        .replace("profiling_ok,age\n", "profiling_ok,age,interests\n")
                        .replaceAll("(?m)(,\\d+)$", "$1,tents"));
        assertThat(told(terminal, "new")).contains(": because they asked for tents\n");
    }

    @Test
    void whatNobodyMeasuredIsNoChance() throws IOException {
        Terminal terminal = shop("slots: {picks: {pick: 3}}", SCHEDULE);
        assertThat(told(terminal, "c4", "--json"))
                .contains("\"score\": ", "\"chance\": null")
                .doesNotContain("\"chance\": 0");
        assertThat(sentences(terminal, "c4"))
                .contains("no chance was measured", "how much they gain was not measured")
                .doesNotContain("a chance of", "a forecast of", "times as likely");
    }

    @Test
    void aModelThatLearnedTooLittleTellsNoChanceEither() throws IOException {
        Terminal terminal = shop("slots: {picks: {pick: 3}}", SCHEDULE);
        Files.writeString(
                folder.resolve("events.csv"),
                "customer_id,event,timestamp,item_id,value\nc4,purchase,2026-03-01T10:00:00Z,i2,12\n");
        terminal.type("train", "shop.yaml", "--budget", "5s");
        assertThat(told(terminal, "c4", "--json")).contains("\"chance\": null").doesNotContain("\"chance\": 0");
        assertThat(sentences(terminal, "c4"))
                .contains("1 event of this person, on 1 March 2026: purchase 1.", "no chance was measured")
                .doesNotContain("a chance of", "a forecast of");
    }

    @Test
    void aForecastIsCalledOneAndSaysForHowLong() throws IOException {
        Terminal terminal = trained("slots: {picks: {pick: 3}}", SCHEDULE);
        assertThat(sentences(terminal, "c4"))
                .contains(
                        "sum of points: a forecast of ",
                        "A forecast is the chance that they take it within about ",
                        " days: buy it")
                .doesNotContain("together, a chance of");
        assertThat(told(terminal, "c4", "--json")).containsPattern("\"chance_days\": \\d+");
    }

    @Test
    void plainMailIsToldByWhatDecidesIt() throws IOException {
        Terminal terminal = trained("groups: {plain_mail: 98%}", "slots: {picks: {pick: 3}}", SCHEDULE);
        assertThat(sentences(terminal, "c4"))
                .contains("the permitted hour that suits most people", "The most popular items that the rules leave")
                .contains("plain mail has the first variant")
                .doesNotContain("not permitted, full or past", "Points add up", "variant drew", "hour drew", "Best at");
    }

    @Test
    void whoRefusesPersonalizationIsToldOfNoDrawThatDecidesNothing() throws IOException {
        Terminal terminal = trained("slots: {picks: {pick: 3}}", "groups: {no_mail: 1%, plain_mail: 1%}", SCHEDULE);
        LearningShop.customers(folder, "c7");
        assertThat(sentences(terminal, "c7"))
                .contains(
                        "The plain mail: they do not consent to personalization.",
                        "below 0.01 no mail, else the plain mail")
                .doesNotContain("Points add up", "variant drew", "hour drew", "from 0.99 on");
    }

    @Test
    void theHighestBarIsTheBestHourAndTheGainIsReadOffTheBars() throws IOException {
        Terminal terminal = trained(SCHEDULE);
        for (int person = 0; person < 12; person++) {
            String json = told(terminal, "c" + person, "--json");
            double[] values = Arrays.stream(all("\"values\": \\[(.*?)]", json)
                            .get(0)
                            .group(1)
                            .strip()
                            .split(",\\s*"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            int best = (int) number("best_hour", json);
            assertThat(values[best]).isEqualTo(Arrays.stream(values).max().orElseThrow());
            assertThat(values[best] / values[(int) number("usual_hour", json)] - 1)
                    .isCloseTo(number("gain", json), withinPercentage(0.1));
            if (json.contains("\"personal\": true")) {
                assertThat(highestBar(told(terminal, "c" + person)))
                        .as("c" + person)
                        .isEqualTo(best);
            }
        }
    }

    private static double number(String key, String json) {
        return Double.parseDouble(
                all("\"" + key + "\": ([-\\d.E]+)", json).get(0).group(1));
    }

    /** The hour above which the first full block stands. */
    private static int highestBar(String text) {
        return text.lines()
                .filter(line -> line.contains("██"))
                .findFirst()
                .map(line -> (line.indexOf("██") - "  own actions ".length()) / 3)
                .orElseThrow();
    }

    @Test
    void whyTheBestHourIsNotTakenIsToldForWhatItIs() throws IOException {
        String quiet = "schedule: {start: 2026-03-02T00:00, end: 2026-03-03T23:00, quiet_hours: 06:00-12:00}";
        assertThat(sentences(trained(quiet), "c4")).contains(" h is not permitted (quiet hours");
        String over = "schedule: {start: 2026-03-02T00:00, end: 2026-03-02T23:00}";
        Files.writeString(folder.resolve("shop.yaml"), campaign(over));
        assertThat(sentences(new Terminal(folder), "c4", "--now", "2026-03-02T13:00Z"))
                .contains(" h is past; ");
        String full = "schedule: {start: 2026-03-02T00:00, end: 2026-03-03T23:00, max_per_hour: 3}";
        Files.writeString(folder.resolve("shop.yaml"), campaign(full));
        List<String> told = new ArrayList<>();
        for (int person = 0; person < 10; person += 2) {
            told.add(sentences(new Terminal(folder), "c" + person));
        }
        assertThat(told).anyMatch(text -> text.contains("Others have the room that the relay leaves at "));
    }

    private String campaign(String schedule) throws IOException {
        return Files.readString(folder.resolve("shop.yaml")).replaceAll("(?m)^schedule:.*$", schedule);
    }

    @Test
    void noMoreThanALittleIsLeftUntold() throws IOException {
        Terminal terminal = trained("slots: {picks: {pick: 6}}", SCHEDULE);
        for (int person = 0; person < 12; person++) {
            for (MatchResult rest : all("and \\d+ smaller ones? +([+−]?[\\d.]+)", told(terminal, "c" + person))) {
                assertThat(Math.abs(Double.parseDouble(rest.group(1).replace('−', '-'))))
                        .isLessThanOrEqualTo(0.3);
            }
        }
    }

    @Test
    void aSingleSubjectIsNoVariantAndAMissingZoneIsCalledUtc() throws IOException {
        Terminal terminal = trained("slots: {picks: {pick: 3}}", SCHEDULE);
        Path customers = folder.resolve("customers.csv");
        Files.writeString(customers, Files.readString(customers).replace(",GB,", ",,"));
        assertThat(sentences(terminal, "c4"))
                .contains(" in UTC.")
                .doesNotContain("variant", "one subject", "own actions are known, older ones counting less");
    }
}
