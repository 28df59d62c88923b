package org.personalize.bench;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;
import org.personalize.audience.Standing;
import org.personalize.history.History;
import org.personalize.history.Kind;

/** People and what they did, made up of numbers alone, so that nothing but planning is measured. */
final class PlanTown implements Audience {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Europe/London"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kolkata"));
    private static final int HOUR_SECONDS = 3600;
    private static final int DAY_HOURS = 24;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int people;
    private final int items;
    private final int days;
    private final long firstSecond;
    private final int[] starts;
    private final int[] events;
    private final int[] persons;

    /** One event in every hour of the last so many days for as many people as it takes. */
    PlanTown(int people, int items, int eventsEach, int days, long firstSecond) {
        this.people = people;
        this.items = items;
        this.days = days;
        this.firstSecond = firstSecond;
        persons = new int[people * eventsEach];
        starts = new int[people + 2];
        for (int event = 0; event < persons.length; event++) {
            persons[event] = (int) Long.remainderUnsigned(mix(event), people);
            starts[persons[event] + 2]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        events = new int[persons.length];
        for (int event = 0; event < persons.length; event++) {
            events[starts[persons[event] + 1]++] = event;
        }
    }

    private static long mix(long number) {
        long hash = (number + 1) * MIX;
        hash = (hash ^ hash >>> 32) * MIX;
        return hash ^ hash >>> 29;
    }

    /** Two of three people have an hour to which they keep. */
    private int hour(int event) {
        long own = mix(persons[event]);
        long drawn = mix(-event - 1L);
        boolean isOwn = own % 3 != 0 && drawn % 4 != 0;
        int evening = 8 + (int) Math.floorMod(drawn >>> 8, 14L);
        return isOwn ? (int) Math.floorMod(own >>> 8, (long) DAY_HOURS) : evening;
    }

    @Override
    public int size() {
        return people;
    }

    History history() {
        return new Log();
    }

    @Override
    public Customer customer(int person) {
        return new Somebody(person, ZONES.get(person % ZONES.size()));
    }

    @Override
    public int personOf(String customerId) {
        return Integer.parseInt(customerId.substring(1));
    }

    @Override
    public int personAt(String address) {
        return -1;
    }

    @Override
    public Standing standing(int person) {
        return Standing.MAY_BE_MAILED;
    }

    @Override
    public boolean allowsTracking(int person) {
        return true;
    }

    @Override
    public boolean allowsPersonalization(int person) {
        return person % 50 != 0;
    }

    @Override
    public List<String> columns() {
        return List.of("customer_id", "email");
    }

    @Override
    public Counts counts() {
        return new Counts(people, 0, 0);
    }

    private final class Log implements History {

        @Override
        public int size() {
            return persons.length;
        }

        @Override
        public int person(int event) {
            return persons[event];
        }

        @Override
        public int item(int event) {
            long drawn = mix(event * 3L);
            double skewed = Math.abs((drawn >>> 11) * 0x1.0p-53);
            return (int) (skewed * skewed * items);
        }

        @Override
        public Kind kind(int event) {
            return event % 3 == 0 ? Kind.PURCHASE : Kind.CLICK;
        }

        @Override
        public long second(int event) {
            long day = (long) event * days / persons.length;
            int offset = ZONES.get(persons[event] % ZONES.size())
                    .getRules()
                    .getOffset(java.time.Instant.ofEpochSecond(firstSecond))
                    .getTotalSeconds();
            return firstSecond + (day * DAY_HOURS + hour(event)) * HOUR_SECONDS - offset;
        }

        @Override
        public double value(int event) {
            return Double.NaN;
        }

        @Override
        public float weight(int event) {
            return event % 3 == 0 ? 3 : 1;
        }

        @Override
        public @Nullable String campaign(int event) {
            return null;
        }

        @Override
        public int[] eventsOf(int person) {
            return Arrays.copyOfRange(events, starts[person], starts[person + 1]);
        }

        @Override
        public Map<String, Long> counts() {
            return Map.of();
        }
    }

    private record Somebody(int number, ZoneId zone) implements Customer {

        @Override
        public String id() {
            return "c" + number;
        }

        @Override
        public String email() {
            return "c" + number + "@example.org";
        }

        @Override
        public @Nullable String text(String column) {
            return column.equals("country") ? "DE" : null;
        }

        @Override
        public @Nullable Object field(String name) {
            return null;
        }

        @Override
        public String language() {
            return "en";
        }
    }
}
