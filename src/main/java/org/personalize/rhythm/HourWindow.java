package org.personalize.rhythm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.personalize.measure.ForwardSplit;

/** A stretch of time on which hours are judged, with what is known before it of the people who were active in it. */
final class HourWindow {

    /** Enough to tell candidates apart; more would only take longer. */
    private static final int MOST_PEOPLE = 20_000;

    private final VisitSample sample;
    private final ForwardSplit split;
    private final long latest;
    private final List<Integer> judged = new ArrayList<>();
    private final List<int[]> activity = new ArrayList<>();

    HourWindow(VisitSample sample, ForwardSplit split) {
        this.sample = sample;
        this.split = split;
        long newest = Long.MIN_VALUE;
        for (int i = 0; i < sample.size(); i++) {
            Visits visits = sample.visits().get(i);
            var hours = new int[Week.HOURS];
            boolean isJudged = false;
            for (int visit = 0; visit < visits.size(); visit++) {
                if (split.isHeldOut(visits.seconds()[visit])) {
                    hours[visits.hourOfWeek(visit)]++;
                    isJudged = true;
                } else if (visits.seconds()[visit] < split.cut()) {
                    newest = Math.max(newest, visits.seconds()[visit]);
                }
            }
            if (isJudged && judged.size() < MOST_PEOPLE) {
                judged.add(i);
                activity.add(hours);
            }
        }
        latest = newest;
    }

    /** How many people were active in it. */
    int size() {
        return judged.size();
    }

    VisitSample sample() {
        return sample;
    }

    long cut() {
        return split.cut();
    }

    /** The place in the sample of a judged person. */
    int place(int i) {
        return judged.get(i);
    }

    Visits visits(int i) {
        return sample.visits().get(place(i));
    }

    String segment(int i) {
        return sample.segments().get(place(i));
    }

    /** How often the person was active in each of the 168 hours of the week. */
    int[] weekOf(int i) {
        return activity.get(i);
    }

    /** In how many of them. */
    int hoursOf(int i) {
        int hours = 0;
        for (int often : weekOf(i)) {
            hours += often > 0 ? 1 : 0;
        }
        return hours;
    }

    /** The same for the hours of any day. */
    int[] dayOf(int i) {
        var day = new int[Kernel.HOURS];
        int[] week = weekOf(i);
        for (int h = 0; h < Week.HOURS; h++) {
            day[h % Kernel.HOURS] += week[h];
        }
        return day;
    }

    /** What the person did before, as it would have been seen on the day of the split. */
    double[] before(int i, double halfLifeDays) {
        return visits(i).byHour(fading(halfLifeDays), cut());
    }

    /** The second from which ages are counted: that of the newest thing known on the day of the split. */
    long latest() {
        return latest;
    }

    Fading fading(double halfLifeDays) {
        return new Fading(latest, halfLifeDays);
    }

    String words() {
        return words(split);
    }

    static String words(ForwardSplit split) {
        return day(split.cut()) + " to " + day(split.end() - 1);
    }

    private static String day(long second) {
        return Instant.ofEpochSecond(second)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }
}
