package org.personalize.intake;

import java.util.Optional;

/** Knows the mails that were sent by what they carry. */
public interface Links {

    /** Nothing was sent, or nobody remembers it. */
    Links NONE = new Links() {
        @Override
        public Optional<Link> signed(Trace trace, long second) {
            return Optional.empty();
        }

        @Override
        public Optional<Link> likely(Trace trace, long second) {
            return Optional.empty();
        }
    };

    /**
     * By names that nobody can make without this workspace's key: the mail's in an envelope's address or in a provider's
     * metadata, its Message-ID, or the person's.
     *
     * @param second of the event, where it is known
     */
    Optional<Link> signed(Trace trace, long second);

    /** By what anybody can write: the relay's name for the mail, or the address alone. */
    Optional<Link> likely(Trace trace, long second);
}
