package org.personalize.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.measure.Choice;
import org.personalize.measure.Stratum;
import org.personalize.measure.Trial;
import org.personalize.measure.Work;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class RhythmTrainingTest {

    private static final Work WORK = Work.ofSeconds(1);
    private static final long SEED = 11;

    private static History log(SmallAudience people, Instant now, List<String> lines) {
        return new Log(people, SmallCatalog.of("tent")).now(now).of(lines.toArray(String[]::new));
    }

    private static RhythmTraining.Trained train(SmallAudience people, List<String> lines) {
        return RhythmTraining.train(people, log(people, Log.NOW, lines), Set.of(), Log.NOW, WORK);
    }

    /** Early birds and night owls who visit on ten days of three months. */
    private static List<String> visits(SmallAudience people, int number) {
        var random = new Random(SEED);
        var lines = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            people.with("p" + i, "UTC", Map.of("country", i % 3 == 0 ? "ES" : "DE"));
            int usual = i % 2 == 0 ? 7 : 21;
            for (int visit = 0; visit < 10; visit++) {
                int hour = Math.floorMod(usual + (int) Math.round(random.nextGaussian()), 24);
                var day = Instant.parse("2025-12-01T00:00:00Z").plusSeconds(86_400L * random.nextInt(90));
                lines.add("p" + i + ";view;" + day.plusSeconds(3_600L * hour + random.nextInt(3_600)) + ";tent;;;;");
            }
        }
        return lines;
    }

    @Test
    void whoeverHasHabitsGetsAnHourOfTheirOwn() {
        var people = new SmallAudience();
        List<String> lines = visits(people, 400);
        RhythmTraining.Trained trained = train(people, lines);
        var rhythms = new Rhythms(trained.model(), people, log(people, Log.NOW, lines), Log.NOW);
        assertThat(rhythms.story(0, Weekdays.ANY).bestHour()).isBetween(5, 8);
        assertThat(rhythms.story(1, Weekdays.ANY).bestHour()).isBetween(19, 22);
        assertThat(rhythms.hasPersonalHour(0) || rhythms.hasPersonalHour(1)).isTrue();
        assertThat(trained.notes()).anyMatch(note -> note.startsWith("People have hours of their own"));
    }

    /** Nine of ten visits in one hour of everyone's own, as of an alarm clock; the tenth at any. */
    private static List<String> onTheHour(SmallAudience people, int number) {
        var random = new Random(SEED);
        var lines = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            people.with("p" + i, "UTC", Map.of());
            int usual = 5 + random.nextInt(18);
            for (int visit = 0; visit < 20; visit++) {
                int hour = random.nextInt(10) == 0 ? random.nextInt(24) : usual;
                var day = Instant.parse("2025-12-01T00:00:00Z").plusSeconds(86_400L * random.nextInt(90));
                lines.add("p" + i + ";view;" + day.plusSeconds(3_600L * hour + random.nextInt(3_600)) + ";tent;;;;");
            }
        }
        return lines;
    }

    @Test
    void whoeverKeepsToOneHourIsForetoldNoWorseThanByTheSimpleRule() {
        var people = new SmallAudience();
        RhythmTraining.Trained trained = train(people, onTheHour(people, 400));
        Choice hours = trained.choices().get(0);
        double simple = logLikelihood(hours, "own hours, cautiously (Dirichlet)");
        assertThat(logLikelihood(hours, hours.chosen()))
                .isGreaterThan(simple - 0.01)
                .isGreaterThan(-1.3);
    }

    @Test
    void fewPeopleAreForetoldNoWorseThanByTheSimpleRuleEither() {
        var people = new SmallAudience();
        RhythmTraining.Trained trained = train(people, onTheHour(people, 60));
        Choice hours = trained.choices().get(0);
        assertThat(logLikelihood(hours, hours.chosen()))
                .isGreaterThan(logLikelihood(hours, "own hours, cautiously (Dirichlet)") - 0.05);
    }

    /** As in a month of fasting: for the last tenth of the time everybody comes seven hours later. */
    @Test
    void aMonthOfOtherHoursIsNoReasonToForgetThoseOfTheYear() {
        var people = new SmallAudience();
        List<String> lines = visits(people, 400).stream()
                .map(line -> {
                    String[] cells = line.split(";", -1);
                    Instant when = Instant.parse(cells[2]);
                    boolean isOther = when.isAfter(Instant.parse("2026-02-16T00:00:00Z"));
                    return line.replace(
                            cells[2], when.plusSeconds(isOther ? 7 * 3_600 : 0).toString());
                })
                .toList();
        RhythmTraining.Trained trained = train(people, lines);
        assertThat(trained.notes()).anyMatch(note -> note.startsWith("One hour for everybody is as good"));
        var rhythms = new Rhythms(trained.model(), people, log(people, Log.NOW, lines), Log.NOW);
        double early = rhythms.story(0, Weekdays.ANY).chances()[7];
        double late = rhythms.story(1, Weekdays.ANY).chances()[7];
        assertThat(early).isGreaterThan(2 * late);
    }

    private static double logLikelihood(Choice choice, String candidate) {
        return choice.trials().stream()
                .filter(trial -> trial.candidate().equals(candidate)
                        && trial.stratum().equals(Stratum.ALL)
                        && trial.metric().equals(HourTrials.LOG_LIKELIHOOD))
                .mapToDouble(trial -> trial.score().mean())
                .findFirst()
                .orElseThrow();
    }

    /** Early on working days and at noon on weekends, or late and later. */
    private static List<String> lateWeekends(SmallAudience people, int number) {
        var random = new Random(SEED);
        var lines = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            people.with("p" + i, "UTC", Map.of());
            for (int visit = 0; visit < 14; visit++) {
                var day = Instant.parse("2025-12-01T00:00:00Z").plusSeconds(86_400L * random.nextInt(90));
                boolean isWeekend = day.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() > 5;
                int usual = (i % 2 == 0 ? 7 : 17) + (isWeekend ? 5 : 0);
                int hour = usual + (int) Math.round(random.nextGaussian());
                lines.add("p" + i + ";view;" + day.plusSeconds(3_600L * hour + random.nextInt(3_600)) + ";tent;;;;");
            }
        }
        people.with("new", "UTC", Map.of());
        return lines;
    }

    @Test
    void aWeekendIsToldByWeekends() {
        var people = new SmallAudience();
        List<String> lines = lateWeekends(people, 400);
        RhythmTraining.Trained trained = train(people, lines);
        History history = log(people, Log.NOW, lines);
        for (RhythmModel model :
                List.of(trained.model(), RhythmModel.of(trained.model().columns()))) {
            var rhythms = new Rhythms(model, people, history, Log.NOW);
            for (int person = 0; person < 2; person++) {
                int usual = person == 0 ? 7 : 17;
                for (DayOfWeek day : DayOfWeek.values()) {
                    int expected = usual + (day.getValue() > 5 ? 5 : 0);
                    HourStory story = rhythms.story(person, Weekdays.on(day));
                    assertThat(story.bestHour()).as("%s", day).isBetween(expected - 2, expected + 1);
                    assertThat(story.days()).isNotEqualTo("every day alike");
                    assertThat(Arrays.stream(story.chances()).sum()).isCloseTo(1, within(1e-9));
                    assertThat(Clock.best(rhythms.telling(person, Weekdays.on(day))))
                            .isEqualTo(story.isPersonal() ? story.bestHour() : story.usualHour());
                }
            }
            int nobodyKnown = people.size() - 1;
            double[] working = rhythms.telling(nobodyKnown, Weekdays.on(DayOfWeek.TUESDAY));
            double[] weekend = rhythms.telling(nobodyKnown, Weekdays.on(DayOfWeek.SUNDAY));
            assertThat(working[6]).isGreaterThan(2 * weekend[6]);
        }
    }

    @Test
    void whatIsToldOfDaysApartIsWhatIsUsed() {
        var people = new SmallAudience();
        RhythmTraining.Trained own = train(people, lateWeekends(people, 400));
        assertThat(own.choices().get(0).chosen()).startsWith("own hours and rhythms by day");
        String usual = shareWithin(own, "one hour for everybody by day");
        assertThat(own.notes())
                .anyMatch(note -> note.startsWith("People have hours of their own: "
                                + shareWithin(own, own.choices().get(0).chosen()))
                        && note.contains(usual + " within an hour of one hour for everybody, both with"));

        var everybody = new SmallAudience();
        RhythmTraining.Trained alike = train(
                everybody,
                lateWeekends(everybody, 800).stream()
                        .filter(line -> Integer.parseInt(line.substring(1, line.indexOf(';'))) % 2 == 0)
                        .toList());
        String byDay = "one hour for everybody by day";
        assertThat(alike.choices().get(0).chosen()).isEqualTo(byDay);
        assertThat(alike.notes())
                .anyMatch(
                        note -> note.contains(shareWithin(alike, byDay) + " within an hour of one hour for everybody"));
    }

    /** The share of everybody's later activity that a candidate scored, as the notes write it. */
    private static String shareWithin(RhythmTraining.Trained trained, String candidate) {
        double share = trained.choices().get(0).trials().stream()
                .filter(trial -> trial.candidate().equals(candidate)
                        && trial.stratum().equals(Stratum.ALL)
                        && trial.metric().equals(HourTrials.WITHIN))
                .mapToDouble(trial -> trial.score().mean())
                .findFirst()
                .orElseThrow();
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    @Test
    void thePapersShowTheSimpleRulesOnTheSamePeople() {
        var people = new SmallAudience();
        Choice choice = train(people, visits(people, 400)).choices().get(0);
        assertThat(choice.trials().stream().filter(Trial::isBaseline).map(Trial::candidate))
                .contains("one hour for everybody", "own commonest hour", "own hours, cautiously (Dirichlet)");
        assertThat(choice.trials().stream().filter(trial -> trial.stratum().equals("all")))
                .extracting(trial -> trial.score().number())
                .containsOnly(choice.trials().get(0).score().number());
        assertThat(choice.trials()).extracting(Trial::metric).contains(HourTrials.WITHIN, HourTrials.LOG_LIKELIHOOD);
    }

    private static void visitsOfPeopleAlike(SmallAudience people, List<String> lines, int number, int visits) {
        var random = new Random(SEED);
        for (int i = 0; i < number; i++) {
            people.with("p" + i, "UTC", Map.of());
            for (int visit = 0; visit < visits; visit++) {
                double hour = 24 + (random.nextInt(3) == 0 ? 9 : 19) + 2 * random.nextGaussian();
                var day = Instant.parse("2025-12-01T00:00:00Z").plusSeconds(86_400L * random.nextInt(88));
                lines.add("p" + i + ";view;" + day.plusSeconds((long) (3_600 * (hour % 24))) + ";tent;;;;");
            }
        }
    }

    @Test
    void ofPeopleWhoDifferInNothingButChanceTheSameIsForetold() {
        var people = new SmallAudience();
        var lines = new ArrayList<String>();
        visitsOfPeopleAlike(people, lines, 800, 30);
        RhythmTraining.Trained trained = train(people, lines);
        var rhythms = new Rhythms(trained.model(), people, log(people, Log.NOW, lines), Log.NOW);
        assertThat(trained.choices().get(0).chosen()).isEqualTo("one hour for everybody");
        assertThat(trained.choices().get(1).chosen()).isEqualTo("every day alike");
        double[] first = rhythms.chances(0);
        for (int person = 1; person < people.size(); person++) {
            assertThat(rhythms.chances(person)).containsExactly(first, within(0.002));
        }
    }

    @Test
    void whereNobodyHasHabitsOneHourIsAsGoodForTheList() {
        var people = new SmallAudience();
        var lines = new ArrayList<String>();
        visitsOfPeopleAlike(people, lines, 400, 10);
        RhythmTraining.Trained trained = train(people, lines);
        var rhythms = new Rhythms(trained.model(), people, log(people, Log.NOW, lines), Log.NOW);
        int personal = 0;
        for (int person = 0; person < people.size(); person++) {
            personal += rhythms.hasPersonalHour(person) ? 1 : 0;
        }
        assertThat(personal).as("seed %d", SEED).isZero();
        assertThat(trained.notes()).anyMatch(note -> note.contains("One hour for everybody is as good for your list"));
    }

    @Test
    void whatIsToldFirstIsWhatIsUsed() {
        var readers = new SimulatedReaders.PeakReaders(300, SEED);
        RhythmTraining.Trained trained = trained(readers, false);
        assertThat(trained.model().replies()).isNotNull();
        assertThat(trained.personalHours()).isPositive();
        assertThat(trained.choices().get(0).chosen()).startsWith("mails and reactions");
        assertThat(trained.choices())
                .filteredOn(choice -> choice.question().startsWith("which "))
                .hasSize(2)
                .allMatch(choice -> choice.chosen().equals("not used"));
        assertThat(trained.notes()).noneMatch(note -> note.contains("of later activity within an hour"));
    }

    @Test
    void whereNobodyGetsAnHourOfTheirOwnThatIsToldFirst() {
        for (long seed = SEED; seed < SEED + 3; seed++) {
            RhythmTraining.Trained trained = trained(new SimulatedReaders.PeakReaders(300, seed), true);
            assertThat(trained.personalHours()).as("seed " + seed).isZero();
            assertThat(trained.notes().get(0)).as("seed " + seed).startsWith("Nobody gets an hour of their own: ");
            assertThat(trained.notes())
                    .as("seed " + seed)
                    .noneMatch(note -> note.startsWith("People have hours of their own"))
                    .noneMatch(note -> note.startsWith("0 %"));
        }
    }

    private static RhythmTraining.Trained trained(SimulatedReaders readers, boolean isShuffled) {
        return RhythmTraining.train(
                readers.audience, readers.log(20, isShuffled), Set.of(), SimulatedReaders.NOW, WORK);
    }

    @Test
    void aModelReadBackSaysTheSame() {
        for (boolean isOfMails : new boolean[] {false, true}) {
            SmallAudience people = new SmallAudience();
            History history;
            if (isOfMails) {
                var readers = new SimulatedReaders.PeakReaders(300, SEED);
                people = readers.audience;
                history = readers.log(20, false);
            } else {
                history = log(people, Log.NOW, visits(people, 300));
            }
            RhythmModel model = RhythmTraining.train(people, history, Set.of(), Log.NOW, WORK)
                    .model();
            assertThat(model.replies() != null).isEqualTo(isOfMails);
            var learned = new Rhythms(model, people, history, Log.NOW);
            var readBack = new Rhythms(RhythmModel.of(model.columns()), people, history, Log.NOW);
            for (int person = 0; person < people.size(); person += 29) {
                assertThat(readBack.chances(person)).containsExactly(learned.chances(person));
                assertThat(readBack.asLogged(person)).containsExactly(learned.asLogged(person));
                assertThat(readBack.values(person, Weekdays.ANY)).containsExactly(learned.values(person, Weekdays.ANY));
                assertThat(readBack.hoursOfWeek(person)).containsExactly(learned.hoursOfWeek(person));
                for (Weekdays days : List.of(Weekdays.ANY, Weekdays.on(DayOfWeek.SUNDAY))) {
                    assertThat(readBack.telling(person, days)).containsExactly(learned.telling(person, days));
                }
                isFullDay(learned, person);
            }
        }
    }

    @Test
    void rowsInAnyOrderOnAnyNumberOfCoresTeachTheSame() throws Exception {
        var people = new SmallAudience();
        List<String> lines = visits(people, 1_500);
        History history = log(people, Log.NOW, lines);
        RhythmModel one =
                RhythmTraining.train(people, history, Set.of(), Log.NOW, WORK).model();
        Collections.shuffle(lines, new Random(SEED));
        History shuffled = log(people, Log.NOW, lines);
        var alone = new ForkJoinPool(1);
        try {
            RhythmModel other = alone.submit(() -> RhythmTraining.train(people, shuffled, Set.of(), Log.NOW, WORK)
                            .model())
                    .get();
            assertThat(other.columns().names()).isEqualTo(one.columns().names());
            for (String name : one.columns().names()) {
                assertThat(other.columns().array(name))
                        .as(name)
                        .isEqualTo(one.columns().array(name));
            }
        } finally {
            alone.shutdown();
        }
    }

    /** The prior of everybody moves too, so this holds where a model was learned before the further visit. */
    @Test
    void oneMoreVisitNeverMakesItsHourLessLikely() {
        var people = new SmallAudience();
        List<String> lines = visits(people, 300);
        lines.add("p0;view;2026-03-01T12:00:00Z;tent;;;;");
        RhythmModel model = train(people, lines).model();
        var before = new Rhythms(model, people, log(people, Log.NOW, lines), Log.NOW);
        for (int hour = 0; hour < 24; hour++) {
            lines.add("p0;view;2026-02-%02dT%02d:10:00Z;tent;;;;".formatted(1 + hour, hour));
            var after = new Rhythms(model, people, log(people, Log.NOW, lines), Log.NOW);
            assertThat(after.chances(0)[hour])
                    .as("hour %d", hour)
                    .isGreaterThanOrEqualTo(before.chances(0)[hour] - 1e-12);
            before = after;
        }
    }

    @Test
    void poorLogsGiveSensibleHours() {
        var day = "2026-02-01T06:00:00Z";
        var crowd = new ArrayList<String>();
        for (int i = 0; i < 5_000; i++) {
            crowd.add("a;view;" + Instant.parse("2025-06-01T00:00:00Z").plusSeconds(1_800L * i) + ";tent;;;;");
        }
        var sameHour = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            for (String person : List.of("a", "b", "c")) {
                sameHour.add(person + ";purchase;"
                        + Instant.parse("2025-06-01T05:30:00Z").plusSeconds(86_400L * i) + ";tent;5;;;");
            }
        }
        for (List<String> lines : List.of(
                List.<String>of(),
                List.of("a;view;" + day + ";tent;;;;"),
                crowd,
                sameHour,
                List.of("a;click;1970-01-01T00:00:01Z;tent;;;;", "b;click;2099-12-31T23:00:00Z;tent;;;;"))) {
            var people = SmallAudience.of("a", "b", "c");
            Instant now = Instant.parse("2100-01-01T00:00:00Z");
            History history = log(people, now, lines);
            RhythmTraining.Trained trained = RhythmTraining.train(people, history, Set.of(), now, WORK);
            var rhythms = new Rhythms(trained.model(), people, history, now);
            for (int person = 0; person < people.size(); person++) {
                isFullDay(rhythms, person);
            }
            assertThat(trained.notes()).isNotEmpty();
        }
    }

    @Test
    void everybodyInOneHourIsStillFineWhenThereAreEnoughToLearnFrom() {
        var people = new SmallAudience();
        var lines = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            people.add("p" + i);
            for (int visit = 0; visit < 20; visit++) {
                lines.add("p" + i + ";sent;"
                        + Instant.parse("2025-11-01T05:00:00Z").plusSeconds(86_400L * visit * 5) + ";;;;c" + visit
                        + ";");
                lines.add("p" + i + ";click;"
                        + Instant.parse("2025-11-01T05:30:00Z").plusSeconds(86_400L * visit * 5) + ";;;;c" + visit
                        + ";");
            }
        }
        History history = log(people, Log.NOW, lines);
        var rhythms = new Rhythms(train(people, lines).model(), people, history, Log.NOW);
        for (int person = 0; person < people.size(); person++) {
            isFullDay(rhythms, person);
            assertThat(rhythms.hasPersonalHour(person)).isFalse();
        }
    }

    @Test
    void aProtectedColumnSetsNobodyApart() {
        var people = new SmallAudience();
        var lines = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            people.with("p" + i, "UTC", Map.of("country", i % 2 == 0 ? "ES" : "DE"));
            for (int visit = 0; visit < 10; visit++) {
                var day = Instant.parse("2025-12-01T00:00:00Z")
                        .plusSeconds(86_400L * 9 * visit + 3_600L * (i % 2 * 12 + 7));
                lines.add("p" + i + ";view;" + day.plusSeconds(60 * i % 7_200) + ";tent;;;;");
            }
        }
        people.with("new-es", "UTC", Map.of("country", "ES")).with("new-de", "UTC", Map.of("country", "DE"));
        History history = log(people, Log.NOW, lines);
        for (Set<String> kept : List.of(Set.<String>of(), Set.of("country"))) {
            RhythmModel model =
                    RhythmTraining.train(people, history, kept, Log.NOW, WORK).model();
            var rhythms = new Rhythms(model, people, history, Log.NOW);
            assertThat(Arrays.equals(rhythms.chances(300), rhythms.chances(301)))
                    .isEqualTo(!kept.isEmpty());
        }
    }

    private static void isFullDay(Rhythms rhythms, int person) {
        assertThat(Arrays.stream(rhythms.chances(person)).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(rhythms.asLogged(person)).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(rhythms.hoursOfWeek(person)).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(rhythms.chances(person))).allMatch(chance -> chance > 0);
        assertThat(Arrays.stream(rhythms.values(person, Weekdays.ANY))).allMatch(value -> value >= 0 && value <= 1);
        assertThat(Arrays.stream(rhythms.telling(person, Weekdays.ANY))).allMatch(Double::isFinite);
        assertThat(rhythms.evidence(person)).isFinite().isNotNegative();
        assertThat(rhythms.story(person, Weekdays.ANY).gain().mean()).isFinite();
    }
}
