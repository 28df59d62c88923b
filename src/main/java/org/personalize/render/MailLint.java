package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.catalog.Catalog;
import org.personalize.plan.Decision;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;

/** What is wrong with one finished mail. Runs for every mail, so it looks only at what differs between people. */
final class MailLint {

    /** Gmail cuts a mail off behind this many bytes of HTML. */
    static final int GMAIL_CLIPS_BYTES = 102 * 1024;

    static final int LONGEST_SUBJECT = 70;
    static final int THINNEST_TEXT = 120;
    private static final int MOST_BYTES_PER_CHARACTER = 3;
    private static final int SHORTEST_BARE_NUMBER = 6;

    private final Campaign campaign;
    private final Audience audience;
    private final Catalog catalog;
    private final Vocabulary vocabulary;
    private final Severity onlyForRealMail;
    private final Place place;

    MailLint(Campaign campaign, Audience audience, Catalog catalog, Vocabulary vocabulary, Purpose purpose) {
        this.campaign = campaign;
        this.audience = audience;
        this.catalog = catalog;
        this.vocabulary = vocabulary;
        this.onlyForRealMail = purpose == Purpose.MAIL ? Severity.ERROR : Severity.WARNING;
        this.place = Place.file(String.valueOf(campaign.template().getFileName()));
    }

    List<Finding> findings(Mail mail, Decision decision, Reading reading) {
        var found = new ArrayList<Finding>();
        subject(mail, found);
        headers(mail, found);
        body(mail, reading, found);
        links(mail, reading, found);
        items(mail, decision, found);
        foreignData(mail, reading, decision, found);
        return List.copyOf(found);
    }

    private void subject(Mail mail, List<Finding> found) {
        if (mail.subject().isBlank()) {
            add(found, Severity.ERROR, "empty-subject", subjectPlace(mail), "the subject is empty");
        } else if (mail.subject().length() > LONGEST_SUBJECT
                && mail.subject().codePointCount(0, mail.subject().length()) > LONGEST_SUBJECT) {
            add(
                    found,
                    Severity.WARNING,
                    "long-subject",
                    subjectPlace(mail),
                    "the subject has more than " + LONGEST_SUBJECT + " characters, and mail programs cut it off");
        }
    }

    private Place subjectPlace(Mail mail) {
        return campaign.subjects().stream()
                .filter(v -> v.name().equals(mail.variant()))
                .map(v -> v.subject().byLanguage())
                .map(lines -> lines.getOrDefault(mail.language(), lines.get("")))
                .filter(Objects::nonNull)
                .map(line -> line.place())
                .findFirst()
                .orElse(place);
    }

    /** A line break in a value could add a header of its own to the mail. */
    private void headers(Mail mail, List<Finding> found) {
        refuse(mail.subject(), "subject", subjectPlace(mail), found);
        refuse(mail.email(), "email", Place.NOWHERE, found);
        String name = mail.fullName();
        refuse(name == null ? "" : name, "name", Place.NOWHERE, found);
        String unsubscribe = mail.unsubscribe();
        refuse(unsubscribe == null ? "" : unsubscribe, "unsubscribe link", Place.NOWHERE, found);
    }

