package org.personalize.run;

import org.personalize.audience.Mailbox;
import org.personalize.intake.Form;
import org.personalize.intake.Link;
import org.personalize.intake.Proofs;
import org.personalize.intake.Returned;
import org.personalize.intake.Trace;
import org.personalize.ledger.Field;
import org.personalize.ledger.KeptEvent;

/** An event that came back, with what is known of it, in the form in which the ledger keeps it. */
final class KeptForm {

    /** What is kept, and counted, but can be made up by anybody. */
    private static final String UNSIGNED = "unsigned";

    private KeptForm() {}

    static KeptEvent of(Proofs.Judged judged, long key) {
        Returned event = judged.event();
        Trace trace = event.trace();
        boolean isOrder = event.form() == Form.SHOPIFY || event.form() == Form.WOOCOMMERCE;
        return new KeptEvent(key, event.hasMoment() ? event.second() : KeptEvent.NO_SECOND)
                .with(Field.EVENT, event.word())
                .with(Field.KIND, event.kind())
                .with(Field.CUSTOMER, trace.customerId())
                .with(Field.MAILBOX, mailbox(trace.email()))
                .with(Field.CAMPAIGN, trace.campaign())
                .with(Field.OCCURRENCE, judged.link().map(Link::occurrence).orElse(""))
                .with(Field.MESSAGE, trace.messageId().isEmpty() ? trace.relayId() : trace.messageId())
                .with(Field.ITEM, event.item())
                .with(Field.VALUE, event.value())
                .with(Field.ORDER, isOrder ? event.id() : "")
                .with(Field.REACTION, event.reaction().name())
                .with(Field.FORM, event.form().word())
                .with(Field.LINK, judged.link().map(link -> link.by().word()).orElse(""))
                .with(Field.DOUBT, judged.isDoubted() ? UNSIGNED : "");
    }

    /** As mailboxes are compared; what is none is kept as it is. */
    private static String mailbox(String email) {
        return email.isEmpty() ? "" : Mailbox.read(email).map(Mailbox::key).orElse(email);
    }
}
