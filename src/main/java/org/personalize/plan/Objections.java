package org.personalize.plan;

import java.util.List;
import org.personalize.audience.Customer;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Slot.From;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.history.Unbought;

/** Marks what stands against items for the person at hand: their own word, what they bought, and what they saw of late. */
final class Objections {

    private final Planning planning;
    private final Stock stock;
    private final Marks marks;
    private final boolean areBoughtHidden;

    Objections(Planning planning, Stock stock, List<SlotRules> rules, Marks marks) {
        this.planning = planning;
        this.stock = stock;
        this.marks = marks;
        areBoughtHidden = rules.stream().anyMatch(rule -> rule.slot().hidesBought());
    }

    void neverShown(Customer customer) {
        Object words = customer.field("never_show");
        if (words == null) {
            return;
        }
        List<?> all =
                words instanceof List<?> list ? list : List.of(words.toString().split("\\|", -1));
        for (Object word : all) {
            for (int item : stock.meantBy(String.valueOf(word))) {
                marks.set(item, Marks.TAKEN);
            }
        }
    }

    /** A refund takes a purchase back: what was bought once and given back may be shown again. */
    void bought(int person) {
        if (!areBoughtHidden) {
            return;
        }
        History history = planning.history();
        for (int event : history.eventsOf(person)) {
            int item = history.item(event);
            Kind kind = history.kind(event);
            if (item >= 0 && (kind == Kind.PURCHASE || kind == Kind.REFUND)) {
                marks.count(item, kind == Kind.PURCHASE ? 1 : -1);
            }
        }
    }

    /** What a slot may remind the person of, where it is to look at nothing else. */
    static int[] leftBehind(Planning planning, Slot slot, int person) {
        Kind deed = slot.from() == From.CART ? Kind.CART : Kind.VIEW;
        return Unbought.items(planning.history(), person, deed, planning.now());
    }

    /** Which marks keep an item out of one slot of a personal mail. */
    int hidden(SlotRules rule, String id) {
        int forbidden = Marks.TAKEN;
        if (rule.shownSince() != null) {
            marks.forget(Marks.SHOWN);
            for (String shown : planning.facts().shownSince(id, rule.shownSince())) {
                int item = planning.catalog().itemOf(shown);
                if (item >= 0) {
                    marks.set(item, Marks.SHOWN);
                }
            }
            forbidden |= Marks.SHOWN;
        }
        return rule.slot().hidesBought() ? forbidden | Marks.BOUGHT : forbidden;
    }
}
