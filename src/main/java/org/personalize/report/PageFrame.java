package org.personalize.report;

import java.util.function.Consumer;

/**
 * What stands around the content of every page: the way past its head, what it is called, the choice of light or dark, and
 * who wrote it.
 *
 * @param kind such as {@code training}
 * @param name the campaign's
 * @param detail behind the name; may be empty
 * @param skip where the way past the head leads, in words
 * @param skipTo the id of that place
 * @param version of the program that wrote it
 * @param closing the last sentences of the page
 */
record PageFrame(
        String kind, String name, String detail, String skip, String skipTo, String version, String closing) {

    /** Puts the frame around what is written into the page's main part. */
    Markup around(Consumer<Markup> main) {
        var page = new Markup();
        page.element("a", "Skip to " + skip, "class", "skip", "href", "#" + skipTo);
        head(page);
        page.open("main");
        main.accept(page);
        page.close();
        page.open("footer", "class", "foot").open("p").text("Written by personalize ").value(version);
        page.text(". " + closing).close().close();
        page.element("p", "", "id", "toast", "class", "toast", "role", "status");
        return page;
    }

    private void head(Markup page) {
        page.open("header", "class", "masthead").open("div", "class", "masthead-name");
        page.element("p", "personalize · " + kind, "class", "eyebrow").open("h1").value(name);
        if (!detail.isEmpty()) {
            page.text(" ").element("small", detail);
        }
        page.close().close();
        page.element("button", "Theme", "type", "button", "id", "theme", "class", "button quiet", "hidden", "");
        page.close();
    }
}
