package org.personalize.template;

/**
 * A stretch of a template's own text, the same in every rendering: what was once worked out about it holds for all. Two
 * blocks are the same only if they are one, however alike their texts are.
 */
public final class Block {

    private final String text;

    public Block(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
