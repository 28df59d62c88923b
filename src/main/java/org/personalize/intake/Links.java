package org.personalize.intake;

import java.util.Optional;

/** Knows the mails that were sent by the names that they carry. */
public interface Links {

    /** Nothing was sent, or nobody remembers it. */
    Links NONE = new Links() {
        @Override
        public Optional<Link> ofName(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Link> ofMessageId(String local) {
            return Optional.empty();
        }

        @Override
        public Optional<Link> ofPerson(String name) {
            return Optional.empty();
        }
    };

    /** By the mail's name in an envelope's address or in a provider's metadata. */
    Optional<Link> ofName(String name);

    /** @param local what stands before the @ of the Message-ID */
    Optional<Link> ofMessageId(String local);

    /** By the person's name in a provider's metadata; of the last mail to that person. */
    Optional<Link> ofPerson(String name);
}
