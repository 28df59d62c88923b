package org.personalize.template;

/** Thrown from inside a rendering to end it; never leaves the room, where it becomes a {@link RenderFailure}. */
final class LimitReached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LimitReached(String message) {
        super(message, null, false, false);
    }
}
