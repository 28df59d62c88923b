package org.personalize.rhythm;

import java.time.Instant;
import java.util.List;
import org.personalize.audience.Audience;
import org.personalize.history.History;
import org.personalize.measure.Choice;
import org.personalize.measure.Work;

/** Chooses the kind and the settings of the send-time model by splits forward in time, then learns it from everything. */
public final class RhythmTraining {

    /**
     * @param choices every decision with the trials behind it, for the papers
     * @param notes what a marketer should be told, a sentence each
     */
    public record Trained(RhythmModel model, List<Choice> choices, List<String> notes) {}

    private RhythmTraining() {}

    public static Trained train(Audience audience, History history, Instant now, Work work) {
        throw new UnsupportedOperationException();
    }
}
