package org.personalize.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.template.Limits;
import org.personalize.template.RenderFailure;
import org.personalize.template.TemplateRoom;

/** What is remembered of a template's own text must never show: a mail reads as if nothing had been. */
class MouldsTest {

    private static final long SEED = 20261121;
    private static final int TEMPLATES = 400;
    private static final int MAILS = 30;
    private static final int MOST_PIECES = 60;
    private static final int MOST_USUAL_PIECES = 20;

    private static final String[] PIECES = {
        "${a}",
        "${b}",
        "${c}",
        "${a} ${b}",
        "<p>${a}</p>",
        "<a href=\"${a}\">",
        "<a href=\"https://x.example/${b}\" >",
        "<a href=\"https://x.example/\" style=\"color:red\">",
        "</a>",
        "<img src=\"${b}\" alt=\"${c}\">",
        "<img src=\"i/t.png\">",
        "<img src='i/u.png' alt='A tent > a house' style=\"display:block\"/>",
        "<img alt=\"\" src=\"${a}\">",
        "<i${a}mg>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<h1>",
        "</h1>",
        "<h2 class=\"${a}\">",
        "</h2>",
        "<br>",
        "<hr/>",
        "<span>",
        "</span>",
        "<table>",
        "<table role=\"presentation\">",
        "<table border=\"0\" cellpadding=\"${b}\">",
        "<tr>",
        "<td>",
        "</td>",
        "<th>",
        "</tr>",
        "</table>",
        "<ul>",
        "<ol start=\"3\">",
        "<li>",
        "</li>",
        "</ol>",
        "</ul>",
        "<blockquote>",
        "</blockquote>",
        "<pre>",
        "</pre>",
        "<title>${a}</title>",
        "<style>p{}</style>",
        "<style>",
        "</style>",
        "<div style=\"display:none\">",
        "<div style=\"display: none;${b}\">",
        "<div style=\"display:${c}\">",
        "<div style=\"dis${c}\">",
        "<!-- a ${b} -->",
        "<!--",
        "-->",
        "<!--[if mso]><table><tr><td><![endif]-->",
        "<!DOCTYPE html>",
        "< ",
        "<",
        ">",
        "</",
        "&",
        "&amp;",
        "&nbsp;",
        "&#8364;",
        "&am",
        "·",
        " – ",
        "\u00AD",
        "\u200B",
        "é\uD83D\uDE00",
        "words that fill a line, one after the other, until it is full ",
        "<p>one two three four five six seven eight nine ten eleven twelve and thirt<b>${a}</b>een",
        "<p>one two three four five six seven eight nine ten eleven twelve <b>thir</b>${b}<i>teen</i>",
        "<p>${a} one two three four five six seven eight nine ten eleven twelve thirteen fourteen, fifteen</p>",
        "<a href=\"https://x.example/${b}\">${a}</a>${c}, and then&nbsp;more&nbsp;of it",
        "<head><title>${a}</title><style>p{}</style></head>",
        "<img src=\"${a}\" width=\"2\" alt=\"${b}\" title='${c}'>",
        "<div style=\"display:none\">${a} <b>${b}</b></div>",
        "word",
        " ",
        "\n",
        "    \n",
        "<#if b?has_content>yes <b>${b}</b></#if>",
        "<#list l as x><li>${x}</li> and </#list>",
        ";",
        "#9;p",
        "\"",
        "'",
        "/>",
        "=\"",
    };

    private static final String[] VALUES = {
        "",
        "x",
        "Tent",
        "A tent > a house",
        "<b>bold</b>",
        "none",
        "play:none",
        "splay: none",
        "https://x.example/",
        "&amp;",
        "&",
        " ",
        "\n",
        "-->",
        "\"",
        "'",
        "a very long value that is wrapped somewhere when it comes late in its line",
        "·",
        "é",
        "\uD83D\uDE00",
        "amp;",
        "p",
        "!--",
        "/p",
        "i/t.png",
        "\u00AD",
    };

