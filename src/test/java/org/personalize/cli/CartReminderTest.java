package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's reminder of what was left in the cart, against a walk through the event files by other means. */
class CartReminderTest {

    private static final Instant NOW = Instant.parse("2026-09-15T09:00:00Z");

    @TempDir
    Path folder;

    @Test
    void everybodyIsRemindedOfTheirOwnCartAndNobodyWhoBoughtSince() throws IOException {
        var terminal = new Terminal(folder);
        assertThat(terminal.type("init", "shop")).as(terminal.err()).isZero();
        Path shop = folder.resolve("shop");
        var there = new Terminal(shop);
        assertThat(there.type("plan", "cart-reminder.yaml", "--now", NOW.toString(), "--out", "plan.csv"))
                .as(there.err())
                .isZero();

        Map<String, Map<String, Instant>> carts = carts(shop.resolve("events"));
        int planned = 0;
        for (CSVRecord row : rows(Files.newBufferedReader(shop.resolve("plan.csv")))) {
            if (row.get("status").equals("planned")) {
                planned++;
                Map<String, Instant> cart = carts.getOrDefault(row.get("customer_id"), Map.of());
                assertThat(cart.keySet()).containsAll(Set.of(row.get("left").split("\\|")));
                assertThat(Duration.between(
                                        cart.values().stream()
                                                .max(Instant::compareTo)
                                                .orElseThrow(),
                                        NOW)
                                .toHours())
                        .isBetween(2L, 71L);
            }
        }
        assertThat(planned).isGreaterThan(10);
    }

    /** What each customer put into the cart after the last order. */
    private static Map<String, Map<String, Instant>> carts(Path events) throws IOException {
        List<CSVRecord> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(events)) {
            for (Path file : files.toList()) {
                all.addAll(rows(new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))));
            }
        }
        Map<String, Instant> orders = new HashMap<>();
        for (CSVRecord row : all) {
            if (row.get("event").equals("purchase") && !at(row).isAfter(NOW)) {
                orders.merge(row.get("customer_id"), at(row), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        Map<String, Map<String, Instant>> carts = new HashMap<>();
        for (CSVRecord row : all) {
            String customer = row.get("customer_id");
            if (row.get("event").equals("cart")
                    && !at(row).isAfter(NOW)
                    && at(row).isAfter(orders.getOrDefault(customer, Instant.EPOCH))) {
                carts.computeIfAbsent(customer, c -> new HashMap<>())
                        .merge(row.get("item_id"), at(row), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return carts;
    }

    private static Instant at(CSVRecord row) {
        return OffsetDateTime.parse(row.get("timestamp")).toInstant();
    }

    private static List<CSVRecord> rows(BufferedReader file) throws IOException {
        try (file) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(file)
                    .getRecords();
        }
    }
}
