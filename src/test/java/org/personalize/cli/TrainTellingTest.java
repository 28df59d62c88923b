package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.personalize.learn.Papers;
import org.personalize.learn.Papers.Chapter;
import org.personalize.learn.Papers.Subject;
import org.personalize.learn.SomePapers;
import org.personalize.measure.Choice;
import org.personalize.measure.Interval;
import org.personalize.measure.Stratum;
import org.personalize.measure.Trial;
import org.personalize.run.TrainRun.Trained;

class TrainTellingTest {

    private static String told(boolean isNew) throws IOException {
        return told(isNew, false);
    }

    private static String told(boolean isNew, boolean isDetailed) throws IOException {
        return told(SomePapers.of(SomePapers.origin()), isNew, isDetailed);
    }

    private static String told(Papers papers, boolean isNew, boolean isDetailed) throws IOException {
        var out = new StringWriter();
        var folder = Path.of("/shop");
        var door = new Door(
                new Speech(out),
                new PrintWriter(new StringWriter()),
                new StringReader(""),
                InstantSource.fixed(SomePapers.NOW),
                Map.of(),
                folder,
                false,
                new AtomicBoolean());
        var trained = new Trained(papers, folder.resolve("models/spring.model"), isNew, List.of());
        TrainTelling.of(trained, null, door, false, isDetailed);
        return out.toString().replace('\u00a0', ' ');
    }

    @Test
    void aTrainingIsToldWhole() throws IOException {
        assertThat(told(true)).isEqualTo("""
                spring <b>sale</b>: what was learned, by the clock of 2026-11-02 09:00 UTC

                  read    2,000 people, 150 items, 220,101 events up to 2026-10-31 06:31 UTC
                  of them open 39,264

                Scores are on a later time that was not learned from; ± is the 95 % interval, * what was chosen.
                Columns: how many observations of a person were known before, and how many people these are.

                When people react, judged on 2026-08-01 to 2026-10-31
                  Chosen: 16 rhythms and own hours. What people did later fell within an hour of these hours more
                  often than of one hour for everybody.
                    activity within 1 h of it         all: 1,234     0: 1,234   1–4: 1,234  5–19: 1,234   20+: 1,234
                    one hour for everybody           32.0 ±1.2 %  32.0 ±1.2 %  32.0 ±1.2 %  32.0 ±1.2 %  32.0 ±1.2 %
                    own commonest hour               34.0 ±1.2 %  34.0 ±1.2 %  34.0 ±1.2 %  34.0 ±1.2 %  34.0 ±1.2 %
                  * 16 rhythms and own hours         36.0 ±1.2 %  36.0 ±1.2 %  36.0 ±1.2 %  36.0 ±1.2 %  36.0 ±1.2 %
                  Mail went out at 9 and 10 h only, so little is known of the night.
                  792 of 2,000 people (39.6 %) get an hour of their own.
                  By age: No group is served worse.

                What people want
                  How to rank the rest: likeness. It won.

                Who is about to buy
                  Who buys is foretold.
                  A purchase within 30 days: told and came are 0.6 % apart on average (chance alone: 2.6 %). Least
                  likely tenth: 1.5 % told, 2.0 % came; likeliest: 28.5 % told, 28.0 % came.

                Model written to models/spring.model
                Every candidate: --details; as a page: --html FILE; for programs: --json
                """);
    }

    @Test
    void whereMailsAndReactionsAreUsedTheirOwnScoreIsToldAndNothingElseIsCalledChosen() throws IOException {
        String metric = "log-likelihood of the hour of a reaction";
        var hours = new Choice(
                "what tells the hour better",
                "mails and reactions",
                "It foretold best.",
                List.of(
                        trial("one rhythm for everybody", metric, -2.591, true),
                        trial("mails and reactions", metric, -2.468, false)));
        var idle = new Choice("which hours people are active at", "not used", "Mails foretold better.", List.of());
        Papers papers = papersOfHours(hours, idle);
        assertThat(told(papers, true, false))
                .contains("  Chosen: mails and reactions. It foretold best.\n")
                .contains("    fit to answers, 0 is the best       all: 100\n")
                .contains("    one rhythm for everybody        −2.591 ±0.050\n")
                .contains("  * mails and reactions             −2.468 ±0.050\n");
    }

    @Test
    void theDetailsTellCandidatesApartThatDifferAtTheEndOfALongName() throws IOException {
        String name =
                "the mean of visits by day, half-life 30 d, visits by week, half-life 90 d, purchases and clicks of"
                        + " the last year, ";
        String metric = "share within 1 h of the best hour";
        var hours = new Choice(
                "which hours people are active at",
                "not used",
                "It foretold best.",
                List.of(
                        trial(name + "days apart", metric, 0.4, false),
                        trial(name + "days alike", metric, 0.5, false)));
        Papers papers = papersOfHours(hours);
        String told = told(papers, true, true);
        assertThat(told).contains("days apart\n", "days alike\n").doesNotContain("…");
        assertThat(told.lines()).allMatch(line -> line.length() <= Sheet.WIDTH);
    }

    private static Papers papersOfHours(Choice... choices) {
        Papers some = SomePapers.of(SomePapers.origin());
        return new Papers(
                some.origin(),
                some.counts(),
                some.newest(),
                some.people(),
                some.personalHours(),
                List.of(),
                List.of(new Chapter(Subject.HOURS, List.of(choices), List.of(), List.of(), List.of())));
    }

    private static Trial trial(String candidate, String metric, double score, boolean isBaseline) {
        var interval = new Interval(score, score - 0.05, score + 0.05, 100);
        return new Trial(candidate, "2026-08-01 to 2026-10-31", Stratum.ALL, metric, interval, isBaseline);
    }

    @Test
    void aModelThatIsKeptIsToldAsSuch() throws IOException {
        assertThat(told(false))
                .startsWith("Nothing has changed since this model was trained; it is kept.")
                .contains("\nThe model stays: models/spring.model\n");
    }

    @Test
    void theDetailsNameEveryCandidateInFullAndEveryTenth() throws IOException {
        assertThat(told(true, true))
                .contains("What people want, in detail", "how to rank the rest: likeness (content)")
                .contains("share within 1 h of the best hour, held out 2026-08-01 to 2026-10-31")
                .contains("by age: 16 rhythms and own hours", "18 to 34: 321", "13.5 %    13.0 %          100")
                .doesNotContain("--details");
    }
}
