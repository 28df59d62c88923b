package org.personalize.cli;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.personalize.plan.Omissions.Rule;
import org.personalize.problem.Amount;
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

    /** What is less than this is written as nothing. */
    private static final double LEAST_POINTS = 0.005;

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
        double told = 0;
        for (int i : strongest.subList(0, Math.min(MOST_CONTRIBUTIONS, all.size()))) {
            points("       ", ofThem(all.get(i).component()), all.get(i).logOdds());
            because(chosen.because().get(i), all.get(i).logOdds());
            told += all.get(i).logOdds();
        }
        if (all.size() > MOST_CONTRIBUTIONS) {
            String rest = "and " + Amount.of(all.size() - MOST_CONTRIBUTIONS, "smaller one", "smaller ones");
            points("       ", rest, story.score() - told);
        }
        points("       ", "together, a chance of " + chance(story.chance()), story.score());
    }

    /** The model speaks to the person; here somebody else is listening. */
    private static String ofThem(String component) {
        return component
                .replaceAll("\\byours\\b", "theirs")
                .replaceAll("\\byour\\b", "their")
                .replaceAll("\\byou\\b", "they");
    }

    private static String lead(Chosen chosen) {
        return switch (chosen.why()) {
            case "pinned" -> ": pinned by the campaign, whatever its score";
            case "boosted" -> ": lifted by the campaign";
            case "popular" -> ": popular with everybody";
            default ->
                strongest(chosen).map(past -> ": because they " + did(past)).orElse("");
        };
    }

    /** The past item that speaks most for this one, of what speaks for it most. */
    private static Optional<Past> strongest(Chosen chosen) {
        return chosen.because().stream()
                .flatMap(List::stream)
                .filter(past -> past.logOdds() > LEAST_POINTS)
                .max(Comparator.comparingDouble(Past::logOdds));
    }

    private void because(List<Past> past, double whole) {
        double told = 0;
        for (Past one : past.subList(0, Math.min(MOST_PAST, past.size()))) {
            points("         ", "because they " + did(one), one.logOdds());
            told += one.logOdds();
        }
        if (past.size() > MOST_PAST) {
            points("         ", "and " + Amount.of(past.size() - MOST_PAST, "other item", "other items"), whole - told);
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
        boolean isNothing = Math.abs(points) < LEAST_POINTS;
        String number =
                isNothing ? "0.00" : String.format(Locale.ROOT, "%+.2f", points).replace('-', '−');
        String start = indent + Sheet.cut(text, POINTS_COLUMN - indent.length() - 1);
        sheet.line(Sheet.padded(start, Sheet.WIDTH - 2 - number.length()) + number);
    }

    private static String chance(double chance) {
        return chance < 0.001
                ? "one in " + "%,d".formatted(Math.round(1 / Math.max(chance, 1e-9)))
                : String.format(Locale.ROOT, "%.1f %%", 100 * chance);
    }

    private void keptOut(KeptOut keptOut) {
        String items = "%,d %s".formatted(keptOut.count(), keptOut.count() == 1 ? "item" : "items");
        String better = keptOut.betterCount() == 0
                ? ", none that would have come before these"
                : ", %,d better than the last of these: ".formatted(keptOut.betterCount())
                        + keptOut.better().stream().map(SlotTelling::named).collect(Collectors.joining(", "))
                        + (keptOut.betterCount() > keptOut.better().size() ? ", …" : "");
        sheet.wrapped("    Kept out: ", inWords(keptOut.rule()) + ": " + items + better + ".");
    }

    private static String named(Thing item) {
        return item.title() + " (" + item.id() + ")";
    }

    private static String inWords(Rule rule) {
        return switch (rule) {
            case OTHER_SLOT -> "already elsewhere in this mail";
            case NEVER_SHOW -> "they asked not to see it (never_show)";
            case NOT_AVAILABLE -> "not available when the mail goes out";
            case WHERE -> "not meant for this slot (where)";
            case HIDE_BOUGHT -> "they bought it before (hide_bought)";
            case HIDE_SHOWN_FOR -> "they were shown it lately (hide_shown_for)";
            case CHANCE -> "nearly as good was drawn instead, to learn from it (random_hours)";
            case MAX_PER_CATEGORY -> "enough of its category (max_per_category)";
        };
    }
}
