package org.personalize.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.ledger.State;
import org.personalize.measure.Interval;
import org.personalize.measure.Normal;
import org.personalize.measure.Share;
import org.personalize.measure.ShareContrast;
import org.personalize.measure.Spending;
import org.personalize.plan.Decision.Group;
import org.personalize.report.VariantRace.Runner;

/**
 * Compares variants among those whose variant was drawn, whatever became of their mail. Each counts by one over the chance
 * with which the draw gave it, so that shares that changed on the way favour nobody.
 */
final class Racing {

    private static final double MISSED = 0.05;

    private final Mails mails;
    private final Reactions reactions;
    private final Audience audience;
    private final Goal goal;

    Racing(Mails mails, Reactions reactions, Audience audience, Goal goal) {
        this.mails = mails;
        this.reactions = reactions;
        this.audience = audience;
        this.goal = goal;
    }

    private static final class Lane {
        private long people;
        private double weights;
        private double weightsSquared;
        private double sum;
        private double squares;

        void add(double chance, double score) {
            double weight = 1 / chance;
            people++;
            weights += weight;
            weightsSquared += weight * weight;
            sum += weight * score;
            squares += weight * score * score;
        }

        /** As many people of equal weight as these are worth. */
        long worth() {
            return Math.round(weights * weights / weightsSquared);
        }

        Spending spending() {
            return new Spending(worth(), worth() * sum / weights, worth() * squares / weights);
        }
    }

    /** @param order of the campaign; variants that it no longer has come after */
    Optional<VariantRace> run(List<String> order) {
        List<String> names = new ArrayList<>(order);
        mails.variants().stream()
                .filter(name -> !name.isEmpty() && !order.contains(name))
                .sorted()
                .forEach(names::add);
        var lanes = new Lane[names.size()];
        for (int variant = 0; variant < lanes.length; variant++) {
            lanes[variant] = new Lane();
        }
        fill(lanes, names);
        List<String> running = new ArrayList<>();
        List<Lane> drawn = new ArrayList<>();
        for (int variant = 0; variant < lanes.length; variant++) {
            if (lanes[variant].people >= CampaignReport.LEAST_PEOPLE) {
                running.add(names.get(variant));
                drawn.add(lanes[variant]);
            }
        }
        return running.size() < 2 ? Optional.empty() : Optional.of(race(running, drawn));
    }

    private void fill(Lane[] lanes, List<String> names) {
        int[] laneOf = mails.variants().stream().mapToInt(names::indexOf).toArray();
        for (int person = 0; person < audience.size(); person++) {
            for (int nth = 0; nth < mails.of(person); nth++) {
                int mail = mails.of(person, nth);
                int lane = laneOf[mails.variant(mail)];
                if (lane >= 0 && isDrawn(mail, person)) {
                    lanes[lane].add(mails.variantChance(mail), score(mail));
                }
            }
        }
    }

    private boolean isDrawn(int mail, int person) {
        double chance = mails.variantChance(mail);
        boolean isWatched = goal != Goal.CLICK || audience.allowsTracking(person);
        return chance > 0
                && chance < 1
                && mails.group(mail) == Group.NONE
                && mails.state(mail) != State.NO_MAIL
                && isWatched;
    }

    private double score(int mail) {
        return switch (goal) {
            case CLICK -> reactions.did(mail, Deed.CLICKED) ? 1 : 0;
            case PURCHASE -> reactions.did(mail, Deed.BOUGHT) ? 1 : 0;
            case REVENUE -> reactions.revenue(mail);
        };
    }

    private VariantRace race(List<String> names, List<Lane> lanes) {
        int first = 0;
        for (int i = 1; i < lanes.size(); i++) {
            first = lanes.get(i).spending().mean() > lanes.get(first).spending().mean() ? i : first;
        }
        // Each pair may miss; and each runner's own interval besides.
        double own = Normal.width(MISSED / lanes.size());
        double pair = Normal.width(MISSED / (lanes.size() * (lanes.size() - 1) / 2.0));
        List<Runner> runners = new ArrayList<>();
        boolean isAhead = true;
        for (int i = 0; i < lanes.size(); i++) {
            Optional<Interval> behind = i == first ? Optional.empty() : behind(lanes.get(i), lanes.get(first), pair);
            isAhead &= i == first || behind.map(interval -> interval.high() < 0).orElse(false);
            runners.add(new Runner(names.get(i), lanes.get(i).people, score(lanes.get(i), own), behind));
        }
        Optional<String> leader = isAhead ? Optional.of(names.get(first)) : Optional.empty();
        return new VariantRace(goal, runners, leader, headline(leader));
    }

    private Interval score(Lane lane, double width) {
        Spending spending = lane.spending();
        if (goal == Goal.REVENUE) {
            return spending.interval(width);
        }
        long happened = Math.min(spending.people(), Math.round(spending.sum()));
        Share share = Share.of(happened, spending.people(), (double) spending.people(), width);
        return new Interval(
                spending.mean(),
                Math.min(spending.mean(), share.low()),
                Math.max(spending.mean(), share.high()),
                lane.people);
    }

    private Optional<Interval> behind(Lane lane, Lane first, double width) {
        Spending one = lane.spending();
        Spending other = first.spending();
        if (goal == Goal.REVENUE) {
            return one.less(other, width);
        }
        var contrast = new ShareContrast(
                Math.min((double) one.people(), one.sum()),
                one.people(),
                Math.min((double) other.people(), other.sum()),
                other.people());
        return Optional.of(contrast.difference(width));
    }

    private String headline(Optional<String> leader) {
        String what = switch (goal) {
            case CLICK -> "clicks";
            case PURCHASE -> "buyers";
            case REVENUE -> "revenue";
        };
        return leader.map(name -> String.format(
                        Locale.ROOT,
                        "\"%s\" brings more %s than every other variant, by more than chance explains.",
                        name,
                        what))
                .orElse("No variant is ahead of all others by more than chance explains.");
    }
}
