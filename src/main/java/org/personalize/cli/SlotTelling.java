package org.personalize.cli;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.personalize.plan.Omissions.Rule;
import org.personalize.problem.Amount;
import org.personalize.problem.Signed;
import org.personalize.run.Explanation.Chosen;
import org.personalize.run.Explanation.KeptOut;
import org.personalize.run.Explanation.Past;
import org.personalize.run.Explanation.SlotStory;
import org.personalize.run.Explanation.Thing;
import org.personalize.taste.ItemStory;
import org.personalize.taste.ItemStory.Contribution;

/** Tells of one slot of one person's mail: what stands there, what speaks for it, and what rules kept out. */
final class SlotTelling {

    /** Of the past items behind a contribution so many are told one by one. */
    private static final int MOST_PAST = 3;

    /** Of what speaks for an item or against it so much is told one by one, the strongest first. */
    private static final int MOST_CONTRIBUTIONS = 5;

    /** What is left untold of them together is no more than this. */
    private static final double MOST_HIDDEN = 0.3;

    private static final int POINTS_COLUMN = 90;

    private final SlotStory slot;
    private final Sheet sheet;

    SlotTelling(SlotStory slot, Sheet sheet) {
        this.slot = slot;
        this.sheet = sheet;
    }

    void tell() {
        sheet.blank();
        sheet.line("  " + slot.name() + (slot.chosen().isEmpty() ? ": nothing" : ""));
        int place = 1;
        for (Chosen chosen : slot.chosen()) {
            tell(place, chosen);
            place++;
        }
        slot.keptOut().forEach(this::keptOut);
    }

