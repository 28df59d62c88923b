package org.personalize.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.personalize.plan.Decision;
import org.personalize.plan.Reason;
import org.personalize.report.Reasons;
import org.personalize.rhythm.HourStory;
import org.personalize.run.Explanation;
import org.personalize.run.Explanation.SlotStory;

/** Tells of one person for somebody who never heard of models: who, when, what, by which chance, and from which data. */
final class ExplainTelling {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

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
        chance();
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
        String when = at == null ? "" : MOMENT.format(at.atZone(zone)) + " in " + zone.getId();
        String promised = story.isPromised() ? " Promised by an earlier run, and kept." : "";
        String plain = decision.group() == Decision.Group.PLAIN_MAIL
                ? " The plain mail: in the group that shows what personalizing earns."
                : "";
        return "Planned: " + when + ", subject variant " + decision.variant() + "." + plain + promised;
    }

    private void when() {
        sheet.blank();
        sheet.line("When");
        HourStory hours = story.hours();
        if (hours == null) {
            sheet.wrapped("  ", "Nothing is learned of this person's hours; the usual hour of everybody is used.");
            return;
        }
        sheet.wrapped("  ", "How likely a reaction is, by the hour of this person's own clock" + days(hours) + ":");
        HourDial.of(hours.chances()).forEach(line -> sheet.line("              " + line));
        sheet.line("  own actions " + HourDial.counts(hours.own()));
        sheet.blank();
        sheet.wrapped("  ", hour(hours));
        Instant at = story.decision().sendAt();
        boolean isElsewhen = at != null && at.atZone(story.customer().zone()).getHour() != chosenHour(hours);
        if (isElsewhen && story.campaign().schedule().isGiven()) {
            sheet.wrapped(
                    "  ", "That hour is not permitted, full or past; the mail goes out at the best one that was left.");
        }
        double random = story.campaign().schedule().randomHours();
        if (story.lots().randomHour() < random && story.decision().group() != Decision.Group.PLAIN_MAIL) {
            sheet.wrapped("  ", "The hour of this mail was drawn by chance instead, so that the model keeps learning.");
        }
        if (!story.campaign().schedule().isGiven()) {
            sheet.wrapped("  ", "This campaign has no schedule: everybody is due at once, whatever the hour.");
        }
    }

    private static String days(HourStory hours) {
        return hours.areDaysAlike() ? "" : " on the days on which this mail may arrive, with " + hours.days();
    }

    private static int chosenHour(HourStory hours) {
        return hours.isPersonal() ? hours.bestHour() : hours.usualHour();
    }

    private static String hour(HourStory hours) {
        String known = "%.1f own actions are known, older ones counting less.".formatted(hours.observations());
        if (!hours.isPersonal()) {
            return known + " That is too little, or the gain too small, for an hour of their own; the usual hour "
                    + hour(hours.usualHour()) + " of the people around them is used.";
        }
        return "Best at %s; next best is %s. %s At the best hour a reaction is %s times as likely as at the usual hour %s (90 %% interval: %s to %s times).%s"
                .formatted(
                        hour(hours.bestHour()),
                        hour(hours.runnerUp()),
                        known,
                        times(hours.gain().mean()),
                        hour(hours.usualHour()),
                        times(hours.gain().low()),
                        times(hours.gain().high()),
                        hours.gain().low() > 0 ? "" : " It may be chance, but nothing known speaks for another hour.");
    }

    private static String hour(int hour) {
        return String.format(Locale.ROOT, "%02d–%02d h", hour, (hour + 1) % 24);
    }

    private static String times(double gain) {
        return String.format(Locale.ROOT, "%.2f", 1 + gain);
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
        sheet.wrapped(
                "  ",
                "The best by score that the rules leave. Points add up to the score: +0.7 doubles the odds that an item is wanted,"
                        + " −0.7 halves them.");
        for (SlotStory slot : story.slots()) {
            new SlotTelling(slot, sheet).tell();
        }
    }

    private void chance() {
        sheet.blank();
        sheet.line("By chance");
        double noMail = story.campaign().groups().noMail();
        double plainMail = story.campaign().groups().plainMail();
        lot(
                "group",
                story.lots().group(),
                noMail + plainMail == 0
                        ? "this campaign has no comparison groups"
                        : "below %.2f no mail, from %.2f on the plain mail".formatted(noMail, 1 - plainMail));
        lot("variant", story.lots().variant(), variants());
        double random = story.campaign().schedule().randomHours();
        lot(
                "hour",
                story.lots().randomHour(),
                random == 0
                        ? "this campaign has no random hours"
                        : "below %.2f an hour by chance, so that the model keeps learning".formatted(random));
        story.variants().ifPresent(learned -> VariantTelling.of(learned, sheet));
    }

    private String variants() {
        if (story.campaign().subjects().size() < 2) {
            return "there is one subject";
        }
        if (story.variants().isPresent()) {
            return VariantTelling.shares(story.variants().get());
        }
        return story.campaign().split().shares().entrySet().stream()
                .map(share -> share.getKey() + " " + TrainTelling.percent(share.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void lot(String name, double lot, String meaning) {
        sheet.wrapped("  %-8s drew %.4f: ".formatted(name, lot), meaning);
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
            sheet.wrapped(
                    "  ",
                    "%,d events of this person from %s to %s: %s."
                            .formatted(used.events(), day(first), day(last), kinds));
        }
        List<String> unused = story.unused();
        unused.forEach(line -> sheet.wrapped("  Not used: ", line));
        Instant trained = story.trained();
        sheet.wrapped(
                "  ",
                trained == null
                        ? "No model was trained; the usual settings stand in."
                        : "The model was trained on everybody's events up to " + day(trained) + ".");
    }

    static String day(Instant moment) {
        return DAY.format(moment.atZone(ZoneOffset.UTC));
    }
}
