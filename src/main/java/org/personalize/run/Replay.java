package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Occurrence;
import org.personalize.campaign.Schedule;
import org.personalize.campaign.Schedule.Repeat;
import org.personalize.history.PersonScope;
import org.personalize.learn.Model;
import org.personalize.learn.Papers.Origin;
import org.personalize.learn.Training;
import org.personalize.measure.Work;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.LedgerFacts;
import org.personalize.plan.Plan;
import org.personalize.plan.Planner;
import org.personalize.plan.Planning;
import org.personalize.plan.Planning.Conditions;
import org.personalize.plan.Promises;
import org.personalize.plan.VariantShares;

/**
 * One week lived through again: learned from what was known on its Monday, planned by every policy with the same rules and
 * draws, and laid beside what people did until the next.
 */
final class Replay {

    private final Campaign campaign;
    private final PastWeek week;
    private final LaterDeeds deeds;
    private final Evidence evidence;
    private final Learned learned;
    private final Map<Policy, Plan> plans = new EnumMap<>(Policy.class);
    private final Agreement hours;
    private final Agreement items;
    private final Foretold foretold = new Foretold();
    private int planned;

    private Replay(Campaign campaign, PastWeek week, LaterDeeds deeds, Evidence evidence, Learned learned) {
        this.campaign = campaign;
        this.week = week;
        this.deeds = deeds;
        this.evidence = evidence;
        this.learned = learned;
        hours = new Agreement(evidence.audience().size());
        items = new Agreement(evidence.audience().size());
    }

    /** @param deeds of all that is known today */
    static Replay of(PastWeek week, Request request, Campaign campaign, Origin origin, Work work, LaterDeeds deeds)
            throws IOException {
        Evidence evidence = Evidence.asOf(week.from(), request, campaign);
        var training = new Training(evidence.audience(), evidence.catalog(), evidence.history(), week.from());
        Model model = training.train(
                evidence.audience().protectedColumns(),
                work,
                origin,
                stage -> request.stop().obey());
        var replay = new Replay(campaign, week, deeds, evidence, Learned.over(model, evidence, week.from()));
        replay.plan(Conditions.of(campaign, Evidence.room(campaign)));
        request.stop().obey();
        replay.compare();
        return replay;
    }

    Agreement hours() {
        return hours;
    }

    Agreement items() {
        return items;
    }

    Foretold foretold() {
        return foretold;
    }

    int planned() {
        return planned;
    }

    PastWeek week() {
        return week;
    }

    /** When the models would have written to somebody; null if not at all. */
    @Nullable
    Instant sendAt(int person) {
        return plan(Policy.MODELS).decision(person).sendAt();
    }

    private Plan plan(Policy policy) {
        return Objects.requireNonNull(plans.get(policy));
    }

    private void plan(Conditions conditions) {
        var before = new LaterDeeds(evidence.audience(), evidence.history(), campaign.goal());
        double[] everybody = Policy.everybody(learned.hours(), evidence.audience());
        Occurrence occurrence = occurrence();
        var scopes = new PersonScope(
                evidence.audience(), evidence.catalog(), evidence.history(), week.from(), learned.forecasts());
        for (Policy policy : Policy.values()) {
            plans.put(
                    policy,
                    Planner.plan(new Planning(
                            campaign,
                            occurrence.id(),
                            occurrence.start(),
                            occurrence.end(),
                            evidence.audience(),
                            evidence.catalog(),
                            evidence.history(),
                            scopes::of,
                            conditions,
                            policy.hours(learned, everybody, before, week.from()),
                            policy.ranking(learned, before, week.from()),
                            LedgerFacts.NONE,
                            Promises.NONE,
                            VariantShares.of(campaign),
                            week.from(),
                            Planning.NO_LIMIT,
                            Set.of())));
        }
    }

    /** A window that comes once is thought of as coming every week, at the same time on the same day. */
    private Occurrence occurrence() {
        Schedule schedule = campaign.schedule();
        boolean comesOnce = schedule.repeat() == Repeat.NEVER && schedule.start() != null;
        return Occurrence.at(comesOnce ? schedule.repeating(Repeat.WEEKLY) : schedule, week.from());
    }

    private void compare() {
        for (int person = 0; person < evidence.audience().size(); person++) {
            Map<Policy, Decision> decisions = decisions(person);
            if (decisions.size() == Policy.values().length) {
                planned++;
                compare(person, decisions);
            }
        }
    }

    /** Of somebody who gets the personal mail. */
    private Map<Policy, Decision> decisions(int person) {
        Map<Policy, Decision> decisions = new EnumMap<>(Policy.class);
        plans.forEach((policy, plan) -> {
            Decision decision = plan.decision(person);
            if (decision.status() == Status.PLANNED
                    && decision.group() == Group.NONE
                    && evidence.audience().allowsPersonalization(person)) {
                decisions.put(policy, decision);
            }
        });
        return decisions;
    }

    private void compare(int person, Map<Policy, Decision> decisions) {
        Map<Policy, Integer> chosen = new EnumMap<>(Policy.class);
        decisions.forEach((policy, decision) -> chosen.put(policy, hour(person, decision)));
        int[] presence = deeds.presence(person, week.from(), week.to());
        int times = Arrays.stream(presence).sum();
        if (times > 0 && campaign.schedule().isGiven()) {
            hours.add(person, policy -> near(presence, hour(chosen, policy)) / (double) times);
            int hour = hour(chosen, Policy.MODELS);
            foretold.add(chance(learned.hours().asLogged(person), hour), near(presence, hour) / (double) times);
        }
        Set<Integer> taken = deeds.taken(person, week.from(), week.to());
        if (!taken.isEmpty() && !campaign.slots().isEmpty()) {
            items.add(person, policy -> shows(Objects.requireNonNull(decisions.get(policy)), taken) ? 1 : 0);
        }
    }

    private static int hour(Map<Policy, Integer> chosen, Policy policy) {
        return Objects.requireNonNull(chosen.get(policy));
    }

    private int hour(int person, Decision decision) {
        Instant at = Objects.requireNonNull(decision.sendAt());
        return at.atZone(evidence.audience().customer(person).zone()).getHour();
    }

    private static int near(int[] presence, int chosen) {
        int near = 0;
        for (int hour = 0; hour < presence.length; hour++) {
            near += Policy.isNear(hour, chosen) ? presence[hour] : 0;
        }
        return near;
    }

    private static double chance(double[] chances, int chosen) {
        double sum = 0;
        for (int hour = 0; hour < chances.length; hour++) {
            sum += Policy.isNear(hour, chosen) ? chances[hour] : 0;
        }
        return sum;
    }

    private static boolean shows(Decision decision, Set<Integer> taken) {
        return decision.slots().values().stream()
                .flatMap(List::stream)
                .anyMatch(choice -> taken.contains(choice.item()));
    }
}
