package org.personalize.rhythm;

import java.time.Instant;
import java.time.ZoneId;
import org.personalize.audience.Audience;
import org.personalize.history.History;
import org.personalize.history.Messages;

/** Mails that went out at a known hour, on the clocks of those who got them. */
final class MailLog {

    private final Audience audience;
    private final Messages messages;
    private final long latest;

    MailLog(Audience audience, History history, Instant now) {
        this.audience = audience;
        messages = Messages.of(audience, history);
        latest = Math.min(history.newest().getEpochSecond(), now.getEpochSecond());
    }

    /** The last second of which the log knows what happened. */
    long latest() {
        return latest;
    }

    Mails of(int person) {
        int first = messages.from(person);
        int size = messages.to(person) - first;
        if (size == 0) {
            return Mails.NONE;
        }
        ZoneId zone = audience.customer(person).zone();
        var mails = new Mails(new long[size], new long[size], new int[size], new double[size]);
        for (int i = 0; i < size; i++) {
            int message = first + i;
            mails.seconds()[i] = messages.second(message);
            mails.hours()[i] = Activity.localHour(messages.second(message), zone);
            mails.ages()[i] = age(message, mails.hours()[i], zone);
            mails.weights()[i] = messages.weight(message);
        }
        return mails;
    }

    /** On the clock; where it was put back in between, not less than none. */
    private int age(int message, long hour, ZoneId zone) {
        if (!messages.hasReaction(message)) {
            return Mails.NO_REACTION;
        }
        long age = Activity.localHour(messages.reactionSecond(message), zone) - hour;
        return (int) Math.max(0, Math.min(Mails.OLDEST, age));
    }
}
