package org.personalize.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class TextPartTest {

    private static final long SEED = 20260302;
    private static final int DOCUMENTS = 2_000;

    private static String text(String html) {
        return TextPart.of(html).text();
    }

    @Test
    void aLinkOfItsOwnLineAndOneWithinASentenceReadDifferently() {
        assertThat(text("<p><a href=\"https://a.example/\">Shop</a></p>")).isEqualTo("Shop: https://a.example/\n");
        assertThat(text("<p>Go to <a href=\"https://a.example/\">the shop</a>, or stay.</p>"))
                .isEqualTo("Go to the shop <https://a.example/>, or stay.\n");
        assertThat(text("<a href=\"https://a.example\">a.example</a> <a href=\"mailto:b@c.example?x=1\">Write</a>"))
                .isEqualTo("a.example Write <b@c.example>\n");
    }

    @Test
    void picturesTitleAndButtonOfACardNameTheirAddressOnce() {
        assertThat(
                        text(
                                "<a href=\"https://a.example/t\"><img src=\"t.jpg\" alt=\"Tent\"></a>\n"
                                        + "<h3><a href=\"https://a.example/t\">Tent</a></h3><p><a href=\"https://a.example/t\">Buy</a></p>"))
                .isEqualTo("Tent\n\nBuy: https://a.example/t\n");
    }

    @Test
    void eachLinkOfAFooterHasALineOfItsOwn() {
        assertThat(
                        text(
                                "<p><a href=\"https://a.example/p\">Choose</a> &nbsp;·&nbsp; <a href=\"https://a.example/u\">Leave</a></p>"))
                .isEqualTo("Choose: https://a.example/p\nLeave: https://a.example/u\n");
    }

    @Test
    void listsAreNestedAndNumbered() {
        assertThat(text("<ul><li>a<li>b<ol start=3><li>c</li><li>d</li></ol></li></ul>e"))
                .isEqualTo("- a\n- b\n  3. c\n  4. d\n\ne\n");
    }

    @Test
    void quotesAreMarked() {
        assertThat(text("<blockquote>a<br>b</blockquote>c")).isEqualTo("> a\n> b\n\nc\n");
    }

    @Test
    void aTableOfDataIsAlignedAndOneForLayoutIsNot() {
        assertThat(text("<table><tr><th>Item</th><th>Price</th></tr><tr><td>Tent</td><td>9.00</td></tr>"
                        + "<tr><td>Boots</td><td>120.00</td></tr></table>"))
                .isEqualTo("Item  |  Price\n------|-------\nTent  |   9.00\nBoots | 120.00\n");
        assertThat(text("<table role=\"presentation\"><tr><td>a</td><td>b</td></tr></table>"))
                .isEqualTo("a\nb\n");
    }

    @Test
    void whatIsNotShownIsNotRead() {
        assertThat(
                        text(
                                "<head><title>t</title><style>p{}</style></head><div style=\"display:none\">pre<div>header</div></div>"
                                        + "<!--[if mso]><p>mso</p><![endif]--><![if !mso]>a<![endif]><script>x</script><p>b\u200B\u00ADc</p>"))
                .isEqualTo("a\n\nbc\n");
    }

    @Test
    void entitiesAreCharacters() {
        assertThat(text("a &lt;b&gt; &amp;amp; &#8364;&#x20AC; &nbsp; &eacute; &unknown; &"))
                .isEqualTo("a <b> &amp; €€ é &unknown; &\n");
    }

    @Test
    void longLinesAreWrappedBetweenWords() {
        String text = text("<p>" + "word ".repeat(60) + "</p>");

        assertThat(text.lines()).allMatch(line -> line.length() <= TextLines.WIDTH);
        assertThat(text.lines().count()).isEqualTo(4);
    }

    @Test
    void headingsAreUnderlinedAndRulesDrawn() {
        assertThat(text("<h1>One</h1><h2>Two</h2><hr>x"))
                .isEqualTo("One\n===\n\nTwo\n---\n\n" + "-".repeat(40) + "\n\nx\n");
    }

    @Test
    void preformattedTextKeepsItsBlanks() {
        assertThat(text("<pre>a   b\n  c</pre>")).isEqualTo("a   b\n  c\n");
    }

    @Test
    void whatTheLintEngineAsksForIsCounted() {
        var reading = TextPart.of(
                "<a href=\"https://a.example/?x=1&amp;y=2\"></a><a href=\"b\"><img src=\"i\" alt=\"B\"></a><img src=j>");

        assertThat(reading.links()).containsExactly("https://a.example/?x=1&y=2", "b");
        assertThat(reading.pictures()).containsExactly("i", "j");
        assertThat(reading.linksWithoutText()).containsExactly("https://a.example/?x=1&y=2");
        assertThat(reading.picturesWithoutAlt()).isEqualTo(1);
    }

    @Test
    void brokenHtmlIsReadToItsEnd() {
        for (String html : new String[] {
            "<",
            "<p",
            "<a href=",
            "<a href=\"",
            "<!--",
            "</",
            "<table><tr>",
            "&",
            "&#",
            "<p style=\"display:none\">",
            "<img alt=",
            "Words <a href=\"https://a.example/\"><table><tr><td>1</td></tr></a>"
        }) {
            assertThat(TextPart.of(html)).isNotNull();
        }
        assertThat(text("1 < 2 and 3 > 2")).isEqualTo("1 < 2 and 3 > 2\n");
    }

    @Test
    void everyVisibleWordIsThereAndNoOther() {
        var random = new Random(SEED);
        for (int i = 0; i < DOCUMENTS; i++) {
            var html = new StringBuilder();
            grow(html, random, 0);
            String expected = words(Jsoup.parseBodyFragment(html.toString()).text());

            assertThat(words(text(html.toString())))
                    .as("seed %d, document %d: %s", SEED, i, html)
                    .isEqualTo(expected);
        }
    }

    /** List marks, underlines and the borders of tables are ours; all else must be the mail's. */
    private static String words(String text) {
        return text.replaceAll("(?m)^[\\s>]*(?:-|\\d+\\.) |[-=|>]+", " ")
                .replaceAll("[\\s\u00A0]+", " ")
                .strip();
    }

    private static void grow(StringBuilder html, Random random, int depth) {
        String[] blocks = {"p", "div", "h1", "h3", "ul", "blockquote", "table", "section"};
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            if (depth > 3 || random.nextInt(3) == 0) {
                phrase(html, random);
                continue;
            }
            String block = blocks[random.nextInt(blocks.length)];
            boolean holdsText = block.equals("p") || block.startsWith("h");
            html.append('<').append(block).append('>').append(random.nextBoolean() ? "\n" : "");
            switch (block) {
                case "ul" -> html.append("<li>");
                case "table" -> html.append("<tr><td>");
                default -> {}
            }
            if (holdsText) {
                phrase(html, random);
            } else {
                grow(html, random, depth + 1);
            }
            switch (block) {
                case "ul" -> html.append("</li>");
                case "table" -> html.append("</td></tr>");
                default -> {}
            }
            html.append("</").append(block).append('>');
        }
    }

    private static void phrase(StringBuilder html, Random random) {
        String[] parts = {
            "one ",
            "two",
            " three",
            "&amp;",
            "&eacute;t&eacute; ",
            "<b>bold</b>",
            "<i> slanted </i>",
            "<br>",
            "\n",
            " ",
            "\u00FCber ",
            " <!-- no --> ",
            "<span>\n<em>deep</em></span> ",
            "&nbsp;",
            "a &lt;b "
        };
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            html.append(parts[random.nextInt(parts.length)]);
        }
    }
}
