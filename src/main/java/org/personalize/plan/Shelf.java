package org.personalize.plan;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Slot;
import org.personalize.problem.Amount;
import org.personalize.template.Condition;
import org.personalize.template.Condition.Answer;
import org.personalize.template.Fields;
import org.personalize.template.RenderFailure;

/**
 * The items that one slot may show. Its condition is asked once of every item for all people who agree in the values it
 * reads, and the answer is kept; where it reads more than such values, or there are too many different people, only the
 * items that come into question are asked. Safe to use from many threads.
 */
final class Shelf {

    /** How many answers are kept in all, over all kinds of people: 16 MB of bits. */
    private static final int MOST_KEPT = 1 << 27;

    private final Stock stock;
    private final @Nullable Condition where;
    private final ZoneId zone;
    private final List<FieldPath> personalPaths;
    private final boolean canBeKept;
    private final int mostSegments;
    private final Map<List<@Nullable Object>, BitSet> kept = new ConcurrentHashMap<>();

    Shelf(Stock stock, @Nullable Condition where, ZoneId zone) {
        this.stock = stock;
        this.where = where;
        this.zone = zone;
        var references = where == null ? new TreeSet<String>() : new TreeSet<>(where.references());
        personalPaths =
                references.stream().filter(Shelf::isPersonal).map(FieldPath::of).toList();
        canBeKept = references.stream().allMatch(path -> isPersonal(path) || isCommon(path));
        mostSegments = MOST_KEPT / Math.max(1, stock.size());
    }

    private static boolean isPersonal(String path) {
        return path.startsWith("customer.") || path.startsWith("profile.");
    }

    /** The same for all people, so that it divides nobody. */
    private static boolean isCommon(String path) {
        return path.startsWith("item.") || path.equals("now") || path.equals("campaign.name");
    }

    Candidates candidates(Fields scope) {
        if (where == null) {
            return new Candidates(null, null);
        }
        if (!canBeKept) {
            return new Candidates(null, scope);
        }
        List<@Nullable Object> segment = new ArrayList<>(personalPaths.size());
        personalPaths.forEach(path -> segment.add(path.in(scope)));
        BitSet items = kept.get(segment);
        if (items == null && kept.size() < mostSegments) {
            items = eligible(scope);
            kept.put(segment, items);
        }
        return items == null ? new Candidates(null, scope) : new Candidates(items, null);
    }

    private BitSet eligible(Fields scope) {
        BitSet eligible = new BitSet(stock.size());
        for (int item = 0; item < stock.size(); item++) {
            eligible.set(item, isYes(item, scope));
        }
        return eligible;
    }

    private boolean isYes(int item, Fields scope) {
        try {
            return ask(item, scope) == Answer.YES;
        } catch (RenderFailure e) {
            return false;
        }
    }

    private Answer ask(int item, Fields scope) throws RenderFailure {
        Fields chosen = stock.item(item);
        return where == null ? Answer.YES : where.ask(name -> name.equals("item") ? chosen : scope.field(name), zone);
    }

    /** What of the person the condition reads and does not find. */
    Optional<String> missing(Fields scope) {
        return personalPaths.stream()
                .filter(path -> path.in(scope) == null)
                .map(FieldPath::toString)
                .findFirst();
    }

    /** Says how many items leave the condition without an answer, judged by one person. */
    void probe(Slot slot, Fields scope, Notices notices) {
        if (where == null || missing(scope).isPresent()) {
            return;
        }
        int unanswered = 0;
        int failed = 0;
        for (int item = 0; item < stock.size(); item++) {
            try {
                unanswered += ask(item, scope) == Answer.MISSING ? 1 : 0;
            } catch (RenderFailure e) {
                failed++;
            }
        }
        say(
                notices,
                slot,
                unanswered,
                "lacks a value that its condition reads, and is never chosen.",
                "lack a value that its condition reads, and are never chosen.");
        say(
                notices,
                slot,
                failed,
                "makes its condition fail, and is never chosen.",
                "make its condition fail, and are never chosen.");
    }

    private static void say(Notices notices, Slot slot, int items, String one, String several) {
        if (items > 0) {
            notices.say("slot " + slot.name() + ": " + Amount.of(items, "item " + one, "items " + several));
        }
    }

    /** The items one person may be shown, of which some may still have to be asked. */
    final class Candidates {

        private final @Nullable BitSet known;
        private final @Nullable Fields unasked;

        private Candidates(@Nullable BitSet known, @Nullable Fields unasked) {
            this.known = known;
            this.unasked = unasked;
        }

        /** The first that comes into question from this item on; the catalog's size when there is none. */
        int next(int item) {
            int next = known == null ? item : known.nextSetBit(item);
            return next < 0 ? stock.size() : next;
        }

        boolean allows(int item) {
            return (known == null || known.get(item)) && (unasked == null || isYes(item, unasked));
        }
    }
}
