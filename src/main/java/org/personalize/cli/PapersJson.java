package org.personalize.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.personalize.learn.Papers;
import org.personalize.learn.Papers.Chapter;
import org.personalize.learn.Papers.Count;
import org.personalize.learn.Papers.Rhythm;
import org.personalize.learn.Papers.Subject;
import org.personalize.measure.Calibration.Tenth;
import org.personalize.measure.Choice;
import org.personalize.measure.Forecast;
import org.personalize.measure.Interval;
import org.personalize.measure.Trial;
import org.personalize.plan.Json;
import org.personalize.run.TrainRun.Trained;

/** A model's papers as JSON: everything that they hold, under the names that the guide explains. */
final class PapersJson {

    private static final int DECIMALS = 6;

    private final Json json;

    private PapersJson(Json json) {
        this.json = json;
    }

    static void write(Trained trained, Appendable out) throws IOException {
        Json json = Json.pretty(out);
        json.object();
        json.field("trained", trained.isNew()).field("model", trained.file().toString());
        new PapersJson(json).write(trained.papers());
        json.name("warnings").array();
        for (String notice : trained.notices()) {
            json.text(notice);
        }
        json.end().end();
    }

    private void write(Papers papers) throws IOException {
        origin(papers.origin());
        json.name("read").object();
        for (Count count : papers.counts()) {
            json.field(count.what(), count.number());
        }
        json.end();
        boolean isAnyEvent = !papers.newest().equals(Instant.EPOCH);
        json.field("newest_event", isAnyEvent ? papers.newest().toString() : null);
        json.field("people", papers.people()).field("personal_hours", papers.personalHours());
        json.name("rhythms").array();
        for (Rhythm rhythm : papers.rhythms()) {
            json.object()
                    .name("share")
                    .number(rhythm.share(), DECIMALS)
                    .name("hours")
                    .array();
            for (double chance : rhythm.hours()) {
                json.number(chance, DECIMALS);
            }
            json.end().end();
        }
        json.end();
        json.name("choices").array();
        for (Chapter chapter : papers.chapters()) {
            choices(chapter.subject(), chapter.choices());
        }
        json.end().name("groups").array();
        for (Chapter chapter : papers.chapters()) {
            choices(chapter.subject(), chapter.audits());
        }
        json.end().name("calibration").array();
        for (Chapter chapter : papers.chapters()) {
            forecasts(chapter.subject(), chapter.forecasts());
        }
        json.end().name("notes").array();
        for (Chapter chapter : papers.chapters()) {
            for (String note : chapter.notes()) {
                json.text(note);
            }
        }
        json.end();
    }

    private void origin(Papers.Origin origin) throws IOException {
        json.field("campaign", origin.campaign())
                .field("version", origin.program())
                .field("java", origin.java())
                .field("now", origin.now().toString())
                .field("seed", origin.seed());
        json.name("settings").object();
        for (Papers.Setting setting : origin.settings()) {
            json.field(setting.key(), setting.value());
        }
        json.end().name("inputs").array();
        for (Papers.Input input : origin.inputs()) {
            json.object()
                    .field("role", input.role())
                    .field("file", input.file())
                    .field("bytes", input.bytes())
                    .field("sha256", input.sha256())
                    .end();
        }
        json.end();
    }

    private void choices(Subject subject, List<Choice> choices) throws IOException {
        for (Choice choice : choices) {
            json.object()
                    .field("about", subject.word())
                    .field("question", choice.question())
                    .field("chosen", choice.chosen())
                    .field("why", choice.why())
                    .name("trials")
                    .array();
            for (Trial trial : choice.trials()) {
                json.object()
                        .field("candidate", trial.candidate())
                        .field("baseline", trial.isBaseline())
                        .field("window", trial.window())
                        .field("stratum", trial.stratum())
                        .field("metric", trial.metric());
                interval(trial.score());
                json.end();
            }
            json.end().end();
        }
    }

    private void interval(Interval score) throws IOException {
        json.name("mean").number(score.mean(), DECIMALS);
        json.name("low").number(score.low(), DECIMALS);
        json.name("high").number(score.high(), DECIMALS);
        json.field("number", score.number());
    }

    private void forecasts(Subject subject, List<Forecast> forecasts) throws IOException {
        for (Forecast forecast : forecasts) {
            json.object()
                    .field("about", subject.word())
                    .field("what", forecast.what())
                    .field("window", forecast.window());
            json.name("error").number(forecast.calibration().error(), DECIMALS);
            json.name("by_chance").number(forecast.calibration().byChance(), DECIMALS);
            json.name("tenths").array();
            for (Tenth tenth : forecast.calibration().tenths()) {
                json.object().name("chance").number(tenth.chance(), DECIMALS);
                interval(tenth.outcome());
                json.end();
            }
            json.end().end();
        }
    }
}
