package org.personalize.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.personalize.csv.PrivateFile;
import org.personalize.measure.Interval;
import org.personalize.report.Breakdown.By;

/**
 * A campaign's report as a page for people who were not there: what it earned and how sure that is, what was sent, what
 * came of it, when, and by which groups. It holds nobody's data, and no group of fewer people than a report tells of.
 */
public final class ReportPage {

    private static final List<String> STYLES = List.of("chapters.css", "plots.css", "tables.css", "report.css");
    private static final List<String> SCRIPTS = List.of("tables.js");

    private final CampaignReport report;
    private final Success success;
    private final SavedTables tables;

    private ReportPage(CampaignReport report) {
        this.report = report;
        this.success = Success.of(report.goal());
        this.tables = new SavedTables(report.title());
    }

    /** Writes the page whole or not at all. */
    public static void write(Path file, CampaignReport report, String version) throws IOException {
        PrivateFile.write(file, html(report, version));
    }

    static String html(CampaignReport report, String version) {
        var page = new ReportPage(report);
        var frame = new PageFrame(
                "report",
                report.title(),
                page.editions(),
                "what it earned",
                "earned",
                version,
                "The page asks nothing of a network, and names nobody.");
        String body = frame.around(page::content).toString();
        return new Page(report.title() + " · report", body, STYLES, SCRIPTS, page.tables.json()).html();
    }

    private String editions() {
        int editions = report.editions().size();
        return editions > 1 ? Plain.count(editions, "mailing", "mailings") : "";
    }

    private void content(Markup page) {
        lead(page);
        page.open("div", "class", "earned", "id", "earned", "tabindex", "-1");
        page.add(new VerdictPanel(report.mail(), report.isOpen(), tables).markup());
        page.add(new VerdictPanel(report.personal(), report.isOpen(), tables).markup());
        page.close();
        report.variants().ifPresent(race -> page.add(new VariantPanel(race, tables).markup()));
        sent(page);
        if (report.isAnythingSent() && !report.breakdowns().isEmpty()) {
            groups(page);
        }
        report.whatIf().ifPresent(whatIf -> page.add(new WhatIfPanel(whatIf, tables).markup()));
        report.health().ifPresent(health -> page.add(new HealthPanel(health, tables).markup()));
        reading(page);
    }

    private void lead(Markup page) {
        page.open("section", "class", "story", "aria-labelledby", "lead");
        page.open("h2", "id", "lead", "class", "lead");
        if (report.isAnythingSent()) {
            page.element("strong", Plain.count(report.outcomes().mails()));
            page.text(report.outcomes().mails() == 1 ? " mail was" : " mails were")
                    .text(" accepted by the relay");
            page.text(isTold() ? "; " + came() : ".");
        } else {
            page.text("Nothing was sent yet.");
        }
        page.close();
        page.element("p", when(), "class", "clock");
        if (report.isOpen() && report.isAnythingSent()) {
            page.element("p", "Not final: people can still react, so these figures will change.", "class", "open");
        }
        if (!report.notes().isEmpty()) {
            page.open("ul", "class", "notes");
            report.notes().forEach(note -> page.open("li").value(note).close());
            page.close();
        }
        page.close();
    }

    private boolean isTold() {
        return report.outcomes().people() >= CampaignReport.LEAST_PEOPLE
                && success.of(report.outcomes()).number() >= CampaignReport.LEAST_PEOPLE;
    }

    private String came() {
        Interval figure = success.of(report.outcomes());
        return switch (success) {
            case CLICKED -> clicked(Plain.whole(figure, Unit.SHARE));
            case BOUGHT -> Plain.whole(figure, Unit.SHARE) + " of them were followed by a purchase.";
            case REVENUE -> "each brought a revenue of " + Plain.whole(figure, Unit.AMOUNT) + ".";
        };
    }

    /** Clicks of people who do not allow it are not counted. */
    private String clicked(String share) {
        long counted = report.outcomes().clicked().of();
        return counted == report.outcomes().mails()
                ? share + " of them were clicked."
                : "of the " + Plain.count(counted) + " to people whose clicks may be counted, " + share
                        + " were clicked.";
    }

    private String when() {
        String sent = report.sending()
                .map(span -> "Sent " + Plain.span(span.first(), span.last()) + " · ")
                .orElse("");
        return sent + "figures of " + Plain.moment(report.now());
    }

    private void sent(Markup page) {
        page.open("section", "class", "chapter", "aria-labelledby", "sent");
        page.element("h2", "What was sent, and what came of it", "id", "sent");
        page.open("div", "class", "beside");
        page.add(new StatesPanel(report.states(), report.skipped()).markup());
        if (report.isAnythingSent()) {
            page.add(new OutcomePanel(report, tables).markup());
        }
        page.close();
        report.timeLine().ifPresent(line -> page.add(new TimeLinePanel(line, tables).markup()));
        page.close();
    }

    private void groups(Markup page) {
        page.open("section", "class", "chapter", "aria-labelledby", "groups");
        page.element("h2", "Who reacted", "id", "groups");
        page.element(
                "p",
                "Hours, languages and the like were not drawn by lot: a difference between them need not come from the mail.",
                "class",
                "hint");
        for (Breakdown breakdown : report.breakdowns()) {
            page.add(new BreakdownPanel(breakdown, success, isCompared(breakdown.by()), tables).markup());
        }
        page.close();
    }

    private boolean isCompared(By by) {
        return by == By.GROUP || (by == By.VARIANT && report.variants().isPresent());
    }

    private void reading(Markup page) {
        page.open("section", "class", "chapter reading", "aria-labelledby", "reading");
        page.element("h2", "How to read this", "id", "reading");
        page.open("ul");
        for (String sentence : List.of(
                "A figure such as 4.5 % (4.3 % to 4.7 %) is the best guess, and where the truth lies 95 times in 100.",
                report.attribution(),
                "What the mail earned and what personalizing it earned are two questions, asked of different groups of"
                        + " people. Their answers cannot be added up.",
                "Revenue is in the shop's own numbers, less what was refunded.",
                "Opens are a hint at best: many mail programs open every mail, and some people's opens are never seen.",
                "Gmail tells no sender who calls a mail spam, so those complaints are missing.",
                "What fewer than " + CampaignReport.LEAST_PEOPLE
                        + " people did is not told; how many people are in which"
                        + " group or state is, however few.")) {
            page.open("li").text(sentence).close();
        }
        page.close().close();
    }
}
