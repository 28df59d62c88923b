package org.personalize.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.campaign.Draw;
import org.personalize.history.Messages;
import org.personalize.ledger.Ledger;
import org.personalize.measure.Arm;
import org.personalize.measure.BestArm;
import org.personalize.measure.BestArm.Gain;
import org.personalize.measure.Prior;
import org.personalize.plan.VariantShares;

/**
 * How a campaign that learns shares its variants out, and from what.
 *
 * @param goal what "better" means
 * @param window so long after it was accepted a mail is judged, and not before
 * @param open accepted mails that are not judged yet
 * @param prior what was believed before any of them was judged
 * @param variants in the order of the campaign
 */
public record VariantLearning(Goal goal, Duration window, long open, Prior prior, List<Learned> variants) {

    private static final int VERSION = 1;
    private static final double SEEDS = 0x1.0p53;

    public VariantLearning {
        variants = List.copyOf(variants);
    }

    /**
     * @param mails so many were judged
     * @param total what these brought: so many clicked or bought, or an amount
     * @param mean what one mail would have brought to everybody, by the chances with which they were drawn
     * @param chanceOfBest by all that is known
     * @param share with which it is drawn from now on
     */
    public record Learned(String name, long mails, double total, double mean, double chanceOfBest, double share) {}

    /** Empty unless the campaign learns and has something to choose from. */
    static Optional<VariantLearning> of(Evidence evidence, @Nullable Ledger ledger, Instant now) throws IOException {
        Campaign campaign = evidence.campaign();
        if (!campaign.split().learns() || campaign.subjects().size() < 2) {
            return Optional.empty();
        }
        var gains = new Gains(evidence.audience(), evidence.history(), campaign.goal(), now);
        int number = gains.number(campaign.name());
        Messages messages = Messages.of(evidence.audience(), evidence.history());
        Duration window = gains.window(messages);
        var closed = new ClosedWindows(evidence.audience(), gains, campaign, number, window, now);
        if (ledger != null) {
            closed.take(ledger);
        }
        Prior prior = PastRates.prior(messages, gains, number, window, now);
        return Optional.of(of(campaign, closed, window, prior));
    }

    private static VariantLearning of(Campaign campaign, ClosedWindows closed, Duration window, Prior prior) {
        List<Arm> arms = closed.arms();
        boolean isAnythingKnown = arms.stream().anyMatch(arm -> arm.number() > 0);
        double even = 1.0 / arms.size();
        BestArm best = isAnythingKnown ? best(campaign, arms, prior) : null;
        List<Learned> variants = new ArrayList<>();
        for (int variant = 0; variant < arms.size(); variant++) {
            Arm arm = arms.get(variant);
            variants.add(new Learned(
                    campaign.variant(variant),
                    arm.number(),
                    arm.total(),
                    arm.mean(),
                    best == null ? even : best.chances().get(variant),
                    best == null ? even : best.shares().get(variant)));
        }
        return new VariantLearning(campaign.goal(), window, closed.open(), prior, variants);
    }

    private static BestArm best(Campaign campaign, List<Arm> arms, Prior prior) {
        // The same draws every time: what is not known better moves nobody.
        double lot = new Draw(campaign.seed()).of("best_variant", campaign.name(), VERSION, "");
        Gain gain = campaign.goal() == Goal.REVENUE ? Gain.AMOUNT : Gain.SHARE;
        return BestArm.of(arms, gain, prior, (long) (lot * SEEDS));
    }

    /** Whether the shares come from mails that went out. */
    public boolean hasBegun() {
        return variants.stream().anyMatch(variant -> variant.mails() > 0);
    }

    VariantShares shares() {
        return new VariantShares(variants.stream().map(Learned::share).toList());
    }
}
