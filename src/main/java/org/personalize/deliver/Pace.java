package org.personalize.deliver;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many mails a second, to all and to one mailbox provider: evenly spread, as each mail moves the moment of the next.
 * What an idle time left unused is lost but for a tenth of a second's worth, which makes good for a late wake-up. For use
 * by many threads.
 */
public final class Pace {

    private static final double SECOND = 1e9;

    /** How much may be made up for. */
    private static final long SLACK_NANOS = 100_000_000;

    private final LongSupplier nanos;
    private final Rhythm all;
    private final Map<String, Rhythm> domains = new HashMap<>();

    /**
     * @param perSecond 0 for no limit; fractions are fine
     * @param perDomain by domain, in ASCII
     * @param nanos the monotonic clock
     */
    public Pace(double perSecond, Map<String, Double> perDomain, LongSupplier nanos) {
        this.nanos = nanos;
        this.all = new Rhythm(perSecond, nanos.getAsLong());
        perDomain.forEach(
                (domain, rate) -> domains.put(domain.toLowerCase(Locale.ROOT), new Rhythm(rate, nanos.getAsLong())));
    }

    /** Whether mails may go as they come, to everybody. */
    public boolean isFree() {
        return all.isFree() && domains.isEmpty();
    }

    /** How long until a mail may go to this domain; 0 for now. */
    public synchronized long nanosUntilReady(String domain) {
        long now = nanos.getAsLong();
        Rhythm own = domains.get(domain);
        return Math.max(all.left(now), own == null ? 0 : own.left(now));
    }

    /** Counts a mail, whether or not it was its time. */
    public synchronized void take(String domain) {
        long now = nanos.getAsLong();
        all.take(now);
        Rhythm own = domains.get(domain);
        if (own != null) {
            own.take(now);
        }
    }

    /** The moment of the next mail. Differences only, as the clock may start anywhere. */
    private static final class Rhythm {
        private final double interval;
        private long next;
        private double rest;

        Rhythm(double perSecond, long now) {
            this.interval = perSecond > 0 ? SECOND / perSecond : 0;
            this.next = now;
        }

        boolean isFree() {
            return interval == 0;
        }

        long left(long now) {
            return isFree() ? 0 : Math.max(0, next - now);
        }

        void take(long now) {
            long from = Math.max(next - now, -slack()) + now;
            double step = interval + rest;
            long whole = (long) step;
            rest = step - whole;
            next = from + whole;
        }

        /** None where mails are further apart than that. */
        private long slack() {
            return interval < SLACK_NANOS ? SLACK_NANOS : 0;
        }
    }
}
