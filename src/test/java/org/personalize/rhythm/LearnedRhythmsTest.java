package org.personalize.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.history.History;
import org.personalize.measure.Work;

/** What training makes of people whose true habits are known. */
class LearnedRhythmsTest {

    private static final int PEOPLE = 3_000;

    /** Of the way from the best single hour to everybody's true best hour, how much the learned hours go. */
    private record Gain(double share, double personal, double rate) {

        static Gain of(SimulatedReaders readers, History log) {
            RhythmTraining.Trained trained =
                    RhythmTraining.train(readers.audience, log, SimulatedReaders.NOW, Work.ofSeconds(60));
            trained.notes().forEach(System.out::println);
            trained.choices().forEach(c -> { System.out.println(c.question() + ": " + c.chosen()); c.trials().stream().filter(t -> t.stratum().equals("all")).forEach(t -> System.out.println("   " + t.candidate() + " " + t.metric() + " " + t.score())); });
            var rhythms = new Rhythms(trained.model(), readers.audience, log, SimulatedReaders.NOW);
            var common = new double[24];
            double best = 0;
            double chosen = 0;
            int personal = 0;
            for (int person = 0; person < readers.people; person++) {
                double[] values = readers.values(person);
                Clock.add(common, values);
                best += values[Clock.best(values)];
                chosen += values[Clock.best(rhythms.telling(person))];
                personal += rhythms.hasPersonalHour(person) ? 1 : 0;
            }
            double single = common[Clock.best(common)];
            System.out.printf("single %.3f chosen %.3f best %.3f%n", single / readers.people, chosen / readers.people, best / readers.people);
            return new Gain((chosen - single) / (best - single), (double) personal / readers.people, chosen / readers.people);
        }
    }

    private static SimulatedReaders readers(String form) {
        return form.equals("peaks")
                ? new SimulatedReaders.PeakReaders(PEOPLE, 7)
                : new SimulatedReaders.SessionReaders(PEOPLE, 7);
    }

    @ParameterizedTest
    @CsvSource({"peaks, 5, 0.40", "peaks, 20, 0.65", "sessions, 5, 0.40", "sessions, 20, 0.65"})
    void hoursAreLearnedEvenWhereNearlyAllMailWentOutAtTwo(String form, int sends, double least) {
        SimulatedReaders readers = readers(form);
        Gain gain = Gain.of(readers, readers.log(sends, false));
        System.out.println(form + " " + sends + " " + gain);
        assertThat(gain.share()).isGreaterThan(least);
    }

    @ParameterizedTest
    @CsvSource({"peaks, 20", "sessions, 20", "sessions, 5"})
    void nothingIsLearnedOfPeopleWhoseReactionsAreSomebodyElses(String form, int sends) {
        SimulatedReaders readers = readers(form);
        Gain gain = Gain.of(readers, readers.log(sends, true));
        System.out.println("shuffled " + form + " " + sends + " " + gain);
        assertThat(gain.personal()).isLessThan(0.02);
        assertThat(Math.abs(gain.share())).isLessThan(0.05);
    }
}
