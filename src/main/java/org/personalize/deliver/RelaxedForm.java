package org.personalize.deliver;

import java.util.Arrays;
import java.util.Locale;

/** The form in which a message is hashed for DKIM (RFC 6376, relaxed): what relays change on the way is left out. */
final class RelaxedForm {

    private RelaxedForm() {}

    /** One header, folded or not, without the line break at its end. */
    static String header(String lines) {
        int colon = lines.indexOf(':');
        var form = new StringBuilder(lines.length());
        form.append(lines.substring(0, colon).strip().toLowerCase(Locale.ROOT)).append(':');
        boolean isGap = false;
        int start = form.length();
        for (int i = colon + 1; i < lines.length(); i++) {
            char c = lines.charAt(i);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                isGap = form.length() > start;
            } else {
                form.append(isGap ? " " : "").append(c);
                isGap = false;
            }
        }
        return form.toString();
    }

    /**
     * A body: gaps within a line become one blank, those at its end and the empty lines at the end of all go.
     *
     * @param body whose lines end with CR and LF, and that has neither of them anywhere else
     */
    static byte[] body(byte[] body) {
        byte[] form = new byte[body.length + 2];
        int size = 0;
        int end = 0;
        int lineStart = 0;
        boolean isGap = false;
        for (byte c : body) {
            if (c == ' ' || c == '\t') {
                isGap = true;
            } else if (c == '\n') {
                end = size > lineStart ? size + 2 : end;
                form[size++] = '\r';
                form[size++] = '\n';
                lineStart = size;
                isGap = false;
            } else if (c != '\r') {
                if (isGap) {
                    form[size++] = ' ';
                    isGap = false;
                }
                form[size++] = c;
            }
        }
        if (size > lineStart) {
            form[size++] = '\r';
            form[size++] = '\n';
            end = size;
        }
        return Arrays.copyOf(form, end);
    }
}
