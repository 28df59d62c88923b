package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.personalize.audience.Standing;
import org.personalize.campaign.Campaign.Groups;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Slot.Otherwise;
import org.personalize.history.Kind;

class PlanFileTest {

    private static final Origin ORIGIN = new Origin(
            "0.1.0", "17.0.1", "2025a", "", List.of(new Fingerprint("customers", "data/people.csv", 17, "5e1f")));

    private final Village village = new Village();

    @Test
    void everybodyIsWrittenOnceInTheOrderOfTheIds() throws IOException {
        village.window("2026-03-03T00:00", "2026-03-04T00:00");
        village.slots.add(
                new Slot("picks", 2, 0, Otherwise.HIDE, Slot.From.ALL, null, false, null, 0, List.of("b"), Map.of()));
        village.ware("a", null);
        village.ware("b", null);
        village.person("𐀀").is(Standing.NO_CONSENT);
        village.person("=ben").in("Asia/Kathmandu");
        village.person("\uffee").is(Standing.UNSUBSCRIBED);
        Planning planning = village.planning();
        Plan plan = Planner.plan(planning);
        String sendAt = plan.decision(1).sendAt().toString();

        StringBuilder out = new StringBuilder();
        new PlanFile(planning, plan).csv(out);

        assertThat(out.toString())
                .isEqualTo("customer_id,email,campaign,status,reason,send_at,local_time,hour_chance,variant,"
                        + "variant_chance,group,picks\n"
                        + "'=ben,'=ben@example.org,spring,planned,," + sendAt + "," + local(sendAt)
                        + ",1.000000,only,1.000000,,b|a\n"
                        + "\uffee,\uffee@example.org,spring,skipped,unsubscribed,,,,,,,\n"
                        + "𐀀,𐀀@example.org,spring,skipped,no_consent,,,,,,,\n");
    }

    private static String local(String sendAt) {
        return Instant.parse(sendAt)
                .atOffset(ZoneOffset.ofHoursMinutes(5, 45))
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx"));
    }

    @Test
    void theJsonSaysWhatItCameFrom() throws IOException {
        village.groups = new Groups(0, 1);
        village.slots.add(village.slot("picks", 1));
        village.ware("a\"b", null);
        village.person("ann");
        village.person("ben").is(Standing.BOUNCED);
        Planning planning = village.planning();
        Plan plan = Planner.plan(planning);
        StringBuilder out = new StringBuilder();

        new PlanFile(planning, plan).json(out, ORIGIN, Counts.of(planning, plan));

        assertThat(out.toString()).isEqualTo("""
                        {"format":1,"version":"0.1.0","java":"17.0.1","time_zones":"2025a",\
                        "inputs":[{"role":"customers","file":"data/people.csv","bytes":17,"sha256":"5e1f"}],\
                        "campaign":"spring","occurrence":"","now":"2026-03-02T09:00:00Z",\
                        "seed":"sha256:05cfbe283381aab8902e93d508ff031c0bcd3f95501c59ee28ac34b21b240fa3",\
                        "counts":{"campaign":"spring","read":5,"gone":0,"duplicates":2,"put_aside":1,\
                        "skipped":{"bounced":1},"no_mail":0,"planned":1,"plain_mail":1,"rendered":0,"waiting":0,"due":1,\
                        "accepted":0,"deferred":0,"refused":0,"doubtful":0,"expired":0,"held":0},\
                        "people":[
                        {"customer_id":"ann","email":"ann@example.org","campaign":"spring","status":"planned",\
                        "send_at":"2026-03-02T09:00:00Z","local_time":"2026-03-02T09:00:00+00:00",\
                        "hour_chance":1.000000,"variant":"only","variant_chance":1.000000,"group":"plain_mail",\
                        "slots":{"picks":[{"item_id":"a\\"b","why":"popular"}]}},
                        {"customer_id":"ben","email":"ben@example.org","campaign":"spring","status":"skipped",\
                        "reason":"bounced"}
                        ],"seal":"9087bfe6fe8d6e6e46b521ee88603d91bce460791a0eddde75ab7a08e56e04ce"}
                        """);
    }

    @Test
    void countsAddUpOrThereAreNone() {
        village.groups = new Groups(0.2, 0.2);
        village.people(100);
        village.people.get(0).is(Standing.BOUNCED);
        Planning planning = village.planning();
        Counts counts = Counts.of(planning, Planner.plan(planning));

        assertThat(counts.read()).isEqualTo(103);
        assertThat(counts.skipped()).isEqualTo(Map.of(Reason.BOUNCED, 1L));
        assertThat(counts.due()).isEqualTo(counts.planned());
        Counts later = counts.afterRendering(counts.planned(), 0, 2, 0, List.of("a warning"));
        assertThat(later.held()).isEqualTo(2);
        assertThat(later.due()).isEqualTo(counts.due() - 2);
    }

    @Test
    void thePlanIsTheSameOnAnyNumberOfCores() {
        long seed = 3;
        fill(new Random(seed), 9_000);
        String alone = inPool(1);

        assertThat(inPool(4)).as("seed %d", seed).isEqualTo(alone);
    }

    private String inPool(int cores) {
        ForkJoinPool pool = new ForkJoinPool(cores);
        AtomicReference<String> written = new AtomicReference<>("");
        try {
            pool.submit(() -> written.set(write())).join();
        } finally {
            pool.shutdown();
        }
        return written.get();
    }

    private String write() {
        Planning planning = village.planning();
        Plan plan = Planner.plan(planning);
        StringBuilder out = new StringBuilder();
        try {
            new PlanFile(planning, plan).json(out, ORIGIN, Counts.of(planning, plan));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private void fill(Random random, int people) {
        List<String> zones = List.of("Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC", "Pacific/Apia");
        List<String> countries = List.of("DE", "FR", "US");
        village.window("2026-03-28T06:00", "2026-03-30T22:00").quiet("21:00", "07:00");
        village.groups = new Groups(0.05, 0.1);
        village.variants = List.of("plain", "picked");
        village.shares = Map.of("plain", 0.5, "picked", 0.5);
        village.randomHours = 0.03;
        village.maxPerHour = 200;
        village.hours = person -> new Random(person).doubles(24).toArray();
        for (int item = 0; item < 80; item++) {
            village.ware("i" + item, "k" + item % 7).with("market", countries.get(item % 3));
        }
        village.wheres.put(
                "picks",
                Village.condition(values -> values.get(0).equals(values.get(1)), "item.market", "customer.country"));
        village.slots.add(village.slot("hero", 1));
        village.slots.add(new Slot(
                "picks",
                4,
                2,
                Otherwise.SKIP_PERSON,
                Slot.From.ALL,
                null,
                false,
                Duration.ofDays(30),
                2,
                List.of("i5"),
                Map.of("i9", 2.0)));
        for (int i = 0; i < people; i++) {
            var person = village.person(Integer.toHexString(random.nextInt()) + "-" + i)
                    .in(zones.get(random.nextInt(zones.size())));
            if (random.nextInt(50) > 0) {
                person.with("country", countries.get(random.nextInt(3)));
            }
        }
        village.event(0, Kind.PURCHASE, 0, Village.NOW, null);
    }
}
