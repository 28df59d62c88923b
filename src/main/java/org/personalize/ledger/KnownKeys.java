package org.personalize.ledger;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The keys of all events that were taken in before, looked at where they lie: on the disk, each segment's in their order. */
final class KnownKeys {

    /** Two accounts of one event may date it differently, by a zone at most. */
    private static final long LEEWAY_SECONDS = 86_400;

    private final SegmentFolder folder;
    private final Map<String, LongBuffer> opened = new HashMap<>();

    KnownKeys(SegmentFolder folder) {
        this.folder = folder;
    }

    /**
     * Those keys of a batch that some segment has, in their order.
     *
     * @param wanted all of its keys, in their order
     */
    long[] among(long[] wanted, EventBatch batch, Iterable<SegmentTable.Listed> segments) throws IOException {
        long[] found = new long[wanted.length];
        int count = 0;
        for (SegmentTable.Listed segment : segments) {
            if (batch.mayShare(segment.first(), segment.last(), LEEWAY_SECONDS)) {
                LongBuffer keys = keys(segment);
                int at = 0;
                for (int i = 0; i < wanted.length && at < keys.limit(); i++) {
                    at = firstFrom(keys, at, wanted[i]);
                    if (at < keys.limit() && keys.get(at) == wanted[i] && count < found.length) {
                        found[count++] = wanted[i];
                    }
                }
            }
        }
        long[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The place of the first key that is not below; looked for in growing steps, since it is near mostly. */
    private static int firstFrom(LongBuffer keys, int start, long key) {
        int step = 1;
        int low = start;
        int high = start;
        while (high < keys.limit() && keys.get(high) < key) {
            low = high + 1;
            high += step;
            step *= 2;
        }
        high = Math.min(high, keys.limit());
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys.get(middle) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private LongBuffer keys(SegmentTable.Listed segment) throws IOException {
        LongBuffer known = opened.get(segment.name());
        if (known == null) {
            folder.read(segment);
            known = map(folder.file(segment.name()), segment);
            opened.put(segment.name(), known);
        }
        return known;
    }

    private static LongBuffer map(Path file, SegmentTable.Listed segment) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Segment.keysAt(segment.bytes(), segment.events());
            return channel.map(FileChannel.MapMode.READ_ONLY, start, segment.bytes() - start)
                    .asLongBuffer();
        }
    }
}
