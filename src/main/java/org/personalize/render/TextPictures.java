package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pictures of a mail as its text part tells them: by their alt text, unless the next line says the same. */
final class TextPictures {

    private static final int ALT_LOOKAHEAD = 1200;

    private final String html;
    private final List<String> sources = new ArrayList<>();
    private int withoutAlt;
    private boolean hasSeenEnd;

    TextPictures(String html) {
        this.html = html;
    }

    List<String> sources() {
        return sources;
    }

    int withoutAlt() {
        return withoutAlt;
    }

    /** What a picture says; null when it says nothing. */
    @Nullable
    String take(OpenTag tag) {
        String alt = tag.alt();
        String source = tag.source();
        if (source != null) {
            sources.add(source);
        }
        if (alt == null) {
            withoutAlt++;
            return null;
        }
        return alt.isBlank() ? null : alt;
    }

    /** The title below a picture often says just what its alt text says; once is enough to read. */
    boolean isRepeatedSoon(String alt, int end) {
        int at = nextPlace(alt, end);
        if (at < 0) {
            hasSeenEnd |= html.length() - end < ALT_LOOKAHEAD;
            return false;
        }
        int before = at - 1;
        while (before >= end && html.charAt(before) <= ' ') {
            before--;
        }
        int after = at + alt.length();
        while (after < html.length() && html.charAt(after) <= ' ') {
            after++;
        }
        hasSeenEnd |= after == html.length();
        return before >= end && html.charAt(before) == '>' && after < html.length() && html.charAt(after) == '<';
    }

    /** Whether an answer might have been another if more HTML had followed. */
    boolean hasSeenEnd() {
        return hasSeenEnd;
    }

    /** Goes on as if the pictures that another one took had been taken here. */
    void goOn(TextPictures told) {
        sources.addAll(told.sources);
        withoutAlt += told.withoutAlt;
    }

    /** Where a text comes next, looked for no further than matters; -1 when it does not come so soon. */
    private int nextPlace(String text, int from) {
        int last = Math.min(html.length(), from + ALT_LOOKAHEAD) - text.length();
        int at = html.indexOf(text.charAt(0), from);
        while (at >= 0 && at <= last && !html.startsWith(text, at)) {
            at = html.indexOf(text.charAt(0), at + 1);
        }
        return at <= last ? at : -1;
    }
}
