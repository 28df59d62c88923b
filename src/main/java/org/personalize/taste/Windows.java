package org.personalize.taste;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
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

    /** Of all wants, the share that each holds at least. */
    private static final double LEAST_WANTS = 0.05;

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
        int[] minutes = wants.inOrder();
        List<Integer> all = minutes.length == 0 ? List.of() : byShare(minutes);
        cuts = all.size() > NUMBER ? halved(monthly(all)) : all;
    }

    List<Integer> cuts() {
        return cuts;
    }

    /** Alike in time, or where that parts what was wanted too unevenly, as in a shop that grows, alike in number. */
    private static List<Integer> byShare(int[] minutes) {
        List<Integer> byTime = withEnd(
                shares().mapToObj(share -> ForwardSplit.holdingOut(minutes.length, i -> minutes[i], share))
                        .flatMap(Optional::stream)
                        .map(split -> (int) split.cut()),
                minutes);
        return isEven(byTime, minutes)
                ? byTime
                : withEnd(
                        shares().mapToObj(share -> minutes[(int) ((1 - share) * minutes.length)])
                                .filter(cut -> cut > minutes[0]),
                        minutes);
    }

    /** Of the time or of the wants, what lies behind each of the moments at which a stretch begins. */
    private static DoubleStream shares() {
        return IntStream.iterate(NUMBER, window -> window > 0, window -> window - 1)
                .mapToDouble(window -> window * MOST_SHARE);
    }

    private static List<Integer> withEnd(Stream<Integer> begins, int[] minutes) {
        return Stream.concat(begins, Stream.of(minutes[minutes.length - 1] + 1))
                .distinct()
                .toList();
    }

    /** Whether each stretch holds enough of the wants. */
    private static boolean isEven(List<Integer> cuts, int[] minutes) {
        return cuts.size() > NUMBER
                && IntStream.range(0, NUMBER)
                        .allMatch(window ->
                                firstFrom(minutes, cuts.get(window + 1)) - firstFrom(minutes, cuts.get(window))
                                        >= LEAST_WANTS * minutes.length);
    }

    private static int firstFrom(int[] minutes, int minute) {
        int low = 0;
        int high = minutes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (minutes[middle] < minute) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Integer> monthly(List<Integer> longest) {
        int end = longest.get(NUMBER);
        return Stream.iterate(MONTH, length -> length < latest(longest), length -> 2 * length)
                .map(length -> of(length, end))
                .filter(shorter -> shorter.get(0) >= longest.get(0) && fewestPeople(shorter) >= ENOUGH_PEOPLE)
                .findFirst()
                .orElse(longest);
    }

    private List<Integer> halved(List<Integer> longest) {
        List<Integer> halved = longest;
        while (latest(halved) >= 2 * SHORTEST && isOfComing(halved)) {
            List<Integer> half = of(latest(halved) / 2, longest.get(NUMBER));
            if (half.get(0) < longest.get(0) || fewestPeople(half) < ENOUGH_READERS) {
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
