package org.personalize.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.Interval;
import org.personalize.measure.Share;
import org.personalize.measure.Sight.Question;
import org.personalize.plan.Reason;
import org.personalize.report.Breakdown.By;
import org.personalize.report.Breakdown.Cell;
import org.personalize.report.CampaignReport.Machines;
import org.personalize.report.CampaignReport.Span;
import org.personalize.report.Verdict.Answer;
import org.personalize.report.Verdict.Layer;
import org.personalize.report.Verdict.OrderCheck;
import org.personalize.report.Verdict.SampleRatio;

/** Reports with made-up figures that go together, to be looked at and written down. */
final class SomeReports {

    private static final Instant FIRST = Instant.parse("2026-03-02T06:00:00Z");
    private static final String ATTRIBUTION =
            "A click, an opt-out or a purchase counts for the last mail that was accepted"
                    + " before it, if that was at most 7 days before (last touch).";

    private SomeReports() {}

    /** A campaign that earned something, whose personalizing is not distinguishable from none. */
    static CampaignReport spring() {
        return report(earned(), unclear(), Optional.of(race()), List.of("3 people have left the customer file since."));
    }

    /** Groups of another size than the draw makes, and nobody who gets the plain mail. */
    static CampaignReport blocked() {
        return report(blockedMail(), notTested(Question.PERSONAL), Optional.empty(), List.of());
    }

    /** Planned, and nothing has left yet. */
    static CampaignReport nothingSent() {
        Map<String, Long> states = new LinkedHashMap<>();
        states.put("no_mail", 98L);
        states.put("waiting", 1_902L);
        return new CampaignReport(
                "spring-sale",
                List.of("spring-sale"),
                Instant.parse("2026-03-01T18:00:00Z"),
                Optional.empty(),
                Goal.CLICK,
                states,
                Map.of(),
                ATTRIBUTION,
                true,
                outcomes(0, 0, 0, 0),
                new Machines(0, 0, 0, false),
                notTested(Question.MAIL),
                notTested(Question.PERSONAL),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("Nothing was sent yet."));
    }

    private static CampaignReport report(
            Verdict mail, Verdict personal, Optional<VariantRace> variants, List<String> notes) {
        Map<String, Long> states = new LinkedHashMap<>();
        states.put("no_mail", 2_471L);
        states.put("skipped", 103L);
        states.put("accepted", 47_102L);
        states.put("refused", 201L);
        states.put("doubtful", 2L);
        states.put("expired", 88L);
        states.put("held", 33L);
        Map<Reason, Long> skipped = new LinkedHashMap<>();
        skipped.put(Reason.UNSUBSCRIBED, 71L);
        skipped.put(Reason.BOUNCED, 32L);
        return new CampaignReport(
                "spring-sale",
                List.of("spring-sale"),
                Instant.parse("2026-03-12T09:00:00Z"),
                Optional.of(new Span(FIRST, Instant.parse("2026-03-04T19:45:00Z"))),
                Goal.CLICK,
                states,
                skipped,
                ATTRIBUTION,
                false,
                outcomes(47_102, 1_893, 612, 41_203.5),
                new Machines(9_211, 640, 4_002, false),
                mail,
                personal,
                variants,
                breakdowns(),
                Optional.of(timeLine()),
                Optional.empty(),
                Optional.empty(),
                notes);
    }

    private static Outcomes outcomes(long mails, long clicked, long bought, double revenue) {
        long watched = mails * 9 / 10;
        double perMail = mails == 0 ? 0 : revenue / mails;
        return new Outcomes(
                mails,
                mails,
                Share.of(clicked, watched),
                Share.of(Math.min(watched, 4 * clicked), watched),
                Share.of(bought, mails),
                Share.of(bought / 9, mails),
                Share.of(bought / 60, mails),
                Share.of(bought / 20, mails),
                Share.of(bought / 8, mails),
                new Interval(perMail, 0.9 * perMail, 1.1 * perMail, mails),
                revenue);
    }

    private static Arm arm(String name, long happened, long people, double revenue) {
        return new Arm(name, Share.of(happened, people), new Interval(revenue, 0.85 * revenue, 1.15 * revenue, people));
    }

    private static Verdict earned() {
        Arm with = arm("with mail", 983, 47_426, 1.31);
        Arm without = arm("no mail", 34, 2_468, 0.88);
        return new Verdict(
                Question.MAIL,
                Answer.BETTER,
                "The mail earned 0.70 more buyers per 100 people (0.07 to 1.18).",
                "",
                Goal.PURCHASE,
                with,
                without,
                Optional.of(new Interval(0.00695, 0.0007, 0.0118, 49_894)),
                Optional.of(new Interval(1.50, 1.03, 2.16, 49_894)),
                Optional.of(new Interval(0.00695, -0.0038, 0.0149, 49_894)),
                Optional.of(new Interval(0.43, 0.02, 0.84, 49_894)),
                OptionalDouble.of(0.0079),
                Optional.of(new SampleRatio(47_426, 2_468, 0.05, 0.59, true)),
                Optional.of(new OrderCheck(
                        arm("with mail", 3_310, 47_426, 4.1), arm("no mail", 178, 2_468, 4.3), 0.66, true)),
                List.of(
                        new Layer(
                                "weekday",
                                "Monday",
                                arm("with mail", 400, 19_011, 1.4),
                                arm("no mail", 13, 990, 0.8),
                                new Interval(0.0079, -0.0016, 0.0146, 20_001)),
                        new Layer(
                                "time zone",
                                "Europe/Berlin",
                                arm("with mail", 702, 33_800, 1.3),
                                arm("no mail", 25, 1_770, 0.9),
                                new Interval(0.0066, -0.0012, 0.0122, 35_570))));
    }

