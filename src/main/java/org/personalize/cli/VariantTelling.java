package org.personalize.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.BestArm;
import org.personalize.plan.Json;
import org.personalize.problem.Amount;
import org.personalize.run.VariantLearning;
import org.personalize.run.VariantLearning.Learned;

/** Tells how a campaign that learns shares its variants out, and why. */
final class VariantTelling {

    private static final int NAME_WIDTH = 20;
    private static final int DECIMALS = 6;

    private VariantTelling() {}

    static void of(VariantLearning learning, Sheet sheet) {
        sheet.blank();
        sheet.line("How the variants are shared out");
        if (!learning.hasBegun()) {
            sheet.wrapped("  ", "Evenly as yet: no mail is old enough to be judged. " + waiting(learning));
            return;
        }
        for (Learned variant : learning.variants()) {
            sheet.wrapped(
                    "  " + Sheet.padded(Sheet.cut(variant.name(), NAME_WIDTH), NAME_WIDTH) + "  ",
                    row(variant, learning.goal()));
        }
        sheet.wrapped("  ", basis(learning));
        sheet.wrapped("  ", waiting(learning));
    }

    private static String row(Learned variant, Goal goal) {
        return "drawn for %s: %s, estimated from that by the chances of being drawn: %s; the best with a chance of %s"
                .formatted(
                        percent(variant.share()),
                        counted(variant, goal),
                        goal == Goal.REVENUE ? amount(variant.mean()) : fine(variant.mean()),
                        percent(variant.chanceOfBest()));
    }

    /** As it was, each mail counted as one. */
    private static String counted(Learned variant, Goal goal) {
        double each = variant.mails() == 0 ? 0 : variant.total() / variant.mails();
        String mails = Amount.of(variant.mails(), "mail", "mails");
        return switch (goal) {
            case CLICK -> String.format(Locale.ROOT, "%,.0f of %s clicked (%s)", variant.total(), mails, fine(each));
            case PURCHASE ->
                String.format(Locale.ROOT, "%,.0f of %s brought a purchase (%s)", variant.total(), mails, fine(each));
            case REVENUE -> mails + " brought %s of revenue each".formatted(amount(each));
        };
    }

    private static String amount(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static String basis(VariantLearning learning) {
        String prior = learning.prior().fittedOn() == 0
                ? "Expected before the first mail: little, since too few campaigns of the past are known."
                : "Expected before the first mail: what %,d campaigns of the past had."
                        .formatted(learning.prior().fittedOn());
        return "Every variant is drawn for %s; what is left is shared out by how likely each is to be the best. %s"
                .formatted(percent(BestArm.FLOOR), prior);
    }

    private static String waiting(VariantLearning learning) {
        return "A mail is judged %,d hours after it was accepted; %,d are younger. Until it is tried, a promised mail can change its variant."
                .formatted(learning.window().toHours(), learning.open());
    }

    /** Rates of clicks and purchases are small. */
    static String fine(double share) {
        return String.format(Locale.ROOT, "%.2f\u00a0%%", 100 * share);
    }

    /** Such as {@code plain 16.00 %, picked 84.00 %}. */
    static String shares(VariantLearning learning) {
        return learning.variants().stream()
                .map(variant -> variant.name() + " " + percent(variant.share()))
                .collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return TrainTelling.percent(share);
    }

    /** As a field of the object that is open. */
    static void write(VariantLearning learning, Json json) throws IOException {
        write("variants", learning, json);
    }

    static void write(String name, VariantLearning learning, Json json) throws IOException {
        json.name(name).object();
        json.field("goal", learning.goal().name().toLowerCase(Locale.ROOT))
                .field("judged_after_hours", learning.window().toHours())
                .field("open", learning.open());
        json.name("prior").object().field("campaigns", learning.prior().fittedOn());
        json.name("mean").number(learning.prior().mean(), DECIMALS);
        json.name("worth").number(learning.prior().worth(), DECIMALS);
        json.end();
        json.name("learned").array();
        for (Learned variant : learning.variants()) {
            json.object().field("variant", variant.name()).field("mails", variant.mails());
            json.name("total").number(variant.total(), DECIMALS);
            json.name("mean").number(variant.mean(), DECIMALS);
            json.name("chance_of_best").number(variant.chanceOfBest(), DECIMALS);
            json.name("share").number(variant.share(), DECIMALS);
            json.end();
        }
        json.end().end();
    }
}
