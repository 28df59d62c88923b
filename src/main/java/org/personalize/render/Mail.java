package org.personalize.render;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Customer;

/**
 * One person's mail, ready to be handed over.
 *
 * @param language in which the text is, which may be another than the person's
 * @param occurrence which coming of a recurring campaign this is; blank for a single one
 * @param words the text part
 * @param unsubscribe the https address of this person's opt-out; null when the campaign has none
 * @param findings what the lint engine said of this mail
 * @param branches which branches of the template it walked
 */
public record Mail(
        int person,
        String customerId,
        String email,
        @Nullable String fullName,
        String language,
        String variant,
        String occurrence,
        Instant sendAt,
        String subject,
        String preheader,
        Page page,
        PlainText words,
        @Nullable String unsubscribe,
        @Nullable String unsubscribeMailto,
        List<Finding> findings,
        BitSet branches) {

    public String html() {
        return page.html();
    }

    public String text() {
        return words.toString();
    }

    /** As the file has it; null where neither part of it is known. */
    public static @Nullable String fullName(Customer customer) {
        String first = customer.text("first_name");
        String last = customer.text("last_name");
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        return first + " " + last;
    }

    /**
     * The same mail for somebody else to look at.
     *
     * @param otherOccurrence so that its Message-ID is not that of the real one
     */
    public Mail asTest(String to, boolean isMarked, String otherOccurrence) {
        return new Mail(
                person,
                customerId,
                to,
                fullName,
                language,
                variant,
                otherOccurrence,
                sendAt,
                isMarked ? "[Test] " + subject : subject,
                preheader,
                page,
                words,
                unsubscribe,
                unsubscribeMailto,
                findings,
                branches);
    }

    /** The same mail, with what the lint engine said of it. */
    Mail withFindings(List<Finding> said) {
        return new Mail(
                person,
                customerId,
                email,
                fullName,
                language,
                variant,
                occurrence,
                sendAt,
                subject,
                preheader,
                page,
                words,
                unsubscribe,
                unsubscribeMailto,
                said,
                branches);
    }
}
