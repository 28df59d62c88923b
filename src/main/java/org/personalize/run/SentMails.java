package org.personalize.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.personalize.campaign.KeyedHash;
import org.personalize.intake.Link;
import org.personalize.intake.Links;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;

/**
 * A campaign's mails by the names that they carry. Of each name only some bits are kept; whether it is the whole name is seen
 * by making it once more.
 */
final class SentMails implements Links {

    private static final int FIRST_SIZE = 1 << 12;
    private static final int KEY_CHARACTERS = 12;
    private static final int NONE = -1;

    private final KeyedHash hashes;
    private final List<Edition> editions = new ArrayList<>();
    private final List<Promise> mails = new ArrayList<>();
    private final List<Integer> editionOf = new ArrayList<>();
    private long[] keys = new long[FIRST_SIZE];
    private int[] places = filled(FIRST_SIZE);
    private int size;

    private SentMails(KeyedHash hashes) {
        this.hashes = hashes;
    }

    /** The mails of the campaign's last edition, and of those before that are not at their end. */
    static SentMails of(Ledger ledger, String campaign, KeyedHash hashes) throws IOException {
        var sent = new SentMails(hashes);
        Set<Edition> editions = new LinkedHashSet<>(ledger.unfinished(campaign));
        ledger.latest(campaign).ifPresent(editions::add);
        for (Edition edition : editions) {
            sent.editions.add(edition);
            ledger.rows(edition, row -> sent.add(row.promise()));
        }
        return sent;
    }

    private void add(Promise mail) {
        int place = mails.size();
        mails.add(mail);
        editionOf.add(editions.size() - 1);
        for (Name name : Name.values()) {
            put(key(name(name, place)), place);
        }
    }

    private enum Name {
        ENVELOPE,
        MESSAGE_ID,
        PERSON
    }

    private String name(Name name, int place) {
        Edition edition = editions.get(editionOf.get(place));
        String customer = mails.get(place).customerId();
        return switch (name) {
            case ENVELOPE -> hashes.envelope(edition.campaign(), edition.occurrence(), customer);
            case MESSAGE_ID -> hashes.messageId(edition.campaign(), edition.occurrence(), customer);
            case PERSON -> hashes.person(customer);
        };
    }

    @Override
    public Optional<Link> ofName(String name) {
        return find(Name.ENVELOPE, name);
    }

    @Override
    public Optional<Link> ofMessageId(String local) {
        return find(Name.MESSAGE_ID, local);
    }

    @Override
    public Optional<Link> ofPerson(String name) {
        return find(Name.PERSON, name);
    }

    private Optional<Link> find(Name kind, String text) {
        if (text.length() < KEY_CHARACTERS) {
            return Optional.empty();
        }
        String name = text.toLowerCase(java.util.Locale.ROOT);
        long key = key(name);
        for (int slot = slot(key); places[slot] != NONE; slot = (slot + 1) & (keys.length - 1)) {
            if (keys[slot] == key && name(kind, places[slot]).equals(name)) {
                Promise mail = mails.get(places[slot]);
                String campaign = editions.get(editionOf.get(places[slot])).campaign();
                return Optional.of(
                        new Link(campaign, mail.customerId(), mail.mailbox().key()));
            }
        }
        return Optional.empty();
    }

    private void put(long key, int place) {
        if (2 * ++size > keys.length) {
            grow();
        }
        int slot = slot(key);
        while (places[slot] != NONE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        places[slot] = place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldPlaces = places;
        keys = new long[2 * oldKeys.length];
        places = filled(2 * oldKeys.length);
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldPlaces[i] != NONE) {
                put(oldKeys[i], oldPlaces[i]);
            }
        }
        size++;
    }

    private int slot(long key) {
        return (int) (key ^ (key >>> 32)) & (keys.length - 1);
    }

    private static int[] filled(int length) {
        int[] filled = new int[length];
        Arrays.fill(filled, NONE);
        return filled;
    }

    /** Of a random name the first characters tell it from others nearly always. */
    private static long key(String name) {
        long key = 0;
        for (int i = 0; i < KEY_CHARACTERS; i++) {
            key = key << 5 | (name.charAt(i) & 31);
        }
        return key;
    }
}
