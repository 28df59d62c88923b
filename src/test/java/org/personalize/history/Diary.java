package org.personalize.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A history written by a program rather than as text, for simulators; weights are the usual ones. */
public final class Diary {

    private final EventColumns columns = new EventColumns();
    private final Signals signals = new Signals(SignalRule.DEFAULTS, java.time.ZoneOffset.UTC);
    private final List<String> campaigns = new ArrayList<>();

    /** @param campaign null for none */
    public Diary add(int person, Kind kind, int item, long second, @Nullable String campaign) {
        return add(person, kind, item, second, campaign, Double.NaN, Reaction.HUMAN);
    }

    public Diary add(
            int person, Kind kind, int item, long second, @Nullable String campaign, double value, Reaction reaction) {
        int weight = signals.meaning(kind.word()).weight();
        int mark = Mark.withReaction(Mark.of(kind, weight, number(campaign), false), reaction);
        columns.add(person, item, second, mark, value, (int) (second / 86_400));
        return this;
    }

    private int number(@Nullable String campaign) {
        if (campaign == null) {
            return 0;
        }
        if (!campaigns.contains(campaign)) {
            campaigns.add(campaign);
        }
        return campaigns.indexOf(campaign) + 1;
    }

    /** What was written so far, of so many people, in the order of time. */
    public History of(int people) {
        columns.sort();
        var index = new PersonIndex(people, columns.persons);
        return new EventLog(columns, signals.weights(), campaigns, Map.of(), List.of(), index);
    }
}
