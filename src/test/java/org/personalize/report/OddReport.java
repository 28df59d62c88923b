package org.personalize.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.Interval;
import org.personalize.measure.Share;
import org.personalize.report.Breakdown.By;
import org.personalize.report.Breakdown.Cell;
import org.personalize.report.CampaignReport.Machines;
import org.personalize.report.CampaignReport.Span;
import org.personalize.report.TimeLine.Step;
import org.personalize.report.VariantRace.Runner;

/** A report of names that mean harm and of figures that are hard to draw: none at all, one alone, very many, huge ones. */
final class OddReport {

    /** Markup, an override that would turn the text around, the end of a script. */
    static final String HOSTILE = "<img src=x onerror=alert(1)>\u202Egpj.\"'&</script>";

    static final String FORMULA = "=HYPERLINK(\"http://127.0.0.1:9/\")";
    static final String HEBREW = "\u05D0\u05D1\u05D2 (1)";
    static final String LONG = "no-blank-anywhere-".repeat(12);
    static final int ITEMS = 200;

    private static final Instant NOW = Instant.parse("2026-03-12T09:00:00Z");
    private static final long HUGE = 4_700_000_000L;

    private OddReport() {}

    static CampaignReport report() {
        CampaignReport spring = SomeReports.spring();
        return new CampaignReport(
                HOSTILE,
                List.of("a", "b"),
                NOW,
                Optional.of(new Span(NOW, NOW)),
                Goal.REVENUE,
                Map.of("accepted", HUGE),
                Map.of(),
                HOSTILE,
                true,
                outcomes(HUGE, 0, 2, 1.7e15),
                new Machines(0, 0, 0, false),
                spring.mail(),
                spring.personal(),
                Optional.of(race()),
                List.of(
                        new Breakdown(By.ITEM, items(), 0, 12),
                        new Breakdown(By.HOUR, List.of(new Cell("09", outcomes(HUGE, 0, 0, 0), false)), 0, 0),
                        new Breakdown(By.COUNTRY, List.of(), 3, 41)),
                Optional.of(new TimeLine(NOW, Duration.ofHours(1), List.of(new Step(HUGE, 0, 0, 0)))),
                Optional.empty(),
                Optional.empty(),
                List.of(HOSTILE));
    }

    private static VariantRace race() {
        var wide = new Interval(1e9, -1e9, 3e9, 30);
        return new VariantRace(
                Goal.REVENUE,
                List.of(
                        new Runner(HOSTILE, 30, wide, Optional.empty()),
                        new Runner("few", 19, wide, Optional.of(new Interval(-5e8, -3e9, 2e9, 30)))),
                Optional.of(HOSTILE),
                HOSTILE);
    }

    private static List<Cell> items() {
        List<String> names = new ArrayList<>(List.of(HOSTILE, FORMULA, HEBREW, LONG));
        while (names.size() < ITEMS) {
            names.add("item " + names.size());
        }
        List<Cell> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(new Cell(names.get(i), outcomes(9_000 - 7L * i, i, i, 1e9 * i), false));
        }
        return items;
    }

    private static Outcomes outcomes(long mails, long clicked, long bought, double revenue) {
        Share none = Share.of(0, mails);
        double mean = revenue / mails;
        return new Outcomes(
                mails,
                mails,
                Share.of(clicked, mails),
                none,
                Share.of(bought, mails),
                none,
                none,
                none,
                none,
                new Interval(mean, mean / 2, 2 * mean, mails),
                revenue);
    }
}
