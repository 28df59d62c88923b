package org.personalize.intake;

import jakarta.mail.internet.MailDateFormat;
import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalize.csv.TimeText;
import org.personalize.history.Kind;
import org.personalize.intake.DeliveryReport.Recipient;
import org.personalize.intake.Letter.Part;

/** Understands one mail that came back: a report of a failure or of a complaint, a wish to be left alone, or none of these. */
final class MailReading {

    private static final String NO_BOUNCE = "a mail that is no bounce, complaint or unsubscribe";
    private static final String UNCLEAR = "a mail that may ask for no more, but not clearly";

    private final Letter letter;
    private final long number;
    private final Account account;
    private final OptOutBox box;
    private final MailTrace trace;
    private final MailSigns signs;

    MailReading(Letter letter, long number, Account account, OptOutBox box) {
        this.letter = letter;
        this.number = number;
        this.account = account;
        this.box = box;
        this.trace = MailTrace.of(letter);
        this.signs = new MailSigns(letter);
    }

    void read() {
        account.took(Form.MAIL, said());
    }

    /** Hands over what the mail says; where that is nothing, it says why. */
    private String said() {
        if (signs.isComplaint()) {
            return complaints();
        }
        if (wrapsJson()) {
            return NO_BOUNCE;
        }
        PlainReport plain = PlainReport.in(letter.text());
        boolean isAnswer = !signs.isByMailSystem() && OptOutWish.ofText(plain.words()) == OptOutWish.CLEAR;
        DeliveryReport report = report();
        if (!report.recipients().isEmpty() && !isAnswer) {
            return bounces(report, plain);
        }
        boolean isBounce = signs.isBounce(plain.words()) && !isAnswer;
        MailTrace asked = box.asked(letter, plain);
        if (signs.isOptOutSubject()) {
            return unsubscribe(asked.isEmpty() ? trace : asked);
        }
        if (signs.isAutoReply()) {
            return "an automatic reply, not a bounce";
        }
        if (!asked.isEmpty() && !isBounce) {
            return unsubscribe(asked);
        }
        if (signs.isChallenge()) {
            return "a question whether we are human, not a bounce";
        }
        if (isBounce) {
            return signs.isDelay(plain.words()) ? "a notice of delay, not a bounce" : bounces(plain);
        }
        boolean isNamed = !trace.envelope().isEmpty() || !trace.tokens().isEmpty();
        return signs.isOptOut(plain.words(), isNamed) ? unsubscribe(trace) : wished(plain);
    }

    /** A wish counts in an answer to what may be ours, and in what is mailed to opt out; else it may be about anything. */
    private String wished(PlainReport plain) {
        if (trace.isEmpty() && !box.isReachedBy(letter)) {
            return NO_BOUNCE;
        }
        OptOutWish subject = OptOutWish.ofSubject(letter.headers().text("subject"));
        OptOutWish text = OptOutWish.ofText(plain.words());
        if (subject == OptOutWish.CLEAR || text == OptOutWish.CLEAR) {
            return unsubscribe(trace);
        }
        if (subject == OptOutWish.UNCLEAR || text == OptOutWish.UNCLEAR) {
            account.unclear(number);
            return UNCLEAR;
        }
        return NO_BOUNCE;
    }

    /** Amazon's notifications may also be sent by mail; as a mail they prove no more than any other. */
    private boolean wrapsJson() {
        String text = letter.text().strip();
        int end = text.indexOf("\n\n");
        if (!text.startsWith("{")) {
            return false;
        }
        byte[] json = (end < 0 ? text : text.substring(0, end)).getBytes(StandardCharsets.UTF_8);
        var inner = new Account(event -> account.event(event.within(Form.MAIL, number)));
        new Providers(inner, null).readLine(json, 0, json.length, number);
        return inner.understoodRecords() > 0;
    }

    /** From the part that is meant for it, else from wherever such fields stand. */
    private DeliveryReport report() {
        DeliveryReport found = new DeliveryReport(List.of());
        for (Part part : letter.parts()) {
            boolean isReport =
                    part.type().endsWith("delivery-status") || part.type().endsWith("disposition-notification");
            if (found.recipients().isEmpty() && (isReport || part.type().startsWith("text/"))) {
                DeliveryReport told = DeliveryReport.in(part.text());
                found = isReport ? told : told.named();
            }
            if (isReport && !found.recipients().isEmpty()) {
                break;
            }
        }
        return found;
    }

    private String bounces(DeliveryReport report, PlainReport plain) {
        boolean isWaiting = false;
        Set<String> told = new LinkedHashSet<>();
        for (Recipient recipient : report.recipients()) {
            isWaiting |= recipient.action().startsWith("delay");
            for (String address : recipient.isFailed() ? addresses(recipient, plain) : Set.<String>of()) {
                if (told.add(address)) {
                    boolean isAlone = report.recipients().size() == 1;
                    bounce(recipient, address, isAlone ? plain.words() : lineAbout(address, plain));
                }
            }
        }
        return isWaiting ? "a notice of delay, not a bounce" : "a report of success, not a bounce";
    }

