package org.personalize.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.history.History;
import org.personalize.measure.Work;

/** What training makes of people whose true habits are known. */
class LearnedRhythmsTest {

    private static final long SEED = 7;

    /**
     * Of the way from the best single hour to everybody's true best hour, how much the learned hours go.
     *
     * @param ofUsual the same way, counted from the hour that people without one of their own get
     * @param personal the share of people with an hour of their own
     */
    private record Gain(double ofSingle, double ofUsual, double personal) {

        static Gain of(SimulatedReaders readers, History log) {
            RhythmTraining.Trained trained =
                    RhythmTraining.train(readers.audience, log, Set.of(), SimulatedReaders.NOW, Work.ofSeconds(60));
            var rhythms = new Rhythms(trained.model(), readers.audience, log, SimulatedReaders.NOW);
            var common = new double[24];
            double best = 0;
            double chosen = 0;
            double usual = 0;
            int personal = 0;
            for (int person = 0; person < readers.people; person++) {
                double[] values = readers.values(person);
                Clock.add(common, values);
                best += values[Clock.best(values)];
                chosen += values[Clock.best(rhythms.telling(person, Weekdays.ANY))];
                usual += values[rhythms.story(person, Weekdays.ANY).usualHour()];
                personal += rhythms.hasPersonalHour(person) ? 1 : 0;
            }
            double single = common[Clock.best(common)];
            return new Gain(
                    (chosen - single) / (best - single),
                    (chosen - usual) / (best - single),
                    (double) personal / readers.people);
        }
    }

    private static SimulatedReaders readers(String form, int people) {
        return readers(form, people, SEED);
    }

    private static SimulatedReaders readers(String form, int people, long seed) {
        return switch (form) {
            case "peaks" -> new SimulatedReaders.PeakReaders(people, seed);
            case "openers" -> new SimulatedReaders.OpeningReaders(people, seed);
            case "sessions" -> new SimulatedReaders.SessionReaders(people, seed);
            default -> new SimulatedReaders.ShiftReaders(people, seed);
        };
    }

    @Test
    void hoursAreLearnedThoughNearlyAllMailWentOutAtTwo() {
        SimulatedReaders readers = readers("sessions", 1_000);
        Gain gain = Gain.of(readers, readers.log(20, false));
        assertThat(gain.ofSingle()).as("seed %d: %s", SEED, gain).isGreaterThan(0.6);
    }

    /** A mail that is old and unopened is one to people whose hours had not come, and not one that old mail is opened sooner. */
    @Test
    void whereNearlyEveryMailIsOpenedPeopleAreNotWrittenToHalfADayOff() {
        SimulatedReaders readers = readers("openers", 1_000);
        Gain gain = Gain.of(readers, readers.log(30, false));
        assertThat(gain.ofSingle()).as("seed %d: %s", SEED, gain).isGreaterThan(0.8);
    }

    /** The mean of three draws, since one of them alone varies by a fiftieth. */
    @Tag("soak")
    @ParameterizedTest
    @CsvSource({"peaks, 4000, 5, 0.50", "peaks, 4000, 20, 0.70", "sessions, 4000, 5, 0.40", "sessions, 4000, 20, 0.67"})
    void fiveMailsSayMuchAndTwentyMostOfWhatThereIsToKnow(String form, int people, int sends, double least) {
        double mean = LongStream.rangeClosed(1, 3)
                .mapToObj(seed -> readers(form, people, seed))
                .mapToDouble(
                        readers -> Gain.of(readers, readers.log(sends, false)).ofSingle())
                .average()
                .orElseThrow();
        assertThat(mean).as("seeds 1 to 3, %s, %d mails", form, sends).isGreaterThan(least);
    }

    /** No daily rhythm is theirs, so a few mails must not mislead, and many must still help. */
    @Tag("soak")
    @ParameterizedTest
    @CsvSource({"5, 0", "20, 0.25"})
    void shiftsThatChangeByTheWeekAreHardAndDoNoHarm(int sends, double least) {
        SimulatedReaders readers = readers("shifts", 4_000);
        Gain gain = Gain.of(readers, readers.log(sends, false));
        assertThat(gain.ofSingle()).as("seed %d: %s", SEED, gain).isGreaterThan(least);
    }

    @Tag("soak")
    @ParameterizedTest
    @CsvSource({"peaks, 20", "sessions, 20", "sessions, 5", "shifts, 20"})
    void nothingIsLearnedOfPeopleWhoseReactionsAreSomebodyElses(String form, int sends) {
        SimulatedReaders readers = readers(form, 1_000);
        Gain gain = Gain.of(readers, readers.log(sends, true));
        assertThat(gain.personal()).as("seed %d: %s", SEED, gain).isLessThan(0.02);
        assertThat(Math.abs(gain.ofUsual())).as("seed %d: %s", SEED, gain).isLessThan(0.02);
    }
}
