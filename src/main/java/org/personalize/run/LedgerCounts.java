package org.personalize.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Census;
import org.personalize.ledger.Standings;
import org.personalize.plan.Counts;
import org.personalize.plan.Reason;

/** The counts of an edition as the ledger has them, without reading any file; all zero before it was planned. */
public final class LedgerCounts {

    private static final Census NOTHING_READ = new Census(0, 0, 0, 0, Map.of());

    private LedgerCounts() {}

    /** Whom --limit or --only cut, so that nobody has looked yet whether they get a mail. */
    static long notSelected(Standings at) {
        Census census = at.census() == null ? NOTHING_READ : at.census();
        return census.skipped().getOrDefault(Reason.NOT_SELECTED, 0L)
                + at.skipped().getOrDefault(Reason.NOT_SELECTED, 0L);
    }

    public static Counts of(Standings at, long rendered, List<String> warnings) {
        Census census = at.census() == null ? NOTHING_READ : at.census();
        Map<Reason, Long> skipped = new EnumMap<>(Reason.class);
        skipped.putAll(census.skipped());
        at.skipped().forEach((reason, people) -> skipped.merge(reason, people, Long::sum));
        Long cut = at.brake() == Brake.CANCELLED ? skipped.remove(Reason.NOT_SELECTED) : null;
        if (cut != null) {
            // A later run would have promised them a mail, and none comes any more.
            skipped.merge(Reason.WITHDRAWN, cut, Long::sum);
        }
        return new Counts(
                at.edition().campaign(),
                census.read(),
                census.gone(),
                census.duplicates(),
                census.putAside(),
                skipped,
                at.noMail(),
                at.planned(),
                at.plainMail(),
                rendered,
                at.waiting(),
                at.due(),
                at.accepted(),
                at.deferred(),
                at.refused(),
                at.doubtful(),
                at.expired(),
                at.held(),
                at.brake() == Brake.OFF ? 0 : at.held(),
                warnings);
    }
}
