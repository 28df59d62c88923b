package org.personalize.plan;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Slot.From;
import org.personalize.campaign.Slot.Otherwise;
import org.personalize.plan.Decision.Choice;
import org.personalize.plan.Notices.Verb;
import org.personalize.template.Fields;

/** Fills the slots of one person after the other; each thread has its own. */
final class Filling {

    static final String PINNED = "pinned";
    static final String BOOSTED = "boosted";
    static final String POPULAR = "popular";
    static final String IN_CART = "in_cart";
    static final String VIEWED = "viewed";

    /** More favourites than a mail has places, because some will be bought, sold out or not meant for the slot. */
    private static final int SPARE_FAVOURITES = 32;

    private static final int SPARE_FACTOR = 3;

    private static final int[] NONE = {};

    private final Planning planning;
    private final Stock stock;
    private final List<SlotRules> rules;
    private final Notices notices;
    private final Marks marks;
    private final Objections objections;
    private final Basket[] baskets;
    private final double[] popular;
    private final double[] personal;
    private final Favourites mostPopular;
    private final Favourites favourites;

    /** A single slot walks through the catalog once anyway: finding favourites first would be a second walk. */
    private final boolean hasManySlots;

    private final LastPlace lastPlace;

    Filling(Planning planning, Stock stock, List<SlotRules> rules, Notices notices) {
        this.planning = planning;
        this.stock = stock;
        this.rules = rules;
        this.notices = notices;
        marks = new Marks(stock.size());
        objections = new Objections(planning, stock, rules, marks);
        popular = planning.ranking().popular();
        personal = new double[stock.size()];
        lastPlace = new LastPlace(planning);
        baskets = rules.stream().map(rule -> basket(rule.slot(), stock)).toArray(Basket[]::new);
        int wanted = rules.stream()
                .mapToInt(rule -> rule.slot().pick() + lastPlace.spare())
                .sum();
        mostPopular = new Favourites(SPARE_FAVOURITES + SPARE_FACTOR * wanted, stock.ranks());
        favourites = new Favourites(SPARE_FAVOURITES + SPARE_FACTOR * wanted, stock.ranks());
        mostPopular.find(popular);
        hasManySlots = rules.size() > 1;
    }

    private Basket basket(Slot slot, Stock stock) {
        return new Basket(slot.pick() + lastPlace.spare(), slot.maxPerCategory(), stock.categories(), stock.ranks());
    }

    /**
     * A mail whose slots are to be filled.
     *
     * @param isPlain whether it is made without knowledge of the person
     * @param promised slots that stay as they are
     */
    record Wanted(int person, Instant at, boolean isPlain, Map<String, List<Choice>> promised) {

        /** Only with the slots filled of which the promise says nothing. */
        Wanted keeping(Promises promises) {
            Map<String, List<Choice>> standing =
                    new HashMap<>(promises.decision(person).slots());
            standing.keySet().removeAll(promises.newSlots(person));
            return new Wanted(person, at, isPlain, standing);
        }
    }

    /** Adds the person's items, slot after slot; false, and some slots missing, when the person is to be skipped. */
    boolean fill(Wanted wanted, Picks picks) {
        int person = wanted.person();
        boolean isPlain = wanted.isPlain();
        marks.clear();
        String id = planning.audience().customer(person).id();
        var mail = new Mail(person, id, isPlain, planning.scopes().apply(person), stock.availableAt(wanted.at()));
        objections.neverShown(planning.audience().customer(person));
        if (!isPlain) {
            objections.bought(person);
            planning.ranking().score(person, personal);
            if (hasManySlots) {
                favourites.find(personal);
            }
        }
        wanted.promised().values().forEach(all -> all.forEach(choice -> marks.set(choice.item(), Marks.TAKEN)));
        for (int slot = 0; slot < baskets.length; slot++) {
            List<Choice> standing = wanted.promised().get(rules.get(slot).slot().name());
            if (standing != null) {
                standing.forEach(choice -> picks.add(choice.item(), choice.why(), choice.chance()));
                picks.endSlot();
            } else if (!fill(rules.get(slot), baskets[slot], mail, picks)) {
                return false;
            }
        }
        return true;
    }

    private boolean fill(SlotRules rule, Basket basket, Mail mail, Picks picks) {
        basket.clear();
        takePinned(rule, basket, mail);
        int pinned = basket.size();
        Shelf.Candidates candidates = rule.shelf().candidates(mail.scope());
        offer(rule, basket, candidates, mail, true);
        double chance = lastPlace.settle(basket, rule.slot(), pinned, mail.isPlain() ? null : mail.id());
        take(basket);
        int chosen = basket.size();
        if (chosen < rule.slot().atLeast()) {
            switch (rule.slot().otherwise()) {
                case POPULAR -> {
                    offer(rule, basket, candidates, mail, false);
                    basket.limit(rule.slot().pick());
                    take(basket);
                }
                case HIDE -> putBack(basket);
                case SKIP_PERSON -> {
                    notices.person(
                            Verb.FINDS, "too few items in slot " + rule.slot().name() + ": not_in_audience.");
                    return false;
                }
            }
        }
        pass(rule, basket, mail, new Places(pinned, chosen, chance), picks);
        return true;
    }

