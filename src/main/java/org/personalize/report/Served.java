package org.personalize.report;

import org.personalize.plan.Reason;

/**
 * Adds up what became of the mails of one side of a comparison. Each person counts once, in parts where they were promised
 * several mails.
 */
final class Served {

    private double people;
    private double mailed;
    private double open;
    private double kept;
    private long lastOpen = Long.MIN_VALUE;

    /** @param part how much of the person this mail is */
    void add(Mails mails, int mail, double part) {
        people += part;
        switch (mails.state(mail)) {
            case ACCEPTED, DOUBTFUL -> mailed += part;
            case PLANNED, CLAIMED, FINISHING, DEFERRED, HELD -> {
                open += part;
                lastOpen = Math.max(lastOpen, mails.second(mail));
            }
            case EXPIRED -> kept += part;
            case SKIPPED -> kept += mails.isTakenBackByUs(mail) ? part : 0;
            case REFUSED, NO_MAIL -> {}
        }
    }

    /** Whether somebody takes back a mail for a reason of their own, and not the campaign for one of its. */
    static boolean isOfThePerson(Reason reason) {
        return switch (reason) {
            case UNSUBSCRIBED, COMPLAINED, BOUNCED, SUPPRESSED, NO_CONSENT, NOT_IN_AUDIENCE -> true;
            case REPEAT_AFTER, QUIET_DAYS, MAX_PER_WEEK, PRIORITY, NO_HOUR, NO_CAPACITY, WITHDRAWN, NOT_SELECTED ->
                false;
        };
    }

    double people() {
        return people;
    }

    /** Those whose mail was handed to the relay, which did not refuse it. */
    double mailed() {
        return Math.min(people, mailed);
    }

    double mailedShare() {
        return share(mailed);
    }

    /** The share of those whose mail can still go out. */
    double openShare() {
        return share(open);
    }

    /** The share of those whose mail can still go out, or expired or was taken back though they did nothing. */
    double unsentShare() {
        return share(open + kept);
    }

    /** For which second the last mail that can still go out was promised. */
    long lastOpen() {
        return lastOpen;
    }

    private double share(double part) {
        return people == 0 ? 0 : part / people;
    }

    /** {@code 34 of 266 people (personal mail)}. */
    String told(String name) {
        return Plain.count(Math.round(mailed)) + " of " + Plain.count(Math.round(people), "person", "people") + " ("
                + name + ")";
    }
}