    /** Whom a report does not name the text beside it may. */
    private Set<String> addresses(Recipient recipient, PlainReport plain) {
        return recipient.address().isEmpty() ? failures(plain).keySet() : Set.of(recipient.address());
    }

    private void bounce(Recipient recipient, String address, String around) {
        account.event(bounced(address)
                .bounce(BounceRule.isHard(recipient.status(), recipient.words(), around))
                .reason(recipient.said().isEmpty() ? recipient.status() : recipient.said())
                .done());
    }

    /** Of a text about several people, only the lines that name this one. */
    private static String lineAbout(String address, PlainReport plain) {
        var about = new StringBuilder();
        plain.words()
                .lines()
                .filter(line -> line.contains(address))
                .forEach(line -> about.append(line).append('\n'));
        return about.toString();
    }

    private String bounces(PlainReport plain) {
        Map<String, String> failures = failures(plain);
        failures.forEach((address, said) -> account.event(bounced(address)
                .bounce(BounceRule.isHard("", said, failures.size() == 1 ? plain.words() : lineAbout(address, plain)))
                .reason(said.isBlank() ? firstWords(plain.words()) : said)
                .done()));
        return "a bounce that names nobody";
    }

    /** By what is surest: a list in the text, a header that names them, any address in the text, the returned mail. */
    private Map<String, String> failures(PlainReport plain) {
        Map<String, String> failures = new LinkedHashMap<>(plain.listed(signs.strangers()));
        if (failures.isEmpty()) {
            signs.failedRecipients().forEach(address -> failures.put(address, ""));
        }
        if (failures.isEmpty()) {
            failures.putAll(plain.listed(Set.of()));
        }
        if (failures.isEmpty()) {
            failures.putAll(plain.failures(signs.strangers()));
        }
        if (failures.isEmpty()) {
            originalTo(plain).forEach(address -> failures.put(address, ""));
        }
        return failures.isEmpty() ? plain.failures(Set.of()) : failures;
    }

    private static String firstWords(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    private Set<String> originalTo(PlainReport plain) {
        var all = new LinkedHashSet<String>();
        letter.parts().stream()
                .filter(Part::isMail)
                .forEach(part -> add(part.headers().first("to"), all));
        if (all.isEmpty()) {
            plain.copy()
                    .lines()
                    .filter(line -> line.regionMatches(true, 0, "To:", 0, 3))
                    .forEach(line -> add(line, all));
        }
        return all;
    }

    private static void add(String text, Set<String> into) {
        String address = DeliveryReport.address(text);
        if (!address.isEmpty() && into.isEmpty()) {
            into.add(address);
        }
    }

    private String complaints() {
        if (signs.isNoComplaint()) {
            return "a report of " + signs.feedbackType() + ", not a complaint";
        }
        boolean isOptOut = signs.feedbackType().startsWith("opt-out");
        Set<String> about = signs.complainers();
        for (String address : about.isEmpty() ? List.of("") : about) {
            account.event(draft(address)
                    .event(isOptOut ? Kind.UNSUBSCRIBE : Kind.COMPLAINT)
                    .kind(signs.feedbackType())
                    .done());
        }
        return NO_BOUNCE;
    }

    /** @param by what may name the mail whose receiver asks for it */
    private String unsubscribe(MailTrace by) {
        account.event(draft(DeliveryReport.address(letter.headers().first("from")), by)
                .event(Kind.UNSUBSCRIBE)
                .kind("mail")
                .reason(by.isEmpty() ? "it carries nothing that could be signed by us" : "")
                .done());
        return NO_BOUNCE;
    }

    /** A bounce that somebody passes on is about the mail that it returns itself, and not about the one that they answer. */
    private Draft bounced(String address) {
        return signs.isByMailSystem() ? draft(address) : draft(address, MailTrace.of(letter.report()));
    }

    private Draft draft(String address) {
        return draft(address, trace);
    }

    private Draft draft(String address, MailTrace by) {
        Draft draft = new Draft(Form.MAIL, number).email(address).at(moment());
        by.writeTo(draft);
        return draft;
    }

    private long moment() {
        String text = letter.headers().first("date");
        try {
            var date = text.isEmpty() ? null : new MailDateFormat().parse(text, new ParsePosition(0));
            return date == null ? TimeText.NO_MOMENT : date.toInstant().getEpochSecond();
        } catch (IllegalArgumentException e) {
            return TimeText.NO_MOMENT;
        }
    }
}
