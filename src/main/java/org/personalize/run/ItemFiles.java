package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.personalize.campaign.Campaign;
import org.personalize.problem.InputProblem;

/** Whether the item files are others by now than those that a run has read, by their sizes and times. */
final class ItemFiles {

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Campaign campaign;
    private final LongSupplier nanos;
    private final Map<Path, Look> read;
    private Map<Path, Look> last;
    private long lookedAt;

    /** To be made before the files are read, so that one which changes meanwhile counts as changed. */
    ItemFiles(Campaign campaign, LongSupplier nanos) {
        this.campaign = campaign;
        this.nanos = nanos;
        read = look();
        last = read;
        lookedAt = nanos.getAsLong();
    }

    /** True once they have changed and were then left alone for a while: a file that is being written is not read yet. */
    boolean haveChanged() {
        if (nanos.getAsLong() - lookedAt < PAUSE_NANOS) {
            return false;
        }
        lookedAt = nanos.getAsLong();
        Map<Path, Look> before = last;
        last = look();
        return !last.isEmpty() && last.equals(before) && !last.equals(read);
    }

    /** Nothing while a file is away, as in the moment in which another takes its place. */
    private Map<Path, Look> look() {
        Map<Path, Look> looks = new HashMap<>();
        try {
            for (Inputs.Input input : Inputs.of(campaign)) {
                if (input.isItems()) {
                    looks.put(input.file(), Look.at(input.file()));
                }
            }
        } catch (IOException | InputProblem e) {
            return Map.of();
        }
        return looks;
    }
}
