package org.personalize.run;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.personalize.learn.Model;
import org.personalize.learn.Papers;
import org.personalize.measure.OffPolicy;
import org.personalize.rhythm.Rhythms;

/**
 * The moment from which on a model is judged by mails that went out: when it last learned, where enough went out since, else
 * four weeks ago.
 *
 * @param isLearnedFrom whether the model has learned from something later
 */
record LastKnown(Instant until, boolean isLearnedFrom) {

    static final Duration LOOK_BACK = Duration.ofDays(28);

    /** @param mails the seconds at which those went out by which it could be judged */
    static LastKnown of(Model model, LongStream mails, Instant now) {
        Instant learned = model.papers().map(Papers::newest).orElse(Instant.EPOCH);
        Instant weeksAgo = now.minus(LOOK_BACK);
        long since = mails.filter(at -> at > learned.getEpochSecond()).count();
        boolean isClean = !learned.isBefore(weeksAgo) && since >= OffPolicy.LEAST_EFFECTIVE;
        return isClean
                ? new LastKnown(learned.plusSeconds(1), false)
                : new LastKnown(weeksAgo, learned.isAfter(weeksAgo));
    }

    /** The model over what was known of people then. */
    Rhythms rhythms(Model model, Past past) {
        var before = new HistoryUntil(past.history(), until.getEpochSecond());
        return new Rhythms(model.rhythm(), past.audience(), before, until);
    }
}
