package org.personalize.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.personalize.measure.Forecast;
import org.personalize.measure.Interval;
import org.personalize.measure.Sight;
import org.personalize.plan.Costs;
import org.personalize.plan.Costs.Alternative;
import org.personalize.plan.Costs.Rule;
import org.personalize.plan.Json;
import org.personalize.plan.Sharing;
import org.personalize.problem.Signed;
import org.personalize.report.Health.Forecasts;
import org.personalize.run.Foresight;

/** Tells what can be said of a plan before anything is sent, in words that call a forecast a forecast. */
final class ForesightTelling {

    private static final int NAME_WIDTH = 30;
    private static final int DECIMALS = 6;

    /** A gap below this is shown as none: sums of a million numbers are not exact to the last digit. */
    private static final double NO_GAP = 1e-9;

    private static final String BELOW_ZERO = """
            Below zero without a rule: the hours it keeps closed looked better in some weeks than they were in the weeks \
            between, so that the rule costs nothing.""";

    private final Foresight foresight;
    private final Sheet sheet;

    private ForesightTelling(Foresight foresight, PrintWriter out) {
        this.foresight = foresight;
        sheet = new Sheet(out);
    }

    static void of(Foresight foresight, PrintWriter out) {
        new ForesightTelling(foresight, out).tell();
    }

    private void tell() {
        foresight.sharing().ifPresent(this::sharing);
        foresight.costs().ifPresent(this::costs);
        if (!foresight.sights().isEmpty()) {
            sheet.blank();
            sheet.line("What this campaign will be able to see");
            foresight.sights().forEach(this::sight);
        }
    }

    private void sharing(Sharing sharing) {
        sheet.blank();
        String how = sharing.gap() < NO_GAP
                ? "so that no other way of sharing them out would be worth more."
                : "to within %s of the best there could be.".formatted(percent(sharing.gap()));
        sheet.wrapped("", "The hours were shared out among %,d people %s".formatted(sharing.people(), how));
    }

    private void costs(Costs costs) {
        sheet.blank();
        sheet.line("What the rules cost: the model's estimate, not a result");
        row("this plan", costs.areReactions() ? "about " + reactions(costs.plan()) : "100 %");
        for (Alternative other : costs.alternatives()) {
            row(words(other.rule()), more(other, costs));
        }
        costs.items().ifPresent(items -> row("the most popular items for all", items(items)));
        if (costs.alternatives().stream().anyMatch(ForesightTelling::isDearerWithoutARule)) {
            sheet.wrapped("  ", BELOW_ZERO);
        }
        sheet.wrapped("  ", basis(costs));
        sheet.wrapped("  ", pastErrors());
    }

    private String pastErrors() {
        String mails = foresight.past().map(ForesightTelling::past).orElse("""
                No mail is old enough to say how far estimates were off for mails that went out; backtest compares plans of \
                past weeks with what came.""");
        if (foresight.heldOut().isEmpty()) {
            return mails;
        }
        String errors = foresight.heldOut().stream()
                .map(forecast -> "%s by %s"
                        .formatted(
                                forecast.what(), percent(forecast.calibration().error())))
                .collect(Collectors.joining(", "));
        return "On time that the model had not seen, its chances were off on average: " + errors + ". " + mails;
    }

    private static String past(Forecasts past) {
        return "For %,d mails that went out since %s the model expects %.2f reactions to 100 now, from what was known then, and %.2f came."
                .formatted(
                        past.mails(),
                        ExplainTelling.day(past.knownUntil()),
                        100 * past.said(),
                        100 * past.came().mean());
    }

    private void row(String name, String text) {
        sheet.wrapped("  " + Sheet.padded(name, NAME_WIDTH) + "  ", text);
    }

    private static String words(Rule rule) {
        return switch (rule) {
            case HOURLY_LIMIT -> "without the hourly limit";
            case QUIET_HOURS -> "without quiet hours";
            case OWN_HOURS -> "one hour for everybody";
        };
    }

    /** The freer choice is never worse by the half that chose; by the half that judges it may be. */
    private static boolean isDearerWithoutARule(Alternative other) {
        return other.rule() != Rule.OWN_HOURS && other.more().high() < 0;
    }

    private static String reactions(Interval number) {
        return "%,.0f reactions (%,.0f to %,.0f)".formatted(number.mean(), number.low(), number.high());
    }

    private static String more(Alternative other, Costs costs) {
        Interval more = other.more();
        double whole = costs.plan().mean();
        if (!costs.areReactions() && whole <= 0) {
            return "nothing to compare with";
        } else if (more.low() == 0 && more.high() == 0) {
            return other.rule() == Rule.OWN_HOURS
                    ? "nothing: it is worth as much"
                    : "nothing: no hour is worth more without it";
        }
        boolean isCertain = more.low() > 0 || more.high() < 0;
        String sure = isCertain ? "" : "; no difference can be told";
        return (costs.areReactions() ? range(more, 1, 0, " reactions") : range(more, 100 / whole, 1, " %")) + sure;
    }

