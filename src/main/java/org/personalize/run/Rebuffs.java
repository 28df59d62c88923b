package org.personalize.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.personalize.deliver.Outcome;

/** How often the relay did not let us in, and what it said last: of these nobody's mail has a trace. For several threads. */
final class Rebuffs {

    private long turnedAway;
    private String lastAnswer = "";
    private long unreached;
    private String lastWords = "";

    /** @return what it said, without anybody's address */
    synchronized String add(Outcome.TurnedAway away) {
        String words = Answers.of(away);
        if (away.isUnreachable()) {
            unreached++;
            lastWords = words;
        } else {
            turnedAway++;
            lastAnswer = words;
        }
        return words;
    }

    /** That there was no line is said elsewhere where it ended the run. */
    synchronized List<String> notes(Brakes brakes) {
        Brakes.Stop stop = brakes.reason();
        boolean isLineTold = stop != null && stop.why() == Brakes.Why.RELAY;
        List<String> notes = new ArrayList<>();
        if (turnedAway > 0) {
            notes.add("The relay turned us away " + times(turnedAway) + "; its last answer was: " + lastAnswer);
        }
        if (unreached > 0 && !isLineTold) {
            notes.add("No line to the relay came about " + times(unreached) + "; the last time: " + lastWords);
        }
        return notes;
    }

    private static String times(long count) {
        return count == 1 ? "once" : String.format(Locale.ROOT, "%,d times", count);
    }
}
