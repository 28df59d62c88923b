package org.personalize.render;

import java.util.function.UnaryOperator;

/** Replaces the targets of links and the sources of pictures in finished HTML; everything else stays as it is. */
final class Rewriting {

    private static final String LINK = "<a ";
    private static final String PICTURE = "<img ";

    private final String html;
    private final StringBuilder out;
    private int copied;

    private Rewriting(String html) {
        this.html = html;
        this.out = new StringBuilder(html.length() + html.length() / 8);
    }

    static String pictures(String html, UnaryOperator<String> source) {
        return of(html, UnaryOperator.identity(), source);
    }

    static String of(String html, UnaryOperator<String> target, UnaryOperator<String> source) {
        return new Rewriting(html).rewrite(target, source);
    }

    private String rewrite(UnaryOperator<String> target, UnaryOperator<String> source) {
        int link = html.indexOf(LINK);
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
        return copied == 0 ? html : out.append(html, copied, html.length()).toString();
    }

    private void attribute(int tag, String name, UnaryOperator<String> change) {
        int tagEnd = Tag.end(html, tag);
        int start = Tag.valueStart(html, tag, tagEnd, name);
        if (start < 0 || html.charAt(start - 1) != '"' && html.charAt(start - 1) != '\'') {
            return;
        }
        int end = Tag.valueEnd(html, start, tagEnd);
        String value = Entities.unescape(html.substring(start, end));
        String changed = change.apply(value);
        if (!changed.equals(value)) {
            out.append(html, copied, start).append(escaped(changed));
            copied = end;
        }
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
