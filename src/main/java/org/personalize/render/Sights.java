package org.personalize.render;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Looks at mails, and remembers it for those that hold the same of a template's own text: it has the colors in it. */
final class Sights {

    private static final int MOST = 1_000;

    private final Map<Long, Sight> known = new ConcurrentHashMap<>();
    private final boolean areColorsFixed;

    Sights(TemplateSources sources) {
        areColorsFixed = sources.files().values().stream()
                .flatMap(source -> new Markup(source).elements().stream())
                .noneMatch(Sights::isFilled);
    }

    /** Whether a value decides how an element looks. */
    private static boolean isFilled(Element element) {
        return element.attributes().asList().stream()
                .anyMatch(attribute -> FtlMask.isDynamic(attribute.getKey())
                        || FtlMask.isDynamic(attribute.getValue())
                                && attribute.getKey().matches("style|(bg)?color|background|text"));
    }

    /** Whether something is seen must not hang on whose mail came first: a value is a letter here. */
    Sight of(Page page, @Nullable String unsubscribe) {
        if (!areColorsFixed || page.blocks().size() == 0) {
            return Sight.of(page.html(), unsubscribe);
        }
        Long key = Skeleton.key(page);
        Sight sight = known.get(key);
        if (sight == null) {
            sight = Sight.of(withoutValues(page, unsubscribe), unsubscribe);
            if (known.size() < MOST) {
                known.put(key, sight);
            }
        }
        return sight.isWayOutSeen() ? sight : Sight.of(page.html(), unsubscribe);
    }

    private static String withoutValues(Page page, @Nullable String unsubscribe) {
        var blocks = page.blocks();
        var own = new StringBuilder();
        int end = 0;
        for (int i = 0; i < blocks.size(); i++) {
            own.append(letter(page.html().substring(end, Math.max(end, blocks.start(i))), unsubscribe));
            own.append(page.html(), blocks.start(i), blocks.end(i));
            end = blocks.end(i);
        }
        return own.append(letter(page.html().substring(end), unsubscribe)).toString();
    }

    private static String letter(String value, @Nullable String unsubscribe) {
        return value.isEmpty() || Entities.unescape(value).equals(unsubscribe) ? value : "x";
    }
}
