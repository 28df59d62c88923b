package org.personalize.report;

import java.util.HashMap;
import java.util.Map;
import org.personalize.audience.Audience;
import org.personalize.campaign.Draw;
import org.personalize.measure.Split;
import org.personalize.plan.GroupLot;
import org.personalize.report.Lots.Cut;

/**
 * Who must not be written to any more, and since when. Only somebody who gets mail can opt out of it or turn out to be gone,
 * so that campaign after campaign they are missing from one group and not from the other.
 */
public final class Leavers {

    /** So few more of one group than of the other cannot turn an answer round. */
    private static final double FEW = 0.01;

    private final Map<Integer, Long> since = new HashMap<>();

    /** @param second since which nobody may write to them */
    public void add(int person, long second) {
        since.merge(person, second, Math::min);
    }

    /**
     * Those who were skipped for it before the first mail, by the group that the draw gives them, beside those who were not.
     *
     * @param mailed of those who get mail
     * @param kept of those who are kept back
     */
    record Taken(long mailed, long kept, long mailedLeft, long keptLeft) {

        static final Taken NONE = new Taken(0, 0, 0, 0);

        /** Whether one group has lost more than the other, and more so than chance explains. */
        boolean isUneven() {
            if (mailed == 0 || mailedLeft == 0 || keptLeft == 0) {
                return false;
            }
            double ofKept = (double) (kept + keptLeft) / (kept + keptLeft + mailed + mailedLeft);
            return share(mailed, mailedLeft) - share(kept, keptLeft) > FEW
                    && !new Split(mailed, kept, ofKept).isSound();
        }

        private static double share(long taken, long left) {
            return (double) taken / (taken + left);
        }

        /** Whether both groups are as the draw makes them, once these are counted too. */
        boolean explains(double expected) {
            return new Split(mailed + mailedLeft, kept + keptLeft, expected).isSound();
        }
    }

    /** @param first the second of the first mail: whoever left later was drawn */
    Taken taken(Audience audience, Mails mails, Draw draw, Cut cut, long first, Tested tested) {
        long mailed = 0;
        long kept = 0;
        for (Map.Entry<Integer, Long> one : since.entrySet()) {
            if (mails.of(one.getKey()) == 0 && one.getValue() <= first) {
                double lot = GroupLot.of(draw, audience.customer(one.getKey()).id());
                mailed += lot >= cut.high() ? 1 : 0;
                kept += lot < cut.low() ? 1 : 0;
            }
        }
        return new Taken(
                mailed, kept, tested.treated().people(), tested.others().people());
    }
}
