package org.personalize.history;

import java.util.BitSet;

/**
 * Finds what others say of mails that this program sent itself: a {@code sent} of the same person and campaign shortly
 * before or after is the same mail, whatever clock it went by.
 */
final class OwnMails {

    /** How long a provider may keep a mail before it says that it was sent. */
    private static final long SAME_MAIL_SECONDS = 3_600;

    /** More than these are in no hour of one person. */
    private static final int LONGEST_SEARCH = 50;

    private final EventColumns columns;
    private final PersonIndex people;
    private final BitSet told = new BitSet();

    private OwnMails(EventColumns columns, PersonIndex people) {
        this.columns = columns;
        this.people = people;
    }

    /** The numbers of the events that tell of them again. */
    static BitSet toldAgain(EventColumns columns, PersonIndex people) {
        var mails = new OwnMails(columns, people);
        for (int own = columns.ownMails.nextSetBit(0); own >= 0; own = columns.ownMails.nextSetBit(own + 1)) {
            mails.look(own);
        }
        return mails.told;
    }

    private void look(int own) {
        int person = columns.persons.get(own);
        int place = place(person, own);
        int first = Math.max(people.from(person), place - LONGEST_SEARCH);
        int end = Math.min(people.to(person), place + LONGEST_SEARCH);
        for (int i = first; i < end; i++) {
            int event = people.at(i);
            boolean isNear = Math.abs(columns.second(event) - columns.second(own)) <= SAME_MAIL_SECONDS;
            if (isNear && !columns.ownMails.get(event) && isSameMail(columns.marks.get(event), own)) {
                told.set(event);
            }
        }
    }

    private boolean isSameMail(int mark, int own) {
        return Mark.kind(mark) == Kind.SENT && Mark.campaign(mark) == Mark.campaign(columns.marks.get(own));
    }

    /** Where an event stands among those of its person, whose numbers grow. */
    private int place(int person, int event) {
        int low = people.from(person);
        int high = people.to(person) - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (people.at(middle) < event) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
