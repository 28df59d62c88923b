package org.personalize.template;

/** Thrown from inside a rendering to end it; never leaves the room, where it becomes a {@link RenderFailure}. */
class LimitReached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LimitReached(String message) {
        super(message, null, false, false);
    }

    /** Somebody raised the interrupt flag of the thread: the watchdog, or somebody outside. */
    static final class Stopped extends LimitReached {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("it was stopped");
        }
    }
}
