package org.personalize.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.personalize.plan.Counts;
import org.personalize.report.Shares.Share;

/** What a run decided, told in order: who gets mail and who does not, when, in which words, and what to mend. */
final class RunStory {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final GallerySummary summary;
    private final Counts counts;

    RunStory(GallerySummary summary) {
        this.summary = summary;
        this.counts = summary.counts();
    }

    Markup markup() {
        var story = new Markup();
        story.open("section", "class", "story", "aria-labelledby", "story-title");
        lead(story);
        story.open("div", "class", "panels");
        who(story);
        when(story);
        what(story);
        story.close();
        story.add(new FindingsPanel(summary.findings(), counts.warnings()).markup());
        return story.close();
    }

    private long mailed() {
        return counts.waiting() + counts.due() + counts.deferred();
    }

    private void lead(Markup story) {
        long people = counts.read() + counts.gone() - counts.duplicates() - counts.putAside();
        story.open("h2", "id", "story-title", "class", "lead");
        story.element("strong", Plain.count(mailed())).text(" of " + Plain.count(people, "person gets", "people get"));
        story.text(mailed() == counts.plainMail() && mailed() > 0 ? " the plain mail." : " a mail of their own.")
                .close();
        story.open("p", "class", "clock").text("Decided for ");
        story.element(
                "time", Plain.moment(summary.now()), "datetime", summary.now().toString());
        story.text(" · from ").value(summary.from()).text(" · nothing was sent").close();
    }

    private void who(Markup story) {
        story.open("section", "class", "panel", "aria-labelledby", "who-title")
                .element("h3", "Who gets it", "id", "who-title");
        story.add(new Shares("Who gets this mail, and who does not", everyone()).stacked());
        if (counts.plainMail() > 0) {
            story.element(
                    "p",
                    Plain.count(counts.plainMail()) + " of the mails are the plain one, to compare with.",
                    "class",
                    "hint");
        }
        if (counts.gone() > 0) {
            story.element(
                    "p",
                    Plain.count(counts.gone(), "person has", "people have") + " left the customer file since.",
                    "class",
                    "hint");
        }
        story.close();
    }

    private List<Share> everyone() {
        var shares = new ArrayList<Share>();
        shares.add(new Share("get this mail", mailed(), "good"));
        shares.add(new Share("had it already", counts.accepted(), "calm"));
        shares.add(new Share("may have had it: the relay never answered", counts.doubtful(), "calm"));
        shares.add(new Share("refused by the relay before", counts.refused(), "bad"));
        shares.add(new Share("too late for it", counts.expired(), "bad"));
        shares.add(new Share("held by an error in their mail", counts.heldByError(), "bad"));
        shares.add(new Share("held back until resume", counts.heldBack(), "bad"));
        shares.add(new Share("get no mail, to compare with", counts.noMail(), "calm"));
        counts.skipped().forEach((reason, count) -> shares.add(new Share(Plain.why(reason), count, "left")));
        shares.add(new Share("the same mailbox as another row", counts.duplicates(), "left"));
        shares.add(new Share("rows put aside, see rejects.csv", counts.putAside(), "left"));
        shares.removeIf(share -> share.count() == 0);
        return shares;
    }

    private void when(Markup story) {
        story.open("section", "class", "panel", "aria-labelledby", "when-title")
                .element("h3", "When it goes", "id", "when-title");
        story.add(new HourChart(summary.sends().byLocalHour()).markup());
        story.open("ul", "class", "days");
        summary.sends()
                .byLocalDay()
                .forEach((day, count) -> story.open("li")
                        .element("span", DAY.format(day))
                        .text(" ")
                        .element("b", Plain.count(count))
                        .close());
        story.close().close();
    }

    private void what(Markup story) {
        story.open("section", "class", "panel", "aria-labelledby", "what-title")
                .element("h3", "In which words", "id", "what-title");
        story.element("h4", "Variant")
                .add(new Shares("Mails by variant", shares(summary.sends().byVariant())).bars());
        story.element("h4", "Language")
                .add(new Shares("Mails by language", shares(summary.sends().byLanguage())).bars());
        story.close();
    }

    private static List<Share> shares(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue(), "good"))
                .toList();
    }
}
