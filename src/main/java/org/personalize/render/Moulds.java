package org.personalize.render;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads mails, and remembers what those have in common that hold the same of a template's own text. */
final class Moulds {

    /** A template with many branches has more ways through it than are worth remembering. */
    private static final int MOST = 1_000;

    private static final int MOST_SEEN_ONCE = 100_000;

    private final Map<Long, Skeleton> known = new ConcurrentHashMap<>();
    private final Set<Long> seen = ConcurrentHashMap.newKeySet();

    Reading read(Page page) {
        Reading reading = page.blocks().size() == 0 ? null : known(page);
        return reading == null ? TextPart.of(page.html()) : reading;
    }

    /** The second of its kind shows that there will be more, and teaches what they have in common. */
    private @Nullable Reading known(Page page) {
        Long key = Skeleton.key(page);
        Skeleton skeleton = known.get(key);
        if (skeleton == null) {
            boolean isFull = known.size() >= MOST || seen.size() >= MOST_SEEN_ONCE;
            if (isFull || seen.add(key)) {
                return null;
            }
            skeleton = known.computeIfAbsent(key, unseen -> new Skeleton(page));
        }
        return skeleton.isOf(page) ? skeleton.read(page) : null;
    }
}
