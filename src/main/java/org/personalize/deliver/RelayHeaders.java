package org.personalize.deliver;

import java.util.regex.Pattern;
import org.personalize.campaign.Smtp.Relay;

/**
 * What a provider's relay reads, keeps, and gives back in its reports of bounces, complaints and clicks: the campaign, the
 * person and the message. Person and message are names that only this workspace can make and read, because a provider keeps
 * its reports for as long as it likes and some hand the headers on to the receiver.
 */
record RelayHeaders(Relay relay, String campaign) {

    /** Amazon SES takes these signs alone; every other provider takes them too. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]+");

    /** Postmark's longest metadata; SES takes 256, Mailgun's tags 128, SendGrid's arguments 10,000 together. */
    private static final int LONGEST_VALUE = 80;

    RelayHeaders {
        check(campaign);
    }

    /**
     * @param person the same in all mails to this person
     * @param message another in every mail
     */
    void writeTo(HeaderBlock header, String person, String message) {
        check(person);
        check(message);
        switch (relay) {
            case PLAIN -> {
                // A plain relay reports by bounce mail, which says by itself whose it is.
            }
            case SES ->
                header.pieces(
                        "X-SES-MESSAGE-TAGS",
                        "campaign=" + campaign + ',',
                        "person=" + person + ',',
                        "message=" + message);
            case SENDGRID -> sendgrid(header, person, message);
            case MAILGUN ->
                header.pieces("X-Mailgun-Tag", campaign).pieces("X-Mailgun-Variables", json(person, message));
            case POSTMARK ->
                header.pieces("X-PM-Tag", campaign)
                        .pieces("X-PM-Metadata-campaign", campaign)
                        .pieces("X-PM-Metadata-person", person)
                        .pieces("X-PM-Metadata-message", message)
                        .pieces("X-PM-KeepID", "true");
            case BREVO ->
                header.pieces("X-Mailin-Tag", campaign)
                        .pieces(
                                "X-Mailin-custom",
                                "campaign:" + campaign + "|person:" + person + "|message:" + message);
        }
    }

    /** All on one header, which SendGrid wants to be there once; its lines are folded between two parts of the JSON. */
    private void sendgrid(HeaderBlock header, String person, String message) {
        String[] arguments = json(person, message);
        header.pieces(
                "X-SMTPAPI",
                "{\"unique_args\":",
                arguments[0],
                arguments[1],
                arguments[2] + ',',
                "\"category\":",
                "[\"" + campaign + "\"]}");
    }

    private String[] json(String person, String message) {
        return new String[] {
            "{\"campaign\":\"" + campaign + "\",", "\"person\":\"" + person + "\",", "\"message\":\"" + message + "\"}"
        };
    }

    private static void check(String value) {
        if (value.length() > LONGEST_VALUE || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a provider takes up to " + LONGEST_VALUE + " letters, digits, hyphens and underscores");
        }
    }
}
