package org.personalize.render;

/** A list being written: how its next item is marked. */
final class TextList {

    private static final String DASH = "- ";
    private static final int NUMBER_WIDTH = 3;

    private final boolean isNumbered;
    private int next;

    TextList(boolean isNumbered, int first) {
        this.isNumbered = isNumbered;
        this.next = first;
    }

    String nextBullet() {
        return isNumbered ? next++ + ". " : DASH;
    }

    /** How far the items' further lines are indented. */
    int width() {
        return isNumbered ? NUMBER_WIDTH : DASH.length();
    }
}
