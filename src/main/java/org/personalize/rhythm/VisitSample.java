package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.personalize.audience.Audience;

/**
 * What some people did, the first by lot of all of whom something is known.
 *
 * @param people their numbers
 * @param segments whom each is like
 */
@SuppressWarnings("ArrayRecordComponent")
record VisitSample(int[] people, List<Visits> visits, List<String> segments) {

    private static final long MOST_VISITS = 3_000_000;

    static VisitSample of(Activity activity, Audience audience, Likeness likeness, int mostPeople) {
        var people = new ArrayList<Integer>();
        var visits = new ArrayList<Visits>();
        var segments = new ArrayList<String>();
        long sum = 0;
        int[] byLot = audience.byLot();
        for (int i = 0; i < byLot.length && people.size() < mostPeople && sum < MOST_VISITS; i++) {
            int person = byLot[i];
            Visits own = activity.of(person);
            if (own.size() > 0) {
                people.add(person);
                visits.add(own);
                segments.add(likeness.segment(audience, person));
                sum += own.size();
            }
        }
        return new VisitSample(people.stream().mapToInt(Integer::intValue).toArray(), visits, segments);
    }

    int size() {
        return people.length;
    }

    /** When everything happened, ascending. */
    long[] seconds() {
        return visits.stream()
                .flatMapToLong(own -> LongStream.of(own.seconds()))
                .sorted()
                .toArray();
    }

    /** The weight of each hour of the day, a person each, from what happened before a moment. */
    List<double[]> byHour(Fading fading, long before) {
        return visits.stream().map(own -> own.byHour(fading, before)).toList();
    }
}
