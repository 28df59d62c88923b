package org.personalize.campaign;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Short names of one mail that reveal neither campaign nor person, and that nobody without the workspace's key can
 * make: for a Message-ID, a MIME boundary, an envelope sender. The same mail always has the same names.
 */
public final class KeyedHash {

    /** The length of {@link #envelope}, which must fit before the @ of an address together with a few letters. */
    public static final int ENVELOPE_CHARACTERS = 40;

    private static final int MESSAGE_BYTES = 20;
    private static final int NAME_CHARACTERS = 24;
    private static final int NAME_BYTES = 15;
    private static final int SIGNATURE_BYTES = 10;

    private final Keyed messages;
    private final Keyed boundaries;
    private final Keyed names;
    private final Keyed signatures;
    private final List<KeyedHash> older;

    public KeyedHash(SecretKey key) {
        messages = key.keyed("message id");
        boundaries = key.keyed("boundary");
        names = key.keyed("envelope name");
        signatures = key.keyed("envelope signature");
        older = key.older().stream().map(KeyedHash::new).toList();
    }

    /** With the names that keys gave which were replaced since: of mails that went out before. The latest key first. */
    public List<KeyedHash> withOlder() {
        return Stream.concat(Stream.of(this), older.stream()).toList();
    }

    /** The left side of a Message-ID. */
    public String messageId(String campaign, String occurrence, String person) {
        return Base32.of(messages.hash(MESSAGE_BYTES, campaign, occurrence, person));
    }

    /** The boundary of one part of a mail; parts of one mail have different numbers. */
    public String boundary(String campaign, String occurrence, String person, int part) {
        return "=_" + Base32.of(boundaries.hash(NAME_BYTES, campaign, occurrence, person, Integer.toString(part)));
    }

    /**
     * The name of a mail in an envelope sender: short, and the same whatever the case, because relays on the way back
     * change it. Which mail it names is looked up in the ledger; that we made it is seen from the name alone.
     */
    public String envelope(String campaign, String occurrence, String person) {
        String name = Base32.of(names.hash(NAME_BYTES, campaign, occurrence, person));
        return name + signature(name);
    }

    /** The name of a person where a provider keeps it: the same in all mails to one person, and of the same form. */
    public String person(String person) {
        return envelope("", "", person);
    }

    /** Whether this workspace made such a name. */
    public boolean isOurs(String envelope) {
        String text = envelope.toLowerCase(Locale.ROOT);
        return text.length() == ENVELOPE_CHARACTERS
                && (isSignedHere(text) || older.stream().anyMatch(key -> key.isSignedHere(text)));
    }

    private boolean isSignedHere(String text) {
        return Keyed.areSame(signature(text.substring(0, NAME_CHARACTERS)), text.substring(NAME_CHARACTERS));
    }

    private String signature(String name) {
        return Base32.of(signatures.hash(SIGNATURE_BYTES, name));
    }
}
