package org.personalize.rhythm;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.measure.Columns;

/** What was learned about when people react, without a word about any one person: settings and shared rhythms. */
public final class RhythmModel {

    /** So many visits move somebody's hour where nobody tried whether fewer would do. */
    private static final double USUAL_EVIDENCE = 3;

    private final ActivityModel activity;
    private final @Nullable ReplyModel replies;
    private final boolean isPersonal;
    private final double leastEvidence;

    /**
     * @param replies learned from mails and what came of them; null where the hours of activity are the better guide
     * @param isPersonal false: one hour for everybody is as good
     * @param leastEvidence how many observations somebody needs for an hour of their own
     */
    RhythmModel(ActivityModel activity, @Nullable ReplyModel replies, boolean isPersonal, double leastEvidence) {
        this.activity = activity;
        this.replies = replies;
        this.isPersonal = isPersonal;
        this.leastEvidence = leastEvidence;
    }

    /** Usual settings, for a campaign that was never trained. */
    public static RhythmModel untrained() {
        return untrained(Set.of());
    }

    /** @param protectedColumns of customers, by which nobody's hours are told from others' */
    public static RhythmModel untrained(Set<String> protectedColumns) {
        return new RhythmModel(ActivityModel.untrained(protectedColumns), null, true, USUAL_EVIDENCE);
    }

    public static RhythmModel of(Columns columns) {
        return new RhythmModel(
                ActivityModel.of(columns.under("activity")),
                columns.has("replies.settings") ? ReplyModel.of(columns.under("replies")) : null,
                columns.ints("personal")[0] == 1,
                columns.number("evidence"));
    }

    public Columns columns() {
        var columns = new Columns()
                .put("personal", new int[] {isPersonal ? 1 : 0})
                .put("evidence", leastEvidence)
                .putAll("activity", activity.columns());
        return replies == null ? columns : columns.putAll("replies", replies.columns());
    }

    ActivityModel activity() {
        return activity;
    }

    @Nullable
    ReplyModel replies() {
        return replies;
    }

    boolean isPersonal() {
        return isPersonal;
    }

    double leastEvidence() {
        return leastEvidence;
    }
}
