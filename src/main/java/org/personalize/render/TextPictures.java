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

    TextPictures(String html) {
        this.html = html;
    }

    List<String> sources() {
        return sources;
    }

    int withoutAlt() {
        return withoutAlt;
    }

    /** What the picture between two positions says; null when it says nothing. */
    @Nullable
    String take(int at, int end) {
        String alt = Tag.attribute(html, at, end, "alt");
        String source = Tag.attribute(html, at, end, "src");
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
        int at = html.indexOf(alt, end);
        if (at < 0 || at + alt.length() > end + ALT_LOOKAHEAD) {
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
        return before >= end && html.charAt(before) == '>' && after < html.length() && html.charAt(after) == '<';
    }
}