    private void refuse(String value, String what, Place where, List<Finding> found) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                add(
                        found,
                        Severity.ERROR,
                        "header-control",
                        where,
                        "the " + what + " holds a line break or control character");
                return;
            }
        }
    }

    private void body(Mail mail, Reading reading, List<Finding> found) {
        String html = mail.html();
        if (html.length() * (long) MOST_BYTES_PER_CHARACTER > GMAIL_CLIPS_BYTES
                && html.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > GMAIL_CLIPS_BYTES) {
            add(found, Severity.WARNING, "too-large", place, "the HTML is larger than 102 KB, and Gmail cuts it off");
        }
        if (mail.text().length() < THINNEST_TEXT) {
            add(found, Severity.WARNING, "thin-text", place, "the text part has hardly anything to read");
        }
        if (reading.picturesWithoutAlt() > 0) {
            add(found, Severity.WARNING, "missing-alt", place, "a picture has no alt text");
        }
        if (reading.linksWithoutText() > 0) {
            add(found, Severity.WARNING, "empty-link", place, "a link has nothing to read in it");
        }
    }

    private void links(Mail mail, Reading reading, List<Finding> found) {
        boolean isUnsubscribeSeen = false;
        boolean isRelative = false;
        boolean isData = false;
        String unsubscribe = mail.unsubscribe();
        for (String link : reading.links()) {
            isUnsubscribeSeen |= link.equals(unsubscribe);
            isRelative |= !hasScheme(link);
            isData |= isCodeOrFile(link);
        }
        if (unsubscribe != null && !isUnsubscribeSeen) {
            add(found, Severity.ERROR, "no-unsubscribe", place, "the mail shows no link to unsubscribe");
        }
        if (isRelative) {
            add(found, Severity.ERROR, "relative-link", place, "a link does not say on which site it leads");
        }
        if (isData) {
            add(found, Severity.ERROR, "data-link", place, "a link holds data or code instead of an address");
        }
        if (reading.pictures().stream().anyMatch(Pictures::isLocal)) {
            add(
                    found,
                    onlyForRealMail,
                    "local-picture",
                    place,
                    "a picture has no public address; it must lie in images.folder, with images.public_url set");
        }
    }

    static boolean isCodeOrFile(String link) {
        return startsWith(link, "data:") || startsWith(link, "javascript:") || startsWith(link, "file:");
    }

    static boolean hasScheme(String link) {
        int colon = link.indexOf(':');
        return link.startsWith("#")
                || colon > 0
                        && link.substring(0, colon)
                                .chars()
                                .allMatch(c -> Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
    }

    private static boolean startsWith(String link, String scheme) {
        return link.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private void items(Mail mail, Decision decision, List<Finding> found) {
        decision.slots().forEach((slot, choices) -> {
            if (choices.stream().anyMatch(c -> !catalog.isAvailable(c.item(), mail.sendAt()))) {
                add(
                        found,
                        Severity.WARNING,
                        "not-available",
                        Place.NOWHERE.withField("slots." + slot),
                        "an item in the mail is not in stock or not on offer then");
            }
        });
    }

    private void foreignData(Mail mail, Reading reading, Decision decision, List<Finding> found) {
        var isForeign = new boolean[1];
        WordScan.Taker taker = (word, isAddress) -> isForeign[0] |= isForeign(word, isAddress, mail, decision);
        WordScan.of(mail.subject(), taker);
        WordScan.of(mail.text(), taker);
        for (String link : reading.links()) {
            if (!link.equals(mail.unsubscribe())) {
                WordScan.of(link, taker);
            }
        }
        if (isForeign[0]) {
            add(found, Severity.ERROR, "foreign-data", place, "the mail holds the address or the id of somebody else");
        }
    }

    private boolean isForeign(String word, boolean isAddress, Mail mail, Decision decision) {
        if (isAddress) {
            int person = audience.personAt(word);
            return person >= 0 && person != mail.person() && !vocabulary.knows(word.toLowerCase(Locale.ROOT));
        }
        if (word.length() < SHORTEST_BARE_NUMBER && word.chars().allMatch(Character::isDigit)) {
            return false;
        }
        int person = audience.personOf(word);
        return person >= 0 && person != mail.person() && !vocabulary.knows(word) && !isExplained(word, mail, decision);
    }

    /** A number of the person's own, such as a postcode, or of an item in the mail, may equal somebody's id by chance. */
    private boolean isExplained(String word, Mail mail, Decision decision) {
        var customer = audience.customer(mail.person());
        if (audience.columns().stream().anyMatch(c -> holds(customer.field(c), word))) {
            return true;
        }
        return decision.slots().values().stream()
                .flatMap(List::stream)
                .map(choice -> catalog.item(choice.item()))
                .anyMatch(item -> catalog.columns().stream().anyMatch(c -> holds(item.field(c), word)));
    }

    private static boolean holds(@org.jspecify.annotations.Nullable Object value, String word) {
        return value != null && value.toString().contains(word);
    }

    private static void add(List<Finding> found, Severity severity, String rule, Place where, String message) {
        found.add(new Finding(severity, rule, where, message, 1));
    }
}
