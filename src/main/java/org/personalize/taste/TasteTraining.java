package org.personalize.taste;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.measure.Choice;
import org.personalize.measure.Work;

/** Chooses components, settings and their blend by splits forward in time, then learns them from everything. */
public final class TasteTraining {

    /**
     * @param choices every decision with the trials behind it, for the papers
     * @param notes what a marketer should be told, a sentence each
     */
    public record Trained(TasteModel model, List<Choice> choices, List<String> notes) {}

    private TasteTraining() {}

    /** @param protectedColumns of customers, which are never features */
    public static Trained train(
            Audience audience, Catalog catalog, History history, Set<String> protectedColumns, Instant now, Work work) {
        throw new UnsupportedOperationException();
    }
}
