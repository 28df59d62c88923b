package org.personalize.intake;

import java.util.List;

/**
 * Everything in a record by which it may be told whose it is and which mail it is about. What is blank or empty is not
 * known. Nothing here is proven: whoever links it must ask the workspace's key and ledger.
 *
 * @param email the address that the record is about
 * @param customerId the id under which the user's own files know the person
 * @param campaign the campaign's name as it stood in the metadata of the mail
 * @param messageId a Message-ID without its brackets
 * @param relayId the name that the provider gave to the mail
 * @param person the person's name in the metadata of the mail, which only this workspace can make
 * @param message the mail's name in that metadata, or in the envelope's address to which a returned mail came
 * @param tokens what may be sealed tokens of opt-out and personal links
 */
public record Trace(
        String email,
        String customerId,
        String campaign,
        String messageId,
        String relayId,
        String person,
        String message,
        List<String> tokens) {

    static final Trace NONE = new Trace("", "", "", "", "", "", "", List.of());

    public Trace {
        tokens = List.copyOf(tokens);
    }

    Trace withEmail(String address) {
        return new Trace(address, customerId, campaign, messageId, relayId, person, message, tokens);
    }

    /** Addresses and people do not belong in a log. */
    @Override
    public String toString() {
        return "Trace[" + campaign + "]";
    }
}
