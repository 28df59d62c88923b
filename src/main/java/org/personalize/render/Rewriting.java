package org.personalize.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.personalize.template.Blocks;

/** Replaces the targets of links and the addresses of pictures in finished HTML; everything else stays as it is. */
final class Rewriting {

    private final Page before;
    private final String html;
    private final KnownText known;
    private final List<Change> changes = new ArrayList<>();
    private @Nullable StringBuilder changed;
    private int copied;

    /** What stood between two places is longer or shorter now. */
    private record Change(int start, int end, int growth) {}

    /** What shall stand between two places. */
    private record Wanted(int start, int end, String text) {}

    private Rewriting(Page before, KnownText known) {
        this.before = before;
        this.html = before.html();
        this.known = known;
    }

    static String pictures(String html, UnaryOperator<String> source) {
        return pictures(Page.of(html), new KnownText(), source).html();
    }

    static Page pictures(Page page, KnownText known, UnaryOperator<String> source) {
        var rewriting = new Rewriting(page, known);
        return rewriting.rewrite(rewriting.pictures(source));
    }

    static Page of(Page page, KnownText known, UnaryOperator<String> target, UnaryOperator<String> source) {
        var rewriting = new Rewriting(page, known);
        List<Wanted> wanted = rewriting.pictures(source);
        wanted.addAll(rewriting.links(target));
        wanted.sort(Comparator.comparingInt(Wanted::start));
        return rewriting.rewrite(wanted);
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

    private List<Wanted> pictures(UnaryOperator<String> source) {
        List<Wanted> wanted = new ArrayList<>();
        for (PictureSpot spot : known.pictures().in(before)) {
            String address = spot.address(html);
            String other = source.apply(address);
            if (!other.equals(address)) {
                wanted.add(new Wanted(spot.start(), spot.end(), spot.written(other)));
            }
        }
        return wanted;
    }

    private List<Wanted> links(UnaryOperator<String> target) {
        List<Wanted> wanted = new ArrayList<>();
        var links = known.links().in(before);
        for (int tag = links.next(0); tag >= 0; tag = links.next(tag + 1)) {
            int tagEnd = Tag.end(html, tag);
            int start = Tag.valueStart(html, tag, tagEnd, "href");
            if (start >= 0 && (html.charAt(start - 1) == '"' || html.charAt(start - 1) == '\'')) {
                int end = Tag.valueEnd(html, start, tagEnd);
                String address = Entities.unescape(html.substring(start, end));
                String other = target.apply(address);
                if (!other.equals(address)) {
                    wanted.add(new Wanted(start, end, escaped(other)));
                }
            }
        }
        return wanted;
    }

    private Page rewrite(List<Wanted> wanted) {
        for (Wanted each : wanted) {
            if (each.start >= copied) {
                replace(each.start, each.end, each.text);
            }
        }
        return changed == null
                ? before
                : new Page(changed.append(html, copied, html.length()).toString(), moved());
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
