package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.personalize.template.Blocks;

/** Replaces the targets of links and the sources of pictures in finished HTML; everything else stays as it is. */
final class Rewriting {

    private static final String LINK = "<a ";
    private static final String PICTURE = "<img ";
    private static final int NOT_AT_ALL = -1;

    private final String html;
    private final List<Change> changes = new ArrayList<>();
    private @Nullable StringBuilder changed;
    private int copied;

    /** What stood between two places is longer or shorter now. */
    private record Change(int start, int end, int growth) {}

    private Rewriting(String html) {
        this.html = html;
    }

    static String pictures(String html, UnaryOperator<String> source) {
        return new Rewriting(html).rewrite(NOT_AT_ALL, UnaryOperator.identity(), source);
    }

    static Page pictures(Page page, UnaryOperator<String> source) {
        var rewriting = new Rewriting(page.html());
        String html = rewriting.rewrite(NOT_AT_ALL, UnaryOperator.identity(), source);
        return rewriting.page(html, page);
    }

    static Page of(Page page, UnaryOperator<String> target, UnaryOperator<String> source) {
        var rewriting = new Rewriting(page.html());
        String html = rewriting.rewrite(page.html().indexOf(LINK), target, source);
        return rewriting.page(html, page);
    }

    private Page page(String rewritten, Page before) {
        return changes.isEmpty() ? before : new Page(rewritten, moved(before.blocks()));
    }

    /** Blocks move by what was replaced before them, and fall apart where something was replaced within them. */
    private Blocks moved(Blocks before) {
        var moved = new Blocks();
        int next = 0;
        int growth = 0;
        for (int number = 0; number < before.size(); number++) {
            int shift = before.start(number) - before.from(number);
            int at = before.start(number);
            int end = before.end(number);
            while (next < changes.size() && changes.get(next).start < end) {
                Change change = changes.get(next);
                if (change.start > at) {
                    moved.add(before.block(number), at + growth, at - shift, change.start - at);
                }
                at = Math.max(at, change.end);
                if (change.end > end) {
                    break;
                }
                growth += change.growth;
                next++;
            }
            if (at < end) {
                moved.add(before.block(number), at + growth, at - shift, end - at);
            }
        }
        return moved;
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
        changes.add(new Change(start, end, value.length() - (end - start)));
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
