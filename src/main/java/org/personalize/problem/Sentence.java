package org.personalize.problem;

/** Words that somebody else wrote, as a sentence among ours. */
public final class Sentence {

    private Sentence() {}

    /** With one full stop at its end, whether or not it came with one. */
    public static String of(String words) {
        String bare = words.strip();
        return bare.endsWith(".") ? bare : bare + '.';
    }
}
