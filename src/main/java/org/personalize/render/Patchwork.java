package org.personalize.render;

import java.util.ArrayList;
import java.util.List;

/** A text with gaps in it. */
final class Patchwork {

    /** What stands between gaps, and nothing where a gap is. */
    private final String[] texts;

    private final int[] gaps;

    private Patchwork(List<String> texts, List<Integer> gaps) {
        this.texts = texts.toArray(String[]::new);
        this.gaps = gaps.stream().mapToInt(Integer::intValue).toArray();
    }

    /** @param marked a text with a mark for each gap */
    static Patchwork of(String marked) {
        var texts = new ArrayList<String>();
        var gaps = new ArrayList<Integer>();
        int from = 0;
        for (int at = 0; at < marked.length(); at++) {
            if (Marks.isMark(marked.charAt(at))) {
                texts.add(marked.substring(from, at));
                gaps.add(Marks.gap(marked.charAt(at)));
                from = at + 1;
            }
        }
        texts.add(marked.substring(from));
        return new Patchwork(texts, gaps);
    }

    /** How many gaps it has. */
    int gaps() {
        return gaps.length;
    }

    int gap(int number) {
        return gaps[number];
    }

    /** What stands before a gap of it, or behind the last one. */
    String text(int number) {
        return texts[number];
    }

    /** Tells the texts and gaps in their order. */
    void tell(Teller teller) {
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                teller.text(texts[i]);
            }
            if (i < gaps.length) {
                teller.gap(gaps[i]);
            }
        }
    }

    /** Is told what a text consists of. */
    interface Teller {
        void text(String text);

        void gap(int gap);
    }

    int length(Gaps filled) {
        int length = 0;
        for (String text : texts) {
            length += text.length();
        }
        for (int gap : gaps) {
            length += filled.value(gap).length();
        }
        return length;
    }

    String with(Gaps filled) {
        if (gaps.length == 0) {
            return texts[0];
        }
        if (gaps.length == 1 && texts[0].isEmpty() && texts[1].isEmpty()) {
            return filled.value(gaps[0]);
        }
        var text = new StringBuilder(length(filled));
        for (int i = 0; i < texts.length; i++) {
            text.append(texts[i]);
            if (i < gaps.length) {
                text.append(filled.value(gaps[i]));
            }
        }
        return text.toString();
    }
}
