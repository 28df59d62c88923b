package org.personalize.deliver;

/**
 * One thing that was looked at, to be shown as a line.
 *
 * @param name what it is, such as {@code DKIM}
 * @param seen what was found, in words
 * @param remedy what to do, with the line for the name servers where one is missing; blank where all is well
 */
public record Tick(String name, Verdict verdict, String seen, String remedy) {

    /** How it stands. */
    public enum Verdict {
        /** As it should be. */
        OK,
        /** It is not there. */
        MISSING,
        /** It is there, and not as it should be. */
        WRONG,
        /** It cannot be seen from here. */
        UNKNOWN
    }

    static Tick ok(String name, String seen) {
        return new Tick(name, Verdict.OK, seen, "");
    }

    static Tick missing(String name, String seen, String remedy) {
        return new Tick(name, Verdict.MISSING, seen, remedy);
    }

    static Tick wrong(String name, String seen, String remedy) {
        return new Tick(name, Verdict.WRONG, seen, remedy);
    }

    static Tick unknown(String name, String seen, String remedy) {
        return new Tick(name, Verdict.UNKNOWN, seen, remedy);
    }
}