    private static final String[] USUAL = {
        "<p>Hello ${a}, here is ${b} &amp; more of ${c}.</p>",
        "<p>${a} one two three four five six seven eight nine ten eleven twelve thirteen fourteen, fifteen</p>",
        "<h1>${a}</h1>",
        "<h2 style=\"color:red\">Good things for ${b}</h2>",
        "<h2><a href=\"${u}\">${a}</a></h2>",
        "<a href=\"${u}\"><img src=\"https://cdn.example/${b}.png\" alt=\"${a}\"></a>\n<h3><a href=\"${u}\">${a}</a></h3>",
        "<a href=\"${u}\"><img src=\"${v}\" alt=\"${b}\"></a><!--[if mso]><td><![endif]--><p>${c}</p><h3>${a}</h3>",
        "<p><a href=\"${v}\">Have a look at ${a}</a> · <a href=\"${u}\">${u}</a></p>",
        "<a href=\"${v}\">Buy</a>",
        "<a href=\"https://shop.example/\">shop.example</a>",
        "<a href=\"https://shop.example/?a=1&amp;b=${c}\">Shop (${a})</a>",
        "<a href=\"mailto:help@shop.example?subject=${a}\">Write</a> or <a href=\"tel:+49123\">call</a>",
        "<ul><li>${a}</li><li>${b} and many more words than fit into a single line, which is why it goes on below</li></ul>",
        "<ol start=\"3\"><li>${a}<li>${c} ${b}</ol>",
        "<blockquote>${c} said, one evening, that no tent had ever stood as well as this one did, ${a}</blockquote>",
        "<table role=\"presentation\" bgcolor=\"${b}\"><tr><td>${a}</td><td>${b}<br>${c}</td></tr></table>",
        "<div style=\"display:none\">${c}</div>",
        "<!--[if mso]><v:rect href=\"${u}\"><![endif]-->",
        "<ul><li>${a} is at https://shop.example/"
                + "boots-and-more-".repeat(6)
                + " and also at https://shop.example/"
                + "tents-and-more-".repeat(6)
                + " now</ul>",
        "<!--[if mso]><br><![endif]-->${b}",
        "<p>${n}, and number-${n}, ${n}.</p>",
        "<hr>",
        "<p>${a}${b}, (${c}) – <b>${b}</b>!</p>",
    };

    @Test
    void whatIsKnownOfATemplateChangesNoReading(@TempDir Path folder) throws IOException, RenderFailure {
        var random = new Random(SEED);
        for (int i = 0; i < TEMPLATES; i++) {
            String source = source(random);
            Path file = Files.writeString(folder.resolve("t" + i + ".ftlh"), source);
            var template = new TemplateRoom(folder, UnaryOperator.identity(), Limits.MAIL).html(file);
            var known = new KnownText();
            for (int mail = 0; mail < MAILS; mail++) {
                var scope = scope(random);
                var rendering = template.render(scope::get, Locale.ENGLISH, ZoneOffset.UTC);
                var page = rewritten(new Page(rendering.output(), rendering.blocks()), known, random);
                assertSame(known.moulds().read(page), page, source, "seed " + SEED + ": " + source + scope);
            }
        }
    }

    /** As a shop's template would be written, with values as a shop's customers and items have them. */
    @Test
    void aMailLikeOneReadBeforeIsNotReadAgain(@TempDir Path folder) throws IOException, RenderFailure {
        var random = new Random(SEED);
        int filled = 0;
        for (int i = 0; i < TEMPLATES; i++) {
            String source = usual(random);
            Path file = Files.writeString(folder.resolve("t" + i + ".ftlh"), source);
            var template = new TemplateRoom(folder, UnaryOperator.identity(), Limits.MAIL).html(file);
            Skeleton skeleton = null;
            for (int mail = 0; mail < MAILS; mail++) {
                var scope = usualScope(random);
                var rendering = template.render(scope::get, Locale.ENGLISH, ZoneOffset.UTC);
                var page = rewritten(new Page(rendering.output(), rendering.blocks()), new KnownText(), new Random(i));
                skeleton = skeleton == null ? new Skeleton(page) : skeleton;
                assertThat(skeleton.isOf(page)).isTrue();
                Reading reading = skeleton.read(page);
                if (reading != null) {
                    filled++;
                    assertSame(reading, page, source, "seed " + SEED + ": " + source + scope);
                }
            }
        }
        assertThat(filled).isGreaterThan(TEMPLATES * MAILS * 8 / 10);
    }

    @Test
    void aValueThatMakesSomethingElseOfTheTextAroundItIsNotMerelyFilledIn(@TempDir Path folder)
            throws IOException, RenderFailure {
        var cases = Map.of(
                "one &${a} two", "amp;",
                "<table role=\"${a}\"><tr><td>1</td><td>2</td></tr></table>", "table",
                "<ol start=\"${a}\"><li>first</ol>", "3",
                "<!-- one ${a}> two --> three", "--",
                "<!-- one ${a}-> two --> three", "-",
                "<div style=\"display${a}\">one</div>", ":none",
                "<a href=\"${a}\">one</a>", "#two",
                "<a href=\"mailto:${a}?subject=one\">two</a>", "a?b",
                "<a href=\"https://x.example/${a}\">one</a><a href=\"https://x.example/two\">three</a>", "two");
        for (var each : cases.entrySet()) {
            Path file = Files.writeString(folder.resolve("t.ftlh"), each.getKey());
            var template = new TemplateRoom(folder, UnaryOperator.identity(), Limits.MAIL).html(file);
            var moulds = new Moulds();
            for (String value : List.of("x", "y", "z", each.getValue())) {
                var rendering = template.render(Map.of("a", value)::get, Locale.ENGLISH, ZoneOffset.UTC);
                var page = new Page(rendering.output(), rendering.blocks());
                assertSame(moulds.read(page), page, each.getKey(), each.getKey() + " with " + value);
            }
        }
    }

