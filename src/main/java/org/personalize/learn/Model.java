package org.personalize.learn;

import java.util.Optional;
import java.util.Set;
import org.personalize.measure.Columns;
import org.personalize.rhythm.RhythmModel;
import org.personalize.taste.TasteModel;

/**
 * Everything that was learned: when people react, what they want, and who is about to buy; without a word about any one
 * person.
 *
 * @param buyers empty where too little was bought to learn it
 * @param papers empty where nothing was ever trained
 */
public record Model(RhythmModel rhythm, TasteModel taste, Optional<BuyerModel> buyers, Optional<Papers> papers) {

    private static final String RHYTHM = "rhythm";
    private static final String TASTE = "taste";
    private static final String BUYERS = "buyers";
    private static final String PAPERS = "papers";

    /** Usual settings, for a campaign that was never trained. */
    public static Model untrained() {
        return untrained(Set.of());
    }

    /** @param protectedColumns of customers, which nothing may depend on */
    public static Model untrained(Set<String> protectedColumns) {
        return new Model(
                RhythmModel.untrained(protectedColumns), TasteModel.untrained(), Optional.empty(), Optional.empty());
    }

    Columns columns() {
        var columns = new Columns().putAll(RHYTHM, rhythm.columns()).putAll(TASTE, taste.columns());
        buyers.ifPresent(model -> columns.putAll(BUYERS, model.columns()));
        papers.ifPresent(own -> columns.putAll(PAPERS, PapersColumns.of(own)));
        return columns;
    }

    static Model of(Columns columns) {
        Columns buyers = columns.under(BUYERS);
        Columns papers = columns.under(PAPERS);
        return new Model(
                RhythmModel.of(columns.under(RHYTHM)),
                TasteModel.of(columns.under(TASTE)),
                buyers.names().isEmpty() ? Optional.empty() : Optional.of(BuyerModel.of(buyers)),
                papers.names().isEmpty() ? Optional.empty() : Optional.of(PapersColumns.papers(papers)));
    }
}
