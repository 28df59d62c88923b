package org.personalize.report;

import java.util.Locale;

/**
 * A plot in lines, bars, points and words. Across it is measured in hundredths of its width, so that it fits a phone as
 * well as a desk with its words at their own size; downwards it is measured in pixels.
 */
final class Drawing {

    private final Markup svg = new Markup();

    private Drawing(String kind, double height) {
        svg.begin("svg").with("class", "drawing " + kind).with("height", decimal(height));
    }

    /** @param inWords what it shows, for those who cannot see it */
    static Drawing of(String kind, double height, String inWords) {
        var drawing = new Drawing(kind, height);
        drawing.svg.with("role", "img").with("aria-label", inWords);
        return drawing;
    }

    /** A drawing whose figures stand in words beside it, so that nobody need hear them twice. */
    static Drawing besideWords(String kind, double height) {
        var drawing = new Drawing(kind, height);
        drawing.svg.with("aria-hidden", "true");
        return drawing;
    }

    Drawing line(String tone, double fromX, double fromY, double toX, double toY) {
        svg.begin("line").with("class", tone).with("x1", percent(fromX)).with("y1", decimal(fromY));
        svg.with("x2", percent(toX)).with("y2", decimal(toY)).close();
        return this;
    }

    Drawing bar(String tone, double x, double y, double width, double height) {
        svg.begin("rect").with("class", tone).with("x", percent(x)).with("y", decimal(y));
        svg.with("width", percent(width)).with("height", decimal(height)).close();
        return this;
    }

    Drawing point(String tone, double x, double y, double radius) {
        svg.begin("circle").with("class", tone).with("cx", percent(x)).with("cy", decimal(y));
        svg.with("r", decimal(radius)).close();
        return this;
    }

    /** What is drawn from here on belongs together and says this when it is pointed at. */
    Drawing group(String hint) {
        svg.open("g").element("title", hint);
        return this;
    }

    Drawing endOfGroup() {
        svg.close();
        return this;
    }

    /** @param anchor start, middle or end: which part of the words stands at x */
    Drawing words(String text, double x, double y, String anchor) {
        svg.begin("text").with("x", percent(x)).with("y", decimal(y)).with("text-anchor", anchor);
        svg.text(text).close();
        return this;
    }

    /** Words left of the drawing, in the margin that its style keeps free. */
    Drawing wordsInMargin(String text, double y) {
        svg.begin("text").with("x", "-8").with("y", decimal(y)).with("text-anchor", "end");
        svg.text(text).close();
        return this;
    }

    Markup markup() {
        return svg.close();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }

    private static String decimal(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }
}
