package org.personalize.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.personalize.measure.Interval;
import org.personalize.measure.Share;
import org.personalize.plan.Json;
import org.personalize.plan.Reason;
import org.personalize.report.Arm;
import org.personalize.report.Breakdown;
import org.personalize.report.Breakdown.Cell;
import org.personalize.report.CampaignReport;
import org.personalize.report.Outcomes;
import org.personalize.report.TimeLine;
import org.personalize.report.VariantRace;
import org.personalize.report.VariantRace.Runner;
import org.personalize.report.Verdict;
import org.personalize.report.Verdict.Layer;
import org.personalize.report.Verdict.OrderCheck;
import org.personalize.report.Verdict.SampleRatio;
import org.personalize.run.Reporting;
import org.personalize.run.VariantLearning;

/** Writes a report as one JSON document; the guide on reports says what its keys mean. */
final class ReportJson {

    private static final int DECIMALS = 6;

    private final Json json;

    private ReportJson(Json json) {
        this.json = json;
    }

    static void of(Reporting.Result result, PrintWriter out) throws IOException {
        Json json = Json.pretty(out);
        new ReportJson(json).write(result.report(), result.learning());
        out.println();
    }

    private void write(CampaignReport report, Optional<VariantLearning> learning) throws IOException {
        json.object().field("campaign", report.title());
        json.name("editions").array();
        for (String edition : report.editions()) {
            json.text(edition);
        }
        json.end().field("now", report.now().toString());
        json.field("goal", word(report.goal())).field("is_open", report.isOpen());
        json.field(
                "first",
                report.sending()
                        .map(CampaignReport.Span::first)
                        .map(Instant::toString)
                        .orElse(null));
        json.field(
                "last",
                report.sending()
                        .map(CampaignReport.Span::last)
                        .map(Instant::toString)
                        .orElse(null));
        counts(report);
        json.field("attribution", report.attribution());
        json.name("outcomes");
        write(report.outcomes());
        json.name("machines").object();
        json.field("opens", report.machines().opens())
                .field("clicks", report.machines().clicks());
        json.field("undecided_opens", report.machines().undecidedOpens());
        json.field("counted", report.machines().areCounted()).end();
        json.name("mail");
        write(report.mail());
        json.name("personal");
        write(report.personal());
        json.name("variants");
        write(report.variants());
        breakdowns(report);
        json.name("time_line");
        timeLine(report.timeLine());
        if (learning.isPresent()) {
            VariantTelling.write("variant_learning", learning.get(), json);
        }
        if (report.whatIf().isPresent()) {
            WhatIfTelling.write(report.whatIf().get(), json);
        }
        if (report.health().isPresent()) {
            HealthTelling.write(report.health().get(), json);
        }
        json.name("notes").array();
        for (String note : report.notes()) {
            json.text(note);
        }
        json.end().end();
    }

    private void counts(CampaignReport report) throws IOException {
        json.name("states").object();
        for (Map.Entry<String, Long> state : report.states().entrySet()) {
            json.field(state.getKey(), state.getValue());
        }
        json.end().name("skipped").object();
        for (Map.Entry<Reason, Long> reason : report.skipped().entrySet()) {
            json.field(reason.getKey().word(), reason.getValue());
        }
        json.end();
    }

    private void write(Outcomes outcomes) throws IOException {
        json.object().field("people", outcomes.people()).field("mails", outcomes.mails());
        share("clicked", outcomes.clicked());
        share("opened", outcomes.opened());
        share("bought", outcomes.bought());
        share("unsubscribed", outcomes.unsubscribed());
        share("complained", outcomes.complained());
        share("hard_bounced", outcomes.hardBounced());
        share("soft_bounced", outcomes.softBounced());
        interval("revenue_per_mail", outcomes.revenue());
        json.name("revenue").number(outcomes.revenueSum(), 2).end();
    }

