package org.personalize.taste;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.measure.Choice;
import org.personalize.measure.Forecast;
import org.personalize.measure.Judged;
import org.personalize.measure.Work;

/** Chooses components, settings and their blend by splits forward in time, then learns them from everything. */
public final class TasteTraining {

    private static final int MOST_PEOPLE = 2_000;
    private static final int FEWEST_PEOPLE = 20;

    /** People of each stratum in each window by whom chances are set. */
    private static final int MOST_OF_A_KIND = 500;

    /** Of all work, the share that may go into the linear model, which is learned once for each window and once more. */
    private static final double LINEAR_SHARE = 0.4;

    /** Multiplications of matrices run this much faster than work is counted by. */
    private static final double MATRIX_SPEED = 8;

    /** Matrices that are in memory at once while one is inverted, and the share of the memory they may take. */
    private static final double MATRICES = 3;

    private static final double MEMORY_SHARE = 1.0 / 3;

    /**
     * @param choices every decision with the trials behind it, for the papers
     * @param notes what a marketer should be told, a sentence each
     * @param forecasts whether the chances of items came true
     * @param judged the chosen one and popularity, person by person
     */
    public record Trained(
            TasteModel model, List<Choice> choices, List<String> notes, List<Forecast> forecasts, List<Judged> judged) {
        public Trained {
            forecasts = List.copyOf(forecasts);
            judged = List.copyOf(judged);
            choices = List.copyOf(choices);
            notes = List.copyOf(notes);
        }
    }

    private TasteTraining() {}

    /** @param protectedColumns of customers, from which nothing is learned */
    public static Trained train(
            Audience audience, Catalog catalog, History history, Set<String> protectedColumns, Instant now, Work work) {
        var ground = new Ground(
                Wants.of(audience, history, new Categories(catalog)), catalog, Homes.of(audience, protectedColumns));
        List<Integer> cuts = new Windows(ground.wants(), ground.births()).cuts();
        if (cuts.size() <= Windows.NUMBER) {
            return untrained("Too little is known of what people want to learn from; usual settings are used.");
        }
        var kinships = Kinships.chosen(ground, cuts.get(0), cuts.get(1), mostLinearItems(work), work);
        List<Sequel> sequels = new ArrayList<>();
        List<Sequel> everybody = new ArrayList<>();
        for (int window = 0; window < Windows.NUMBER; window++) {
            Moment moment = kinships.learnedAt(ground, cuts.get(window));
            Sequel sequel = Sequel.of(moment, cuts.get(window + 1), MOST_PEOPLE);
            if (sequel.people().length < FEWEST_PEOPLE) {
                return untrained("Too few people came back to learn from; usual settings are used.");
            }
            sequels.add(sequel);
            everybody.add(sequel.ofAll(MOST_OF_A_KIND));
        }
        var trials = new TasteTrials(sequels, everybody);
        var papers = new TastePapers(trials);
        Moment last = kinships.learnedAt(ground, cuts.get(Windows.NUMBER));
        var model = new TasteModel(TasteModel.ids(catalog), trials.blend(), last.linear(), last.neighbours());
        List<Choice> choices = new ArrayList<>(papers.choices());
        choices.addAll(kinships.choices());
        return new Trained(model, choices, papers.notes(), papers.forecasts(), papers.judged());
    }

    private static Trained untrained(String note) {
        return new Trained(TasteModel.untrained(), List.of(), List.of(note), List.of(), List.of());
    }

    /** As many items as the work and the memory allow for. */
    private static int mostLinearItems(Work work) {
        double each = work.share(LINEAR_SHARE).operations() * MATRIX_SPEED / (Windows.NUMBER + 1);
        double byMemory = Runtime.getRuntime().maxMemory() * MEMORY_SHARE / (MATRICES * Double.BYTES);
        return (int) Math.min(StrictMath.cbrt(each), StrictMath.sqrt(byMemory));
    }
}
