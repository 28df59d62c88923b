package org.personalize.run;

import java.util.Optional;
import org.personalize.audience.Mailbox;
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
        return new KeptEvent(key, event.hasMoment() ? event.second() : KeptEvent.NO_SECOND)
                .with(Field.EVENT, event.word())
                .with(Field.KIND, event.kind())
                .with(Field.CUSTOMER, trace.customerId())
                .with(Field.MAILBOX, mailbox(trace.email(), judged.link()))
                .with(Field.CAMPAIGN, trace.campaign())
                .with(Field.OCCURRENCE, judged.link().map(Link::occurrence).orElse(""))
                .with(Field.MESSAGE, trace.messageId().isEmpty() ? trace.relayId() : trace.messageId())
                .with(Field.ITEM, event.item())
                .with(Field.VALUE, event.value())
                .with(Field.ORDER, event.order())
                .with(Field.REACTION, event.reaction().name())
                .with(Field.FORM, event.form().word())
                .with(Field.LINK, judged.link().map(link -> link.by().word()).orElse(""))
                .with(Field.DOUBT, judged.isDoubted() ? UNSIGNED : "");
    }

    /** As mailboxes are compared; what is none is kept as it is. */
    private static String mailbox(String email, Optional<Link> link) {
        if (link.isPresent() && link.get().mailbox().equalsIgnoreCase(email)) {
            return link.get().mailbox();
        }
        return email.isEmpty() ? "" : Mailbox.read(email).map(Mailbox::key).orElse(email);
    }
}
