package org.personalize.plan;

import java.util.List;
import java.util.Map;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Campaign.Variant;

/**
 * With what chance each variant is drawn, in the order of the campaign: as the campaign says, or as was learned from mails
 * that went out.
 */
public record VariantShares(List<Double> shares) {

    private static final double ROUNDING = 1e-6;

    public VariantShares {
        shares = List.copyOf(shares);
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("shares that sum to " + sum);
        }
    }

    /** What the campaign itself says, or even ones where it says nothing; a campaign that is to learn begins with even shares. */
    public static VariantShares of(Campaign campaign) {
        List<Variant> variants = campaign.subjects();
        if (variants.size() <= 1) {
            return new VariantShares(List.of(1.0));
        }
        Map<String, Double> said = campaign.split().shares();
        return new VariantShares(variants.stream()
                .map(variant -> said.isEmpty() ? 1.0 / variants.size() : said.getOrDefault(variant.name(), 0.0))
                .toList());
    }

    double of(int variant) {
        return shares.get(variant);
    }

    /** Laid one after the other: which one a number from 0 to less than 1 falls into. */
    int variant(double lot) {
        double left = lot;
        int last = 0;
        for (int number = 0; number < shares.size(); number++) {
            double share = shares.get(number);
            if (share > 0) {
                if (left < share) {
                    return number;
                }
                last = number;
            }
            left -= share;
        }
        return last;
    }
}