    private void tell(int place, Chosen chosen) {
        sheet.wrapped("    %d. ".formatted(place), named(chosen.item()) + lead(chosen));
        ItemStory story = chosen.story();
        if (story == null) {
            return;
        }
        List<Contribution> all = story.contributions();
        List<Integer> strongest = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(all.get(i).logOdds())))
                .toList();
        double rest = all.stream().mapToDouble(Contribution::logOdds).sum();
        int told = 0;
        while (told < all.size() && (told < MOST_CONTRIBUTIONS || Math.abs(rest) > MOST_HIDDEN)) {
            int i = strongest.get(told);
            points("       ", inWords(all.get(i)), all.get(i).logOdds());
            because(chosen.because().get(i), all.get(i).logOdds());
            rest -= all.get(i).logOdds();
            told++;
        }
        if (told < all.size()) {
            points("       ", "and " + Amount.of(all.size() - told, "smaller one", "smaller ones"), rest);
        }
        Double chance = story.chance();
        String forecast = chance == null ? "" : ": a forecast of " + chance(chance);
        points("       ", "sum of points" + forecast, story.score());
    }

    private static String inWords(Contribution part) {
        String words = ofThem(part.component());
        return part.why().isEmpty() ? words + " (no part of the forecast)" : words;
    }

    /** The model speaks to the person; here somebody else is listening. */
    private static String ofThem(String component) {
        return component
                .replaceAll("\\byours\\b", "theirs")
                .replaceAll("\\byour\\b", "their")
                .replaceAll("\\bto you\\b", "to them")
                .replaceAll("\\byou\\b", "they");
    }

    private static String lead(Chosen chosen) {
        return switch (chosen.why()) {
            case "pinned" -> ": pinned by the campaign, whatever its score";
            case "boosted" -> ": lifted by the campaign";
            case "popular" -> ": popular with everybody";
            case "in_cart" -> ": because they put it into the cart and bought nothing since";
            case "viewed" -> ": because they looked at it and bought nothing since";
            case "interest" -> ": because they asked for " + String.join(", ", chosen.asked());
            default -> ": because " + reason(chosen);
        };
    }

    /** The past item that says most where there is one that agrees with the plan's word, else what that word means. */
    private static String reason(Chosen chosen) {
        Past foremost = chosen.foremost();
        if (foremost != null) {
            return "they " + did(foremost);
        }
        return switch (chosen.why()) {
            case "again" -> "they wanted it before";
            case "alike" -> "it is like what they had";
            case "category" -> "its category is theirs";
            default -> "others who had what they had, had it";
        };
    }

    private void because(List<Past> past, double whole) {
        double told = 0;
        int count = 0;
        while (count < past.size()
                && (count < MOST_PAST || Math.abs(past.get(count).logOdds()) > MOST_HIDDEN)) {
            Past one = past.get(count);
            points("         ", (one.logOdds() < 0 ? "against it: they " : "because they ") + did(one), one.logOdds());
            told += one.logOdds();
            count++;
        }
        if (count < past.size()) {
            points("         ", "and " + Amount.of(past.size() - count, "other item", "other items"), whole - told);
        }
    }

    private static String did(Past past) {
        Instant when = past.when();
        String verb = switch (past.kind()) {
            case "purchase" -> "bought ";
            case "cart" -> "put into the cart ";
            case "click" -> "clicked ";
            case "view" -> "looked at ";
            case "rating" -> "rated ";
            default -> "wanted ";
        };
        return verb + past.item().title() + (when == null ? "" : " on " + ExplainTelling.day(when));
    }

    /** A line that ends in points, right-aligned; a long text is cut, since its item is named in full elsewhere. */
    private void points(String indent, String text, double points) {
        String number = Signed.of(points, 2);
        String start = indent + Sheet.cut(text, POINTS_COLUMN - indent.length() - 1);
        sheet.line(Sheet.padded(start, Sheet.WIDTH - 2 - number.length()) + number);
    }

    private static String chance(double chance) {
        return chance < 0.001
                ? "one in " + "%,d".formatted(Math.round(1 / Math.max(chance, 1e-9)))
                : String.format(Locale.ROOT, "%.1f %%", 100 * chance);
    }

    private void keptOut(KeptOut keptOut) {
        sheet.wrapped("    Kept out: ", inWords(keptOut.rule(), keptOut.count()) + "; " + better(keptOut) + ".");
    }

    private static String better(KeptOut keptOut) {
        boolean isOne = keptOut.count() == 1;
        if (keptOut.betterCount() == 0) {
            return (isOne ? "it would not" : "none of them would") + " have scored higher than what stands here";
        }
        return (isOne ? "it" : "%,d of them".formatted(keptOut.betterCount()))
                + " would have scored higher than the last item here: "
                + keptOut.better().stream().map(SlotTelling::named).collect(Collectors.joining(", "))
                + (keptOut.betterCount() > keptOut.better().size() ? ", …" : "");
    }

    private static String named(Thing item) {
        return item.title() + " (" + item.id() + ")";
    }

    private static String inWords(Rule rule, int count) {
        return switch (rule) {
            case OTHER_SLOT -> Amount.of(count, "item stands", "items stand") + " elsewhere in this mail already";
            case NEVER_SHOW -> Amount.of(count, "item that", "items that") + " they asked not to see (never_show)";
            case NOT_AVAILABLE ->
                Amount.of(count, "item is", "items are") + " not available when the mail goes out, or without a title";
            case FROM ->
                Amount.of(count, "item is", "items are") + " none of those that this place is to remind of (from)";
            case WHERE -> Amount.of(count, "item does", "items do") + " not fit this place's rule (where)";
            case HIDE_BOUGHT -> Amount.of(count, "item", "items") + " they bought before (hide_bought)";
            case HIDE_SHOWN_FOR -> Amount.of(count, "item", "items") + " they were shown lately (hide_shown_for)";
            case CHANCE ->
                Amount.of(count, "item is", "items are")
                        + " nearly as good as what was drawn instead, to learn from it (random_hours)";
            case MAX_PER_CATEGORY ->
                Amount.of(count, "item", "items") + " of a category of which there are enough (max_per_category)";
        };
    }
}
