package org.personalize.render;

import java.util.ArrayDeque;
import java.util.Deque;

/** How far lists and quotes move the lines within them. */
final class TextIndent {

    private final Deque<TextList> lists = new ArrayDeque<>();
    private int quoteDepth;

    boolean isNone() {
        return lists.isEmpty() && quoteDepth == 0;
    }

    boolean isInList() {
        return !lists.isEmpty();
    }

    void startList(TextList list) {
        lists.push(list);
    }

    void endList() {
        lists.poll();
    }

    void quote(int change) {
        quoteDepth = Math.max(0, quoteDepth + change);
    }

    String nextBullet() {
        return lists.isEmpty() ? "- " : lists.getFirst().nextBullet();
    }

    /** Continuation lines stand below the text of their list item, and every quoted line is marked. */
    void applyTo(TextLines lines, String bullet) {
        if (lists.isEmpty() && quoteDepth == 0) {
            lines.indent("", bullet);
            return;
        }
        String quote = "> ".repeat(quoteDepth);
        int depth = 0;
        for (var list : lists) {
            depth += list.width();
        }
        int own = lists.isEmpty() ? 0 : lists.getFirst().width();
        String first = bullet.isEmpty() ? "" : quote + " ".repeat(Math.max(0, depth - own)) + bullet;
        lines.indent(quote + " ".repeat(depth), first);
    }
}
