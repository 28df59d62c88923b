package org.personalize.rhythm;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import org.personalize.audience.Audience;
import org.personalize.history.History;
import org.personalize.history.Kind;

/** Mails that went out at a known hour, each with the first reaction to it. */
final class MailLog {

    private static final long WINDOW_SECONDS = 48 * 3_600;

    private final Audience audience;
    private final History history;
    private final long latest;

    MailLog(Audience audience, History history, Instant now) {
        this.audience = audience;
        this.history = history;
        long newest = history.size() == 0 ? Long.MIN_VALUE : history.second(history.size() - 1);
        latest = Math.min(newest, now.getEpochSecond());
    }

    /** The last second of which the log knows what happened. */
    long latest() {
        return latest;
    }

    Mails of(int person) {
        if (!audience.allowsPersonalization(person) || !audience.allowsTracking(person)) {
            return Mails.NONE;
        }
        int[] events = history.eventsOf(person);
        int[] sent = Arrays.stream(events)
                .filter(event -> history.kind(event) == Kind.SENT && history.hasHour(event))
                .toArray();
        if (sent.length == 0) {
            return Mails.NONE;
        }
        ZoneId zone = audience.customer(person).zone();
        var mails = new Mails(
                new long[sent.length], new long[sent.length], new int[sent.length], new double[sent.length]);
        for (int i = 0; i < sent.length; i++) {
            mails.seconds()[i] = history.second(sent[i]);
            mails.hours()[i] = Activity.localHour(history.second(sent[i]), zone);
            mails.ages()[i] = Mails.NO_REACTION;
        }
        for (int event : events) {
            link(event, sent, mails, zone);
        }
        return mails;
    }

    private void link(int event, int[] sent, Mails mails, ZoneId zone) {
        double weight = switch (history.kind(event)) {
            case CLICK, PURCHASE -> 1;
            case OPEN -> 0.5;
            case SENT, DELIVERED, VIEW, CART, RATING, REFUND, UNSUBSCRIBE, SUBSCRIBE, BOUNCE, COMPLAINT, OTHER -> 0;
        };
        for (int i = sent.length - 1; i >= 0 && weight > 0; i--) {
            long age = history.second(event) - history.second(sent[i]);
            boolean isMeant = history.campaign(event) == null
                    || Objects.equals(history.campaign(event), history.campaign(sent[i]));
            if (age >= 0 && age <= WINDOW_SECONDS && isMeant) {
                if (mails.ages()[i] == Mails.NO_REACTION) {
                    mails.ages()[i] = (int) Math.min(
                            Mails.OLDEST, Activity.localHour(history.second(event), zone) - mails.hours()[i]);
                    mails.weights()[i] = weight;
                }
                return;
            }
        }
    }
}
