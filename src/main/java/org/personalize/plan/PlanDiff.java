package org.personalize.plan;

import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between an older plan and a newer one, person by person. Both come in the order of their ids and neither
 * is kept, so that plans of any size can be compared.
 */
final class PlanDiff {

    private final Iterator<PlanRow> rows;
    private final PlanCauses causes;
    private final PlanDifferences.Taker taker;
    private @Nullable PlanRow next;
    private long unchanged;

    private PlanDiff(Iterator<PlanRow> rows, PlanCauses causes, PlanDifferences.Taker taker) {
        this.rows = rows;
        this.causes = causes;
        this.taker = taker;
        step();
    }

    /**
     * @param rows the newer plan's, everyone once, in the order of their ids
     * @return how many people have the same in both
     */
    static long between(PlanSource older, Iterator<PlanRow> rows, PlanCauses causes, PlanDifferences.Taker taker)
            throws IOException {
        var diff = new PlanDiff(rows, causes, taker);
        older.read(diff::take);
        diff.finish();
        return diff.unchanged;
    }

    private void step() {
        next = rows.hasNext() ? rows.next() : null;
    }

    private void take(PlanRow old) throws IOException {
        while (next != null && CodePoints.ORDER.compare(next.customerId(), old.customerId()) < 0) {
            joined(next);
            step();
        }
        if (next != null && next.customerId().equals(old.customerId())) {
            compare(old, next);
            step();
        } else {
            left(old);
        }
    }

    private void finish() throws IOException {
        for (; next != null; step()) {
            joined(next);
        }
    }

    private void joined(PlanRow row) throws IOException {
        PlanChange.Kind kind = row.isPlanned() ? PlanChange.Kind.ADDED : PlanChange.Kind.STATUS;
        tell(row, kind, "status", "", status(row), "joined the customer file");
    }

    private void left(PlanRow row) throws IOException {
        PlanChange.Kind kind = row.isPlanned() ? PlanChange.Kind.REMOVED : PlanChange.Kind.STATUS;
        tell(row, kind, "status", status(row), "", "left the customer file");
    }

    private void compare(PlanRow old, PlanRow fresh) throws IOException {
        boolean isSame =
                old.isPlanned() && fresh.isPlanned() ? !isMailChanged(old, fresh) : !isStatusChanged(old, fresh);
        unchanged += isSame ? 1 : 0;
    }

    private boolean isStatusChanged(PlanRow old, PlanRow fresh) throws IOException {
        PlanChange.Kind kind = fresh.isPlanned()
                ? PlanChange.Kind.ADDED
                : old.isPlanned() ? PlanChange.Kind.REMOVED : PlanChange.Kind.STATUS;
        return tell(fresh, kind, "status", status(old), status(fresh), causes.of(kind));
    }

    private boolean isMailChanged(PlanRow old, PlanRow fresh) throws IOException {
        boolean isChanged = differs(fresh, PlanChange.Kind.MOVED, "send_at", old.sendAt(), fresh.sendAt());
        isChanged |= differs(fresh, PlanChange.Kind.VARIANT, "variant", old.variant(), fresh.variant());
        isChanged |= differs(fresh, PlanChange.Kind.GROUP, "group", old.group(), fresh.group());
        for (String slot : slots(old, fresh)) {
            if (!fresh.showsSame(slot, old)) {
                isChanged |= differs(fresh, PlanChange.Kind.CONTENT, slot, old.items(slot), fresh.items(slot));
            }
        }
        return isChanged;
    }

    private static Collection<String> slots(PlanRow old, PlanRow fresh) {
        if (old.slots().keySet().equals(fresh.slots().keySet())) {
            return fresh.slots().keySet();
        }
        Set<String> all = new LinkedHashSet<>(fresh.slots().keySet());
        all.addAll(old.slots().keySet());
        return all;
    }

    private boolean differs(PlanRow row, PlanChange.Kind kind, String field, String before, String after)
            throws IOException {
        return tell(row, kind, field, before, after, causes.of(kind));
    }

    private boolean tell(PlanRow row, PlanChange.Kind kind, String field, String before, String after, String why)
            throws IOException {
        if (before.equals(after)) {
            return false;
        }
        taker.take(new PlanChange(row.customerId(), kind, field, before, after, why));
        return true;
    }

    /** {@code planned}, or {@code skipped: no_consent}. */
    private static String status(PlanRow row) {
        return row.reason().isEmpty() ? row.status() : row.status() + ": " + row.reason();
    }
}
