package org.personalize.plan;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;
import org.personalize.audience.Standing;
import org.personalize.campaign.AudienceRules;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Schedule;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.campaign.Schedule.QuietHours;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Slot.Otherwise;
import org.personalize.campaign.Sources;
import org.personalize.campaign.Text;
import org.personalize.campaign.Text.Line;
import org.personalize.catalog.Catalog;
import org.personalize.catalog.Item;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.plan.LedgerFacts.Mailing;
import org.personalize.problem.Place;
import org.personalize.rhythm.Hours;
import org.personalize.taste.Ranking;
import org.personalize.template.Condition;
import org.personalize.template.Fields;

/** A small world to plan for; everything can be set, and what is not set asks for nothing. */
final class Village {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    final List<Person> people = new ArrayList<>();
    final List<Ware> wares = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Slot> slots = new ArrayList<>();
    final Map<String, Condition> wheres = new LinkedHashMap<>();
    final Map<String, List<Mailing>> mailings = new HashMap<>();
    final Map<Long, Integer> promised = new HashMap<>();

    @Nullable
    Condition where;

    Instant now = NOW;
    String seed = "village";
    String name = "spring";
    String occurrence = "";
    Campaign.Groups groups = new Campaign.Groups(0, 0);
    List<String> variants = List.of("only");
    Map<String, Double> shares = Map.of();
    int quietDays;
    int maxPerWeek;

    @Nullable
    Duration repeatAfter;

    AudienceRules.@Nullable Follows follows;
    boolean isScheduled;

    @Nullable
    Edge start;

    @Nullable
    Edge end;

    @Nullable
    QuietHours quiet;

    Set<DayOfWeek> avoidWeekdays = Set.of();
    Set<LocalDate> avoidDates = Set.of();
    int maxPerHour;
    double randomHours;
    Schedule.Repeat repeat = Schedule.Repeat.NEVER;
    int limit = Planning.NO_LIMIT;
    Set<Integer> only = Set.of();
    Function<Integer, double[]> hours = person -> at(9);
    double[] around = at(8);
    Ranking ranking = new InFileOrder();

    /** Somebody who may be mailed, in UTC. */
    Person person(String id) {
        Person person = new Person(people.size(), id);
        people.add(person);
        return person;
    }

    void people(int count) {
        for (int i = 0; i < count; i++) {
            person("c" + i);
        }
    }

    Ware ware(String id, @Nullable String category, String... tags) {
        Ware ware = new Ware(wares.size(), id, category, List.of(tags));
        wares.add(ware);
        return ware;
    }

    void event(int person, Kind kind, int item, Instant at, @Nullable String campaign) {
        events.add(new Event(person, kind, item, at, campaign));
    }

    Slot slot(String slotName, int pick) {
        return new Slot(slotName, pick, 0, Otherwise.HIDE, null, false, null, 0, List.of(), Map.of());
    }

    Village window(String from, String to) {
        isScheduled = true;
        start = edge(from);
        end = edge(to);
        return this;
    }

    static Edge edge(String text) {
        return text.endsWith("Z")
                ? new Edge(LocalDateTime.parse(text.substring(0, text.length() - 1)), ZoneOffset.UTC)
                : new Edge(LocalDateTime.parse(text), null);
    }

    Village quiet(String from, String to) {
        quiet = new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
        return this;
    }

    /** All the chance in one hour. */
    static double[] at(int hour) {
        double[] chances = new double[24];
        chances[hour] = 1;
        return chances;
    }

    Schedule schedule() {
        return new Schedule(
                isScheduled,
                start,
                end,
                quiet,
                avoidWeekdays,
                avoidDates,
                ZoneOffset.UTC,
                maxPerHour,
                randomHours,
                null,
                repeat,
                false);
    }

