package org.personalize.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.personalize.campaign.Slot.From;
import org.personalize.campaign.Slot.Otherwise;

/** What can be written under a slot's name. */
final class SlotKeys {

    static final int MOST_SLOTS = 50;
    static final int MOST_ITEMS = 100;

    private static final Kind<Integer> PICK = Kinds.whole(1, MOST_ITEMS);
    private static final Kind<Integer> AT_LEAST = Kinds.whole(0, MOST_ITEMS);
    private static final Kind<Otherwise> OTHERWISE = Kind.word(List.of(Otherwise.values()));

    private static final Kind<From> FROM = Kind.word(List.of(From.values()));

    private SlotKeys() {}

    private static final Section SECTION = Section.of(
            new Key("pick", PICK, "How many items are wanted.", "4"),
            new Key("at_least", AT_LEAST, "With fewer items than this, otherwise applies; 1 unless given.", "2"),
            new Key(
                    "otherwise",
                    OTHERWISE,
                    "With too few items: popular fills up with what most people like, hide leaves the slot empty,"
                            + " skip_person sends nothing.",
                    "popular"),
            new Key(
                    "from",
                    FROM,
                    "cart for what the person put into the cart since they last bought anything, viewed for what they"
                            + " looked at; all unless given.",
                    "cart"),
            new Key("where", Kinds.CONDITION, "A condition over item and customer.", "\"item.in_stock\""),
            new Key("hide_bought", Kinds.BOOLEAN, "Whether items that the person bought are left out.", "true"),
            new Key("hide_shown_for", Moments.DURATION, "How long an item is left out after it was shown.", "30d"),
            new Key("max_per_category", PICK, "How many items of one category there may be.", "2"),
            new Key("pin", new Shape.ListOf(Kinds.ONE_LINE), "Ids of items that always come first.", "[tent-7]"),
            new Key(
                    "boost",
                    new Shape.MapOf(Kinds.ONE_LINE, Kinds.FACTOR),
                    "Ids of items, and the factor on the odds that somebody wants them.",
                    "{sale-3: 2}"));

    static final Shape SLOTS = new Shape.MapOf(Kinds.IDENTIFIER, SECTION);

    static List<Slot> read(Block top) {
        List<Slot> slots = new ArrayList<>();
        Map<String, Node> written = top.made("slots", SECTION);
        if (written.size() > MOST_SLOTS) {
            top.problem("slots", "there are more than " + MOST_SLOTS + " slots", "Leave some out.");
        }
        written.forEach((name, node) -> {
            String where = "slots." + name;
            if (node instanceof Node.Mapping map) {
                slots.add(slot(name, top.within(where, SECTION, map)));
            } else {
                top.refuse(where, node, SECTION);
            }
        });
        return slots;
    }

    private static Slot slot(String name, Block block) {
        block.demand("pick", "");
        int pick = block.value("pick", PICK, 1);
        int atLeast = block.value("at_least", AT_LEAST, 1);
        if (block.value("pick", PICK).isPresent() && atLeast > pick) {
            block.problem(
                    "at_least", "at least " + atLeast + " are wanted, but only " + pick + " picked", "Raise pick.");
        }
        List<String> pin = block.list("pin", Kinds.ONE_LINE);
        if (pin.size() > pick) {
            block.problem("pin", pin.size() + " items are pinned, but only " + pick + " picked", "Raise pick.");
        }
        return new Slot(
                name,
                pick,
                Math.min(atLeast, pick),
                block.value("otherwise", OTHERWISE, Otherwise.POPULAR),
                block.value("from", FROM, From.ALL),
                block.value("where", Kinds.CONDITION).orElse(null),
                block.value("hide_bought", Kinds.BOOLEAN, false),
                block.value("hide_shown_for", Moments.DURATION).orElse(null),
                block.value("max_per_category", PICK, 0),
                pin,
                block.map("boost", Kinds.FACTOR));
    }
}
