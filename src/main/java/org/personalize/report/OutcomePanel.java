package org.personalize.report;

import java.util.ArrayList;
import java.util.List;
import org.personalize.measure.Share;
import org.personalize.report.FigureTable.Column;
import org.personalize.report.TableCell.Measured;
import org.personalize.report.TableCell.Words;

/** What came of all accepted mails, per mail. */
final class OutcomePanel {

    private final CampaignReport report;
    private final SavedTables tables;

    OutcomePanel(CampaignReport report, SavedTables tables) {
        this.report = report;
        this.tables = tables;
    }

    Markup markup() {
        var panel = new Markup();
        panel.open("section", "class", "panel", "aria-labelledby", "outcomes");
        panel.element("h3", "What came of the mails", "id", "outcomes");
        panel.add(tables.put(table()));
        machines(panel);
        return panel.close();
    }

    private FigureTable table() {
        Outcomes all = report.outcomes();
        List<List<TableCell>> rows = new ArrayList<>();
        rows.add(row("clicked", all.clicked()));
        rows.add(row("bought something after it", all.bought()));
        rows.add(row("opted out", all.unsubscribed()));
        rows.add(row("called it spam (Gmail not included)", all.complained()));
        rows.add(row("returned: the mailbox does not exist", all.hardBounced()));
        rows.add(row("returned for another reason", all.softBounced()));
        rows.add(row("opened (a hint at best)", all.opened()));
        List<Column> columns = List.of(
                Column.words("what happened"), Column.number("mails"), Column.number("of"), Column.measured("share"));
        return new FigureTable("outcomes", caption(), columns, rows);
    }

    private String caption() {
        boolean areAllWatched =
                report.outcomes().clicked().of() == report.outcomes().mails();
        return areAllWatched
                ? "Of all accepted mails"
                : "Of the accepted mails; clicks and opens only of people who allow them to be watched";
    }

    private static List<TableCell> row(String what, Share share) {
        boolean isSmall = share.of() < CampaignReport.LEAST_PEOPLE;
        return List.of(
                new Words(what),
                isSmall ? TableCell.Withheld.TOO_FEW : new TableCell.Whole(share.count()),
                new TableCell.Whole(share.of()),
                isSmall ? TableCell.Withheld.TOO_FEW : new Measured(Plain.measured(share), Unit.SHARE));
    }

    private void machines(Markup panel) {
        CampaignReport.Machines machines = report.machines();
        if (machines.opens() + machines.clicks() + machines.undecidedOpens() == 0) {
            return;
        }
        String counted = machines.areCounted() ? "They are counted above, as asked." : "They are not counted above.";
        panel.element(
                "p",
                "Programs opened " + Plain.count(machines.opens(), "mail", "mails") + " and clicked in "
                        + Plain.count(machines.clicks()) + ". " + counted + " Of "
                        + Plain.count(machines.undecidedOpens(), "open", "opens")
                        + " nobody can say whether a person or a program made them.",
                "class",
                "hint");
    }
}
