package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.personalize.template.Blocks;
import org.personalize.template.KnownParts;

/**
 * A short text, such as the beginning of a link, or several, looked for in one page after the other, in whatever case. Where
 * they stand in the template's own text is found once.
 */
final class Sign {

    private static final int LOWER_CASE = 0x20;

    private static final int ASCII = 128;

    /** By the character with which they begin. */
    private final String[][] texts = new String[ASCII][0];

    private final int longest;

    private final KnownParts<Places> places = new KnownParts<>(this::places);

    /**
     * Where it stands as a whole in a part of a template's own text.
     *
     * @param tail with how many characters at the end of the part it might begin, to go on behind them
     */
    private record Places(int[] starts, int tail) {}

    /** @param texts in small letters of ASCII, none the beginning of another */
    Sign(String... texts) {
        for (int first = 0; first < ASCII; first++) {
            char c = (char) first;
            this.texts[first] =
                    Stream.of(texts).filter(text -> text.charAt(0) == c).toArray(String[]::new);
        }
        longest = Stream.of(texts).mapToInt(String::length).max().orElseThrow();
    }

    /** Which of them stands at a place; blank when none does. */
    String at(String html, int at) {
        int first = html.charAt(at) | LOWER_CASE;
        if (first < ASCII) {
            for (String text : texts[first]) {
                if (mayBe(html, at, text) && html.regionMatches(true, at, text, 0, text.length())) {
                    return text;
                }
            }
        }
        return "";
    }

    /** Nearly always tells at the second character that it is not so. */
    private static boolean mayBe(String html, int at, String text) {
        if (at + text.length() > html.length()) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if ((html.charAt(at + i) | LOWER_CASE) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    Search in(Page page) {
        return new Search(page);
    }

    private Places places(String block, int from, int to) {
        List<Integer> found = new ArrayList<>();
        for (int at = beginning(block, from, to); at >= 0; at = beginning(block, at + 1, to)) {
            if (at + at(block, at).length() <= to) {
                found.add(at);
            }
        }
        int tail = Math.min(longest - 1, to - from);
        while (tail > 0 && !mayBegin(block.substring(to - tail, to))) {
            tail--;
        }
        return new Places(found.stream().mapToInt(Integer::intValue).toArray(), tail);
    }

    private boolean mayBegin(String end) {
        return Stream.of(texts)
                .flatMap(Stream::of)
                .anyMatch(text -> text.length() > end.length() && text.regionMatches(true, 0, end, 0, end.length()));
    }

    /** Where it next begins between two places, wherever it ends; -1 when it does not. */
    private int beginning(String html, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!at(html, at).isEmpty()) {
                return at;
            }
        }
        return -1;
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
                int start = blocks.from(block);
                int shift = blocks.start(block) - start;
                int found = beginning(html, at, blocks.start(block));
                Places known = places.of(blocks.block(block), start, blocks.end(block) - shift);
                found = found < 0 ? within(known, shift, at) : found;
                if (found >= 0) {
                    return found;
                }
                at = Math.max(at, blocks.end(block) - known.tail());
            }
            return beginning(html, at, html.length());
        }

        private static int within(Places known, int shift, int from) {
            for (int place : known.starts()) {
                if (place + shift >= from) {
                    return place + shift;
                }
            }
            return -1;
        }
    }
}
