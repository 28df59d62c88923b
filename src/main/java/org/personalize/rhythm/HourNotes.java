package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.personalize.measure.Choice;

/**
 * What is told of the two ways to learn hours once it is known which one is used: that one first, and nothing of the other
 * as if it were.
 */
final class HourNotes {

    private final HabitTraining habits;
    private final ReplyTraining replies;

    HourNotes(HabitTraining habits, ReplyTraining replies) {
        this.habits = habits;
        this.replies = replies;
    }

    List<Choice> choices() {
        return replies.isBetter()
                ? Stream.concat(
                                replies.choices().stream(),
                                habits.choices().stream()
                                        .map(choice -> choice.unused("mails and reactions foretold better")))
                        .toList()
                : Stream.concat(habits.choices().stream(), replies.choices().stream())
                        .toList();
    }

    /**
     * @param isPersonal whether own hours foretold more than one hour for everybody
     * @param personalHours how many people get an hour of their own
     */
    List<String> notes(boolean isPersonal, long personalHours) {
        List<String> notes = new ArrayList<>();
        if (personalHours == 0) {
            notes.add("Nobody gets an hour of their own: "
                    + (isPersonal
                            ? "nobody's own promises enough more than the usual one."
                            : "their own hours did not foretell more than one hour for everybody did."));
        }
        boolean isContradicted = isPersonal && personalHours == 0;
        if (!replies.isBetter() && !isContradicted) {
            notes.addAll(habits.notes());
        }
        notes.addAll(replies.notes());
        return notes;
    }
}
