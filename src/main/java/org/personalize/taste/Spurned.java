package org.personalize.taste;

import java.util.Arrays;
import org.personalize.audience.Audience;
import org.personalize.history.History;
import org.personalize.history.Kind;

/** What people have tried and rated too badly to want it: no want, and nothing to be shown again. */
final class Spurned {

    private static final int[] NONE = {};

    /** By person, in the order of the people. */
    private final int[] starts;

    private final int[] items;
    private final int[] minutes;

    private Spurned(int[] starts, int size) {
        this.starts = starts;
        items = new int[size];
        minutes = new int[size];
    }

    /** Nothing where no rating says that somebody wanted something: then they are only counted. */
    static Spurned of(Audience audience, History history) {
        var starts = new int[audience.size() + 1];
        boolean isAnyGood = false;
        for (int event = 0; event < history.size(); event++) {
            if (history.kind(event) == Kind.RATING && history.item(event) >= 0) {
                isAnyGood |= history.weight(event) > 0;
            }
        }
        for (int person = 0; person < audience.size(); person++) {
            starts[person + 1] = starts[person];
            if (isAnyGood && audience.allowsPersonalization(person)) {
                for (int event : history.eventsOf(person)) {
                    starts[person + 1] += isBad(history, event) ? 1 : 0;
                }
            }
        }
        var spurned = new Spurned(starts, starts[audience.size()]);
        for (int person = 0; person < audience.size(); person++) {
            int next = starts[person];
            for (int event : next == starts[person + 1] ? new int[0] : history.eventsOf(person)) {
                if (isBad(history, event)) {
                    spurned.items[next] = history.item(event);
                    spurned.minutes[next++] = (int) Math.floorDiv(history.second(event), Wants.MINUTE_SECONDS);
                }
            }
        }
        return spurned;
    }

    private static boolean isBad(History history, int event) {
        return history.kind(event) == Kind.RATING && history.item(event) >= 0 && history.weight(event) == 0;
    }

    /** The items that this person rated badly before a moment, in their order. */
    int[] before(int person, int cut) {
        if (starts[person] == starts[person + 1]) {
            return NONE;
        }
        int[] found = new int[starts[person + 1] - starts[person]];
        int size = 0;
        for (int k = starts[person]; k < starts[person + 1]; k++) {
            if (minutes[k] < cut) {
                found[size++] = items[k];
            }
        }
        int[] before = Arrays.copyOf(found, size);
        Arrays.sort(before);
        return before;
    }
}