    Campaign campaign() {
        return new Campaign(
                name,
                Path.of("/village/spring.yaml"),
                Path.of("/village"),
                new Campaign.Sender("Acme", "news@acme.example"),
                null,
                new Sources(null, null, null, List.of(), Map.of(), null),
                List.of("en"),
                variants.stream().map(Village::variant).toList(),
                new Campaign.Split(false, shares),
                Campaign.Goal.CLICK,
                null,
                Path.of("/village/spring.ftlh"),
                null,
                List.of(),
                Set.of(),
                new AudienceRules(null, "opt_in", null, null, null, quietDays, maxPerWeek, repeatAfter, follows),
                groups,
                slots,
                schedule(),
                0,
                null,
                null,
                new Campaign.Compliance(null, null, null, null, "sales"),
                new Campaign.Links(false, null),
                new Campaign.Images(null, null),
                Path.of("/village/models"),
                "/village/personalize.db",
                Path.of("/village/personalize.key"),
                seed);
    }

    private static Campaign.Variant variant(String variantName) {
        return new Campaign.Variant(
                variantName, new Text(Map.of("", new Line("Hello", new Place("spring.yaml", 1, 1, "")))));
    }

    Planning planning() {
        return new Planning(
                campaign(),
                occurrence,
                start,
                end,
                new Folk(),
                new Wares(),
                new Deeds(),
                this::scope,
                new Planning.Conditions(where, wheres),
                new Likely(),
                ranking,
                new Facts(),
                Promises.NONE,
                now,
                limit,
                only);
    }

    Plan plan() {
        return Planner.plan(planning());
    }

    Decision decision(String id) {
        Plan plan = plan();
        return plan.decision(new Folk().personOf(id));
    }

    /** The items of one slot by id. */
    List<String> shown(String id, String slot) {
        return decision(id).slots().get(slot).stream()
                .map(choice -> wares.get(choice.item()).id())
                .toList();
    }

    List<String> whys(String id, String slot) {
        return decision(id).slots().get(slot).stream().map(Decision.Choice::why).toList();
    }

    private Fields scope(int person) {
        return top -> top.equals("customer") ? people.get(person) : null;
    }

    /** A condition that compares what it finds at paths; missing when one of them leads nowhere. */
    static Condition condition(Function<List<Object>, Boolean> test, String... paths) {
        return new Condition() {
            @Override
            public Answer ask(Fields scope, ZoneId zone) {
                List<Object> values = new ArrayList<>();
                for (String path : paths) {
                    Object value = FieldPath.of(path).in(scope);
                    if (value == null) {
                        return Answer.MISSING;
                    }
                    values.add(value);
                }
                return test.apply(values) ? Answer.YES : Answer.NO;
            }

            @Override
            public Set<String> references() {
                return Set.of(paths);
            }

            @Override
            public String source() {
                return String.join(" and ", paths);
            }
        };
    }

    static final class Person implements Customer {
        private final int number;
        private final String id;
        private final Map<String, Object> fields = new HashMap<>();
        ZoneId zone = ZoneOffset.UTC;
        Standing standing = Standing.MAY_BE_MAILED;
        boolean allowsPersonalization = true;
        boolean hasPersonalHour = true;

        Person(int number, String id) {
            this.number = number;
            this.id = id;
        }

        Person with(String column, Object value) {
            fields.put(column, value);
            return this;
        }

        Person in(String zoneId) {
            zone = ZoneId.of(zoneId);
            return this;
        }

        Person is(Standing other) {
            standing = other;
            return this;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String email() {
            return id + "@example.org";
        }

        @Override
        public @Nullable String text(String column) {
            Object value = field(column);
            return value == null ? null : value.toString();
        }

        @Override
        public String language() {
            return "en";
        }

        @Override
        public ZoneId zone() {
            return zone;
        }

        @Override
        public @Nullable Object field(String column) {
            return fields.get(column);
        }
    }

    static final class Ware implements Item {
        private final int number;
        private final String id;
        private final @Nullable String category;
        private final List<String> tags;
        private final Map<String, Object> fields = new HashMap<>();

        @Nullable
        Instant availableFrom;

        Ware(int number, String id, @Nullable String category, List<String> tags) {
            this.number = number;
            this.id = id;
            this.category = category;
            this.tags = tags;
        }

