package org.personalize.render;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Replaces the targets of links and the sources of pictures in finished HTML; everything else stays as it is. */
final class Rewriting {

    private static final String LINK = "<a ";
    private static final String PICTURE = "<img ";
    private static final int NOT_AT_ALL = -1;

    private final String html;
    private @Nullable StringBuilder changed;
    private int copied;

    private Rewriting(String html) {
        this.html = html;
    }

    static String pictures(String html, UnaryOperator<String> source) {
        return new Rewriting(html).rewrite(NOT_AT_ALL, UnaryOperator.identity(), source);
    }

    static String of(String html, UnaryOperator<String> target, UnaryOperator<String> source) {
        return new Rewriting(html).rewrite(html.indexOf(LINK), target, source);
    }

    private String rewrite(int firstLink, UnaryOperator<String> target, UnaryOperator<String> source) {
        int link = firstLink;
        int picture = html.indexOf(PICTURE);
        while (link >= 0 || picture >= 0) {
            if (picture < 0 || link >= 0 && link < picture) {
                attribute(link, "href", target);
                link = html.indexOf(LINK, link + 1);
            } else {
                attribute(picture, "src", source);
                picture = html.indexOf(PICTURE, picture + 1);
            }
        }
        return changed == null
                ? html
                : changed.append(html, copied, html.length()).toString();
    }

    private void attribute(int tag, String name, UnaryOperator<String> change) {
        int tagEnd = Tag.end(html, tag);
        int start = Tag.valueStart(html, tag, tagEnd, name);
        if (start < 0 || html.charAt(start - 1) != '"' && html.charAt(start - 1) != '\'') {
            return;
        }
        int end = Tag.valueEnd(html, start, tagEnd);
        String value = Entities.unescape(html.substring(start, end));
        String wanted = change.apply(value);
        if (!wanted.equals(value)) {
            replace(start, end, escaped(wanted));
        }
    }

    private void replace(int start, int end, String value) {
        if (changed == null) {
            changed = new StringBuilder(html.length() + html.length() / 8);
        }
        changed.append(html, copied, start).append(value);
        copied = end;
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