    private void write(Verdict verdict) throws IOException {
        json.object().field("answer", word(verdict.answer())).field("headline", verdict.headline());
        json.field("why", verdict.why()).field("goal", word(verdict.goal()));
        arm("treated", verdict.treated());
        arm("others", verdict.others());
        optional("difference", verdict.difference());
        optional("always_valid", verdict.always());
        optional("ratio", verdict.ratio());
        optional("revenue_difference", verdict.revenue());
        number("smallest", verdict.smallest());
        if (verdict.sampleRatio().isPresent()) {
            SampleRatio ratio = verdict.sampleRatio().get();
            json.name("sample_ratio").object();
            json.field("treated", ratio.treated()).field("others", ratio.others());
            json.name("expected").number(ratio.expected(), DECIMALS);
            json.name("chance").number(ratio.chance(), DECIMALS);
            json.field("sound", ratio.isSound()).end();
        }
        if (verdict.orderCheck().isPresent()) {
            OrderCheck check = verdict.orderCheck().get();
            json.name("order_check").object();
            arm("treated", check.treated());
            arm("others", check.others());
            json.name("chance").number(check.chance(), DECIMALS);
            json.field("sound", check.isSound()).end();
        }
        json.name("layers").array();
        for (Layer layer : verdict.layers()) {
            json.object().field("by", layer.by()).field("name", layer.name());
            arm("treated", layer.treated());
            arm("others", layer.others());
            interval("difference", layer.difference());
            json.end();
        }
        json.end().end();
    }

    private void write(Optional<VariantRace> race) throws IOException {
        if (race.isEmpty()) {
            json.nothing();
            return;
        }
        json.object()
                .field("goal", word(race.get().goal()))
                .field("headline", race.get().headline());
        json.field("leader", race.get().leader().orElse(null)).name("runners").array();
        for (Runner runner : race.get().runners()) {
            json.object().field("name", runner.name()).field("people", runner.people());
            interval("score", runner.score());
            optional("behind", runner.behind());
            json.end();
        }
        json.end().end();
    }

    private void breakdowns(CampaignReport report) throws IOException {
        json.name("breakdowns").array();
        for (Breakdown breakdown : report.breakdowns()) {
            json.object().field("by", word(breakdown.by())).field("merged", breakdown.merged());
            json.field("people_left_out", breakdown.peopleLeftOut())
                    .name("groups")
                    .array();
            for (Cell cell : breakdown.cells()) {
                json.object().field("name", cell.name()).field("others", cell.isOthers());
                json.name("outcomes");
                write(cell.outcomes());
                json.end();
            }
            json.end().end();
        }
        json.end();
    }

    private void timeLine(Optional<TimeLine> line) throws IOException {
        if (line.isEmpty()) {
            json.nothing();
            return;
        }
        json.object().field("start", line.get().start().toString());
        json.field("step_seconds", line.get().step().toSeconds()).name("steps").array();
        for (TimeLine.Step step : line.get().steps()) {
            json.object().field("mails", step.mails()).field("clicked", step.clicked());
            json.field("bought", step.bought())
                    .field("unsubscribed", step.unsubscribed())
                    .end();
        }
        json.end().end();
    }

    private void arm(String name, Arm arm) throws IOException {
        json.name(name).object().field("name", arm.name()).field("people", arm.people());
        share("happened", arm.happened());
        interval("revenue_per_person", arm.revenue());
        json.end();
    }

    private void share(String name, Share share) throws IOException {
        json.name(name).object().field("count", share.count()).field("of", share.of());
        json.name("low").number(share.low(), DECIMALS);
        json.name("high").number(share.high(), DECIMALS).end();
    }

    private void optional(String name, Optional<Interval> interval) throws IOException {
        if (interval.isPresent()) {
            interval(name, interval.get());
        }
    }

    private void interval(String name, Interval interval) throws IOException {
        if (!interval.hasRange()) {
            json.name(name).object().name("mean").number(interval.mean(), DECIMALS);
            json.name("low").nothing().name("high").nothing().end();
            return;
        }
        json.name(name).object().name("mean").number(interval.mean(), DECIMALS);
        json.name("low").number(interval.low(), DECIMALS);
        json.name("high").number(interval.high(), DECIMALS).end();
    }

    private void number(String name, OptionalDouble number) throws IOException {
        if (number.isPresent()) {
            json.name(name).number(number.getAsDouble(), DECIMALS);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
