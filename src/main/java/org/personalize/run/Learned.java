package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.personalize.campaign.Campaign;
import org.personalize.history.Forecasts;
import org.personalize.learn.Buyers;
import org.personalize.learn.Model;
import org.personalize.learn.ModelFile;
import org.personalize.learn.Papers;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.rhythm.Rhythms;
import org.personalize.taste.Interests;
import org.personalize.taste.Taste;

/**
 * What was learned, laid over the people at hand.
 *
 * @param notices what the user should know about the model, a sentence each
 */
record Learned(Model model, Rhythms hours, Taste ranking, Forecasts forecasts, List<String> notices) {

    private static final String TRAIN = "personalize train ";
    private static final long DAY_SECONDS = 86_400;

    /** The campaign's model, or the usual settings where it was never trained; a broken file ends here. */
    static Learned of(Evidence evidence, Instant now) throws IOException {
        Campaign campaign = evidence.campaign();
        ModelFile file = file(campaign);
        Model model = file.exists()
                ? file.read()
                : Model.untrained(evidence.audience().protectedColumns());
        model.papers().ifPresent(papers -> refuseOthers(papers, campaign, file));
        return over(model, evidence, now);
    }

    /** What was learned of other items and people says nothing here, though it can be read. */
    private static void refuseOthers(Papers papers, Campaign campaign, ModelFile file) {
        String trained = papers.origin().campaign();
        if (!trained.equals(campaign.name())) {
            throw new InputProblem(
                    Place.file(file.path().toString()),
                    "it is the model of the campaign " + Problem.quote(trained) + ", and this is "
                            + Problem.quote(campaign.name()),
                    "Restore its own, or train it: " + TRAIN + campaign.file().getFileName() + ".");
        }
    }

    /** A model over the people of some evidence. */
    static Learned over(Model model, Evidence evidence, Instant now) {
        var interests = new Interests(evidence.audience(), evidence.catalog());
        var hours = new Rhythms(model.rhythm(), evidence.audience(), evidence.history(), now);
        return new Learned(
                model,
                hours,
                new Taste(model.taste(), evidence.audience(), evidence.catalog(), evidence.history(), interests, now),
                new Buyers(model, hours, evidence.audience(), evidence.history(), now),
                notices(model.papers(), evidence, now));
    }

    static ModelFile file(Campaign campaign) {
        return ModelFile.in(campaign.models(), campaign.name());
    }

    private static List<String> notices(Optional<Papers> papers, Evidence evidence, Instant now) {
        String command = TRAIN + evidence.campaign().file().getFileName();
        List<String> notices = new ArrayList<>();
        if (papers.isEmpty()) {
            notices.add("No model was trained yet, and the usual settings stand in; " + command + " learns its own.");
            return notices;
        }
        Instant newest = evidence.history().newest();
        Instant known = papers.get().newest();
        if (newest.getEpochSecond() - known.getEpochSecond() >= DAY_SECONDS) {
            String learned = papers.get()
                    .newestEvent()
                    .map(moment -> "was trained on events up to " + day(moment))
                    .orElse("learned from no events");
            notices.add("The model " + learned + ", and there are events up to " + day(newest) + "; " + command
                    + " brings it up to date.");
        }
        if (known.isAfter(now)) {
            notices.add("The model was trained on events up to " + day(known)
                    + ", which is after the clock of this run;" + " it knows more than could be known then.");
        }
        return notices;
    }

    private static String day(Instant moment) {
        return moment.toString().substring(0, "2026-03-02".length());
    }
}
