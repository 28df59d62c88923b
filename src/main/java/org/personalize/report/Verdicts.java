package org.personalize.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.Interval;
import org.personalize.measure.Looks;
import org.personalize.measure.Power;
import org.personalize.measure.ShareContrast;
import org.personalize.measure.Sight.Question;
import org.personalize.measure.Split;
import org.personalize.problem.Amount;
import org.personalize.report.Leavers.Taken;
import org.personalize.report.Lots.Cut;
import org.personalize.report.Verdict.Answer;
import org.personalize.report.Verdict.OrderCheck;
import org.personalize.report.Verdict.SampleRatio;

/** Judges a comparison, or says why it cannot be judged. */
final class Verdicts {

    /** Standard errors that a normal variable exceeds, to either side, five times in a hundred. */
    private static final double ONCE = 1.959964;

    /** With less, an interval for looking every day leaves nearly everything possible. */
    private static final double LEAST_INFORMATION = 1;

    private static final String WRONG_SEED =
            "The groups in the ledger are not those that the campaign's seed draws, so nobody can say who belongs in"
                    + " which. Was the seed changed after the plan? Set it back and run the report again.";

    /** So few left out of so many cannot turn an answer round. */
    static final double FEW = 0.01;

    private final boolean isOpen;
    private final long now;
    private final boolean isAnythingSent;
    private final boolean areOrdersKnown;
    private final long withoutRoom;
    private final Taken taken;

    /**
     * @param now the second of the report's clock
     * @param areOrdersKnown whether the event files hold any purchase at all
     * @param withoutRoom how many people found no room in any hour
     * @param taken who was skipped before the draw because they had left
     */
    Verdicts(Spans spans, long now, boolean areOrdersKnown, long withoutRoom, Taken taken) {
        this.isOpen = spans.isOpen();
        this.now = now;
        this.isAnythingSent = spans.isAnythingSent();
        this.areOrdersKnown = areOrdersKnown;
        this.withoutRoom = withoutRoom;
        this.taken = taken;
    }

    Verdict mail(Tested tested, Cut cut) {
        return judge(Question.MAIL, tested, cut, "no_mail: 5%", cut.low() / (cut.low() + 1 - cut.high()));
    }

    /** @param mailCut those below it got no mail, and are in neither group */
    Verdict personal(Tested tested, Cut cut, Cut mailCut) {
        double lowest = mailCut.isMade() ? mailCut.high() : 0;
        double plain = 1 - cut.high();
        return judge(Question.PERSONAL, tested, cut, "plain_mail: 10%", plain / (plain + cut.low() - lowest));
    }

    private Verdict judge(Question question, Tested tested, Cut cut, String setting, double expected) {
        String untested = untested(tested, cut, setting);
        if (untested.isEmpty() && !cut.fits()) {
            return without(question, Answer.BLOCKED, WRONG_SEED, tested, Optional.empty(), Optional.empty());
        }
        if (untested.isEmpty()) {
            untested = tooSmall(tested);
        }
        if (!untested.isEmpty()) {
            return without(question, Answer.NOT_TESTED, untested, tested, Optional.empty(), Optional.empty());
        }
        Optional<SampleRatio> ratio = expected > 0 && expected < 1 ? sampleRatio(tested, expected) : Optional.empty();
        Optional<OrderCheck> orders = question == Question.MAIL ? orderCheck(tested) : Optional.empty();
        if (ratio.isEmpty()) {
            return without(question, Answer.BLOCKED, WRONG_SEED, tested, ratio, orders);
        }
        if (withoutRoom > FEW * (tested.treated().people() + tested.others().people())) {
            return without(question, Answer.BLOCKED, chosen(), tested, ratio, orders);
        }
        String unserved = new Serving(tested, now).why();
        if (!unserved.isEmpty()) {
            return without(question, Answer.BLOCKED, unserved, tested, ratio, orders);
        }
        if (!ratio.get().isSound()) {
            return without(question, Answer.BLOCKED, uneven(question, ratio.get()), tested, ratio, orders);
        }
        if (orders.isPresent() && !orders.get().isSound()) {
            return without(question, Answer.BLOCKED, unlike(orders.get()), tested, ratio, orders);
        }
        return Tested.difference(tested.goal(), tested.treated(), tested.others(), ONCE)
                .map(difference -> answered(question, tested, difference, ratio, orders))
                .orElseGet(() -> without(question, Answer.NOT_TESTED, nothingBought(question), tested, ratio, orders));
    }

    private String nothingBought(Question question) {
        return isOpen && question == Question.PERSONAL
                ? "Nobody in either group bought anything yet; what counts is as many whole days after each mail as the"
                        + " last mail has had."
                : "Nobody in either group bought anything.";
    }

    private String untested(Tested tested, Cut cut, String setting) {
        if (!isAnythingSent) {
            return "Nothing was sent yet.";
        }
        if (!cut.isMade()) {
            return "There is no group to compare with. Set groups: {" + setting + "} before the next plan.";
        }
        if (tested.goal() != Goal.CLICK && !areOrdersKnown) {
            return "The event files hold no purchases. Add the orders of everybody, mailed or not.";
        }
        return "";
    }

    private static String tooSmall(Tested tested) {
        long least = Math.min(tested.treated().people(), tested.others().people());
        return least >= CampaignReport.LEAST_PEOPLE
                ? ""
                : String.format(
                        Locale.ROOT,
                        "The groups are too small: %,d and %,d people, where each needs at least %d.",
                        tested.treated().people(),
                        tested.others().people(),
                        CampaignReport.LEAST_PEOPLE);
    }

