package org.personalize.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;
import org.personalize.audience.Standing;
import org.personalize.catalog.Catalog;
import org.personalize.catalog.Item;
import org.personalize.history.History;
import org.personalize.history.Kind;

/**
 * A shop of any size in memory, the same for the same sizes and seed. Wants fall off as in Zipf's law, over the whole shop
 * and within clusters of things that the same people want; a few people want a lot; some things are wanted again and again;
 * a third of the things come into the shop while the log goes on.
 */
final class TasteShop {

    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private static final long SECONDS = 730L * 86_400;
    private static final int CLUSTER = 100;
    private static final int CATEGORIES = 120;
    private static final int VOCABULARY = 4_000;
    private static final int OWN_CLUSTERS = 3;
    private static final int REMEMBERED = 8;
    private static final int COUNTRIES = 40;

    private final SplittableRandom random;
    private final int people;
    private final int items;
    private final int[] persons;
    private final int[] wanted;
    private final byte[] kinds;
    private final int[][] remembered;

    TasteShop(int people, int items, int events, long seed) {
        random = new SplittableRandom(seed);
        this.people = people;
        this.items = items;
        persons = new int[events];
        wanted = new int[events];
        kinds = new byte[events];
        remembered = new int[people][];
        for (int event = 0; event < events; event++) {
            happen(event);
        }
        Arrays.fill(remembered, null);
    }

    private void happen(int event) {
        double skewed = random.nextDouble();
        int person = (int) (skewed * skewed * people);
        int draw = random.nextInt(100);
        Kind kind = draw < 30 ? Kind.SENT : draw < 38 ? Kind.OPEN : draw < 50 ? Kind.CLICK : Kind.VIEW;
        kind = draw < 78 ? kind : Kind.PURCHASE;
        persons[event] = person;
        kinds[event] = (byte) kind.ordinal();
        wanted[event] = draw < 38 ? -1 : want(person, (double) event / persons.length);
        if (kind == Kind.PURCHASE) {
            remember(person, wanted[event]);
        }
    }

    private int want(int person, double time) {
        double draw = random.nextDouble();
        int[] own = remembered[person];
        if (draw < 0.25 && own != null) {
            return own[random.nextInt(REMEMBERED)];
        }
        int clusters = Math.max(1, items / CLUSTER);
        int place = draw < 0.8 ? cluster(person, clusters) + clusters * (zipf(CLUSTER + 1) - 1) : zipf(items) - 1;
        int item = Math.min(place, items - 1);
        return isThere(item, time) ? item : item / 3;
    }

    /** Of every three things one comes later than the log begins. */
    private static boolean isThere(int item, double time) {
        return item % 3 != 2 || (item * 0x9e37_79b9 >>> 8) / (double) (1 << 24) <= time;
    }

    private int cluster(int person, int clusters) {
        int nth = random.nextInt(OWN_CLUSTERS);
        double skewed = (((person + 1) * 0x85eb_ca6b * (nth + 1)) >>> 8) / (double) (1 << 24);
        return (int) (skewed * skewed * clusters);
    }

    /** From 1 to below a number, each in proportion to one divided by itself. */
    private int zipf(int below) {
        return (int) StrictMath.exp(random.nextDouble() * StrictMath.log(below));
    }

    private void remember(int person, int item) {
        if (remembered[person] == null) {
            remembered[person] = new int[REMEMBERED];
            Arrays.fill(remembered[person], item);
        }
        remembered[person][random.nextInt(REMEMBERED)] = item;
    }

    Audience audience() {
        return new Crowd(people);
    }

    Catalog catalog() {
        return new Warehouse(items);
    }

    History history() {
        return new Diary(people, persons, wanted, kinds);
    }

    private record Crowd(int size) implements Audience {
        @Override
        public Customer customer(int person) {
            return new Somebody(person);
        }

        @Override
        public int personOf(String customerId) {
            return Integer.parseInt(customerId);
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
            return true;
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Counts counts() {
            return new Counts(size, 0, 0);
        }
    }

    private record Somebody(int number) implements Customer {
        @Override
        public String id() {
            return Integer.toString(number);
        }

        @Override
        public String email() {
            return number + "@mail.example";
        }

        @Override
        public @Nullable String text(String column) {
            return column.equals("country") ? "country " + number % COUNTRIES : null;
        }

        @Override
        public String language() {
            return "en";
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public @Nullable Object field(String name) {
            return null;
        }
    }

    private record Thing(int number, String id, String title, String category, List<String> tags) implements Item {
        @Override
        public @Nullable Object field(String name) {
            return name.equals("category") ? category : null;
        }
    }

    private static final class Warehouse implements Catalog {

        private final Thing[] things;
        private final Map<String, Integer> numbers = new HashMap<>();

        Warehouse(int items) {
            things = new Thing[items];
            int clusters = Math.max(1, items / CLUSTER);
            for (int item = 0; item < items; item++) {
                int first = (int) StrictMath.sqrt((double) (item * 0x9e37_79b9 >>> 8));
                String title = "word" + first % VOCABULARY + " word" + item % VOCABULARY + " kind" + item % clusters;
                var tags = List.of("tag" + item % 7, "tag" + item % 11);
                things[item] = new Thing(item, "i" + item, title, "category " + item % clusters % CATEGORIES, tags);
                numbers.put("i" + item, item);
            }
        }

        @Override
        public int size() {
            return things.length;
        }

        @Override
        public Item item(int number) {
            return things[number];
        }

        @Override
        public int itemOf(String itemId) {
            return numbers.getOrDefault(itemId, -1);
        }

        @Override
        public boolean isAvailable(int item, Instant at) {
            return true;
        }

        @Override
        public List<String> columns() {
            return List.of("item_id", "title", "category", "tags");
        }
    }

    private static final class Diary implements History {

        private static final Kind[] KINDS = Kind.values();
        private final int[] persons;
        private final int[] wanted;
        private final byte[] kinds;
        private final int[] starts;
        private final int[] byPerson;

        Diary(int people, int[] persons, int[] wanted, byte[] kinds) {
            this.persons = persons;
            this.wanted = wanted;
            this.kinds = kinds;
            starts = new int[people + 1];
            Arrays.stream(persons).forEach(person -> starts[person + 1]++);
            Arrays.parallelPrefix(starts, Integer::sum);
            int[] next = starts.clone();
            byPerson = new int[persons.length];
            for (int event = 0; event < persons.length; event++) {
                byPerson[next[persons[event]]++] = event;
            }
        }

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
            return wanted[event];
        }

        @Override
        public Kind kind(int event) {
            return KINDS[kinds[event]];
        }

        @Override
        public long second(int event) {
            return NOW.getEpochSecond() - SECONDS + (long) ((double) event / persons.length * SECONDS);
        }

        @Override
        public double value(int event) {
            return Double.NaN;
        }

        @Override
        public float weight(int event) {
            return switch (kind(event)) {
                case PURCHASE -> 3;
                case CLICK -> 1;
                case VIEW -> 0.3f;
                default -> 0;
            };
        }

        @Override
        public @Nullable String campaign(int event) {
            return null;
        }

        @Override
        public int[] eventsOf(int person) {
            return Arrays.copyOfRange(byPerson, starts[person], starts[person + 1]);
        }

        @Override
        public Map<String, Long> counts() {
            return Map.of();
        }
    }
}
