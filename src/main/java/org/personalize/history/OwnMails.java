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
    private final BitSet told;

    /** @param told takes the numbers of the events that tell of them again */
    OwnMails(EventColumns columns, PersonIndex people, BitSet told) {
        this.columns = columns;
        this.people = people;
        this.told = told;
    }

    void look(int person) {
        for (int place = people.from(person); place < people.to(person); place++) {
            if (columns.ownMails.get(people.at(place))) {
                look(person, place);
            }
        }
    }

    private void look(int person, int place) {
        int own = people.at(place);
        int first = Math.max(people.from(person), place - LONGEST_SEARCH);
        for (int i = place - 1; i >= first && isNear(people.at(i), own); i--) {
            note(people.at(i), own);
        }
        int end = Math.min(people.to(person), place + LONGEST_SEARCH);
        for (int i = place + 1; i < end && isNear(people.at(i), own); i++) {
            note(people.at(i), own);
        }
    }

    private boolean isNear(int event, int own) {
        return Math.abs(columns.second(event) - columns.second(own)) <= SAME_MAIL_SECONDS;
    }

    private void note(int event, int own) {
        int mark = columns.marks.get(event);
        boolean isSameMail =
                Mark.kind(mark) == Kind.SENT && Mark.campaign(mark) == Mark.campaign(columns.marks.get(own));
        if (isSameMail && !columns.ownMails.get(event)) {
            told.set(event);
        }
    }
}