    private static Verdict unclear() {
        return new Verdict(
                Question.PERSONAL,
                Answer.INDISTINGUISHABLE,
                "Personalizing it earned nothing that can be told from no difference: 0.36 more people per 100 clicked"
                        + " (−0.24 to 0.93).",
                "",
                Goal.CLICK,
                arm("personal mail", 1_701, 38_110, 1.32),
                arm("plain mail", 174, 4_233, 1.27),
                Optional.of(new Interval(0.0035, -0.0030, 0.0094, 42_343)),
                Optional.of(new Interval(1.09, 0.94, 1.26, 42_343)),
                Optional.of(new Interval(0.0035, -0.0072, 0.0131, 42_343)),
                Optional.of(new Interval(0.05, -0.21, 0.31, 42_343)),
                OptionalDouble.of(0.0096),
                Optional.of(new SampleRatio(38_110, 4_233, 0.1, 0.98, true)),
                Optional.empty(),
                List.of());
    }

    private static Verdict blockedMail() {
        return new Verdict(
                Question.MAIL,
                Answer.BLOCKED,
                "What the mail earned cannot be said.",
                "With no_mail: 5 %, 20,000 people would be split about 19,000 to 1,000, and are 19,410 to 590. Something"
                        + " took people out of one group after the draw; find out what before believing any figure.",
                Goal.PURCHASE,
                arm("with mail", 380, 19_410, 1.2),
                arm("no mail", 9, 590, 0.7),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.of(new SampleRatio(19_410, 590, 0.05, 1e-40, false)),
                Optional.empty(),
                List.of());
    }

    private static Verdict notTested(Question question) {
        return new Verdict(
                question,
                Answer.NOT_TESTED,
                question == Question.MAIL
                        ? "What the mail earned was not tested."
                        : "What personalizing earned was not tested.",
                "Nobody was kept back to compare with. Set groups: {no_mail: 5%, plain_mail: 10%}.",
                Goal.PURCHASE,
                new Arm("with mail", new Share(0, 0, 0, 1), new Interval(0, 0, 0, 0)),
                new Arm("no mail", new Share(0, 0, 0, 1), new Interval(0, 0, 0, 0)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static VariantRace race() {
        return new VariantRace(
                Goal.CLICK,
                List.of(
                        new VariantRace.Runner(
                                "plain",
                                19_020,
                                new Interval(0.0421, 0.0385, 0.0461, 19_020),
                                Optional.of(new Interval(-0.0051, -0.0103, 0.0001, 38_110))),
                        new VariantRace.Runner(
                                "picked", 19_090, new Interval(0.0472, 0.0434, 0.0513, 19_090), Optional.empty())),
                Optional.empty(),
                "No variant is ahead by more than chance explains.");
    }

    private static List<Breakdown> breakdowns() {
        List<Cell> hours = new ArrayList<>();
        for (int hour = 7; hour < 21; hour++) {
            hours.add(new Cell("%02d".formatted(hour), outcomes(3_300, 90L + 7 * hour, 40, 2_900), false));
        }
        return List.of(
                new Breakdown(
                        By.VARIANT,
                        List.of(
                                new Cell("plain", outcomes(27_000, 1_010, 350, 24_000), false),
                                new Cell("picked", outcomes(20_102, 883, 262, 17_203.5), false)),
                        0,
                        0),
                new Breakdown(By.HOUR, hours, 0, 0),
                new Breakdown(
                        By.POSITION,
                        List.of(
                                new Cell("hero 1", outcomes(47_102, 820, 90, 9_000), false),
                                new Cell("picks 1", outcomes(46_000, 410, 150, 11_000), false)),
                        0,
                        0),
                new Breakdown(
                        By.LANGUAGE,
                        List.of(
                                new Cell("de", outcomes(30_000, 1_300, 400, 27_000), false),
                                new Cell("en", outcomes(17_000, 590, 210, 14_100), false),
                                new Cell("others", outcomes(102, 3, 2, 103.5), true)),
                        7,
                        0));
    }

    private static TimeLine timeLine() {
        List<TimeLine.Step> steps = new ArrayList<>();
        for (int hour = 0; hour < 72; hour++) {
            boolean isDay = hour % 24 < 14;
            steps.add(new TimeLine.Step(isDay ? 1_100 : 0, isDay ? 30 + hour % 14 : 4, isDay ? 9 : 1, hour % 3));
        }
        return new TimeLine(FIRST, Duration.ofHours(1), steps);
    }
}
