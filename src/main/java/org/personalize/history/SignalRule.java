package org.personalize.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.template.Condition;
import org.personalize.template.TemplateRoom;

/**
 * An event that counts as wanting its item.
 *
 * @param when asked over {@code event.<column>}; null for always
 */
public record SignalRule(
        String event, float weight, @Nullable Condition when) {

    /** What counts where a campaign does not say. */
    public static final List<SignalRule> DEFAULTS = List.of(
            new SignalRule("purchase", 3, null),
            new SignalRule("cart", 2, null),
            new SignalRule("click", 1, null),
            new SignalRule("view", 0.3f, null));

    /** Under this name a campaign says whether machines' opens and clicks count. */
    private static final String MACHINE = "machine";

    /** What a good rating weighs where no rule speaks of ratings. */
    static final float RATING_WEIGHT = 2;

    public SignalRule {
        if (!(weight >= 0) || Float.isInfinite(weight)) {
            throw new IllegalArgumentException("a weight is a number of at least 0");
        }
    }

    /** The campaign's own rules, or the defaults where it has none. */
    public static List<SignalRule> of(Campaign campaign, TemplateRoom room) {
        List<SignalRule> own = campaign.signals().stream()
                .filter(signal -> !isOfMachines(signal))
                .map(s -> new SignalRule(
                        s.event(),
                        (float) s.weight(),
                        s.when() == null
                                ? null
                                : room.condition(s.when().source(), s.when().place())))
                .toList();
        return own.isEmpty() ? DEFAULTS : own;
    }

    /** Whether the campaign takes what machines open and click for a person's own doing, after all. */
    public static boolean countsMachines(Campaign campaign) {
        return campaign.signals().stream().anyMatch(signal -> isOfMachines(signal) && signal.weight() > 0);
    }

    private static boolean isOfMachines(Campaign.Signal signal) {
        return signal.event().equals(MACHINE);
    }
}
