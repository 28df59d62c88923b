package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.personalize.template.Blocks;
import org.personalize.template.KnownParts;

/**
 * A short text, such as the beginning of a link, that is looked for in one page after the other, in whatever case. Where it
 * stands in the template's own text is found once.
 */
final class Sign {

    private final String text;
    private final Pattern pattern;
    private final KnownParts<int[]> places = new KnownParts<>(this::places);

    Sign(String text) {
        this.text = text;
        this.pattern = Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE);
    }

    int length() {
        return text.length();
    }

    Search in(Page page) {
        return new Search(page);
    }

    /** Where it stands as a whole between two places of a block. */
    private int[] places(String block, int from, int to) {
        List<Integer> found = new ArrayList<>();
        for (int at = next(block, from, to); at >= 0; at = next(block, at + 1, to)) {
            found.add(at);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Where it next stands as a whole between two places; -1 when it does not. */
    private int next(String html, int from, int to) {
        var matcher = pattern.matcher(html).region(Math.min(from, to), to);
        return matcher.find() ? matcher.start() : -1;
    }

    /** Looks for it in one page; quickest when asked from its beginning to its end. */
    final class Search {

        private final String html;
        private final Blocks blocks;
        private int number;

        private Search(Page page) {
            this.html = page.html();
            this.blocks = page.blocks();
        }

        /** Where it next stands from a place on; -1 when it does not. */
        int next(int from) {
            while (number > 0 && blocks.end(number - 1) > from) {
                number--;
            }
            while (number < blocks.size() && blocks.end(number) <= from) {
                number++;
            }
            int at = from;
            for (int block = number; block < blocks.size(); block++) {
                int found = before(block, at);
                found = found < 0 ? within(block, at) : found;
                if (found >= 0) {
                    return found;
                }
                at = Math.max(at, blocks.end(block) - text.length() + 1);
            }
            return Sign.this.next(html, at, html.length());
        }

        /** Where it begins before a block; it may go on within that, and so on. */
        private int before(int block, int from) {
            int end = Math.min(blocks.start(block) + text.length() - 1, html.length());
            return end - from < text.length() ? -1 : Sign.this.next(html, from, end);
        }

        private int within(int block, int from) {
            int start = blocks.from(block);
            int shift = blocks.start(block) - start;
            for (int place : places.of(blocks.block(block), start, blocks.end(block) - shift)) {
                if (place + shift >= from) {
                    return place + shift;
                }
            }
            return -1;
        }
    }
}
