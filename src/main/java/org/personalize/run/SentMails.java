package org.personalize.run;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.KeyedHash;
import org.personalize.intake.Link;
import org.personalize.intake.Links;
import org.personalize.intake.Trace;
import org.personalize.ledger.Edition;
import org.personalize.ledger.PostedMail;
import org.personalize.ledger.Segments;

/**
 * A workspace's mails by what comes back of them. Their signed names are made anew to compare them: of the few mails to the
 * address that an event is about, and, only if that does not help, once of all mails.
 */
final class SentMails implements Links {

    private static final int NONE = -1;

    /** No signed name has fewer signs. */
    private static final int SHORTEST_NAME = 32;

    /** More mails to one address are not gone through for one event. */
    private static final int LONGEST_SEARCH = 8;

    /** By which of our keys a mail was named is not written down: it may be any of them. */
    private final List<KeyedHash> keys;

    private final MailShelf shelf = new MailShelf();
    private final HashPlaces relayIds = new HashPlaces();
    private final Named messages = new Named(this::messageName);
    private final Named messageIds = new Named(this::messageId);
    private final Named people = new Named(this::personName);

    private SentMails(KeyedHash hashes) {
        keys = hashes.withOlder();
    }

    /** The mails of all campaigns and editions. */
    static SentMails of(Segments segments, KeyedHash hashes) throws IOException {
        var sent = new SentMails(hashes);
        segments.mails(sent::add);
        return sent;
    }

    private void add(PostedMail mail) {
        if (!mail.relayId().isEmpty()) {
            relayIds.put(HashPlaces.hash(mail.relayId()), shelf.size());
        }
        shelf.add(mail);
    }

    private String messageName(KeyedHash key, int mail) {
        Edition edition = shelf.edition(mail);
        return key.envelope(edition.campaign(), edition.occurrence(), shelf.customer(mail));
    }

    private String messageId(KeyedHash key, int mail) {
        Edition edition = shelf.edition(mail);
        return key.messageId(edition.campaign(), edition.occurrence(), shelf.customer(mail));
    }

    private String personName(KeyedHash key, int mail) {
        return key.person(shelf.customer(mail));
    }

    @Override
    public Optional<Link> signed(Trace trace, long second) {
        int mail = messages.find(trace.message(), trace);
        if (mail != NONE) {
            return Optional.of(link(mail, Link.By.MESSAGE));
        }
        mail = messageIds.find(local(trace.messageId()), trace);
        if (mail != NONE) {
            return Optional.of(link(mail, Link.By.MESSAGE_ID));
        }
        mail = people.find(trace.person(), trace);
        return mail == NONE
                ? Optional.empty()
                : Optional.of(link(shelf.toCustomer(mail, trace.campaign(), second), Link.By.PERSON));
    }

    @Override
    public Optional<Link> likely(Trace trace, long second) {
        int mail = relayed(trace.relayId());
        mail = mail == NONE ? relayed(local(trace.messageId())) : mail;
        if (mail != NONE) {
            return Optional.of(link(mail, Link.By.RELAY_ID));
        }
        int last = shelf.toAddress(trace.email(), trace.campaign(), second);
        return last == NONE ? Optional.empty() : Optional.of(link(last, Link.By.MAILBOX));
    }

    /** Some relays add to the name that they gave when they took the mail. */
    private int relayed(String id) {
        int dot = id.indexOf('.');
        int whole = id.isEmpty() ? NONE : relayIds.find(HashPlaces.hash(id), any -> true);
        return whole == NONE && dot > 0 ? relayIds.find(HashPlaces.hash(id.substring(0, dot)), any -> true) : whole;
    }

    private static String local(String messageId) {
        int at = messageId.indexOf('@');
        return at < 0 ? messageId : messageId.substring(0, at);
    }

    private Link link(int mail, Link.By by) {
        Edition edition = shelf.edition(mail);
        return new Link(edition.campaign(), edition.occurrence(), shelf.customer(mail), shelf.address(mail), by);
    }

    /** What one of our keys calls a mail. */
    @FunctionalInterface
    private interface Naming {
        String name(KeyedHash key, int mail);
    }

    /** One kind of signed name, by which mails can be found. */
    private final class Named {

        private final Naming naming;
        private @Nullable HashPlaces all;

        /** For each mail the hash of its name once that was named, since several events tell of most mails; else 0. */
        private long[] known = new long[0];

        Named(Naming naming) {
            this.naming = naming;
        }

        int find(String text, Trace trace) {
            if (text.length() < SHORTEST_NAME || shelf.size() == 0) {
                return NONE;
            }
            String name = text.toLowerCase(Locale.ROOT);
            long hash = HashPlaces.hash(name);
            int mail = shelf.newestTo(trace.email());
            for (int i = 0; mail != NONE && i < LONGEST_SEARCH; i++, mail = shelf.nextToAddress(mail)) {
                if (isNamed(mail, name, hash)) {
                    return mail;
                }
            }
            return all().find(hash, place -> isNamed(place, name, hash));
        }

        private boolean isNamed(int mail, String name, long hash) {
            if (known.length == 0) {
                known = new long[shelf.size()];
            }
            if (hash != 0 && known[mail] == hash) {
                return true;
            }
            boolean isNamed =
                    keys.stream().anyMatch(key -> naming.name(key, mail).equals(name));
            if (isNamed) {
                known[mail] = hash;
            }
            return isNamed;
        }

        private HashPlaces all() {
            HashPlaces made = all;
            if (made == null) {
                made = new HashPlaces();
                for (int mail = 0; mail < shelf.size(); mail++) {
                    for (KeyedHash key : keys) {
                        made.put(HashPlaces.hash(naming.name(key, mail)), mail);
                    }
                }
                all = made;
            }
            return made;
        }
    }
}
