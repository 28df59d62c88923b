package org.personalize.report;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.personalize.measure.ShareContrast;
import org.personalize.measure.Split;

/**
 * Whether both sides of a comparison were served alike. Everybody counts as they were drawn, so that whoever was not mailed
 * stands there as somebody who did nothing: where many were not, or more of one side, that is the answer to another question.
 */
final class Serving {

    /** So large a part of a group without its mail weakens what the others show by more than nobody need know. */
    private static final double MUCH = 0.05;

    private final Tested tested;
    private final long now;

    Serving(Tested tested, long now) {
        this.tested = tested;
        this.now = now;
    }

    /** What stands in the way of an answer; blank where nothing does. */
    String why() {
        if (isAny(Served::openShare)) {
            return "The mails are still going out: " + told("have been mailed")
                    + " Whoever still waits for a mail cannot have reacted to it. Look again once the others have gone: "
                    + next();
        }
        if (isAny(Served::unsentShare)) {
            return "Too many got nothing: " + told("were mailed")
                    + " The mails of the others expired or were taken back, so that these groups say little of mail and"
                    + " much of who came first. What is missing stays missing: another mailing has to go out to both"
                    + " groups as a whole.";
        }
        return isUneven()
                ? "One group was served better than the other: " + told("were mailed")
                        + " Chance makes such a difference less than once in a thousand campaigns. Find out with"
                        + " --recipients what kept mails of one group back before believing any figure."
                : "";
    }

    private interface Part {
        double of(Served served);
    }

    private boolean isAny(Part part) {
        return part.of(tested.treatedServed()) > MUCH || part.of(tested.othersServed()) > MUCH;
    }

    private String next() {
        long last = Math.max(
                tested.treatedServed().lastOpen(), tested.othersServed().lastOpen());
        return last > now
                ? "the last is planned for " + Plain.moment(Instant.ofEpochSecond(last)) + "."
                : "`status` says what they wait for.";
    }

    private String told(String what) {
        return Stream.of(
                                side(tested.treatedServed(), tested.treatedName()),
                                side(tested.othersServed(), tested.othersName()))
                        .flatMap(side -> side)
                        .collect(Collectors.joining(" and "))
                + " " + what + ".";
    }

    /** Nobody waits for a mail in a group that gets none. */
    private static Stream<String> side(Served served, String name) {
        return served.people() == 0 ? Stream.empty() : Stream.of(served.told(name));
    }

    private boolean isUneven() {
        Served treated = tested.treatedServed();
        Served others = tested.othersServed();
        return treated.people() >= 1
                && others.people() >= 1
                && Math.abs(treated.mailedShare() - others.mailedShare()) > Verdicts.FEW
                && new ShareContrast(treated.mailed(), treated.people(), others.mailed(), others.people()).chance()
                        < Split.LEAST_CHANCE;
    }
}
