package org.personalize.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a live send is asked for.
 *
 * @param clock the campaign's clock, which runs on
 * @param nanos the machine's monotonic clock
 * @param who names this process to others
 * @param host one sender per host, where several machines send
 * @param maxRuntime null for any time
 * @param log null for none
 * @param resendsDoubtful mails that may have arrived are sent again
 * @param plan the plan to be sent as it is; null to plan who is not planned
 * @param question asked before the first mail, with what would be sent; false means no
 */
public record SendOrders(
        InstantSource clock,
        LongSupplier nanos,
        String who,
        String host,
        @Nullable Duration maxRuntime,
        @Nullable Path log,
        boolean resendsDoubtful,
        @Nullable Path plan,
        Predicate<Story> question) {

    /** Without a plan of its own. */
    public SendOrders(
            InstantSource clock,
            LongSupplier nanos,
            String who,
            String host,
            @Nullable Duration maxRuntime,
            @Nullable Path log,
            boolean resendsDoubtful,
            Predicate<Story> question) {
        this(clock, nanos, who, host, maxRuntime, log, resendsDoubtful, null, question);
    }

    long runtimeNanos() {
        return maxRuntime == null ? Long.MAX_VALUE : maxRuntime.toNanos();
    }
}
