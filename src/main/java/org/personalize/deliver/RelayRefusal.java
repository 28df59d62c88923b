package org.personalize.deliver;

/** The relay will not talk to us at all: unreachable, a wrong certificate, no TLS, a wrong password. Nobody's mail is to blame. */
public final class RelayRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    public RelayRefusal(String message) {
        super(message);
    }

    public RelayRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