    /** A slot that stays empty leaves its items to the slots behind it. */
    private void putBack(Basket basket) {
        for (int place = 0; place < basket.size(); place++) {
            marks.unset(basket.item(place), Marks.TAKEN);
        }
        basket.clear();
    }

    private void takePinned(SlotRules rule, Basket basket, Mail mail) {
        for (int item : rule.pinned()) {
            if (basket.size() < rule.slot().pick()
                    && !marks.has(item, Marks.TAKEN)
                    && mail.available().test(item)) {
                basket.take(item);
                marks.set(item, Marks.TAKEN);
            }
        }
    }

    /** Offers the candidates; with the personal rules and scores, or with none of them. */
    private void offer(SlotRules rule, Basket basket, Shelf.Candidates candidates, Mail mail, boolean isPersonal) {
        boolean isPopular = mail.isPlain() || !isPersonal;
        var offers = new Offers(
                basket,
                candidates,
                mail,
                isPersonal && !mail.isPlain() ? objections.hidden(rule, mail.id()) : Marks.TAKEN,
                isPopular ? popular : personal);
        boolean areFound = isPopular || hasManySlots;
        if (isPersonal && rule.slot().from() != From.ALL) {
            offers.make(rule, mail.isPlain() ? NONE : Objections.leftBehind(planning, rule.slot(), mail.person()));
        } else if (!areFound || !offers.areSettledBy(isPopular ? mostPopular : favourites, rule)) {
            basket.unsettle();
            offers.makeAll(rule);
        }
        basket.settle();
    }

    private void take(Basket basket) {
        for (int place = 0; place < basket.size(); place++) {
            marks.set(basket.item(place), Marks.TAKEN);
        }
    }

    /** What is offered for one slot of one mail. */
    private final class Offers {

        private final Basket basket;
        private final Shelf.Candidates candidates;
        private final Mail mail;
        private final int forbidden;
        private final double[] scores;

        Offers(Basket basket, Shelf.Candidates candidates, Mail mail, int forbidden, double[] scores) {
            this.basket = basket;
            this.candidates = candidates;
            this.mail = mail;
            this.forbidden = forbidden;
            this.scores = scores;
        }

        /** Offers the best of the catalog and what is boosted; false when something further down might be chosen too. */
        boolean areSettledBy(Favourites best, SlotRules rule) {
            for (int place = 0; place < best.size(); place++) {
                int item = best.item(place);
                if (!rule.isBoosted(item)) {
                    make(item, scores[item]);
                }
            }
            rule.boosts().forEach((item, factor) -> make(item, boosted(scores[item], factor)));
            return best.isWholeCatalog() || basket.isBeyond(best.item(0), scores[best.item(0)]);
        }

        /** Offers these and no others. */
        void make(SlotRules rule, int[] items) {
            for (int item : items) {
                make(item, boosted(scores[item], rule.boosts().getOrDefault(item, 1.0)));
            }
        }

        void makeAll(SlotRules rule) {
            for (int item = candidates.next(0); item < scores.length; item = candidates.next(item + 1)) {
                if (!rule.isBoosted(item)) {
                    make(item, scores[item]);
                }
            }
            rule.boosts().forEach((item, factor) -> make(item, boosted(scores[item], factor)));
        }

        private void make(int item, double score) {
            if (basket.wants(score)
                    && !marks.has(item, forbidden)
                    && mail.available().test(item)
                    && candidates.allows(item)) {
                basket.offer(item, score);
            }
        }
    }

    /** Scores are logarithms of odds, so that a factor of 2 doubles the odds that the person wants the item. */
    static double boosted(double score, double factor) {
        return score + StrictMath.log(factor);
    }

    private void pass(SlotRules rule, Basket basket, Mail mail, Places places, Picks picks) {
        if (basket.size() < rule.slot().atLeast() && rule.slot().otherwise() == Otherwise.POPULAR) {
            basket.clear();
        }
        if (basket.size() == 0) {
            String why = rule.shelf()
                    .missing(mail.scope())
                    .map(path -> ": no " + path + ".")
                    .orElse(".");
            notices.person(Verb.FINDS, "nothing in slot " + rule.slot().name() + why);
        }
        for (int place = 0; place < basket.size(); place++) {
            int item = basket.item(place);
            boolean isLast = place == rule.slot().pick() - 1;
            picks.add(item, places.why(place, () -> why(rule, mail, item)), isLast ? places.chance() : 1);
        }
        picks.endSlot();
    }

    private String why(SlotRules rule, Mail mail, int item) {
        return switch (rule.slot().from()) {
            case ALL -> whyOfAll(rule, mail, item);
            case CART -> IN_CART;
            case VIEWED -> VIEWED;
        };
    }

    private String whyOfAll(SlotRules rule, Mail mail, int item) {
        if (rule.boosts().getOrDefault(item, 1.0) > 1) {
            return BOOSTED;
        }
        return mail.isPlain() ? POPULAR : planning.ranking().why(mail.person(), item);
    }

    /**
     * How the places of a slot came about: first those pinned, then those chosen, then the popular.
     *
     * @param chance with which the last has its item
     */
    private record Places(int pinned, int chosen, double chance) {

        String why(int place, Supplier<String> own) {
            return place < pinned ? PINNED : place < chosen ? own.get() : POPULAR;
        }
    }

    private record Mail(int person, String id, boolean isPlain, Fields scope, IntPredicate available) {}
}
