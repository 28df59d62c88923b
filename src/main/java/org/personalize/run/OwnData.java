package org.personalize.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.personalize.audience.Audience;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.history.Reaction;
import org.personalize.history.Reader;
import org.personalize.problem.Amount;
import org.personalize.run.Explanation.Kinds;
import org.personalize.run.Explanation.Used;

/** Which of one person's events are learned from, and which are not. */
final class OwnData {

    private final Audience audience;
    private final History history;
    private final int person;

    OwnData(Audience audience, History history, int person) {
        this.audience = audience;
        this.history = history;
        this.person = person;
    }

    Used used() {
        Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
        Instant first = null;
        Instant last = null;
        for (int event : history.eventsOf(person)) {
            if (isUsed(event)) {
                kinds.merge(history.kind(event), 1L, Long::sum);
                last = Instant.ofEpochSecond(history.second(event));
                first = first == null ? last : first;
            }
        }
        List<Kinds> counts = new ArrayList<>();
        kinds.forEach((kind, events) -> counts.add(new Kinds(word(kind), events)));
        return new Used(counts, first, last);
    }

    private boolean isUsed(int event) {
        boolean isAllowed =
                audience.allowsTracking(person) || !history.kind(event).isTracked();
        boolean isHuman = history.reaction(event).reader() != Reader.MACHINE;
        return audience.allowsPersonalization(person) && isAllowed && isHuman;
    }

    List<String> unused() {
        List<String> unused = new ArrayList<>();
        int[] events = history.eventsOf(person);
        if (!audience.allowsPersonalization(person)) {
            unused.add(Amount.of(events.length, "event", "events")
                    + " of this person: they do not consent to personalization, so nothing is learned from them,"
                    + " and they get the plain mail.");
            return unused;
        }
        long tracked = 0;
        Map<Reaction, Long> machines = new EnumMap<>(Reaction.class);
        for (int event : events) {
            boolean isTracked =
                    !audience.allowsTracking(person) && history.kind(event).isTracked();
            if (isTracked) {
                tracked++;
            } else if (history.reaction(event).reader() == Reader.MACHINE) {
                machines.merge(history.reaction(event), 1L, Long::sum);
            }
        }
        if (!audience.allowsTracking(person)) {
            unused.add(Amount.of(tracked, "open or click", "opens and clicks")
                    + ": they do not consent to being tracked.");
        }
        machines.forEach((reaction, number) ->
                unused.add(Amount.of(number, "reaction", "reactions") + " of a machine: " + reaction.why() + "."));
        return unused;
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
