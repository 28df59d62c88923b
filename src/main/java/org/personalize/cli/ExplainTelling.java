package org.personalize.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.personalize.plan.Decision;
import org.personalize.plan.Reason;
import org.personalize.problem.Amount;
import org.personalize.report.Reasons;
import org.personalize.run.Explanation;
import org.personalize.run.Explanation.SlotStory;
import org.personalize.taste.ItemStory;

/** Tells of one person for somebody who never heard of models: who, when, what, by which chance, and from which data. */
final class ExplainTelling {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final String PLAIN =
            "The most popular items that the rules leave, the same for everybody whom these rules treat alike: plain mail"
                    + " has no scores of its own.";

    private static final String POINTS = "The best by score that the rules leave. Points add up to the score";

    private final Explanation story;
    private final Sheet sheet;

    ExplainTelling(Explanation story, PrintWriter out) {
        this.story = story;
        sheet = new Sheet(out);
    }

    void tell() {
        who();
        when();
        what();
        new DrawTelling(story, sheet).tell();
        data();
    }

    private void who() {
        String address = story.customer().email();
        sheet.wrapped(
                "",
                story.campaign().name() + " for customer " + story.customer().id() + ", " + address);
        sheet.blank();
        sheet.wrapped("  ", status());
        Double chanceToBuy = story.chanceToBuy();
        if (chanceToBuy != null) {
            sheet.wrapped(
                    "  ",
                    "Chance of a purchase within 30 days: " + TrainTelling.percent(chanceToBuy) + ", a forecast.");
        }
    }

    private String status() {
        Decision decision = story.decision();
        return switch (decision.status()) {
            case PLANNED -> planned(decision);
            case NO_MAIL -> "Gets no mail: in the group without mail, to see what mail earns.";
            case SKIPPED -> {
                Reason reason = decision.reason();
                yield "Gets no mail: " + (reason == null ? "" : Reasons.inWords(reason) + " (" + reason.word() + ").");
            }
        };
    }

    private String planned(Decision decision) {
        Instant at = decision.sendAt();
        ZoneId zone = story.customer().zone();
        boolean hasVariants = story.campaign().subjects().size() > 1;
        String variant = hasVariants ? ", subject variant " + decision.variant() : "";
        if (story.outcome().isPresent()) {
            var outcome = new OutcomeTelling(
                    story.outcome().get(),
                    moment -> moment(moment, zone),
                    at == null ? "" : moment(at, zone) + variant);
            return outcome.words() + plain(decision);
        }
        String promised = story.isPromised() ? " Promised by an earlier run, and kept." : "";
        return "Planned: " + (at == null ? "" : moment(at, zone)) + variant + "." + plain(decision) + promised;
    }

    private static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone)) + " in " + place(zone);
    }

    private String plain(Decision decision) {
        if (!story.isPlain()) {
            return "";
        }
        return decision.group() == Decision.Group.PLAIN_MAIL
                ? " The plain mail: in the group that shows what personalizing earns."
                : " The plain mail: they do not consent to personalization.";
    }

    /** Somebody whose zone nobody knows is told of UTC by its name. */
    private static String place(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    private void when() {
        sheet.blank();
        sheet.line("When");
        new HourTelling(story, sheet).tell();
    }

    private void what() {
        if (story.decision().status() != Decision.Status.PLANNED) {
            return;
        }
        sheet.blank();
        sheet.line("What");
        if (story.slots().isEmpty()) {
            sheet.wrapped("  ", "This campaign has no slots to fill.");
            return;
        }
        sheet.wrapped("  ", story.isPlain() ? PLAIN : POINTS + forecast());
        for (SlotStory slot : story.slots()) {
            new SlotTelling(slot, sheet).tell();
        }
    }

    private String forecast() {
        List<ItemStory> told = story.slots().stream()
                .flatMap(slot -> slot.chosen().stream())
                .flatMap(chosen -> Stream.ofNullable(chosen.story()))
                .toList();
        if (!told.isEmpty() && told.stream().allMatch(item -> item.chance() == null)) {
            return ", by the usual settings: no chance was measured, so none is told.";
        }
        Long days = story.horizonDays();
        return ": +0.7 doubles the odds that an item is taken, −0.7 halves them. A forecast is the chance that they take it"
                + (days == null ? "" : " within about " + days + " days")
                + ": buy it or rate it well, or click on it where it is nothing to buy, such as an article.";
    }

    private void data() {
        sheet.blank();
        sheet.line("Learned from");
        Explanation.Used used = story.used();
        Instant first = used.first();
        Instant last = used.last();
        if (first == null || last == null) {
            sheet.wrapped("  ", "No events of this person.");
        } else {
            String kinds = used.kinds().stream()
                    .map(kind -> "%s %,d".formatted(kind.kind(), kind.events()))
                    .collect(Collectors.joining(", "));
            String events = Amount.of(used.events(), "event", "events") + " of this person";
            sheet.wrapped("  ", events + when(day(first), day(last)) + ": " + kinds + ".");
        }
        List<String> unused = story.unused();
        unused.forEach(line -> sheet.wrapped("  Not used: ", line));
        Instant trained = story.trained();
        sheet.wrapped(
                "  ",
                !story.isTrained()
                        ? "No model was trained; the usual settings stand in."
                        : trained == null
                                ? "The model learned from no events; there were none when it was trained."
                                : "The model was trained on everybody's events up to " + day(trained) + ".");
    }

    private static String when(String first, String last) {
        return first.equals(last) ? ", on " + first : " from " + first + " to " + last;
    }

    static String day(Instant moment) {
        return DAY.format(moment.atZone(ZoneOffset.UTC));
    }
}