    private Verdict without(
            Question question,
            Answer answer,
            String why,
            Tested tested,
            Optional<SampleRatio> ratio,
            Optional<OrderCheck> orders) {
        return new Verdict(
                question,
                answer,
                Headline.withoutAnswer(question, answer),
                why,
                tested.goal(),
                tested.treated().silent(tested.treatedName()),
                tested.others().silent(tested.othersName()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                ratio,
                orders,
                List.of());
    }

    private static Optional<SampleRatio> sampleRatio(Tested tested, double expected) {
        var split = new Split(tested.treated().people(), tested.others().people(), expected);
        return Optional.of(new SampleRatio(split.first(), split.second(), expected, split.chance(), split.isSound()));
    }

    private static Optional<OrderCheck> orderCheck(Tested tested) {
        Counted with = tested.treatedBefore();
        Counted without = tested.othersBefore();
        if (with.share().count() + without.share().count() == 0) {
            return Optional.empty();
        }
        double chance = ShareContrast.of(with.share(), without.share()).chance();
        return Optional.of(new OrderCheck(
                with.arm(tested.treatedName()),
                without.arm(tested.othersName()),
                chance,
                chance >= Split.LEAST_CHANCE));
    }

    private String chosen() {
        return Amount.of(withoutRoom, "person", "people") + " found no room in any permitted hour and got no mail. The"
                + " plan left out whose hours are worth least, which says something about people and not about mail, so"
                + " that the groups are not alike any more. A larger max_per_hour or a longer window leaves nobody out.";
    }

    private String uneven(Question question, SampleRatio ratio) {
        long all = ratio.treated() + ratio.others();
        long expected = Math.round(all * ratio.expected());
        return String.format(
                Locale.ROOT,
                "The draw splits %,d people into about %,d and %,d, and they are %,d and %,d: chance does so less than"
                        + " once in a thousand campaigns. %s",
                all,
                all - expected,
                expected,
                ratio.treated(),
                ratio.others(),
                why(question, ratio));
    }

    private String why(Question question, SampleRatio ratio) {
        String other =
                "Something took people out of one group after the draw, such as --limit or rows deleted from a file."
                        + " Find out what before believing any figure.";
        if (question != Question.MAIL || !taken.isUneven()) {
            return other;
        }
        return left(taken) + (taken.explains(ratio.expected()) ? " With them the groups are as drawn." : " " + other);
    }

    /** Who left, from which group, and how to count them. */
    static String left(Taken taken) {
        return String.format(
                Locale.ROOT,
                "Before the first mail %,d of %,d people whom the draw gives mail had opted out, complained or bounced, and"
                        + " %,d of %,d whom it keeps back: without mail there is nothing to opt out of. Each campaign so"
                        + " compares fewer and friendlier people with all who are kept back. `report --all` counts"
                        + " everybody where they were drawn; another seed before the next plan draws all groups anew, but"
                        + " reports on campaigns before it need the old one.",
                taken.mailed(),
                taken.mailed() + taken.mailedLeft(),
                taken.kept(),
                taken.kept() + taken.keptLeft());
    }

    private static String unlike(OrderCheck check) {
        return String.format(
                Locale.ROOT,
                "In the %d days before, %.2f of 100 people with mail had bought and %.2f of 100 without: they were drawn"
                        + " by lot, and chance makes such a difference less than once in a thousand campaigns. The orders"
                        + " of one group seem to be missing. Give everybody's orders, mailed or not.",
                Comparing.DAYS_BEFORE,
                100 * check.treated().happened().mean(),
                100 * check.others().happened().mean());
    }

    private Verdict answered(
            Question question,
            Tested tested,
            Interval difference,
            Optional<SampleRatio> ratio,
            Optional<OrderCheck> orders) {
        Goal goal = tested.goal();
        Optional<Interval> always = always(tested);
        Interval judged = isOpen ? always.orElse(difference) : difference;
        boolean isTooEarly = isOpen && always.isEmpty();
        Answer answer = isTooEarly ? Answer.INDISTINGUISHABLE : answer(judged);
        return new Verdict(
                question,
                answer,
                Headline.of(question, answer, goal, judged, isOpen),
                "",
                goal,
                tested.treatedArm(),
                tested.othersArm(),
                Optional.of(difference),
                ratio(tested),
                always,
                tested.treated().spending().less(tested.others().spending()),
                Power.smallest(
                        tested.others().share().mean(),
                        tested.treated().people(),
                        tested.others().people()),
                ratio,
                orders,
                tested.layers(ONCE));
    }

    private static Answer answer(Interval judged) {
        if (judged.low() > 0) {
            return Answer.BETTER;
        }
        return judged.high() < 0 ? Answer.WORSE : Answer.INDISTINGUISHABLE;
    }

    private static Optional<Interval> ratio(Tested tested) {
        return tested.goal() == Goal.REVENUE
                ? tested.treated().spending().ratio(tested.others().spending())
                : ShareContrast.of(tested.treated().share(), tested.others().share())
                        .ratio();
    }

    private static Optional<Interval> always(Tested tested) {
        double information = tested.goal() == Goal.REVENUE
                ? tested.treated().spending().information(tested.others().spending())
                : ShareContrast.of(tested.treated().share(), tested.others().share())
                        .information();
        return information < LEAST_INFORMATION
                ? Optional.empty()
                : Tested.difference(tested.goal(), tested.treated(), tested.others(), Looks.width(information));
    }
}
