package org.personalize.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Campaign.Goal;

/**
 * By what mail of several campaigns is judged together: by what all of them are after; where they are after different
 * things by clicks, without which no mail earns anything else.
 *
 * @param notes what the reader should know of it
 */
record CommonGoal(Goal goal, List<String> notes) {

    CommonGoal {
        notes = List.copyOf(notes);
    }

    /** @param names of the campaigns that are judged; whose file is not among these is not asked */
    static CommonGoal of(Campaign asked, Stream<Campaign> campaigns, Set<String> names) {
        Map<Goal, Set<String>> byGoal = new EnumMap<>(Goal.class);
        campaigns
                .filter(campaign -> names.contains(campaign.name()))
                .forEach(campaign -> byGoal.computeIfAbsent(campaign.goal(), goal -> new TreeSet<>())
                        .add(campaign.name()));
        return switch (byGoal.size()) {
            case 0 -> new CommonGoal(asked.goal(), List.of());
            case 1 -> new CommonGoal(byGoal.keySet().iterator().next(), List.of());
            default -> new CommonGoal(Goal.CLICK, List.of(note(byGoal)));
        };
    }

    private static String note(Map<Goal, Set<String>> byGoal) {
        String goals = byGoal.entrySet().stream()
                .map(goal -> goal.getKey().name().toLowerCase(Locale.ROOT) + ": "
                        + goal.getValue().size())
                .collect(Collectors.joining(", "));
        return "The campaigns have different goals (" + goals
                + "): what personalizing earned is told in clicks. Ask for one campaign to see it by its own goal.";
    }
}
