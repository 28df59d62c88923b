package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Workspace;
import org.personalize.history.Happening;
import org.personalize.history.Happenings;
import org.personalize.history.Reaction;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Field;
import org.personalize.ledger.KeptEvent;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Segment;
import org.personalize.ledger.Segments;

/**
 * What the ledger knows to have happened: the mails that it saw go out, and what was taken in of what came of them. What
 * anybody can have made up is left out, and so is what has no moment.
 *
 * @param others tells the mails of some editions; they are not looked up again
 */
record KnownEvents(Segments segments, Audience audience, MailTeller others) implements Happenings {

    private static final String ENDING = "-events";
    private static final String FOLDER = "personalize.db" + ENDING;

    /** Where what was taken in is kept: beside the ledger, or in the workspace where the ledger is on a server. */
    static Path folder(Campaign campaign) {
        return LastRun.isFile(Workspace.of(campaign))
                ? Path.of(campaign.ledger() + ENDING)
                : campaign.workspace().resolve(FOLDER);
    }

    static Segments segments(Campaign campaign, Ledger ledger) {
        return ledger.segments(folder(campaign));
    }

    @Override
    public void tell(Consumer<Happening> taker) throws IOException {
        Set<Edition> told = others.tell(taker);
        segments.accepted(
                told,
                mail -> taker.accept(Happening.mail(
                        person(mail.customer(), mail.mailbox().key()),
                        mail.edition().campaign(),
                        mail.second())));
        segments.each(segment -> tell(segment, taker));
    }

    private int person(String customer, String mailbox) {
        int person = audience.personOf(customer);
        return person < 0 && !mailbox.isEmpty() ? audience.personAt(mailbox) : person;
    }

    private void tell(Segment segment, Consumer<Happening> taker) {
        List<Reaction> reactions = segment.texts(Field.REACTION).stream()
                .map(KnownEvents::reaction)
                .toList();
        for (int event = 0; event < segment.size(); event++) {
            boolean isDoubted = !segment.text(Field.DOUBT, event).isEmpty();
            String customer = segment.text(Field.CUSTOMER, event);
            String mailbox = segment.text(Field.MAILBOX, event);
            boolean isNobodys = customer.isEmpty() && mailbox.isEmpty();
            if (!isDoubted && !isNobodys && segment.second(event) != KeptEvent.NO_SECOND) {
                Reaction reaction = reactions.get(segment.number(Field.REACTION, event));
                taker.accept(happening(segment, event, customer, mailbox, reaction));
            }
        }
    }

    private Happening happening(Segment segment, int event, String customer, String mailbox, Reaction reaction) {
        return new Happening(
                person(customer, mailbox),
                customer,
                mailbox,
                segment.text(Field.EVENT, event),
                segment.second(event),
                segment.text(Field.CAMPAIGN, event),
                segment.text(Field.ITEM, event),
                segment.text(Field.VALUE, event),
                segment.text(Field.ORDER, event),
                segment.text(Field.KIND, event),
                reaction,
                false);
    }

    /** What a later version has learned to tell is nothing that we can judge. */
    private static Reaction reaction(String name) {
        return Stream.of(Reaction.values())
                .filter(reaction -> reaction.name().equals(name))
                .findFirst()
                .orElse(Reaction.UNDECIDED);
    }
}
