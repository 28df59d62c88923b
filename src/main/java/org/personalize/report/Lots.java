package org.personalize.report;

import java.util.Arrays;
import java.util.BitSet;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign.Groups;
import org.personalize.plan.Decision.Group;

/**
 * Who is in which comparison group, drawn once more from the seed. The ledger alone does not say it: whoever refuses to be
 * profiled gets the plain mail too, and is in no group; and where the shares were changed between two mailings, people
 * have been in both. Editions without a group say nothing about it and are left out.
 */
final class Lots {

    private static final double NOBODY = Double.NaN;

    /** So many people without one of the group among them do not come by chance. */
    private static final double UNLIKELY = 14;

    /** So many of those in the plain group's part of the lots may have got the personal mail: some change their minds. */
    private static final double CHANGED = 0.2;

    private final Mails mails;
    private final Audience audience;
    private final double[] lots;
    private final int editions;
    private final double[] highestKeptBack;
    private final double[] lowestMailed;
    private final double[] lowestPlain;
    private final int[] rows;

    Lots(Mails mails, Audience audience) {
        this.mails = mails;
        this.audience = audience;
        editions = mails.editions().size();
        highestKeptBack = filled(NOBODY);
        lowestMailed = filled(1);
        lowestPlain = filled(NOBODY);
        rows = new int[editions];
        lots = new double[audience.size()];
        for (int person = 0; person < lots.length; person++) {
            if (mails.of(person) > 0) {
                lots[person] = lot(person);
                note(person);
            }
        }
    }

    private double[] filled(double value) {
        var all = new double[editions];
        Arrays.fill(all, value);
        return all;
    }

    /** Whoever is in the ledger under two ids was drawn twice, and belongs nowhere. */
    private double lot(int person) {
        double first = mails.groupLot(mails.of(person, 0));
        for (int nth = 1; nth < mails.of(person); nth++) {
            if (mails.groupLot(mails.of(person, nth)) != first) {
                return NOBODY;
            }
        }
        return first;
    }

    private void note(int person) {
        double lot = lots[person];
        if (Double.isNaN(lot)) {
            return;
        }
        for (int nth = 0; nth < mails.of(person); nth++) {
            int mail = mails.of(person, nth);
            int edition = mails.edition(mail);
            rows[edition]++;
            switch (mails.group(mail)) {
                case NO_MAIL -> highestKeptBack[edition] = larger(highestKeptBack[edition], lot);
                case PLAIN_MAIL -> {
                    lowestPlain[edition] = smaller(lowestPlain[edition], lot);
                    lowestMailed[edition] = Math.min(lowestMailed[edition], lot);
                }
                case NONE -> lowestMailed[edition] = Math.min(lowestMailed[edition], lot);
            }
        }
    }

    private static double larger(double known, double other) {
        return Double.isNaN(known) ? other : Math.max(known, other);
    }

    private static double smaller(double known, double other) {
        return Double.isNaN(known) ? other : Math.min(known, other);
    }

    /** From 0 to less than 1; not a number for somebody who was drawn twice. */
    double of(int person) {
        return lots[person];
    }

    /**
     * Where lots are parted: those below {@link #low} are in one group, those from {@link #high} on in the other; in between,
     * shares were changed, and people were in both.
     *
     * @param editions the editions that have the group
     * @param fits whether the ledger's groups can come from this seed
     */
    record Cut(BitSet editions, double low, double high, boolean fits) {

        boolean isMade() {
            return !editions.isEmpty();
        }
    }

    /** Between those who get no mail and all others. */
    Cut mail(Groups set) {
        var with = new BitSet();
        double low = 1;
        double high = 0;
        boolean fits = true;
        for (int edition = 0; edition < editions; edition++) {
            double kept = highestKeptBack[edition];
            if (!Double.isNaN(kept)) {
                with.set(edition);
                double mailed = lowestMailed[edition];
                fits &= kept < mailed;
                boolean isAsSet = kept < set.noMail() && set.noMail() <= mailed;
                double cut = isAsSet ? set.noMail() : (kept + mailed) / 2;
                low = Math.min(low, cut);
                high = Math.max(high, cut);
            }
        }
        return new Cut(with, low, high, fits);
    }

    /** Between those who get the personal mail and those who get the plain one. */
    Cut personal(Groups set) {
        var with = new BitSet();
        double low = 1;
        double high = 0;
        for (int edition = 0; edition < editions; edition++) {
            double plain = lowestPlain[edition];
            if (!Double.isNaN(plain)) {
                with.set(edition);
                double wanted = 1 - set.plainMail();
                boolean isAsSet = plain >= wanted && rows[edition] * (plain - wanted) < UNLIKELY;
                double cut = isAsSet ? wanted : plain;
                low = Math.min(low, cut);
                high = Math.max(high, cut);
            }
        }
        return new Cut(with, low, high, arePlain());
    }

    /** Whether those whose lots the plain mail's begin to take up did get it, as far as they may be profiled. */
    private boolean arePlain() {
        long plain = 0;
        long personal = 0;
        for (int person = 0; person < lots.length; person++) {
            int rows = audience.allowsPersonalization(person) ? mails.of(person) : 0;
            for (int nth = 0; nth < rows; nth++) {
                int mail = mails.of(person, nth);
                if (lots[person] >= lowestPlain[mails.edition(mail)]) {
                    plain += mails.group(mail) == Group.PLAIN_MAIL ? 1 : 0;
                    personal += mails.group(mail) == Group.NONE ? 1 : 0;
                }
            }
        }
        return personal <= CHANGED * (plain + personal);
    }

    /** How many people were in one group in one edition and in the other in another. */
    long between(Cut cut) {
        long people = 0;
        for (int person = 0; person < lots.length; person++) {
            boolean isBetween = lots[person] >= cut.low() && lots[person] < cut.high();
            people += mails.of(person) > 0 && isBetween ? 1 : 0;
        }
        return people;
    }
}
