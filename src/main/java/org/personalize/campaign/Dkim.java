package org.personalize.campaign;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * With which keys mails are signed.
 *
 * @param selector under which the domain publishes the public half of the key
 * @param key the file of an RSA key
 * @param ed25519 a second key, for a second signature; null for none
 */
public record Dkim(
        String domain, String selector, Path key, @Nullable Ed25519 ed25519) {

    /** A key of the younger kind, which not every receiver can verify yet. */
    public record Ed25519(String selector, Path key) {}
}
