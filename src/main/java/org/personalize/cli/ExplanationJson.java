package org.personalize.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.measure.Interval;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.HourFate;
import org.personalize.plan.Json;
import org.personalize.rhythm.HourStory;
import org.personalize.run.Explanation;
import org.personalize.run.Explanation.Chosen;
import org.personalize.run.Explanation.KeptOut;
import org.personalize.run.Explanation.MovedEdge;
import org.personalize.run.Explanation.Past;
import org.personalize.run.Explanation.SlotStory;
import org.personalize.run.Explanation.Thing;
import org.personalize.taste.ItemStory;
import org.personalize.taste.ItemStory.Contribution;

/** What there is to tell of one person, as JSON. */
final class ExplanationJson {

    private static final int DECIMALS = 6;

    private final Explanation story;
    private final Json json;

    private ExplanationJson(Explanation story, Json json) {
        this.story = story;
        this.json = json;
    }

    static void write(Explanation story, Appendable out) throws IOException {
        Json json = Json.pretty(out);
        json.object();
        var writer = new ExplanationJson(story, json);
        writer.who();
        writer.moved();
        writer.hours();
        writer.slots();
        writer.lots();
        if (story.variants().isPresent()) {
            VariantTelling.write(story.variants().get(), json);
        }
        writer.data();
        json.end();
    }

    private void who() throws IOException {
        Decision decision = story.decision();
        json.field("campaign", story.campaign().name())
                .field("customer_id", story.customer().id())
                .field("email", story.customer().email())
                .field("status", decision.status().word());
        var reason = decision.reason();
        json.field("reason", reason == null ? null : reason.word());
        json.field("group", decision.group().word());
        Instant at = decision.sendAt();
        json.field("send_at", at == null ? null : at.toString());
        json.field("time_zone", story.customer().zone().getId()).field("variant", decision.variant());
        if (decision.status() == Status.PLANNED) {
            json.name("hour_chance").number(decision.hourChance(), DECIMALS);
            json.name("variant_chance").number(decision.variantChance(), DECIMALS);
        }
        json.field("promised", story.isPromised());
        json.field("outcome", story.outcome().map(OutcomeTelling::word).orElse(null));
        number("chance_to_buy_30d", story.chanceToBuy());
        Long days = story.horizonDays();
        json.name("chance_days");
        if (days == null) {
            json.nothing();
        } else {
            json.number(days);
        }
    }

    private void moved() throws IOException {
        json.name("moved").array();
        for (MovedEdge edge : story.moved()) {
            json.object()
                    .field("edge", edge.isStart() ? "start" : "end")
                    .field("written", edge.written().toString())
                    .field("instead", edge.instead().toString())
                    .end();
        }
        json.end();
    }

    private void number(String name, @Nullable Double value) throws IOException {
        json.name(name);
        if (value == null) {
            json.nothing();
        } else {
            json.number(value, DECIMALS);
        }
    }

    private void hours() throws IOException {
        HourStory hours = story.hours();
        json.name("hours");
        if (hours == null) {
            json.nothing();
            return;
        }
        json.object()
                .field("personal", hours.isPersonal())
                .field("days", hours.days())
                .field("best_hour", hours.bestHour())
                .field("runner_up", hours.runnerUp())
                .field("usual_hour", hours.usualHour());
        HourFate fate = story.hourFate();
        json.field("fate", fate == null ? null : fate.word());
        json.name("observations").number(hours.observations(), DECIMALS);
        Interval gain = hours.gain();
        json.name("gain").number(gain.mean(), DECIMALS);
        json.name("gain_low").number(gain.low(), DECIMALS);
        json.name("gain_high").number(gain.high(), DECIMALS);
        numbers("own", hours.own());
        numbers("chances", hours.chances());
        numbers("around", hours.around());
        numbers("values", hours.values());
        numbers("usual_values", hours.usualValues());
        json.end();
    }

    private void numbers(String name, double[] values) throws IOException {
        json.name(name).array();
        for (double value : values) {
            json.number(value, DECIMALS);
        }
        json.end();
    }

    private void slots() throws IOException {
        json.name("slots").object();
        for (SlotStory slot : story.slots()) {
            json.name(slot.name()).object().name("items").array();
            for (Chosen chosen : slot.chosen()) {
                chosen(chosen);
            }
            json.end().name("kept_out").array();
            for (KeptOut keptOut : slot.keptOut()) {
                json.object()
                        .field("rule", keptOut.rule().word())
                        .field("items", keptOut.count())
                        .field("better", keptOut.betterCount());
                json.name("best").array();
                for (Thing item : keptOut.better()) {
                    json.text(item.id());
                }
                json.end().end();
            }
            json.end().end();
        }
        json.end();
    }

    private void chosen(Chosen chosen) throws IOException {
        json.object();
        thing(chosen.item());
        json.field("why", chosen.why());
        ItemStory story = chosen.story();
        if (story != null) {
            json.name("score").number(story.score(), DECIMALS);
            number("chance", story.chance());
            json.name("contributions").array();
            for (int i = 0; i < story.contributions().size(); i++) {
                contribution(story.contributions().get(i), chosen.because().get(i));
            }
            json.end();
            because(chosen.foremost());
        }
        json.end();
    }

    private void contribution(Contribution contribution, List<Past> because) throws IOException {
        json.object().field("component", contribution.component());
        json.name("log_odds").number(contribution.logOdds(), DECIMALS);
        json.name("because").array();
        for (Past past : because) {
            past(past);
        }
        json.end().end();
    }

    private void because(@Nullable Past foremost) throws IOException {
        json.name("because");
        if (foremost == null) {
            json.nothing();
        } else {
            past(foremost);
        }
    }

    private void past(Past past) throws IOException {
        json.object();
        thing(past.item());
        Instant when = past.when();
        json.field("event", past.kind()).field("timestamp", when == null ? null : when.toString());
        json.name("log_odds").number(past.logOdds(), DECIMALS).end();
    }

    private void thing(Thing item) throws IOException {
        json.field("item_id", item.id()).field("title", item.title());
    }

    private void lots() throws IOException {
        json.name("draws").object();
        json.name("group").number(story.lots().group(), DECIMALS);
        json.name("variant").number(story.lots().variant(), DECIMALS);
        json.name("random_hours").number(story.lots().randomHour(), DECIMALS);
        json.end();
    }

    private void data() throws IOException {
        Explanation.Used used = story.used();
        json.name("learned_from").object().field("events", used.events());
        Instant first = used.first();
        Instant last = used.last();
        json.field("first", first == null ? null : first.toString())
                .field("last", last == null ? null : last.toString());
        json.name("kinds").object();
        for (Explanation.Kinds kind : used.kinds()) {
            json.field(kind.kind(), kind.events());
        }
        json.end().end();
        texts("not_used", story.unused());
        Instant trained = story.trained();
        json.field("trained_until", trained == null ? null : trained.toString());
        texts("warnings", story.notices());
    }

    private void texts(String name, List<String> values) throws IOException {
        json.name(name).array();
        for (String value : values) {
            json.text(value);
        }
        json.end();
    }
}