        Ware with(String column, Object value) {
            fields.put(column, value);
            return this;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String title() {
            return id;
        }

        @Override
        public @Nullable String category() {
            return category;
        }

        @Override
        public List<String> tags() {
            return tags;
        }

        @Override
        public @Nullable Object field(String column) {
            return fields.get(column);
        }
    }

    record Event(
            int person,
            Kind kind,
            int item,
            Instant at,
            @Nullable String campaign) {}

    /** The first item of the file is everybody's favourite, and so on down; the scores are 1, 1/2, 1/3, … */
    private final class InFileOrder implements Ranking {
        @Override
        public void score(int person, double[] scores) {
            Arrays.setAll(scores, item -> 1.0 / (item + 1));
        }

        @Override
        public double[] popular() {
            double[] scores = new double[wares.size()];
            score(0, scores);
            return scores;
        }

        @Override
        public String why(int person, int item) {
            return "interest";
        }
    }

    private final class Likely implements Hours {
        @Override
        public double[] chances(int person) {
            return hours.apply(person);
        }

        @Override
        public double evidence(int person) {
            return 1;
        }

        @Override
        public boolean hasPersonalHour(int person) {
            return people.get(person).hasPersonalHour;
        }

        @Override
        public double[] telling(int person) {
            return hasPersonalHour(person) ? chances(person) : around;
        }
    }

    private final class Facts implements LedgerFacts {
        @Override
        public List<Mailing> mailings(String customerId) {
            return mailings.getOrDefault(customerId, List.of());
        }

        @Override
        public int promisedIn(Instant hour) {
            return promised.getOrDefault(hour.getEpochSecond() / 3600, 0);
        }
    }

    private final class Folk implements Audience {
        @Override
        public int size() {
            return people.size();
        }

        @Override
        public Customer customer(int person) {
            return people.get(person);
        }

        @Override
        public int personOf(String customerId) {
            return people.stream()
                    .filter(person -> person.id().equals(customerId))
                    .findFirst()
                    .map(Person::number)
                    .orElse(-1);
        }

        @Override
        public int personAt(String address) {
            return -1;
        }

        @Override
        public Standing standing(int person) {
            return people.get(person).standing;
        }

        @Override
        public boolean allowsTracking(int person) {
            return true;
        }

        @Override
        public boolean allowsPersonalization(int person) {
            return people.get(person).allowsPersonalization;
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Counts counts() {
            return new Counts(people.size() + 3, 2, 1);
        }
    }

    private final class Wares implements Catalog {
        @Override
        public int size() {
            return wares.size();
        }

        @Override
        public Item item(int number) {
            return wares.get(number);
        }

        @Override
        public int itemOf(String itemId) {
            return wares.stream()
                    .filter(ware -> ware.id().equals(itemId))
                    .findFirst()
                    .map(Ware::number)
                    .orElse(-1);
        }

        @Override
        public boolean isAvailable(int item, Instant at) {
            Instant from = wares.get(item).availableFrom;
            return from == null || !at.isBefore(from);
        }

        @Override
        public List<String> columns() {
            return List.of();
        }
    }

    private final class Deeds implements History {
        @Override
        public int size() {
            return events.size();
        }

        @Override
        public int person(int event) {
            return events.get(event).person();
        }

        @Override
        public int item(int event) {
            return events.get(event).item();
        }

        @Override
        public Kind kind(int event) {
            return events.get(event).kind();
        }

        @Override
        public long second(int event) {
            return events.get(event).at().getEpochSecond();
        }

        @Override
        public double value(int event) {
            return Double.NaN;
        }

        @Override
        public float weight(int event) {
            return 0;
        }

        @Override
        public @Nullable String campaign(int event) {
            return events.get(event).campaign();
        }

        @Override
        public int[] eventsOf(int person) {
            int[] all = new int[events.size()];
            int count = 0;
            for (int event = 0; event < all.length; event++) {
                if (events.get(event).person() == person) {
                    all[count++] = event;
                }
            }
            return Arrays.copyOf(all, count);
        }

        @Override
        public Map<String, Long> counts() {
            return Map.of();
        }
    }
}
