package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.personalize.csv.RejectLimit;
import org.personalize.run.PlanOrders;
import org.personalize.run.PlanRun;
import org.personalize.run.Progress;
import org.personalize.run.Request;
import org.personalize.run.Selection;
import org.personalize.run.StopSignal;

/** Planning that is asked to stop at the first look for a signal, at the second, and so on until it is done before. */
class StoppedPlanTest extends AtARelay {

    private static final int PEOPLE = 40;

    @Test
    void whereverPlanningIsStoppedEverybodyIsPromisedOrNobody() throws IOException {
        Shop shop = Shop.of(folder, relay, PEOPLE);
        Path out = folder.resolve("plan.csv");
        int stops = 0;
        while (isStopped(shop, out, stops + 1)) {
            stops++;
            assertThat(promised(shop)).as("stopped at look %d", stops).isZero();
            assertThat(out).doesNotExist();
        }

        assertThat(stops).as("it looked while it wrote down each of them").isGreaterThan(PEOPLE);
        assertThat(promised(shop)).isEqualTo(PEOPLE);
        assertThat(out).isNotEmptyFile();
    }

    private boolean isStopped(Shop shop, Path out, int look) throws IOException {
        var looks = new AtomicInteger();
        var request = new Request(
                shop.folder.resolve(shop.campaign),
                Instant.parse("2026-03-02T09:00:00Z"),
                RejectLimit.DEFAULT,
                Map.of(),
                Progress.NONE,
                () -> looks.incrementAndGet() >= look);
        try {
            PlanRun.run(request, Selection.EVERYBODY, new PlanOrders(out, null, null, false, false), "test");
            return false;
        } catch (StopSignal.Stopped e) {
            return true;
        }
    }

    private long promised(Shop shop) throws IOException {
        return Files.exists(folder.resolve("personalize.db"))
                ? shop.rows(Instant.parse("2026-03-02T09:00:00Z")).size()
                : 0;
    }
}
