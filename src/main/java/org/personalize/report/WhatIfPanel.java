package org.personalize.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.personalize.measure.Interval;
import org.personalize.report.FigureTable.Column;
import org.personalize.report.TableCell.Measured;
import org.personalize.report.TableCell.Withheld;
import org.personalize.report.TableCell.Words;
import org.personalize.report.WhatIf.Kind;
import org.personalize.report.WhatIf.Way;

/** What other ways of deciding would have earned: estimates, each beside the same mails as they were sent. */
final class WhatIfPanel {

    private final WhatIf whatIf;
    private final SavedTables tables;

    WhatIfPanel(WhatIf whatIf, SavedTables tables) {
        this.whatIf = whatIf;
        this.tables = tables;
    }

    Markup markup() {
        var chapter = new Markup();
        chapter.open("section", "class", "chapter", "aria-labelledby", "otherwise");
        chapter.element("h2", "What if it had been decided otherwise?", "id", "otherwise");
        if (whatIf.mails() == 0) {
            chapter.element(
                    "p", "No mail is old enough to be judged: each is given " + WhatIf.REACTION_HOURS + " hours.");
            return chapter.close();
        }
        chapter.element("p", basis(), "class", "hint");
        for (Kind kind : Kind.values()) {
            List<Way> ways =
                    whatIf.ways().stream().filter(way -> way.kind() == kind).toList();
            if (!ways.isEmpty()) {
                kind(chapter, kind, ways);
            }
        }
        chapter.open("section", "class", "panel", "aria-labelledby", "otherwise-all");
        chapter.element("h3", "All of them beside each other", "id", "otherwise-all");
        return chapter.add(tables.put(table())).close().close();
    }

    private String basis() {
        return "Estimates, not tests: worked out from mails of which something was left to chance. As sent, "
                + Plain.whole(whatIf.asSent(), Unit.SHARE) + " of "
                + Plain.count(whatIf.mails(), "mail was", "mails were") + " reacted to: a link followed or something"
                + " bought within " + WhatIf.REACTION_HOURS + " hours.";
    }

    private static void kind(Markup chapter, Kind kind, List<Way> ways) {
        String id = "otherwise-" + kind.name().toLowerCase(Locale.ROOT);
        chapter.open("section", "class", "panel", "aria-labelledby", id);
        chapter.element("h3", kind.title(), "id", id).element("p", kind.meaning(), "class", "hint");
        List<RangePlot.Row> rows = rows(ways);
        if (!rows.isEmpty()) {
            chapter.add(new RangePlot(kind.title(), rows, Unit.SHARE, Double.NaN).markup());
        }
        for (Way way : ways) {
            refused(chapter, way);
            if (!way.note().isEmpty()) {
                chapter.open("p", "class", "hint").value(said(way, way.note())).close();
            }
        }
        chapter.close();
    }

    private static void refused(Markup chapter, Way way) {
        way.refusal()
                .ifPresent(
                        refusal -> chapter.open("p").value(said(way, refusal)).close());
    }

    private static String said(Way way, String what) {
        return way.name().isEmpty()
                ? Character.toUpperCase(what.charAt(0)) + what.substring(1) + "."
                : way.name() + ": " + what + ".";
    }

    /** Ways that are judged by the same mails stand above what those mails earned. */
    private static List<RangePlot.Row> rows(List<Way> ways) {
        List<RangePlot.Row> rows = new ArrayList<>();
        List<Way> judged =
                ways.stream().filter(way -> estimate(way).isPresent()).toList();
        for (int i = 0; i < judged.size(); i++) {
            Way way = judged.get(i);
            estimate(way).ifPresent(estimate -> rows.add(new RangePlot.Row(name(way), estimate, true)));
            if (i + 1 == judged.size() || !judged.get(i + 1).asSent().equals(way.asSent())) {
                rows.add(new RangePlot.Row("the same mails as they were sent", way.asSent(), false));
            }
        }
        return rows;
    }

    /** The one that leans on a forecast as well is the surer of the two. */
    private static Optional<Interval> estimate(Way way) {
        return way.value().doublyRobust();
    }

    private static String name(Way way) {
        return way.name().isEmpty() ? way.kind().title() : way.name();
    }

    private FigureTable table() {
        List<Column> columns = List.of(
                Column.words("decided otherwise"),
                Column.words("which"),
                Column.number("mails"),
                Column.number("as sure as so many"),
                Column.measured("as sent"),
                Column.measured("otherwise"),
                Column.measured("without a forecast"));
        return new FigureTable(
                "what-if",
                "Share of mails that were reacted to, and would have been",
                columns,
                whatIf.ways().stream().map(WhatIfPanel::row).toList());
    }

    private static List<TableCell> row(Way way) {
        TableCell refused = new Withheld("too few to tell");
        boolean isSmall = way.value().decisions() < CampaignReport.LEAST_PEOPLE;
        return List.of(
                new Words(way.kind().title()),
                new Words(way.name()),
                new TableCell.Whole(way.value().decisions()),
                new TableCell.Whole(Math.round(way.value().effective())),
                isSmall ? Withheld.TOO_FEW : new Measured(way.asSent(), Unit.SHARE),
                way.value().doublyRobust().map(WhatIfPanel::share).orElse(refused),
                way.value().selfNormalised().map(WhatIfPanel::share).orElse(refused));
    }

    private static TableCell share(Interval interval) {
        return new Measured(interval, Unit.SHARE);
    }
}
