package org.personalize.learn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.personalize.learn.Papers.Chapter;
import org.personalize.learn.Papers.Count;
import org.personalize.learn.Papers.Input;
import org.personalize.learn.Papers.Origin;
import org.personalize.learn.Papers.Rhythm;
import org.personalize.learn.Papers.Setting;
import org.personalize.learn.Papers.Subject;
import org.personalize.measure.Calibration;
import org.personalize.measure.Choice;
import org.personalize.measure.Forecast;
import org.personalize.measure.Interval;
import org.personalize.measure.Trial;

/** Papers with something of everything in them. */
public final class SomePapers {

    public static final Instant NEWEST = Instant.parse("2026-10-31T06:31:00Z");
    public static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private SomePapers() {}

    public static Origin origin() {
        return new Origin(
                "spring <b>sale</b>",
                "0.1.0",
                "17.0.15+6",
                NOW,
                "sha256:5eed",
                List.of(
                        new Setting("budget", "60s"),
                        new Setting("protected", ""),
                        new Setting("signals.click", "1.0")),
                List.of(
                        new Input("customers", "customers.csv", 123_456, "ab".repeat(32)),
                        new Input("events", "events/2026-10.csv.gz", 1_234_567, "cd".repeat(32))));
    }

    public static Papers of(Origin origin, Count... more) {
        List<Count> counts = new ArrayList<>(List.of(
                new Count("people", 2_000),
                new Count("items", 150),
                new Count("events", 220_101),
                new Count("open", 39_264),
                new Count("machine_reactions", 0)));
        counts.addAll(List.of(more));
        return new Papers(
                origin,
                counts,
                NEWEST,
                2_000,
                792,
                List.of(rhythm(0.62, 19), rhythm(0.38, 8)),
                List.of(
                        new Chapter(
                                Subject.HOURS,
                                List.of(hours()),
                                List.of(audit()),
                                List.of(),
                                List.of("Mail went out at 9 and 10 h only, so little is known of the night.")),
                        new Chapter(
                                Subject.ITEMS,
                                List.of(
                                        new Choice(
                                                "how items are ranked",
                                                "popular lately",
                                                "Nothing did better.",
                                                List.of()),
                                        new Choice("how to rank the rest", "likeness (content)", "It won.", List.of())),
                                List.of(),
                                List.of(),
                                List.of()),
                        new Chapter(
                                Subject.BUYERS,
                                List.of(),
                                List.of(),
                                List.of(new Forecast(
                                        "a purchase within 30 days", "2026-10-01 to 2026-10-31", calibration())),
                                List.of("Who buys is foretold."))));
    }

    private static Choice audit() {
        return new Choice(
                "by age",
                "16 rhythms and own hours",
                "No group is served worse.",
                List.of(new Trial(
                        "16 rhythms and own hours",
                        "2026-08-01 to 2026-10-31",
                        "18 to 34",
                        "share within 1 h of the best hour",
                        new Interval(0.36, 0.34, 0.38, 321),
                        false)));
    }

    private static Rhythm rhythm(double share, int peak) {
        double[] hours = IntStream.range(0, 24)
                .mapToDouble(hour -> Math.exp(3 * Math.cos(2 * Math.PI * (hour - peak) / 24)))
                .toArray();
        double sum = IntStream.range(0, 24).mapToDouble(hour -> hours[hour]).sum();
        return new Rhythm(
                share, IntStream.range(0, 24).mapToObj(h -> hours[h] / sum).toList());
    }

    private static Choice hours() {
        List<Trial> trials = new ArrayList<>();
        double score = 0.30;
        for (String candidate : List.of("one hour for everybody", "own commonest hour", "16 rhythms and own hours")) {
            score += 0.02;
            for (String stratum : List.of("all", "0", "1–4", "5–19", "20+")) {
                trials.add(new Trial(
                        candidate,
                        "2026-08-01 to 2026-10-31",
                        stratum,
                        "share within 1 h of the best hour",
                        new Interval(score, score - 0.012, score + 0.012, 1_234),
                        candidate.startsWith("o")));
            }
        }
        return new Choice(
                "which send hours",
                "16 rhythms and own hours",
                "What people did later fell within an hour of these hours more often than of one hour for everybody.",
                trials);
    }

    private static Calibration calibration() {
        double[] chances =
                IntStream.range(0, 1_000).mapToDouble(i -> 0.3 * i / 1_000).toArray();
        double[] outcomes = IntStream.range(0, 1_000)
                .mapToDouble(i -> (i * 7919 % 1_000) / 1_000.0 < chances[i] ? 1 : 0)
                .toArray();
        return Calibration.of(chances, outcomes);
    }
}
