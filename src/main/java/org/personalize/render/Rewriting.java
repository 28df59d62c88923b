package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.personalize.template.Blocks;

/** Replaces the targets of links and the sources of pictures in finished HTML; everything else stays as it is. */
final class Rewriting {

    private static final int NOT_AT_ALL = -1;

    private final Page before;
    private final String html;
    private final Sign.Search links;
    private final Sign.Search pictures;
    private final List<Change> changes = new ArrayList<>();
    private @Nullable StringBuilder changed;
    private int copied;

    /** What stood between two places is longer or shorter now. */
    private record Change(int start, int end, int growth) {}

    private Rewriting(Page before, KnownText known) {
        this.before = before;
        this.html = before.html();
        this.links = known.links().in(before);
        this.pictures = known.pictures().in(before);
    }

    static String pictures(String html, UnaryOperator<String> source) {
        return pictures(Page.of(html), new KnownText(), source).html();
    }

    static Page pictures(Page page, KnownText known, UnaryOperator<String> source) {
        return new Rewriting(page, known).rewrite(NOT_AT_ALL, UnaryOperator.identity(), source);
    }

    static Page of(Page page, KnownText known, UnaryOperator<String> target, UnaryOperator<String> source) {
        var rewriting = new Rewriting(page, known);
        return rewriting.rewrite(rewriting.links.next(0), target, source);
    }

    /** Blocks move by what was replaced before them, and fall apart where something was replaced within them. */
    private Blocks moved() {
        Blocks before = this.before.blocks();
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

    private Page rewrite(int firstLink, UnaryOperator<String> target, UnaryOperator<String> source) {
        int link = firstLink;
        int picture = pictures.next(0);
        while (link >= 0 || picture >= 0) {
            if (picture < 0 || link >= 0 && link < picture) {
                attribute(link, "href", target);
                link = links.next(link + 1);
            } else {
                attribute(picture, "src", source);
                picture = pictures.next(picture + 1);
            }
        }
        return changed == null
                ? before
                : new Page(changed.append(html, copied, html.length()).toString(), moved());
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
