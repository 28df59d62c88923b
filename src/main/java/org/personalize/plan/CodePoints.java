package org.personalize.plan;

import java.util.Comparator;

/** The order of code points: that of the bytes in UTF-8, the same in every language and on every machine. */
final class CodePoints {

    static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean isOneUnit = Character.isSurrogate(a) == Character.isSurrogate(b);
                return isOneUnit ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
