package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.catalog.Catalog;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Choice;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;

/** What is wrong with one finished mail. Runs for every mail, so it looks only at what differs between people. */
final class MailLint {

    /** Gmail cuts a mail off behind this many bytes of HTML. */
    static final int GMAIL_CLIPS_BYTES = 102 * 1024;

    static final int LONGEST_SUBJECT = 70;
    static final int LONGEST_PREHEADER = 140;
    static final int THINNEST_TEXT = 120;
    private static final int MOST_BYTES_PER_CHARACTER = 3;

    private final Campaign campaign;
    private final Catalog catalog;
    private final Audience audience;
    private final ForeignWords foreignWords;
    private final Place place;
    private final @Nullable PostalAddress postalAddress;
    private final Shades shades;
    private final AddressLint addresses;

    MailLint(Campaign campaign, Audience audience, Catalog catalog, TemplateSources sources, Purpose purpose) {
        this.campaign = campaign;
        this.audience = audience;
        this.catalog = catalog;
        this.foreignWords = new ForeignWords(audience, catalog, Vocabulary.of(campaign, sources));
        this.place = Place.file(String.valueOf(campaign.template().getFileName()));
        String given = campaign.compliance().postalAddress();
        this.postalAddress = given == null ? null : new PostalAddress(given);
        this.shades = new Shades(sources, place);
        this.addresses = new AddressLint(sources, purpose, place);
    }

    List<Finding> findings(Mail mail, Decision decision, Reading reading, Sight sight) {
        var found = new ArrayList<Finding>();
        subject(mail, found);
        language(mail, found);
        headers(mail, found);
        wayOut(mail, reading, sight, found);
        body(mail, reading, found);
        found.addAll(addresses.findings(mail, reading));
        found.addAll(shades.findings(sight));
        if (addresses.leadsToExample(mail, reading)) {
            add(
                    found,
                    Severity.WARNING,
                    "example-link",
                    place,
                    "a link or picture leads to a site that is kept for examples");
        }
        items(mail, decision, found);
        if (foreignWords.isIn(mail, reading, decision)) {
            add(found, Severity.ERROR, "foreign-data", place, "the mail holds the address or the id of somebody else");
        }
        return List.copyOf(found);
    }

    private void subject(Mail mail, List<Finding> found) {
        if (isLongerThan(mail.preheader(), LONGEST_PREHEADER)) {
            add(
                    found,
                    Severity.WARNING,
                    "long-preheader",
                    place,
                    "the preheader has more than " + LONGEST_PREHEADER + " characters, and mail programs cut it off");
        }
        if (isLongerThan(mail.subject(), LONGEST_SUBJECT)) {
            add(
                    found,
                    Severity.WARNING,
                    "long-subject",
                    subjectPlace(mail),
                    "the subject has more than " + LONGEST_SUBJECT + " characters, and mail programs cut it off");
        }
    }

    /** Told before the rest of the mail is filled, as a template may show the subject. */
    Finding emptySubject(Decision decision) {
        Place subject = subjectPlace(String.valueOf(decision.variant()), languageOf(decision.person()));
        return new Finding(Severity.ERROR, "empty-subject", subject, "the subject is empty", 1);
    }

    private static boolean isLongerThan(String text, int most) {
        return text.length() > most && text.codePointCount(0, text.length()) > most;
    }

    private Place subjectPlace(Mail mail) {
        return subjectPlace(mail.variant(), languageOf(mail.person()));
    }

    private Place subjectPlace(String variant, String language) {
        return campaign.subjects().stream()
                .filter(v -> v.name().equals(variant))
                .map(v -> v.subject().byLanguage())
                .map(lines -> lines.getOrDefault(language, lines.get("")))
                .filter(Objects::nonNull)
                .map(line -> line.place())
                .findFirst()
                .orElse(place);
    }

    /** The language that the person is written to in, as far as the campaign has texts in it. */
    private String languageOf(int person) {
        return audience.customer(person).language();
    }

    private void language(Mail mail, List<Finding> found) {
        String wanted = languageOf(mail.person());
        if (!wanted.equals(mail.language())) {
            add(
                    found,
                    Severity.WARNING,
                    "language-without-template",
                    place,
                    "language " + wanted + " has no template of its own, as others have, and its people get that of "
                            + mail.language());
        }
    }

    /** A line break in a value could add a header of its own to the mail. */
    private void headers(Mail mail, List<Finding> found) {
        if (hasControl(mail.subject())) {
            refuse("subject", subjectPlace(mail), found);
        }
        if (hasControl(mail.email())) {
            refuse("email address", Place.NOWHERE, found);
        }
        if (hasControl(mail.fullName())) {
            refuse("name", Place.NOWHERE, found);
        }
        if (hasControl(mail.unsubscribe())) {
            refuse("unsubscribe link", Place.NOWHERE, found);
        }
    }

    private static boolean hasControl(@Nullable String value) {
        for (int i = 0; value != null && i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void refuse(String what, Place where, List<Finding> found) {
        add(
                found,
                Severity.ERROR,
                "header-control",
                where,
                "the " + what + " holds a line break or another control character");
    }

    private void body(Mail mail, Reading reading, List<Finding> found) {
        String html = mail.html();
        if (html.length() * (long) MOST_BYTES_PER_CHARACTER > GMAIL_CLIPS_BYTES
                && html.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > GMAIL_CLIPS_BYTES) {
            add(found, Severity.WARNING, "too-large", place, "the HTML is larger than 102 KB, and Gmail cuts it off");
        }
        if (mail.words().isShorterThan(THINNEST_TEXT)) {
            add(found, Severity.WARNING, "thin-text", place, "the text part has hardly anything to read");
        }
        if (postalAddress != null && !postalAddress.isShownIn(mail)) {
            add(found, Severity.ERROR, "address-not-shown", place, "the mail does not show the postal address");
        }
        if (reading.picturesWithoutAlt() > 0) {
            add(found, Severity.WARNING, "missing-alt", place, "a picture has no alt text");
        }
    }

    private void wayOut(Mail mail, Reading reading, Sight sight, List<Finding> found) {
        if (mail.unsubscribe() == null) {
            return;
        }
        if (!reading.links().contains(mail.unsubscribe())) {
            add(found, Severity.ERROR, "unsubscribe-not-shown", place, "the mail shows no link to unsubscribe");
        } else if (!sight.isWayOutSeen()) {
            add(
                    found,
                    Severity.ERROR,
                    "unsubscribe-not-shown",
                    place,
                    "nobody sees the link to unsubscribe: it is empty, hidden, or has the color of what is behind it");
        }
    }

    private void items(Mail mail, Decision decision, List<Finding> found) {
        for (Map.Entry<String, List<Choice>> slot : decision.slots().entrySet()) {
            boolean isGone = false;
            for (Choice choice : slot.getValue()) {
                isGone |= !catalog.isAvailable(choice.item(), mail.sendAt());
            }
            if (isGone) {
                add(
                        found,
                        Severity.WARNING,
                        "not-available",
                        place.withField("slots." + slot.getKey()),
                        "an item in the mail is not in stock or not on offer then");
            }
        }
    }

    private static void add(List<Finding> found, Severity severity, String rule, Place where, String message) {
        found.add(new Finding(severity, rule, where, message, 1));
    }
}