    /** A mail reads as it does by itself, and of the words in it only the template's own are not among what was filled in. */
    private static void assertSame(Reading reading, Page page, String template, String what) {
        Reading own = TextPart.of(page.html());
        int length = own.text().length();
        assertThat(reading.words().isShorterThan(length)).as(what).isFalse();
        assertThat(reading.words().isShorterThan(length + 1)).as(what).isTrue();
        assertThat(reading)
                .as(what)
                .usingRecursiveComparison()
                .usingOverriddenEquals()
                .ignoringFields("filledIn")
                .isEqualTo(own);
        Set<String> words = words(own.filledIn());
        words.removeAll(words(List.of(Entities.unescape(template))));
        assertThat(words(reading.filledIn())).as(what).containsAll(words);
    }

    private static Set<String> words(List<String> texts) {
        var words = new TreeSet<String>();
        texts.forEach(text -> WordScan.of(text, (word, isAddress) -> words.add(word)));
        return words;
    }

    private static String usual(Random random) {
        var source = new StringBuilder("<!DOCTYPE html><html><head><title>${a}</title></head><body>\n");
        for (int i = 1 + random.nextInt(MOST_USUAL_PIECES); i > 0; i--) {
            source.append(one(random, USUAL)).append('\n');
        }
        return source.append("</body></html>").toString();
    }

    private static Map<String, Object> usualScope(Random random) {
        return Map.of(
                "a",
                        one(
                                random,
                                "Tent",
                                "A tent with room for three, and for all that they take along when it rains",
                                "x"),
                "b", one(random, "O'Hara & Sons", "12", "Zoë"),
                "c", one(random, "\uD83D\uDE00", "Boots", "shop.example"),
                "n", one(random, "c1234", "77001", "anna@mail.example"),
                "u", one(random, "https://shop.example/", "https://shop.example/tents/three?a=1&b=2"),
                "v", one(random, "https://www.shop.example", "https://shop.example/" + "boots-and-more-".repeat(6)));
    }

    private static String one(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    /** Values are escaped, but what was rewritten may hold anything. */
    private static Page rewritten(Page page, KnownText known, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> page;
            case 1 -> Rewriting.pictures(page, known, source -> "https://cdn.example/" + source);
            default -> Rewriting.of(page, known, target -> target + "?utm=1", source -> source.isEmpty() ? source : "");
        };
    }

    @Test
    void blocksStayWhereTheirTextIsWhenAddressesAreRewritten(@TempDir Path folder) throws IOException, RenderFailure {
        var random = new Random(SEED);
        for (int i = 0; i < TEMPLATES; i++) {
            Path file = Files.writeString(folder.resolve("t" + i + ".ftlh"), source(random));
            var template = new TemplateRoom(folder, UnaryOperator.identity(), Limits.MAIL).html(file);
            var rendering = template.render(scope(random)::get, Locale.ENGLISH, ZoneOffset.UTC);
            var page = rewritten(new Page(rendering.output(), rendering.blocks()), new KnownText(), new Random(i));
            assertThat(page.html())
                    .as("seed %d, template %d", SEED, i)
                    .isEqualTo(rewritten(Page.of(rendering.output()), new KnownText(), new Random(i))
                            .html());
            for (int block = 0; block < page.blocks().size(); block++) {
                int length = page.blocks().end(block) - page.blocks().start(block);
                assertThat(page.html()
                                .substring(
                                        page.blocks().start(block),
                                        page.blocks().end(block)))
                        .as("seed %d, template %d", SEED, i)
                        .isEqualTo(page.blocks()
                                .block(block)
                                .text()
                                .substring(
                                        page.blocks().from(block), page.blocks().from(block) + length));
            }
        }
    }

    private static String source(Random random) {
        var source = new StringBuilder();
        for (int i = 1 + random.nextInt(MOST_PIECES); i > 0; i--) {
            source.append(one(random, PIECES));
        }
        return source.toString();
    }

    private static Map<String, Object> scope(Random random) {
        return Map.of(
                "a", value(random), "b", value(random), "c", value(random), "l", List.of(value(random), value(random)));
    }

    private static String value(Random random) {
        return one(random, VALUES);
    }
}
