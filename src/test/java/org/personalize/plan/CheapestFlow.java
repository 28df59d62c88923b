package org.personalize.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The textbook's way to the best assignment, one path after the other by Bellman and Ford; slow, and plain to check. */
final class CheapestFlow {

    private final List<int[]> ends = new ArrayList<>();
    private final List<long[]> arcs = new ArrayList<>();
    private final int nodes;
    private long worth;

    CheapestFlow(Bids bids, Rooms rooms) {
        int slots = rooms.slots();
        int days = rooms.byDay().length;
        int source = bids.size() + slots + days;
        int sink = source + 1;
        nodes = sink + 1;
        for (int bidder = 0; bidder < bids.size(); bidder++) {
            arc(source, bidder, bids.people(bidder), 0);
            arc(bidder, sink, bids.people(bidder), 0);
            for (int slot = 0; slot < slots; slot++) {
                if (bids.worth(bidder, slot) != Bids.FORBIDDEN) {
                    arc(bidder, bids.size() + slot, bids.people(bidder), -bids.worth(bidder, slot));
                }
            }
        }
        for (int slot = 0; slot < slots; slot++) {
            int next = days == 0 ? sink : bids.size() + slots + rooms.dayOf()[slot];
            arc(bids.size() + slot, next, rooms.bySlot()[slot], 0);
        }
        for (int day = 0; day < days; day++) {
            arc(bids.size() + slots + day, sink, rooms.byDay()[day], 0);
        }
        run(source, sink);
    }

    long worth() {
        return worth;
    }

    private void arc(int from, int to, long room, long cost) {
        ends.add(new int[] {from, to});
        arcs.add(new long[] {room, cost});
        ends.add(new int[] {to, from});
        arcs.add(new long[] {0, -cost});
    }

    private void run(int source, int sink) {
        while (true) {
            long[] distance = new long[nodes];
            int[] by = new int[nodes];
            Arrays.fill(distance, Long.MAX_VALUE / 2);
            distance[source] = 0;
            boolean isChanged = true;
            while (isChanged) {
                isChanged = false;
                for (int arc = 0; arc < arcs.size(); arc++) {
                    long way = distance[ends.get(arc)[0]] + arcs.get(arc)[1];
                    if (arcs.get(arc)[0] > 0 && way < distance[ends.get(arc)[1]]) {
                        distance[ends.get(arc)[1]] = way;
                        by[ends.get(arc)[1]] = arc;
                        isChanged = true;
                    }
                }
            }
            if (distance[sink] >= Long.MAX_VALUE / 4) {
                return;
            }
            push(source, sink, by);
        }
    }

    private void push(int source, int sink, int[] by) {
        long most = Long.MAX_VALUE;
        for (int node = sink; node != source; node = ends.get(by[node])[0]) {
            most = Math.min(most, arcs.get(by[node])[0]);
        }
        for (int node = sink; node != source; node = ends.get(by[node])[0]) {
            arcs.get(by[node])[0] -= most;
            arcs.get(by[node] ^ 1)[0] += most;
            worth -= most * arcs.get(by[node])[1];
        }
    }
}
