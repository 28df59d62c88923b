package org.personalize.rhythm;

import org.personalize.measure.Interval;

/**
 * Why a person is written to at an hour.
 *
 * @param isLearned false where usual settings stand in, so that nobody measured what comes of them
 * @param isOneHourAsGood whether nobody has an hour of their own, since one for everybody foretold as well
 * @param days which days of the week are told apart, in words
 * @param bestHour the local hour to send at by these chances, {@code runnerUp} the next best that does not touch it
 * @param usualHour the hour that is used where nothing personal is known
 * @param observations the effective number of own observations
 * @param gain how much likelier a reaction is at the best hour than at the usual one, 0.05 for 5 %, with its 90 % interval
 * @param own the person's own weighted observations per local hour
 * @param chances the model's chances per local hour
 * @param around the chances of the people around them, which stand in where little is known
 * @param values what a mail sent at each local hour is worth to this person: best, next best and gain are read off these
 * @param usualValues the same for the people around them, off which the usual hour is read
 */
@SuppressWarnings("ArrayRecordComponent")
public record HourStory(
        boolean isLearned,
        boolean isPersonal,
        boolean isOneHourAsGood,
        String days,
        int bestHour,
        int runnerUp,
        int usualHour,
        double observations,
        Interval gain,
        double[] own,
        double[] chances,
        double[] around,
        double[] values,
        double[] usualValues) {

    /** The local hour to send at. */
    public int chosenHour() {
        return isPersonal ? bestHour : usualHour;
    }

    /** By which the local hour to send at was chosen. */
    public double[] chosenValues() {
        return isPersonal ? values : usualValues;
    }

    public boolean areDaysAlike() {
        return days.equals(DayKinds.ALIKE.words());
    }
}
