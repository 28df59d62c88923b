package org.personalize.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.personalize.csv.PrivateFile;
import org.personalize.learn.Papers;
import org.personalize.learn.Papers.Chapter;
import org.personalize.learn.Papers.Count;
import org.personalize.learn.Papers.Input;
import org.personalize.learn.Papers.Rhythm;
import org.personalize.learn.Papers.Setting;
import org.personalize.learn.Papers.Subject;
import org.personalize.measure.Choice;
import org.personalize.measure.Forecast;

/**
 * A model's papers as a page: what was read, what was chosen and by which held-out scores, the rhythms as clocks, whether
 * chances come true, and what one would need to get the same model again.
 */
public final class TrainingPage {

    /** Counts of everything that was read come first. */
    private static final int TOTALS = 3;

    /** Of each choice so many tables are unfolded. */
    private static final int SHOWN_AT_ONCE = 3;

    private static final String COLUMNS =
            "Columns: how many observations of a person were known before, or which group, and how"
                    + " many people these are. ± is the 95 % interval.";

    private final Papers papers;

    private TrainingPage(Papers papers) {
        this.papers = papers;
    }

    /** Writes the page whole or not at all. */
    public static void write(Path file, Papers papers) throws IOException {
        PrivateFile.write(file, html(papers));
    }

    static String html(Papers papers) {
        String title = papers.origin().campaign() + " · training";
        String body = new TrainingPage(papers).body();
        return new Page(title, body, List.of("chapters.css", "plots.css", "tables.css", "training.css"), List.of(), "{}").html();
    }

    private String body() {
        var frame = new PageFrame(
                "training",
                papers.origin().campaign(),
                "",
                "what was chosen",
                "choices",
                papers.origin().program(),
                "The page asks nothing of a network, and shows nobody's data.");
        return frame.around(this::content).toString();
    }

    private void content(Markup page) {
        lead(page);
        page.open("div", "id", "choices", "tabindex", "-1");
        papers.chapters().forEach(chapter -> chapter(page, chapter));
        page.close();
        origin(page);
    }

    private void lead(Markup page) {
        page.open("section", "class", "story", "aria-labelledby", "story-title");
        page.open("h2", "id", "story-title", "class", "lead");
        page.element("strong", Plain.count(papers.personalHours()))
                .text(" of " + Plain.count(papers.people(), "person gets", "people get") + " an hour of their own.")
                .close();
        page.element(
                "p",
                "For the others not enough is known, or it would gain too little; the best hour of those around them is used.",
                "class",
                "hint");
        page.open("p", "class", "clock")
                .text("Trained by the clock of ")
                .text(Plain.moment(papers.origin().now()));
        if (!papers.newest().equals(Instant.EPOCH)) {
            page.text(" · on events up to " + Plain.moment(papers.newest()));
        }
        page.close().open("ul", "class", "totals");
        for (Count count :
                papers.counts().subList(0, Math.min(TOTALS, papers.counts().size()))) {
            page.open("li").element("b", Plain.count(count.number())).element("span", count.what());
            page.close();
        }
        page.close().open("ul", "class", "counts", "aria-label", "What was read, by kind");
        for (Count count : papers.counts()
                .subList(
                        Math.min(TOTALS, papers.counts().size()),
                        papers.counts().size())) {
            if (count.number() > 0) {
                page.open("li").element("b", Plain.count(count.number()));
                page.element("span", count.what().replace('_', ' ')).close();
            }
        }
        page.close();
        page.close();
    }

    private void chapter(Markup page, Chapter chapter) {
        page.open("section", "class", "chapter", "id", chapter.subject().word());
        page.element("h2", chapter.subject().title());
        if (!chapter.notes().isEmpty()) {
            page.open("ul", "class", "notes");
            chapter.notes().forEach(note -> page.element("li", note));
            page.close();
        }
        chapter.choices().forEach(choice -> choice(page, choice));
        if (chapter.subject() == Subject.HOURS) {
            rhythms(page);
        }
        forecasts(page, chapter.forecasts());
        chapter.audits().forEach(audit -> choice(page, audit));
        page.close();
    }

    private static void choice(Markup page, Choice choice) {
        page.open("section", "class", "panel choice");
        page.element("h3", choice.question());
        page.open("p", "class", "chosen")
                .value(ScoreTable.plain(choice.chosen()))
                .close();
        String setting = ScoreTable.setting(choice.chosen());
        if (!setting.isEmpty()) {
            page.open("p", "class", "hint").value(setting).close();
        }
        page.element("p", choice.why());
        List<ScoreTable> plain = ScoreTable.latest(choice).stream()
                .filter(table -> Metric.of(table.metric()).isPlain())
                .limit(SHOWN_AT_ONCE)
                .toList();
        plain.forEach(table -> page.add(new ScoreMarkup(table, table.digest()).markup()));
        if (!plain.isEmpty()) {
            page.element("p", COLUMNS, "class", "hint");
        }
        if (!choice.trials().isEmpty()) {
            everything(page, choice);
        }
        page.close();
    }

    /** Folded away: who wants to see what was not chosen, on each stretch of time, opens it. */
    private static void everything(Markup page, Choice choice) {
        page.open("details").element("summary", "Every candidate, every score, every stretch of time");
        for (ScoreTable table : ScoreTable.of(choice)) {
            page.add(new ScoreMarkup(table, table.rows()).markup());
        }
        page.close();
    }

    private void rhythms(Markup page) {
        if (papers.rhythms().isEmpty()) {
            return;
        }
        page.open("section", "class", "panel").element("h3", "The rhythms that people share");
        page.element(
                "p",
                "Each clock is one daily rhythm: the further a wedge reaches, the likelier a reaction in that hour. Everybody's"
                        + " own hours are a mixture of them and of what they did themselves.",
                "class",
                "hint");
        page.open("div", "class", "clocks");
        for (Rhythm rhythm : papers.rhythms()) {
            page.add(new RhythmClock(rhythm).markup());
        }
        page.close().close();
    }

    private static void forecasts(Markup page, List<Forecast> forecasts) {
        for (Forecast forecast : forecasts) {
            page.open("section", "class", "panel").element("h3", "Do chances come true?");
            page.add(ForecastPlot.of(forecast).markup()).close();
        }
    }

    private void origin(Markup page) {
        Papers.Origin origin = papers.origin();
        page.open("section", "class", "panel").element("h3", "From what it was learned");
        page.element("p", "The same files, settings and versions give the same model, byte for byte.", "class", "hint");
        page.open("table", "class", "origin").open("tbody");
        row(page, "personalize", origin.program());
        row(page, "Java", origin.java());
        row(page, "seed", origin.seed());
        for (Setting setting : origin.settings()) {
            row(page, setting.key(), setting.value().isEmpty() ? "none" : setting.value());
        }
        for (Input input : origin.inputs()) {
            row(page, input.role(), input.file() + ", " + Plain.count(input.bytes(), "byte", "bytes"));
            row(page, "", "sha256 " + input.sha256());
        }
        page.close().close().close();
    }

    private static void row(Markup page, String name, String value) {
        page.open("tr").element("th", name, "scope", "row");
        page.open("td").value(value).close().close();
    }
}
