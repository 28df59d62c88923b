package org.personalize.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * What a reader can see of a mail: the colors as they come down from the elements around a text.
 *
 * @param pale text that hardly stands out
 * @param isWayOutSeen whether the link to unsubscribe has something to see in it
 */
record Sight(List<Pale> pale, boolean isWayOutSeen) {

    /** Text of less contrast than this is as good as none. */
    private static final double LEAST_SEEN = 1.5;

    private static final Set<String> UNSEEN = Set.of("head", "style", "script", "title", "template");

    /** Two colors as they are written, and the contrast that such text should have at least. */
    record Pale(String color, String background, double ratio, double least) {}

    Sight {
        pale = List.copyOf(pale);
    }

    /** @param unsubscribe where the link to unsubscribe leads; null where there is none */
    static Sight of(String html, @Nullable String unsubscribe) {
        var looking = new Looking(unsubscribe);
        Jsoup.parse(html).body().traverse(looking);
        return new Sight(List.copyOf(looking.pale), looking.isWayOutSeen);
    }

    private static final class Looking implements NodeVisitor {

        private final @Nullable String unsubscribe;
        private final Deque<Look> looks = new ArrayDeque<>(Set.of(Look.PLAIN));
        private final Set<Pale> pale = new LinkedHashSet<>();
        private @Nullable Node wayOut;
        private boolean isWayOutSeen;

        Looking(@Nullable String unsubscribe) {
            this.unsubscribe = unsubscribe;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                Look look = looks.element().of(element);
                looks.push(look);
                if (unsubscribe != null && element.attr("href").equals(unsubscribe)) {
                    wayOut = element;
                }
                boolean saysSomething = element.normalName().equals("img") && isRead(element.attr("alt"));
                isWayOutSeen |= wayOut != null && saysSomething && look.isShown();
            } else if (node instanceof TextNode text && isRead(text.getWholeText())) {
                text(looks.element(), node.parent());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element) {
                looks.pop();
            }
            if (node instanceof Element element && element.equals(wayOut)) {
                wayOut = null;
            }
        }

        private void text(Look look, @Nullable Node parent) {
            if (!look.isShown() || parent != null && UNSEEN.contains(parent.normalName())) {
                return;
            }
            double ratio = Contrast.of(look.color(), look.background()).orElse(Contrast.MOST);
            isWayOutSeen |= wayOut != null && ratio >= LEAST_SEEN;
            if (ratio < look.leastContrast()) {
                pale.add(new Pale(look.color(), look.background(), ratio, look.leastContrast()));
            }
        }

        private static boolean isRead(String text) {
            return text.codePoints().anyMatch(Character::isLetterOrDigit);
        }
    }
}
