package org.personalize.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Makes one file of events of many small ones, so that years of nightly takings stay a few dozen files. Only files that
 * follow each other become one: events of the same second stay in the order in which they were taken in.
 */
final class Merging {

    /** Fewer are left as they are; an event is so written again seldom. */
    static final int FEWEST_FILES = 8;

    /** Larger than this no file grows; one taking in does not write larger ones either. */
    static final long MOST_BYTES = 1 << 25;

    private Merging() {}

    /** Which of the files, in their order, become one: as many in a row as fit into one, if those are not few. */
    static List<List<SegmentTable.Listed>> runs(List<SegmentTable.Listed> segments) {
        List<List<SegmentTable.Listed>> runs = new ArrayList<>();
        int from = 0;
        long events = 0;
        long bytes = 0;
        for (int i = 0; i < segments.size(); i++) {
            SegmentTable.Listed next = segments.get(i);
            if (events + next.events() > EventBatch.MOST_EVENTS || bytes + next.bytes() > MOST_BYTES) {
                runs.add(segments.subList(from, i));
                from = i;
                events = 0;
                bytes = 0;
            }
            events += next.events();
            bytes += next.bytes();
        }
        runs.add(segments.subList(from, segments.size()));
        runs.removeIf(run -> run.size() < FEWEST_FILES);
        return runs;
    }

    /** Writes the events of a run into one file, which does not count yet. */
    static SegmentTable.Listed write(List<SegmentTable.Listed> run, SegmentFolder folder) throws IOException {
        var batch = new EventBatch();
        for (SegmentTable.Listed listed : run) {
            add(new Segment(folder.read(listed)), batch);
        }
        return folder.keep(batch, batch.inOrderWithout(new BitSet()));
    }

    private static void add(Segment segment, EventBatch batch) {
        for (int event = 0; event < segment.size(); event++) {
            var kept = new KeptEvent(segment.key(event), segment.second(event));
            for (Field field : Field.values()) {
                kept.with(field, segment.text(field, event));
            }
            batch.add(kept);
        }
    }
}
