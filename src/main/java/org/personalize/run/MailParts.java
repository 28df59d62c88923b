package org.personalize.run;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Campaign.Variant;
import org.personalize.campaign.Slot;
import org.personalize.ledger.Promise;

/**
 * What the mails of a campaign are made of today. A promise may be older than the file, and name a variant that is no more
 * or nothing for a slot that came later; then no mail can be made of it as it is.
 *
 * @param variants none where the campaign has no subject yet
 */
record MailParts(Set<String> variants, List<String> slots) {

    static MailParts of(Campaign campaign) {
        return new MailParts(
                campaign.subjects().stream().map(Variant::name).collect(Collectors.toUnmodifiableSet()),
                campaign.slots().stream().map(Slot::name).toList());
    }

    boolean hasVariant(String name) {
        return variants.isEmpty() || variants.contains(name);
    }

    /** Whether a mail can be made of what was promised. */
    boolean suit(Promise promise) {
        return hasVariant(promise.variant()) && promise.slots().keySet().containsAll(slots);
    }
}
