package org.personalize.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/** In which order several campaigns take their turns: the higher priority first, else as they were named. */
public final class CampaignOrder {

    private CampaignOrder() {}

    /** @param name the campaign's own */
    public record Turn(Request request, String name) {}

    /** Reads all the files first, so that a mistake in the last of them is known before the first is begun. */
    public static List<Turn> of(List<Request> requests) {
        List<Campaign> campaigns = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Request request : requests) {
            try {
                campaigns.add(
                        CampaignFile.read(request.campaign(), request.environment(), EnumSet.noneOf(Demand.class)));
            } catch (InputProblem e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputProblem(problems);
        }
        refuseTwins(campaigns);
        List<Integer> order = new ArrayList<>();
        for (int place = 0; place < campaigns.size(); place++) {
            order.add(place);
        }
        order.sort(Comparator.comparing(place -> -campaigns.get(place).priority()));
        return order.stream()
                .map(place -> new Turn(requests.get(place), campaigns.get(place).name()))
                .toList();
    }

    private static void refuseTwins(List<Campaign> campaigns) {
        Map<String, Campaign> known = new HashMap<>();
        for (Campaign campaign : campaigns) {
            if (known.put(campaign.name(), campaign) != null) {
                throw new InputProblem(
                        Place.file(campaign.file().toString()),
                        "the campaign " + campaign.name() + " is named twice on this command line",
                        "Name each campaign once.");
            }
        }
    }
}
