package org.personalize.taste;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.personalize.measure.ForwardSplit;

/**
 * The stretches of time that the end of the log is cut into: one to learn the first blend from, and two to judge by.
 *
 * <p>A mail is about the days that follow it. So however long the log is, a stretch lasts a month where enough people had
 * something in a month; and where most of what they had came while it lasted, as with news, it is halved as often as
 * leaves enough of them.
 */
final class Windows {

    /** One to learn the first blend from, and two to judge by. */
    static final int NUMBER = 3;

    /** Of the time that is known, the share that each may have at most. */
    private static final double MOST_SHARE = 0.15;

    private static final int DAY = Decay.DAY_MINUTES;
    private static final int MONTH = 30 * DAY;

    /** Less is a matter of the hour. */
    private static final int SHORTEST = 2 * DAY;

    /** So many people tell blends apart; with fewer, more time says more than time that lies nearer. */
    private static final int ENOUGH_PEOPLE = 1_000;

    /** Where everything is over within days, fewer do. */
    private static final int ENOUGH_READERS = 500;

    private final Wants wants;
    private final Births births;

    /** Where each begins, and where the last one ends; fewer where there are not so many moments. */
    private final List<Integer> cuts;

    Windows(Wants wants, Births births) {
        this.wants = wants;
        this.births = births;
        List<Integer> all = byShare(wants);
        cuts = all.size() > NUMBER ? halved(monthly(all)) : all;
    }

    List<Integer> cuts() {
        return cuts;
    }

    private static List<Integer> byShare(Wants wants) {
        int[] minutes = wants.inOrder();
        List<Integer> cuts = new ArrayList<>();
        for (int window = NUMBER; window > 0; window--) {
            ForwardSplit.holdingOut(minutes.length, i -> minutes[i], window * MOST_SHARE)
                    .map(split -> (int) split.cut())
                    .filter(cut -> cuts.isEmpty() || cut > cuts.get(cuts.size() - 1))
                    .ifPresent(cuts::add);
        }
        if (minutes.length > 0) {
            cuts.add(minutes[minutes.length - 1] + 1);
        }
        return cuts;
    }

    private List<Integer> monthly(List<Integer> longest) {
        int end = longest.get(NUMBER);
        return Stream.iterate(MONTH, length -> length < latest(longest), length -> 2 * length)
                .map(length -> of(length, end))
                .filter(shorter -> fewestPeople(shorter) >= ENOUGH_PEOPLE)
                .findFirst()
                .orElse(longest);
    }

    private List<Integer> halved(List<Integer> longest) {
        List<Integer> halved = longest;
        while (latest(halved) >= 2 * SHORTEST && isOfComing(halved)) {
            List<Integer> half = of(latest(halved) / 2, longest.get(NUMBER));
            if (fewestPeople(half) < ENOUGH_READERS) {
                break;
            }
            halved = half;
        }
        return halved;
    }

    private static List<Integer> of(int length, int end) {
        return IntStream.rangeClosed(-NUMBER, 0)
                .mapToObj(window -> end + window * length)
                .toList();
    }

    /** How long the last one is. */
    private static int latest(List<Integer> cuts) {
        return cuts.get(NUMBER) - cuts.get(NUMBER - 1);
    }

    /** How many people had something in the stretch in which the fewest had. */
    private long fewestPeople(List<Integer> cuts) {
        return IntStream.range(0, NUMBER)
                .mapToLong(window -> IntStream.of(wants.byLot())
                        .filter(person -> wants.hasAny(person, cuts.get(window), cuts.get(window + 1)))
                        .count())
                .min()
                .orElseThrow();
    }

    private boolean isOfComing(List<Integer> cuts) {
        return IntStream.range(0, NUMBER)
                .allMatch(window -> births.areComing(wants, cuts.get(window), cuts.get(window + 1)));
    }
}
