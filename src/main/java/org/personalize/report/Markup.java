package org.personalize.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML written piece by piece. Whatever goes in as text or as an attribute's value is escaped, and elements are closed in
 * the order they were opened, so that a page cannot come out broken.
 */
final class Markup {

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Whether the tag of the innermost element still takes attributes. */
    private boolean isBegun;

    /** @param attributes name, value, name, value … */
    Markup open(String tag, String... attributes) {
        begin(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            with(attributes[i], attributes[i + 1]);
        }
        return this;
    }

    /** Opens an element that gets its attributes one by one, by {@link #with}. */
    Markup begin(String tag) {
        endTag();
        html.append('<').append(tag);
        open.push(tag);
        isBegun = true;
        return this;
    }

    Markup with(String attribute, String value) {
        if (!isBegun) {
            throw new IllegalStateException(attribute + " comes after the content");
        }
        html.append(' ').append(attribute).append("=\"");
        escape(value);
        html.append('"');
        return this;
    }

    private void endTag() {
        if (isBegun) {
            html.append('>');
            isBegun = false;
        }
    }

    Markup close() {
        endTag();
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    Markup text(String text) {
        endTag();
        escape(text);
        return this;
    }

    /** Text from a file, kept apart from its surroundings: a right-to-left override in it ends where it ends. */
    Markup value(String text) {
        return element("bdi", text);
    }

    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Markup add(Markup finished) {
        endTag();
        html.append(finished);
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("never closed: " + open);
        }
        return html.toString();
    }
}
