package org.personalize.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.template.Block;
import org.personalize.template.Blocks;

class SignTest {

    private static final List<String> SIGNS = List.of("src", "poster", "url(");
    private static final List<String> PIECES =
            List.of("s", "sr", "src", "SRC", "rc", "c", "post", "er", "POSTER", "u", "ur", "l(", "url(", "(", " ", "x");

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /** A page of a few blocks that come again and again, whole or in part, with or without something between them. */
    private static Page page(List<Block> own, Random random) {
        var html = new StringBuilder();
        var blocks = new Blocks();
        for (int i = random.nextInt(6); i > 0; i--) {
            html.append(random.nextBoolean() ? text(random) : "");
            Block block = own.get(random.nextInt(own.size()));
            int length = block.text().length();
            int from = random.nextInt(4) == 0 ? random.nextInt(length) : 0;
            int to = random.nextInt(4) == 0 ? from + 1 + random.nextInt(length - from) : length;
            blocks.add(block, html.length(), from, to - from);
            html.append(block.text(), from, to);
        }
        return new Page(html.append(random.nextBoolean() ? text(random) : "").toString(), blocks);
    }

    private static List<Integer> everywhere(String html) {
        String small = html.toLowerCase(Locale.ROOT);
        var found = new ArrayList<Integer>();
        for (int at = 0; at < small.length(); at++) {
            int here = at;
            if (SIGNS.stream().anyMatch(sign -> small.startsWith(sign, here))) {
                found.add(at);
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isFoundWhereverItStandsHoweverThePageIsMadeUp(long seed) {
        var random = new Random(seed);
        var sign = new Sign(SIGNS.toArray(String[]::new));
        List<Block> own = List.of(
                new Block(text(random)), new Block(text(random)), new Block(text(random)), new Block(text(random)));
        for (int turn = 0; turn < 500; turn++) {
            Page page = page(own, random);
            var search = sign.in(page);
            var found = new ArrayList<Integer>();
            for (int at = search.next(0); at >= 0; at = search.next(at + 1)) {
                found.add(at);
            }
            assertThat(found).as(page.html()).isEqualTo(everywhere(page.html()));
        }
    }
}
