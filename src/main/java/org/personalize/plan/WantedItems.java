package org.personalize.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.personalize.measure.Interval;
import org.personalize.taste.Ranking;

/** How many of the items that people would be shown they want, chosen by one half of what is known and valued by the other. */
final class WantedItems {

    private final Planning planning;
    private final int[] people;
    private final boolean[] isPlain;

    WantedItems(Planning planning, int[] people, boolean[] isPlain) {
        this.planning = planning;
        this.people = people;
        this.isPlain = isPlain;
    }

    Optional<Costs.Items> of(Known one, Known other) {
        if (planning.campaign().slots().isEmpty() || planning.catalog().size() == 0) {
            return Optional.empty();
        }
        double[] plan = both(one.ranking(), other.ranking(), false);
        double[] popular = both(one.ranking(), other.ranking(), true);
        return Optional.of(new Costs.Items(Interval.of(plan), Interval.ofDifference(popular, plan)));
    }

    private double[] both(Ranking one, Ranking other, boolean isForAll) {
        double[] wanted = wanted(one, other, isForAll);
        double[] back = wanted(other, one, isForAll);
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = (wanted[i] + back[i]) / 2;
        }
        return wanted;
    }

    private double[] wanted(Ranking by, Ranking judge, boolean isForAll) {
        Planning half = planning.with(by);
        Stock stock = new Stock(planning.catalog(), planning.now());
        var notices = new Notices();
        List<SlotRules> rules = planning.campaign().slots().stream()
                .map(slot -> SlotRules.of(slot, stock, half, notices))
                .toList();
        double[] wanted = new double[people.length];
        Instant at = planning.now();
        Chunks.each(people.length, (chunk, from, to) -> {
            var filling = new Filling(half, stock, rules, notices);
            double[] scores = new double[stock.size()];
            for (int i = from; i < to; i++) {
                var picks = new Picks(1, rules.size());
                boolean isFilled =
                        filling.fill(new Filling.Wanted(people[i], at, isForAll || isPlain[i], Map.of()), picks);
                judge.score(people[i], scores);
                for (int slot = 0; isFilled && slot < rules.size(); slot++) {
                    for (Decision.Choice choice : picks.of(0, slot)) {
                        wanted[i] += 1 / (1 + StrictMath.exp(-scores[choice.item()]));
                    }
                }
            }
        });
        return wanted;
    }
}
