package org.personalize.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Gives every event of one file a key, which is the same when the event is told again: in a longer copy of the file, in one
 * that was packed or renamed, or in another that overlaps with it. A provider's own name for the event is enough; else the key
 * is made of what the record says and of how many like it came before it in the file, so that two equal purchases stay two.
 */
public final class EventKeys {

    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long MIX_AGAIN = 0xC2B2AE3D27D4EB4FL;

    /** More equal records than these are counted one by one. */
    private static final int FEW = 8;

    private final LongSet seen = new LongSet();
    private final Map<Long, Integer> many = new HashMap<>();

    public long of(Returned event) {
        boolean isNamed = !event.id().isEmpty() && isWrittenByProvider(event.form());
        return isNamed ? named(event) : nth(content(event));
    }

    /** In tables an order's number names the order, not one of its lines. */
    private static boolean isWrittenByProvider(Form form) {
        return form.isJson();
    }

    private static long named(Returned event) {
        long hash = mixed(
                hash(event.form().name().hashCode(), event.id()),
                event.event().name().hashCode());
        hash = hash(hash, event.name());
        return finished(hash(hash, event.trace().email().toLowerCase(Locale.ROOT)));
    }

    private static long content(Returned event) {
        Trace trace = event.trace();
        long hash =
                mixed(mixed(event.form().name().hashCode(), event.event().name().hashCode()), event.second());
        hash = hash(hash, event.name());
        hash = hash(hash, event.kind());
        hash = hash(hash, trace.email());
        hash = hash(hash, trace.customerId());
        hash = hash(hash, trace.campaign());
        hash = hash(hash, trace.messageId());
        hash = hash(hash, trace.relayId());
        hash = hash(hash, trace.person());
        hash = hash(hash, trace.message());
        for (String token : trace.tokens()) {
            hash = hash(hash, token);
        }
        hash = hash(hash, event.item());
        hash = hash(hash, event.value());
        return finished(hash(hash, event.id()));
    }

    /** The first, second, … of equal ones each get a key of their own, always the same. */
    private long nth(long content) {
        long key = content;
        for (int n = 0; n < FEW; n++) {
            if (seen.add(key)) {
                return key;
            }
            key = finished(key * MIX + n + 1);
        }
        return finished(key ^ many.merge(content, 1, Integer::sum) * MIX);
    }

    private static long hash(long start, String text) {
        long hash = mixed(start, text.length());
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MIX;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private static long mixed(long hash, long number) {
        long mixed = (hash ^ number) * MIX_AGAIN;
        return mixed ^ mixed >>> 32;
    }

    private static long finished(long hash) {
        long mixed = (hash ^ hash >>> 33) * MIX_AGAIN;
        mixed = (mixed ^ mixed >>> 29) * MIX;
        return mixed ^ mixed >>> 32;
    }
}
