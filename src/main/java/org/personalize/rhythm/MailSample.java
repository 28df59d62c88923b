package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Mails to some people, the first by lot of all who got any.
 *
 * @param people their numbers
 */
@SuppressWarnings("ArrayRecordComponent")
record MailSample(int[] people, List<Mails> mails) {

    private static final long MOST_MAILS = 3_000_000;

    static MailSample of(MailLog log, int[] byLot, int mostPeople) {
        var numbers = new ArrayList<Integer>();
        var mails = new ArrayList<Mails>();
        long sum = 0;
        for (int i = 0; i < byLot.length && numbers.size() < mostPeople && sum < MOST_MAILS; i++) {
            Mails own = log.of(byLot[i]);
            if (own.size() > 0) {
                numbers.add(byLot[i]);
                mails.add(own);
                sum += own.size();
            }
        }
        return new MailSample(numbers.stream().mapToInt(Integer::intValue).toArray(), mails);
    }

    int size() {
        return people.length;
    }

    /** When all mails lay there, ascending. */
    long[] seconds() {
        return mails.stream()
                .flatMapToLong(own -> LongStream.of(own.seconds()))
                .sorted()
                .toArray();
    }

    /** How many reactions there were until a moment. */
    int reactions(long until) {
        int reactions = 0;
        for (Mails own : mails) {
            for (int mail = 0; mail < own.size(); mail++) {
                reactions += own.isAnswered(mail, until) ? 1 : 0;
            }
        }
        return reactions;
    }

    /** What came of everybody's mails, a person each. */
    List<Mails.Tally> tallies(Fading fading, double[] ageing, long until) {
        List<Mails.Tally> tallies = new ArrayList<>();
        Portions.map(
                        size(),
                        (from, to) -> mails.subList(from, to).stream()
                                .map(own -> own.tally(fading, ageing, Long.MIN_VALUE, until))
                                .toList())
                .forEach(tallies::addAll);
        return tallies;
    }
}
