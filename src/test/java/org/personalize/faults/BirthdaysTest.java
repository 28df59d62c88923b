package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.personalize.ledger.Occupied;

/** The guide's birthday mail, with a run every three hours, for people all around the world who have their birthday on one day. */
class BirthdaysTest extends AtARelay {

    private static final Map<String, String> ZONES = Map.of(
            "auckland@d1.example", "Pacific/Auckland",
            "honolulu@d1.example", "Pacific/Honolulu",
            "angeles@d1.example", "America/Los_Angeles",
            "paris@d1.example", "Europe/Paris");

    @Test
    void everyPersonGetsOneMailOnTheirBirthdayByTheirOwnClock() throws IOException, Occupied {
        Shop shop = Shop.named("birthday", folder, relay, 0);
        var rows = new StringBuilder("customer_id,email,first_name,opt_in,time_zone,birthday\n");
        ZONES.forEach((email, zone) ->
                rows.append(email.substring(0, 3) + ',' + email + ",Ann,yes," + zone + ",1990-03-02\n"));
        rows.append("other,other@d1.example,Bob,yes,Europe/Paris,1990-07-02\n");
        shop.write("customers.csv", rows.toString());
        shop.with(
                "{consent: opt_in}",
                "{consent: opt_in, where: \"customer.birthday?string('MM-dd') == now?string('MM-dd')\"}");
        shop.with("schedule: {repeat: daily, quiet_hours: 21:00-07:00}");

        var days = new TreeMap<String, LocalDate>();
        Instant start = Instant.parse("2026-03-01T00:05:00Z");
        for (int hour = 0; hour < 72; hour += 3) {
            Instant now = start.plus(Duration.ofHours(hour));
            var before = new TreeSet<>(relay.accepted().keySet());
            shop.sendAt(now);
            relay.accepted().keySet().stream()
                    .filter(email -> !before.contains(email))
                    .forEach(email ->
                            days.put(email, LocalDate.ofInstant(now, ZoneId.of(ZONES.getOrDefault(email, "UTC")))));
        }
        assertThat(days.keySet()).isEqualTo(ZONES.keySet());
        assertThat(days.values()).containsOnly(LocalDate.parse("2026-03-02"));
        assertThat(relay.accepted().values()).containsOnly(1);
    }
}
