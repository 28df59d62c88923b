package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pictures of a mail as its text part tells them: by their alt text, unless what comes below says the same. */
final class TextPictures {

    /** A card says what its picture shows in its title, perhaps below a badge, a reason or a brand. */
    private static final int TEXTS_LOOKED_AT = 4;

    private final String html;
    private final HiddenParts hidden;
    private final Sameness sameness;
    private final List<String> sources = new ArrayList<>();
    private int withoutAlt;

    TextPictures(String html, Sameness sameness) {
        this.html = html;
        this.hidden = new HiddenParts(html);
        this.sameness = sameness;
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
        sources.add(source == null ? "" : source);
        if (alt == null) {
            withoutAlt++;
            return null;
        }
        return alt.isBlank() ? null : alt;
    }

    /** The title below a picture often says just what its alt text says; once is enough to read. */
    boolean isRepeatedSoon(String alt, int end) {
        int seen = 0;
        int at = end;
        while (at < html.length() && seen < TEXTS_LOOKED_AT) {
            int tag = html.indexOf('<', at);
            int textEnd = tag < 0 ? html.length() : tag;
            String text = html.substring(at, textEnd).strip();
            if (!text.isEmpty()) {
                if (sameness.areSame(alt, Entities.unescape(text))) {
                    return true;
                }
                seen++;
            }
            at = tag < 0 ? textEnd : html.startsWith("<!", tag) ? hidden.commentEnd(tag) : Tag.end(html, tag);
        }
        return false;
    }
}
