package org.personalize.report;

import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.Interval;
import org.personalize.measure.Sight.Question;
import org.personalize.problem.Signed;
import org.personalize.report.Verdict.Answer;

/** The answers as sentences, for people who never heard of an interval. */
final class Headline {

    private static final double HUNDRED = 100;

    private Headline() {}

    static String of(Question question, Answer answer, Goal goal, Interval difference, boolean isOpen) {
        String soFar = isOpen ? " so far" : "";
        String range = range(goal, difference);
        return switch (answer) {
            case NOT_TESTED, BLOCKED -> withoutAnswer(question, answer);
            case BETTER -> subject(question) + " earned" + soFar + " " + more(goal, difference.mean()) + range + ".";
            case WORSE -> subject(question) + " cost" + soFar + " " + amount(goal, -difference.mean()) + range + ".";
            case INDISTINGUISHABLE ->
                subject(question) + " earned nothing" + soFar + " that can be told from no difference: "
                        + (difference.mean() >= 0 ? more(goal, difference.mean()) : less(goal, -difference.mean()))
                        + range
                        + ".";
        };
    }

    static String withoutAnswer(Question question, Answer answer) {
        String what = question == Question.MAIL ? "What the mail earned" : "What personalizing earned";
        return what + (answer == Answer.BLOCKED ? " cannot be said." : " was not tested.");
    }

    private static String subject(Question question) {
        return question == Question.MAIL ? "The mail" : "Personalizing it";
    }

    private static String more(Goal goal, double amount) {
        return number(goal, amount) + " more " + unit(goal);
    }

    private static String less(Goal goal, double amount) {
        return number(goal, amount) + (goal == Goal.REVENUE ? " less " : " fewer ") + unit(goal);
    }

    private static String amount(Goal goal, double amount) {
        return number(goal, amount) + " " + unit(goal);
    }

    private static String unit(Goal goal) {
        return switch (goal) {
            case CLICK -> "people who clicked, per 100 people";
            case PURCHASE -> "buyers per 100 people";
            case REVENUE -> "revenue per person";
        };
    }

    /** Shares by the hundred, money as it is. */
    static String number(Goal goal, double amount) {
        return Signed.plain(goal == Goal.REVENUE ? amount : HUNDRED * amount, Unit.HEADLINE_DECIMALS);
    }

    private static String range(Goal goal, Interval difference) {
        return " (" + number(goal, difference.low()) + " to " + number(goal, difference.high()) + ")";
    }
}
