package org.personalize.render;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.catalog.Item;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Choice;

/**
 * Notices somebody else's address or id in a mail, whichever way it came there. A word of the campaign or of an item is the
 * same to everybody and gives nobody away.
 */
final class ForeignWords {

    private static final int SHORTEST_BARE_NUMBER = 6;

    private final Audience audience;
    private final Catalog catalog;
    private final Vocabulary vocabulary;

    ForeignWords(Audience audience, Catalog catalog, Vocabulary vocabulary) {
        this.audience = audience;
        this.catalog = catalog;
        this.vocabulary = vocabulary;
    }

    boolean isIn(Mail mail, Reading reading, Decision decision) {
        var search = new Search(mail, decision);
        WordScan.of(mail.subject(), search);
        WordScan.of(mail.preheader(), search);
        if (!mail.words().equals(reading.words())) {
            WordScan.of(mail.text(), search);
        }
        String before = "";
        for (String text : reading.filledIn()) {
            if (!text.equals(before) && !text.equals(mail.unsubscribe())) {
                WordScan.of(text, search);
            }
            before = text;
        }
        return search.isFound;
    }

    private final class Search implements WordScan.Taker {

        private final Mail mail;
        private final Decision decision;
        private boolean isFound;

        Search(Mail mail, Decision decision) {
            this.mail = mail;
            this.decision = decision;
        }

        @Override
        public void take(String word, boolean isAddress) {
            if (!isFound && !word.equals(isAddress ? mail.email() : mail.customerId())) {
                isFound = isAddress ? isForeignAddress(word) : isForeignId(word);
            }
        }

        private boolean isForeignAddress(String word) {
            int person = audience.personAt(word);
            return person >= 0 && person != mail.person() && !vocabulary.knows(word.toLowerCase(Locale.ROOT));
        }

        private boolean isForeignId(String word) {
            if (word.length() < SHORTEST_BARE_NUMBER && isNumber(word)) {
                return false;
            }
            int person = audience.personOf(word);
            return person >= 0 && person != mail.person() && !vocabulary.knows(word) && !isExplained(word);
        }

        private boolean isExplained(String word) {
            return catalog.itemOf(word) >= 0 || isOfItemInMail(word) || !hasLetter(word) && isOwn(word);
        }

        /** A number of the person's own, such as a postcode, may equal somebody's id by chance. */
        private boolean isOwn(String word) {
            var customer = audience.customer(mail.person());
            for (String column : audience.columns()) {
                if (holds(customer.field(column), word)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isOfItemInMail(String word) {
            for (List<Choice> choices : decision.slots().values()) {
                for (Choice choice : choices) {
                    if (isOf(catalog.item(choice.item()), word)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean isOf(Item item, String word) {
            for (String column : catalog.columns()) {
                if (holds(item.field(column), word)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLetter(String word) {
        return word.codePoints().anyMatch(Character::isLetter);
    }

    private static boolean holds(@Nullable Object value, String word) {
        return value != null && value.toString().contains(word);
    }
}
