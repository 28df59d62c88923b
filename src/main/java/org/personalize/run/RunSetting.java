package org.personalize.run;

import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.personalize.deliver.Pace;

/**
 * What surrounds one run of sending.
 *
 * @param clock the campaign's clock, which runs on
 * @param nanos the machine's monotonic clock
 * @param limit at most so many mails are begun
 * @param only the customers who may be mailed in this run; empty for everybody
 * @param isOutdated asked now and then while mails go out: whether files should be read again before more do
 * @param optOuts listened to while mails go out
 */
record RunSetting(
        InstantSource clock,
        LongSupplier nanos,
        Brakes brakes,
        Footing footing,
        Pace pace,
        Allowance allowance,
        SendLog log,
        long limit,
        List<String> only,
        BooleanSupplier isOutdated,
        OptOutFiles optOuts) {}