    /** {@code −2.1 % (−2.6 to −1.6)}. */
    private static String range(Interval more, double unit, int decimals, String words) {
        return "%s%s (%s to %s)"
                .formatted(
                        Signed.of(unit * more.mean(), decimals),
                        words,
                        Signed.of(unit * more.low(), decimals),
                        Signed.of(unit * more.high(), decimals));
    }

    private static String items(Costs.Items items) {
        double whole = items.plan().mean();
        Interval more = items.popularMore();
        return whole <= 0
                ? "nothing to compare with"
                : range(more, 100 / whole, 1, " % of the items shown that are wanted");
    }

    private static String basis(Costs costs) {
        String unit = costs.areReactions()
                ? ""
                : " No mails were learned from yet, so that only shares of what the plan is worth can be told.";
        return ("Looked at %,d of %,d people. Chosen by every other week of what each person did and valued by the weeks"
                                + " between, in turns, so that no lucky guess counts for itself. In brackets: how far"
                                + " chance among people reaches, 95 times in 100; whether the model is right is"
                                + " another question.")
                        .formatted(costs.looked(), costs.people())
                + unit;
    }

    private void sight(Sight sight) {
        String groups = switch (sight.question()) {
            case MAIL ->
                sight.isSet()
                        ? "Whether mail makes people buy: %,d with mail, %,d without."
                        : "Whether mail makes people buy: no group is kept without mail. With no_mail: 5%%,"
                                + " %,d with mail and %,d without:";
            case PERSONAL -> "Whether the personal mail is better: %,d with it, %,d with the plain one.";
        };
        String rate = switch (sight.question()) {
            case MAIL -> "buy in a week";
            case PERSONAL -> "click or buy after a mail";
        };
        sheet.wrapped("  ", groups.formatted(sight.treated(), sight.others()));
        sheet.wrapped(
                "    ",
                "Of 100 people %s %s, as far as the past tells. %s"
                        .formatted(points(sight.rate()), rate, smallest(sight)));
    }

    private static String smallest(Sight sight) {
        if (sight.asSet().isEmpty()) {
            return "The groups are too small to see any difference 8 times in 10"
                    + also("; ten such campaigns together would show one of %s", sight.tenfold()) + ".";
        }
        return "A difference of %s in 100 or more would be seen 8 times in 10"
                        .formatted(points(sight.asSet().getAsDouble()))
                + also("; with twice the group, of %s", sight.twice())
                + also("; with ten such campaigns together, of %s", sight.tenfold()) + ".";
    }

    private static String also(String words, OptionalDouble share) {
        return share.isPresent() ? words.formatted(points(share.getAsDouble()) + " in 100") : "";
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f\u00a0%%", 100 * share);
    }

    /** As fields of the object that is open. */
    static void write(Foresight foresight, Json json) throws IOException {
        if (foresight.sharing().isPresent()) {
            Sharing sharing = foresight.sharing().get();
            json.name("sharing").object().field("people", sharing.people()).field("left_out", sharing.leftOut());
            json.name("gap").number(sharing.gap(), DECIMALS);
            json.end();
        }
        if (foresight.costs().isPresent()) {
            json.name("costs").object();
            write(foresight.costs().get(), json);
            json.end();
        }
        json.name("held_out").array();
        for (Forecast forecast : foresight.heldOut()) {
            json.object().field("what", forecast.what()).field("window", forecast.window());
            json.name("error").number(forecast.calibration().error(), DECIMALS);
            json.end();
        }
        json.end();
        if (foresight.past().isPresent()) {
            HealthTelling.write(foresight.past().get(), json);
        }
        json.name("sights").array();
        for (Sight sight : foresight.sights()) {
            write(sight, json);
        }
        json.end();
    }

    private static void write(Costs costs, Json json) throws IOException {
        json.field("label", "model's estimate, not a result")
                .field("unit", costs.areReactions() ? "reactions" : "relative")
                .field("people", costs.people())
                .field("looked_at", costs.looked());
        write("plan", costs.plan(), json);
        for (Alternative other : costs.alternatives()) {
            write("without_" + other.rule().name().toLowerCase(Locale.ROOT), other.more(), json);
        }
        if (costs.items().isPresent()) {
            write("items_wanted", costs.items().get().plan(), json);
            write("popular_items_more", costs.items().get().popularMore(), json);
        }
    }

    private static void write(String name, Interval interval, Json json) throws IOException {
        json.name(name).object();
        json.name("mean").number(interval.mean(), DECIMALS);
        json.name("low").number(interval.low(), DECIMALS);
        json.name("high").number(interval.high(), DECIMALS);
        json.end();
    }

    private static void write(Sight sight, Json json) throws IOException {
        json.object()
                .field("question", sight.question().name().toLowerCase(Locale.ROOT))
                .field("treated", sight.treated())
                .field("others", sight.others());
        json.name("rate").number(sight.rate(), DECIMALS);
        write("smallest", sight.asSet(), json);
        write("smallest_twice", sight.twice(), json);
        write("smallest_of_ten", sight.tenfold(), json);
        json.end();
    }

    private static void write(String name, OptionalDouble share, Json json) throws IOException {
        if (share.isPresent()) {
            json.name(name).number(share.getAsDouble(), DECIMALS);
        }
    }
}
