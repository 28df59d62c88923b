package org.personalize.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Counts;
import org.personalize.render.Finding;

/**
 * What a run of sending has to tell.
 *
 * @param counts where everybody is now
 * @param results what became of people in this run
 * @param dueAgain left by a sender that died, and certainly not handed over
 * @param findings why people were held
 * @param notes what the user should know, a sentence each
 * @param why the run ended, where there is more to say
 * @param nextDue null when nothing waits
 */
public record SendStory(
        Counts counts,
        String edition,
        Results results,
        int dueAgain,
        List<Finding> findings,
        List<String> notes,
        End end,
        String why,
        @Nullable Instant nextDue) {

    public SendStory {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** Why a run ended. */
    public enum End {
        /** Nothing more is due. */
        DONE,
        /** {@code --limit} or {@code --only} cut the run; others are due. */
        CUT,
        /** {@code --max-runtime} is over; the next run goes on. */
        RUNTIME,
        /** A signal. */
        SIGNAL,
        /** Paused; nothing is sent before somebody resumes. */
        BRAKED,
        /** Cancelled; nothing of it is ever sent again. */
        CANCELLED,
        /** {@code stop_when} struck. */
        STOPPED,
        /** The relay refuses us or cannot be reached. */
        RELAY,
        /** The question was answered no. */
        DECLINED
    }
}
