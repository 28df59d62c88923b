package org.personalize.render;

/** A list being written: how its next item is marked. */
final class TextList {

    private static final String DASH = "- ";
    private static final int NUMBER_WIDTH = 3;

    private final boolean isNumbered;
    private int next;

    private TextList(boolean isNumbered, int next) {
        this.isNumbered = isNumbered;
        this.next = next;
    }

    static TextList of(String html, int from, int to, boolean isNumbered) {
        String start = isNumbered ? Tag.attribute(html, from, to, "start") : null;
        boolean isNumber = start != null && start.matches("[0-9]{1,6}");
        return new TextList(isNumbered, isNumber && start != null ? Integer.parseInt(start) : 1);
    }

    String nextBullet() {
        return isNumbered ? next++ + ". " : DASH;
    }

    /** How far the items' further lines are indented. */
    int width() {
        return isNumbered ? NUMBER_WIDTH : DASH.length();
    }
}
