package org.personalize.sample;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A customer: what the shop has on file, and what only the documented truth knows.
 *
 * @param columns the cells of the customer file, in the order of {@link People#HEADER}
 * @param zone where the person really lives, whatever the file says
 * @param shift how many hours the person's day runs behind their rhythm's
 * @param tastes how much each category draws the person, by {@link Category#ordinal()}; sums to 1
 * @param mailInterest how gladly the person reads the shop's mail, 0 to 1
 * @param visitsPerMonth how often the person looks into the shop unasked
 * @param opensByProxy their mail program fetches the pictures of every mail at once
 * @param scansLinks a gateway follows every link before the person sees the mail
 */
record Person(
        String id,
        String email,
        List<String> columns,
        ZoneId zone,
        Rhythm rhythm,
        double shift,
        double[] tastes,
        double mailInterest,
        double visitsPerMonth,
        boolean opensByProxy,
        boolean scansLinks,
        LocalDate signedUpOn,
        Fate fate) {

    /** How the person's time on the list ends, if it does. */
    enum Fate {
        STAYS,
        UNSUBSCRIBES,
        COMPLAINS,
        BOUNCES
    }

    Category favourite() {
        return ranked(0);
    }

    Category second() {
        return ranked(1);
    }

    private Category ranked(int rank) {
        List<Category> byTaste = new java.util.ArrayList<>(List.of(Category.values()));
        byTaste.sort((a, b) -> Double.compare(tastes[b.ordinal()], tastes[a.ordinal()]));
        return byTaste.get(rank);
    }
}
