package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.learn.Model;
import org.personalize.learn.ModelFile;
import org.personalize.learn.Papers;
import org.personalize.learn.Papers.Origin;
import org.personalize.learn.Training;
import org.personalize.measure.Work;
import org.personalize.problem.InputProblem;

/** Learns a campaign's model from its files and keeps it, unless nothing has changed since it was learned. */
public final class TrainRun {

    private TrainRun() {}

    /**
     * What came of it.
     *
     * @param isNew false: nothing had changed, and the model that was there stays
     * @param notices what the user should be told, a sentence each
     */
    public record Trained(Papers papers, Path file, boolean isNew, List<String> notices) {
        public Trained {
            notices = List.copyOf(notices);
        }
    }

    /**
     * @param seconds the budget, which becomes a fixed list of work
     * @param again whether to train although nothing has changed
     */
    public static Trained run(Request request, long seconds, boolean again, String version) throws IOException {
        Campaign campaign =
                CampaignFile.read(request.campaign(), request.environment(), EnumSet.of(Demand.DATA, Demand.LEDGER));
        ModelFile file = Learned.file(campaign);
        request.progress().report("looking for changes", 0, 0);
        Origin origin = Origins.of(campaign, request, seconds, version);
        List<String> notices = new ArrayList<>();
        Optional<Papers> known = known(file, notices).filter(papers -> papers.areOf(origin));
        if (known.isPresent() && !again) {
            return new Trained(known.get(), file.path(), false, notices);
        }
        Learning learning = Heard.of(request.stop(), () -> learn(request, campaign, seconds, origin));
        notices.addAll(learning.notices());
        Model model = learning.model();
        request.stop().obey();
        file.write(model);
        return new Trained(model.papers().orElseThrow(), file.path(), true, notices);
    }

    private static Learning learn(Request request, Campaign campaign, long seconds, Origin origin) throws IOException {
        Evidence evidence = Evidence.gather(request, campaign);
        var training = new Training(evidence.audience(), evidence.catalog(), evidence.history(), request.now());
        Model model = training.train(
                evidence.audience().protectedColumns(), Work.ofSeconds((double) seconds), origin, stage -> {
                    request.stop().obey();
                    request.progress().report(stage, 0, 0);
                });
        return new Learning(model, evidence.notices());
    }

    private record Learning(Model model, List<String> notices) {}

    /** The papers of the model that is there. One that cannot be read is no obstacle: it is about to be written anew. */
    private static Optional<Papers> known(ModelFile file, List<String> notices) throws IOException {
        if (!file.exists()) {
            return Optional.empty();
        }
        try {
            return file.read().papers();
        } catch (InputProblem e) {
            notices.add("The model that was there could not be used, and is replaced: "
                    + e.problems().get(0).message() + ".");
            return Optional.empty();
        }
    }
}
