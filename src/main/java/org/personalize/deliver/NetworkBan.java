package org.personalize.deliver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps a preview that somebody opens from asking anything of a network, be it a remote picture or a tracking pixel:
 * looking at a mail must not tell anybody that it was looked at. Pictures on disk and those within the mail are shown.
 */
final class NetworkBan {

    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
            + " img-src 'self' file: data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'\">";

    /** The head, unless it stands in a comment, where only some mail programs look. */
    private static final Pattern HEAD = Pattern.compile("(?is)<!--.*?-->|(<head(?:\\s[^>]*)?>)");

    private static final Pattern BEGINNING = Pattern.compile("(?is)\\s*(?:<!doctype[^>]*>)?");

    private NetworkBan() {}

    /** The page with the ban as the first thing in its head. */
    static String on(String html) {
        int at = headEnd(html);
        return html.substring(0, at) + POLICY + html.substring(at);
    }

    /** Without a head the policy follows the document type: the browser then makes a head for it. */
    private static int headEnd(String html) {
        Matcher head = HEAD.matcher(html);
        while (head.find()) {
            if (head.group(1) != null) {
                return head.end();
            }
        }
        Matcher beginning = BEGINNING.matcher(html);
        return beginning.lookingAt() ? beginning.end() : 0;
    }
}
