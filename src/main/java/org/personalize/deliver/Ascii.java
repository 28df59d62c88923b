package org.personalize.deliver;

/** What of a text every relay understands. Plain loops, as every mail asks a dozen times. */
final class Ascii {

    private Ascii() {}

    static boolean isAll(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** From the blank to the tilde. */
    static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
