package org.personalize.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.personalize.rhythm.HourStory;

/** What became of the hour at which a person's mail would do best. */
public enum HourFate {
    /** It goes out then, or at one that is just as good. */
    KEPT,
    /** A lot gave the mail another, so that the model keeps learning. */
    DRAWN,
    /** An earlier run chose the hour, by what was known then. */
    PROMISED,
    /** Quiet hours, avoided days, or the window itself leave it out. */
    NOT_PERMITTED,
    /** It was permitted, and is over. */
    PAST,
    /** It would still be permitted, but others have the room that the relay leaves in it. */
    FULL;

    /** The word in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of somebody who is planned for a mail of their own in a campaign with a schedule. */
    public static HourFate of(Planning planning, Decision decision, HourStory hours) {
        int person = decision.person();
        Instant at = decision.sendAt();
        if (new Lots(planning).isHourRandom(planning.audience().customer(person).id())) {
            return DRAWN;
        }
        ZoneId zone = planning.audience().customer(person).zone();
        double[] values = hours.chosenValues();
        if (at != null && values[at.atZone(zone).getHour()] >= values[hours.chosenHour()]) {
            return KEPT;
        }
        if (planning.promises().isMade(person)) {
            return PROMISED;
        }
        var windows = new SendWindows(planning);
        if (windows.of(person).holds(hours.chosenHour())) {
            return FULL;
        }
        return windows.whole(person).holds(hours.chosenHour()) ? PAST : NOT_PERMITTED;
    }
}
