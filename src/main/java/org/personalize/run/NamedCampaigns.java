package org.personalize.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Text.Line;
import org.personalize.history.History;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.problem.Nearest;

/** Looks for misspelt campaigns in conditions and in what is followed: nobody ever received or clicked one that does not exist. */
final class NamedCampaigns {

    private static final Pattern ASKED =
            Pattern.compile("\\b(received|clicked)\\s*\\(\\s*(?:'([^'\\\\]*)'|\"([^\"\\\\]*)\")");

    /** @param words how the campaign file names the campaign */
    private record Asked(String words, String campaign) {}

    private NamedCampaigns() {}

    /** @param ledger null where nothing was ever sent */
    static List<String> check(
            Campaign campaign, History history, @Nullable Ledger ledger, Map<String, String> environment)
            throws IOException {
        Set<Asked> asked = asked(campaign);
        if (asked.isEmpty()) {
            return List.of();
        }
        Set<String> known = known(campaign, history, ledger, environment);
        List<String> notices = new ArrayList<>();
        for (Asked one : asked) {
            if (!known.contains(one.campaign())) {
                notices.add(one.words() + ", and no mail, event or campaign file has that name"
                        + Nearest.to(one.campaign(), known)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("."));
            }
        }
        return notices;
    }

    private static Set<Asked> asked(Campaign campaign) {
        Set<Asked> asked = new LinkedHashSet<>();
        gather("audience.where", campaign.audience().where(), asked);
        for (Slot slot : campaign.slots()) {
            gather("slots." + slot.name() + ".where", slot.where(), asked);
        }
        var followed = campaign.audience().follows();
        if (followed != null) {
            asked.add(new Asked("audience.follows names " + followed.campaign(), followed.campaign()));
        }
        return asked;
    }

    private static void gather(String key, @Nullable Line line, Set<Asked> asked) {
        if (line != null) {
            ASKED.matcher(line.source())
                    .results()
                    .forEach(found -> asked.add(new Asked(
                            key + " asks for " + found.group(1) + "('" + nameIn(found) + "')", nameIn(found))));
        }
    }

    private static String nameIn(MatchResult found) {
        return found.group(2) == null ? found.group(3) : found.group(2);
    }

    private static Set<String> known(
            Campaign campaign, History history, @Nullable Ledger ledger, Map<String, String> environment)
            throws IOException {
        Set<String> known = new TreeSet<>();
        known.add(campaign.name());
        var folder = Objects.requireNonNull(campaign.file().toAbsolutePath().getParent());
        try (var beside = new CampaignFolder(folder, environment).campaigns()) {
            beside.map(Campaign::name).forEach(known::add);
        }
        if (ledger != null) {
            ledger.editions().stream().map(Edition::campaign).forEach(known::add);
        }
        var seen = new BitSet();
        for (int event = 0; event < history.size(); event++) {
            int number = history.campaignNumber(event);
            if (number > 0 && !seen.get(number)) {
                seen.set(number);
                known.add(Objects.requireNonNull(history.campaign(event)));
            }
        }
        return known;
    }
}
