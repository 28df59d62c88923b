package org.personalize.report;

import java.util.Arrays;
import org.personalize.measure.Interval;
import org.personalize.measure.Share;
import org.personalize.measure.Spending;

/**
 * Adds up what came of some mails, person by person. Somebody with ten mails is one observation rather than ten, and the
 * intervals are as much wider as that costs.
 */
final class CellCount {

    private static final double WIDTH = 1.959964;
    private static final int DEEDS = Deed.SOFT_BOUNCED.bit() * 2;
    private static final Deed[] COUNTED = {
        Deed.OPENED, Deed.CLICKED, Deed.BOUGHT, Deed.UNSUBSCRIBED, Deed.COMPLAINED, Deed.HARD_BOUNCED, Deed.SOFT_BOUNCED
    };

    private long people;
    private long mails;
    private long watched;
    private int person = -1;
    private int ofPerson;
    private double spent;
    private double sum;
    private double squares;
    private double mailsSquared;
    private double watchedSquared;
    private boolean isPersonWatched;
    private final long[] counts = new long[COUNTED.length];
    private final int[] current = new int[COUNTED.length];
    private final double[] countsSquared = new double[COUNTED.length];
    private final double[] countsByMails = new double[COUNTED.length];

    /** @param deeds the bits of everything that came of the mail */
    void add(int who, boolean isWatched, int deeds, double revenue) {
        if (who != person) {
            settle();
            person = who;
            people++;
        }
        mails++;
        isPersonWatched = isWatched;
        ofPerson++;
        watched += isWatched ? 1 : 0;
        spent += revenue;
        if (deeds % DEEDS != 0) {
            for (int i = 0; i < COUNTED.length; i++) {
                current[i] += (deeds & COUNTED[i].bit()) == 0 ? 0 : 1;
            }
        }
    }

    /** Closes the account of a person. */
    private void settle() {
        sum += spent;
        squares += spent * spent;
        mailsSquared += (double) ofPerson * ofPerson;
        watchedSquared += isPersonWatched ? (double) ofPerson * ofPerson : 0;
        for (int i = 0; i < COUNTED.length; i++) {
            counts[i] += current[i];
            countsSquared[i] += (double) current[i] * current[i];
            countsByMails[i] += (double) current[i] * ofPerson;
        }
        Arrays.fill(current, 0);
        ofPerson = 0;
        spent = 0;
    }

    long people() {
        return people;
    }

    Outcomes outcomes() {
        settle();
        Share[] shares = new Share[COUNTED.length];
        for (int i = 0; i < COUNTED.length; i++) {
            boolean isTracked = COUNTED[i] == Deed.OPENED || COUNTED[i] == Deed.CLICKED;
            shares[i] = isTracked ? share(i, watched, watchedSquared) : share(i, mails, mailsSquared);
        }
        Interval perPerson = new Spending(people, sum, squares).interval();
        double part = mails == 0 ? 0 : (double) people / mails;
        return new Outcomes(
                people,
                mails,
                shares[1],
                shares[0],
                shares[2],
                shares[3],
                shares[4],
                shares[5],
                shares[6],
                new Interval(
                        part * perPerson.mean(),
                        part * perPerson.low(),
                        part * perPerson.high(),
                        perPerson.hasRange() ? mails : 0),
                sum);
    }

    /** @param squared the mails of each person squared, added up */
    private Share share(int deed, long number, double squared) {
        double of = number;
        double share = number == 0 ? 0 : counts[deed] / of;
        double scatter = countsSquared[deed] - 2 * share * countsByMails[deed] + share * share * squared;
        double worth = mails == people || scatter <= 0 ? of : Math.min(of, share * (1 - share) * of * of / scatter);
        return Share.of(counts[deed], number, worth, WIDTH);
    }
}
