package org.personalize.deliver;

import java.util.List;
import java.util.Locale;

/**
 * Whether the receiver can offer the way out of the list with one click (RFC 8058), and count complaints by campaign.
 *
 * @param signed which headers are covered by a signature that was verified, in small letters
 */
record OneClick(ReceivedMail mail, List<String> signed) {

    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    List<Tick> ticks() {
        return List.of(oneClick(), feedbackId());
    }

    private Tick oneClick() {
        String ways = String.join(",", mail.headers("List-Unsubscribe"));
        if (!ways.toLowerCase(Locale.ROOT).contains("<https://")) {
            return Tick.missing(
                    "one-click", "no https address to opt out arrived", "Give the campaign compliance.unsubscribe.");
        }
        if (mail.headers("List-Unsubscribe-Post").stream()
                .noneMatch(v -> v.strip().equalsIgnoreCase(ONE_CLICK))) {
            return Tick.missing("one-click", "List-Unsubscribe-Post did not arrive", "The relay must leave it alone.");
        }
        return signedTick("one-click", "List-Unsubscribe", "List-Unsubscribe-Post");
    }

    private Tick feedbackId() {
        return mail.headers("Feedback-ID").isEmpty()
                ? Tick.missing("Feedback-ID", "it did not arrive", "The relay must leave it alone.")
                : signedTick("Feedback-ID", "Feedback-ID");
    }

    private Tick signedTick(String name, String... headers) {
        for (String header : headers) {
            if (!signed.contains(header.toLowerCase(Locale.ROOT))) {
                return Tick.wrong(
                        name,
                        header + " arrived without a verified signature over it",
                        "Sign with dkim, or have the relay sign this header too; Gmail and Yahoo ask for it.");
            }
        }
        return Tick.ok(name, "arrived and is signed");
    }
}
