package org.personalize.run;

/** Says whether somebody asked the program to stop. */
@FunctionalInterface
public interface StopSignal {

    StopSignal NEVER = () -> false;

    boolean isRaised();

    /** To be called where stopping leaves nothing half done. */
    default void obey() {
        if (isRaised()) {
            throw new Stopped();
        }
    }

    /** The flow stopped because it was asked to; nothing it began is left half-written. */
    final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
