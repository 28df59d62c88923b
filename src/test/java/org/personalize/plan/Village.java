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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.AudienceRules;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Schedule;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.campaign.Schedule.QuietHours;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Slot.Otherwise;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.plan.LedgerFacts.Mailing;
import org.personalize.rhythm.Hours;
import org.personalize.rhythm.Weekdays;
import org.personalize.taste.Ranking;
import org.personalize.template.Condition;
import org.personalize.template.Fields;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCampaign;
import org.personalize.village.SmallCatalog;
import org.personalize.village.Villager;
import org.personalize.village.Ware;

/** A small world to plan for; everything can be set, and what is not set asks for nothing. */
final class Village {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final SmallAudience audience = new SmallAudience().withRowsLost(2, 1);
    private final SmallCatalog catalog = new SmallCatalog();
    final List<Villager> people = audience.people;
    final List<Ware> wares = catalog.wares;
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
    List<Integer> warmUp = List.of();
    Schedule.Repeat repeat = Schedule.Repeat.NEVER;
    int limit = Planning.NO_LIMIT;
    Set<Integer> only = Set.of();
    Function<Integer, double[]> hours = person -> at(9);

    /** The hours of Saturdays and Sundays where they differ. */
    @Nullable
    Function<Integer, double[]> weekendHours;

    /** What people do whose own hour nobody knows: whoever is in {@link #withoutHour}. */
    double[] around = at(8);

    final Set<Integer> withoutHour = new HashSet<>();
    Ranking ranking = new InFileOrder();

    /** Somebody who may be mailed, in UTC. */
    Villager person(String id) {
        return audience.add(id);
    }

    void people(int count) {
        for (int i = 0; i < count; i++) {
            person("c" + i);
        }
    }

    Ware ware(String id, @Nullable String category, String... tags) {
        return catalog.add(id, category, tags);
    }

    void event(int person, Kind kind, int item, Instant at, @Nullable String campaign) {
        events.add(new Event(person, kind, item, at, campaign));
    }

    Slot slot(String slotName, int pick) {
        return new Slot(slotName, pick, 0, Otherwise.HIDE, Slot.From.ALL, null, false, null, 0, List.of(), Map.of());
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
        return SmallCampaign.in(Path.of("/village"))
                .named(name)
                .seed(seed)
                .variants(variants, shares)
                .rules(new AudienceRules(
                        null, "opt_in", null, List.of(), null, null, quietDays, maxPerWeek, repeatAfter, follows))
                .groups(groups)
                .slots(slots)
                .schedule(schedule())
                .warmUp(warmUp)
                .campaign();
    }

    Planning planning() {
        return new Planning(
                campaign(),
                occurrence,
                start,
                end,
                audience,
                catalog,
                new Deeds(),
                this::scope,
                new Planning.Conditions(where, wheres),
                new Likely(),
                ranking,
                new Facts(),
                Promises.NONE,
                VariantShares.of(campaign()),
                now,
                limit,
                only);
    }

    Plan plan() {
        return Planner.plan(planning());
    }

    Decision decision(String id) {
        Plan plan = plan();
        return plan.decision(audience.personOf(id));
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

    /** Everybody scores the items alike. */
    @SuppressWarnings("ArrayRecordComponent")
    record Scored(double[] popular) implements Ranking {
        @Override
        public void score(int person, double[] scores) {
            System.arraycopy(popular, 0, scores, 0, scores.length);
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
            return !withoutHour.contains(person);
        }

        @Override
        public double[] telling(int person, Weekdays days) {
            double[] working = hasPersonalHour(person) ? chances(person) : around;
            return weekendHours == null ? working : days.mean(day -> day < 5 ? working : weekendHours.apply(person));
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
