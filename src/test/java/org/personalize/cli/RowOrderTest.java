package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a file is sorted says nothing about anybody, so that nothing may follow from it. */
class RowOrderTest {

    private static final long SEED = 7;
    private static final int PEOPLE = 150;
    private static final int ITEMS = 90;
    private static final Instant START = Instant.parse("2025-09-01T00:00:00Z");

    @TempDir
    Path folder;

    /** People of many hours and tastes, so that samples, middles of groups and sums have something to differ in. */
    private void layOut() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), """
                campaign: shop
                data: {customers: customers.csv, items: items.csv, events: events.csv}
                """);
        var customers = new StringBuilder("customer_id,email,country\n");
        var items = new StringBuilder("item_id,title,category\n");
        var events = new StringBuilder("customer_id,event,timestamp,item_id\n");
        for (int item = 0; item < ITEMS; item++) {
            items.append("i%d,Thing %d of %d,kind %d\n".formatted(item, item % 11, item % 7, item % 5));
        }
        var random = new Random(SEED);
        for (int person = 0; person < PEOPLE; person++) {
            customers.append("c%d,c%d@one.example,%s\n".formatted(person, person, person % 3 == 0 ? "GB" : "IE"));
            int first = random.nextInt(170);
            double usual = random.nextInt(24);
            int visits = random.nextInt(40);
            for (int visit = 0; visit < visits; visit++) {
                long day = first + (long) (random.nextDouble() * (180 - first));
                long hour = Math.floorMod(Math.round(usual + 2 * random.nextGaussian()), 24);
                Instant when = START.plusSeconds((day * 24 + hour) * 3_600 + random.nextInt(3_600));
                int item = (int) (ITEMS * Math.pow(random.nextDouble(), 2)) / 5 * 5 + random.nextInt(1 + person % 5);
                events.append("c%d,purchase,%s,i%d\n".formatted(person, when, item));
            }
        }
        Files.writeString(folder.resolve("customers.csv"), customers);
        Files.writeString(folder.resolve("items.csv"), items);
        Files.writeString(folder.resolve("events.csv"), events);
    }

    /** What a model and its scores say, lines of people sorted, as these stand in the order of the file. */
    private List<String> learned(boolean isTrained) throws IOException {
        var terminal = new Terminal(folder);
        List<String> told = new ArrayList<>();
        if (isTrained) {
            assertThat(terminal.type("train", "shop.yaml", "--budget", "5s", "--details"))
                    .as(terminal.err())
                    .isZero();
            told.add(terminal.out());
        }
        terminal.type("score", "times", "shop.yaml", "--out", "t.csv", "--cold");
        terminal.type("score", "items", "shop.yaml", "--out", "i.csv", "--cold", "--seen", "include", "--top", "100");
        for (String file : List.of("t.csv", "i.csv")) {
            told.addAll(
                    Files.readAllLines(folder.resolve(file)).stream().sorted().toList());
        }
        return told;
    }

    private void shuffle(String file) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(rows, new Random(SEED));
        rows.add(0, lines.get(0));
        Files.write(folder.resolve(file), rows);
    }

    @ParameterizedTest
    @CsvSource({"customers.csv, true", "items.csv, true", "customers.csv, false", "items.csv, false"})
    void otherOrderOfRowsSameModelAndSameScores(String file, boolean isTrained) throws IOException {
        layOut();
        List<String> first = learned(isTrained);
        shuffle(file);
        assertThat(learned(isTrained)).isEqualTo(first);
    }

    @Test
    void scoresStandInTheOrderOfTheFile() throws IOException {
        layOut();
        shuffle("customers.csv");
        learned(false);
        assertThat(ids("t.csv")).isEqualTo(ids("customers.csv"));
    }

    private List<String> ids(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }
}
