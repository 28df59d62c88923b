package org.personalize.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A disk or a ledger failed in the midst of sending: some mails had left by then, and whoever looks must know of them. */
public final class BrokenOff extends IOException {

    private static final long serialVersionUID = 1L;

    private final IOException disk;
    private final String campaign;
    private final long accepted;
    private final long unwritten;

    private BrokenOff(IOException disk, String campaign, long accepted, long unwritten) {
        super(disk.getMessage(), disk);
        this.disk = disk;
        this.campaign = campaign;
        this.accepted = accepted;
        this.unwritten = unwritten;
    }

    /**
     * @param first what the run was broken off for; null where only the last fault is known
     * @param unwritten of the accepted ones, those whose acceptance the ledger could not take down
     */
    static BrokenOff of(@Nullable Throwable first, Exception last, String campaign, long accepted, long unwritten) {
        boolean isDisk = first instanceof IOException || first instanceof UncheckedIOException;
        return new BrokenOff(disk(first == null || !isDisk ? last : first), campaign, accepted, unwritten);
    }

    private static IOException disk(Throwable failure) {
        if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return unchecked.getCause();
        }
        return failure instanceof IOException checked ? checked : new IOException(failure);
    }

    public IOException disk() {
        return disk;
    }

    public String campaign() {
        return campaign;
    }

    public long accepted() {
        return accepted;
    }

    /** What had left, and who knows of it, in words. */
    public String words() {
        if (accepted == 0) {
            return "No mail was accepted by the relay in this run before that.";
        }
        String left = String.format(Locale.ROOT, accepted == 1 ? "%,d mail was" : "%,d mails were", accepted)
                + " accepted by the relay in this run before that; ";
        return unwritten == 0
                ? left + "the ledger knows " + (accepted == 1 ? "it." : "each of them.")
                : left + String.format(Locale.ROOT, "%,d of them could not be written down", unwritten)
                        + " and will count as doubtful.";
    }
}
