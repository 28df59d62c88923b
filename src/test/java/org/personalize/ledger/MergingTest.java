package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergingTest {

    @Test
    void onlyFilesThatFitIntoOneAreMerged() {
        int half = EventBatch.MOST_EVENTS / 2;
        assertThat(events(Merging.runs(listed(half, half, half, half, half, half, half, half, half))))
                .isEmpty();
        assertThat(events(Merging.runs(listed(half, half, 1, 1, 1, 1, 1, 1, 1, 1, half, half, half))))
                .containsExactly(List.of(1, 1, 1, 1, 1, 1, 1, 1, half));
        assertThat(events(Merging.runs(listed(1, 1, 1, 1, 1, 1, 1)))).isEmpty();
        assertThat(Merging.runs(List.of())).isEmpty();
    }

    private static List<SegmentTable.Listed> listed(int... events) {
        var listed = new ArrayList<SegmentTable.Listed>();
        for (int count : events) {
            listed.add(new SegmentTable.Listed(listed.size(), "name", count, "", count, 0, 0));
        }
        return listed;
    }

    private static List<List<Integer>> events(List<List<SegmentTable.Listed>> runs) {
        return runs.stream()
                .map(run -> run.stream().map(SegmentTable.Listed::events).toList())
                .toList();
    }
}
