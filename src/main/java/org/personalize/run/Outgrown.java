package org.personalize.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.personalize.ledger.Promise;
import org.personalize.problem.Amount;

/** How many promises that have not gone out no mail can be made of any more, since their campaign was changed. */
final class Outgrown {

    private final Map<String, Long> byVariant = new TreeMap<>();
    private final Map<String, Long> bySlot = new TreeMap<>();

    void take(Promise promise, MailParts parts) {
        if (!parts.hasVariant(promise.variant())) {
            byVariant.merge(promise.variant(), 1L, Long::sum);
        }
        parts.slots().stream()
                .filter(slot -> !promise.slots().containsKey(slot))
                .forEach(slot -> bySlot.merge(slot, 1L, Long::sum));
    }

    List<String> notices() {
        List<String> notices = new ArrayList<>();
        byVariant.forEach((variant, people) -> notices.add(promised(people) + " variant " + variant
                + ", which the campaign has no more: another one is drawn for them."));
        bySlot.forEach((slot, people) -> notices.add(promised(people) + " a mail without slot " + slot
                + ", which the campaign has since: it is filled for them now, and the rest stands."));
        return notices;
    }

    private static String promised(long people) {
        return Amount.of(people, "person was promised", "people were promised");
    }
}
