package org.personalize.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Slot.From;
import org.personalize.history.Kind;
import org.personalize.plan.Decision.Choice;
import org.personalize.template.Condition;
import org.personalize.template.Condition.Answer;
import org.personalize.template.Fields;
import org.personalize.template.RenderFailure;

/**
 * Why items that a person would like better are not in their mail: asks of every item of the catalog which rule kept it out
 * of a slot, as {@link Filling} does of those it comes across.
 */
public final class Omissions {

    /** How many of the items that a rule kept out are named. */
    private static final int MOST_NAMED = 3;

    private final Planning planning;
    private final Stock stock;
    private final Decision decision;
    private final double[] scores;
    private final Fields scope;
    private final Set<Integer> bought = new HashSet<>();
    private final Set<Integer> unwanted = new HashSet<>();

    /** The first rule that keeps an item out of a slot. */
    public enum Rule {
        OTHER_SLOT,
        NEVER_SHOW,
        NOT_AVAILABLE,
        FROM,
        WHERE,
        HIDE_BOUGHT,
        HIDE_SHOWN_FOR,
        /** It scored hardly more than what was drawn for the last place. */
        CHANCE,
        MAX_PER_CATEGORY;

        /** The word in JSON, and where there is one the key of the campaign. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What one rule kept out of one slot.
     *
     * @param count of all items of the catalog
     * @param better the best of those that would else have come before the last one chosen, best first
     * @param betterCount how many there are of them
     */
    public record Omission(Rule rule, int count, List<Integer> better, int betterCount) {
        public Omission {
            better = List.copyOf(better);
        }
    }

    public Omissions(Planning planning, Decision decision) {
        this.planning = planning;
        this.decision = decision;
        int person = decision.person();
        stock = new Stock(planning.catalog(), planning.now());
        scope = planning.scopes().apply(person);
        scores = new double[stock.size()];
        planning.ranking().score(person, scores);
        gatherBought(person);
        gatherUnwanted(person);
    }

    private void gatherBought(int person) {
        Map<Integer, Integer> times = new TreeMap<>();
        for (int event : planning.history().eventsOf(person)) {
            Kind kind = planning.history().kind(event);
            if (kind == Kind.PURCHASE || kind == Kind.REFUND) {
                times.merge(planning.history().item(event), kind == Kind.PURCHASE ? 1 : -1, Integer::sum);
            }
        }
        times.forEach((item, count) -> {
            if (count > 0) {
                bought.add(item);
            }
        });
    }

    private void gatherUnwanted(int person) {
        if (planning.audience().customer(person).field("never_show") instanceof List<?> words) {
            for (Object word : words) {
                for (int item : stock.meantBy(String.valueOf(word))) {
                    unwanted.add(item);
                }
            }
        }
    }

    /** What every rule kept out of a slot of this person's mail, in the order in which the rules are asked. */
    public List<Omission> of(Slot slot) {
        List<Choice> choices = decision.slots().getOrDefault(slot.name(), List.of());
        Set<Integer> chosen = items(choices);
        Set<Integer> elsewhere = earlier(slot);
        double last = choices.stream()
                .filter(choice -> !choice.why().equals(Filling.PINNED))
                .mapToDouble(choice -> score(slot, choice.item()))
                .min()
                .orElse(Double.NEGATIVE_INFINITY);
        Set<Integer> shown = shown(slot);
        Set<Integer> leftBehind = leftBehind(slot);
        Map<Rule, List<Integer>> byRule = new EnumMap<>(Rule.class);
        for (int item = 0; item < scores.length; item++) {
            if (!chosen.contains(item)) {
                Rule rule = elsewhere.contains(item) ? Rule.OTHER_SLOT : rule(slot, item, shown, leftBehind);
                Rule found = rule == null && score(slot, item) > last ? beaten(slot, choices, item, last) : rule;
                if (found != null) {
                    byRule.computeIfAbsent(found, r -> new ArrayList<>()).add(item);
                }
            }
        }
        List<Omission> omissions = new ArrayList<>();
        byRule.forEach((rule, items) -> omissions.add(omission(slot, rule, items, last)));
        return omissions;
    }

    /** What stands in the slots before this one. */
    private Set<Integer> earlier(Slot slot) {
        Set<Integer> items = new HashSet<>();
        for (var other : decision.slots().entrySet()) {
            if (other.getKey().equals(slot.name())) {
                break;
            }
            items.addAll(items(other.getValue()));
        }
        return items;
    }

    private Omission omission(Slot slot, Rule rule, List<Integer> items, double last) {
        List<Integer> better = items.stream()
                .filter(item -> score(slot, item) > last)
                .sorted(Comparator.comparingDouble((Integer item) -> -score(slot, item))
                        .thenComparingInt(item -> stock.ranks()[item]))
                .toList();
        return new Omission(rule, items.size(), better.subList(0, Math.min(MOST_NAMED, better.size())), better.size());
    }

    /** Why something that no rule of its own keeps out, and that scores more than the last one, is not there. */
    private @Nullable Rule beaten(Slot slot, List<Choice> choices, int item, double last) {
        boolean isDrawn = choices.stream().anyMatch(choice -> choice.chance() < 1);
        if (isDrawn && score(slot, item) - last <= LastPlace.NEARLY) {
            return Rule.CHANCE;
        }
        return slot.maxPerCategory() > 0 ? Rule.MAX_PER_CATEGORY : null;
    }

    private static Set<Integer> items(List<Choice> choices) {
        Set<Integer> items = new HashSet<>();
        choices.forEach(choice -> items.add(choice.item()));
        return items;
    }

    private double score(Slot slot, int item) {
        double factor = slot.boost().getOrDefault(stock.item(item).id(), 1.0);
        return Filling.boosted(scores[item], factor);
    }

    private @Nullable Rule rule(Slot slot, int item, Set<Integer> shown, Set<Integer> leftBehind) {
        if (unwanted.contains(item)) {
            return Rule.NEVER_SHOW;
        }
        Instant at = decision.sendAt() == null ? planning.now() : decision.sendAt();
        if (!planning.catalog().isAvailable(item, at)) {
            return Rule.NOT_AVAILABLE;
        }
        if (slot.from() != From.ALL && !leftBehind.contains(item)) {
            return Rule.FROM;
        }
        if (!isMeant(slot, item)) {
            return Rule.WHERE;
        }
        if (slot.hidesBought() && bought.contains(item)) {
            return Rule.HIDE_BOUGHT;
        }
        return shown.contains(item) ? Rule.HIDE_SHOWN_FOR : null;
    }

    private boolean isMeant(Slot slot, int item) {
        Condition where = planning.conditions().slots().get(slot.name());
        if (where == null) {
            return true;
        }
        Fields asked = stock.item(item);
        try {
            return where.ask(
                            name -> name.equals("item") ? asked : scope.field(name),
                            planning.campaign().schedule().zone())
                    == Answer.YES;
        } catch (RenderFailure e) {
            return false;
        }
    }

    private Set<Integer> leftBehind(Slot slot) {
        return slot.from() == From.ALL
                ? Set.of()
                : IntStream.of(Objections.leftBehind(planning, slot, decision.person()))
                        .boxed()
                        .collect(Collectors.toSet());
    }

    private Set<Integer> shown(Slot slot) {
        Set<Integer> shown = new HashSet<>();
        var hidden = slot.hideShownFor();
        if (hidden != null) {
            String id = planning.audience().customer(decision.person()).id();
            for (String item : planning.facts().shownSince(id, planning.now().minus(hidden))) {
                shown.add(planning.catalog().itemOf(item));
            }
        }
        return shown;
    }
}
