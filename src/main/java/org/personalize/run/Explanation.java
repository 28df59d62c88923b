package org.personalize.run;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Customer;
import org.personalize.campaign.Campaign;
import org.personalize.ledger.Row;
import org.personalize.plan.Decision;
import org.personalize.plan.HourFate;
import org.personalize.plan.LotStory;
import org.personalize.plan.Omissions.Rule;
import org.personalize.rhythm.HourStory;
import org.personalize.taste.ItemStory;

/**
 * Everything that there is to tell about one person of a campaign.
 *
 * @param isPromised whether the ledger has promised this mail before, so that it is not decided anew
 * @param outcome where the ledger has the mail, once something came of it; empty before
 * @param isPlain whether the mail is the plain one, for which nothing of this person's own counts
 * @param hourFate what became of the best hour; null where no mail of their own is planned, or no schedule given
 * @param variants how they are shared out by what was learned; empty where the campaign says it
 * @param moved the edges of the window that the clocks of this person skip
 * @param hours null where nothing may be learned of the person
 * @param slots empty unless a mail is planned
 * @param horizonDays within how many days a chance of an item says that it is taken; null where none was measured
 * @param chanceToBuy null where it is not known
 * @param used what was learned from
 * @param unused what was not, and why; a sentence each
 * @param isTrained whether there is a model that was trained
 * @param trained until when the model's events go; null where it learned from none
 * @param notices what the user should be told, a sentence each
 */
public record Explanation(
        Campaign campaign,
        Customer customer,
        Decision decision,
        boolean isPromised,
        Optional<Row> outcome,
        boolean isPlain,
        @Nullable HourFate hourFate,
        LotStory lots,
        Optional<VariantLearning> variants,
        List<MovedEdge> moved,
        @Nullable HourStory hours,
        List<SlotStory> slots,
        @Nullable Long horizonDays,
        @Nullable Double chanceToBuy,
        Used used,
        List<String> unused,
        boolean isTrained,
        @Nullable Instant trained,
        List<String> notices) {

    public Explanation {
        moved = List.copyOf(moved);
        slots = List.copyOf(slots);
        unused = List.copyOf(unused);
        notices = List.copyOf(notices);
    }

    /** A start or an end at a local time that does not exist, and the one that stands for it. */
    public record MovedEdge(boolean isStart, LocalDateTime written, LocalDateTime instead) {}

    /** One slot: what stands there and why, and what does not. */
    public record SlotStory(String name, List<Chosen> chosen, List<KeptOut> keptOut) {
        public SlotStory {
            chosen = List.copyOf(chosen);
            keptOut = List.copyOf(keptOut);
        }
    }

    /**
     * An item of a slot.
     *
     * @param why the plan's word: popular, pinned, boosted, …
     * @param story null where the item was not chosen by its score for this person
     * @param because the past items behind each contribution, in the order of the story's
     * @param foremost the past item that speaks most for this one, all that it adds taken together; null where none does, or
     *     where the plan has another reason
     * @param asked the words by which they asked for it
     */
    public record Chosen(
            Thing item,
            String why,
            @Nullable ItemStory story,
            List<List<Past>> because,
            @Nullable Past foremost,
            List<String> asked) {
        public Chosen {
            because = List.copyOf(because);
            asked = List.copyOf(asked);
        }
    }

    /** An item as one would call it. */
    public record Thing(String id, String title) {}

    /**
     * What a person did with an item that now speaks for another.
     *
     * @param kind such as {@code purchase}; blank where their own log no longer holds it
     */
    public record Past(Thing item, String kind, @Nullable Instant when, double logOdds) {}

    /**
     * What a rule kept out of a slot.
     *
     * @param better those that would else have come before the last one chosen, the best of them named
     */
    public record KeptOut(Rule rule, int count, int betterCount, List<Thing> better) {
        public KeptOut {
            better = List.copyOf(better);
        }
    }

    /**
     * The events that were learned from.
     *
     * @param first null when there are none
     * @param last null when there are none
     */
    public record Used(
            List<Kinds> kinds,
            @Nullable Instant first,
            @Nullable Instant last) {
        public Used {
            kinds = List.copyOf(kinds);
        }

        public long events() {
            return kinds.stream().mapToLong(Kinds::events).sum();
        }
    }

    /** So many events of a kind. */
    public record Kinds(String kind, long events) {}
}
