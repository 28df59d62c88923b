package org.personalize.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.personalize.ledger.Shift.Recovery;

/** What becomes of the mails of a sender that is gone. */
final class Handover {

    /** In the words of the index, and then more narrowly. */
    private static final String HELD_BY = " WHERE worker = ? AND state IN ('claimed', 'finishing') AND state = ";

    private static final String GIVE_BACK = "UPDATE mail SET state = " + Conditions.STATE_WHEN_GIVEN_BACK
            + ", worker = NULL" + HELD_BY + "'claimed'" + " RETURNING customer";

    /** The worker stays on it: should it live after all and know the answer, it may say so. */
    private static final String DOUBT = "UPDATE mail SET state = 'doubtful', reason = NULL, done_at = ?, answer = ?"
            + HELD_BY + "'finishing'" + " RETURNING customer";

    static final String WHY = "its sender ended when the final dot may have been on its way";

    private Handover() {}

    /** Takes over from all workers of a campaign that are certainly dead. */
    static Recovery fromDead(Session session, long campaign, long me, Instant now) throws SQLException {
        Recovery left = Recovery.NOTHING;
        for (long dead : session.list(session.database().deadWorkers(), row -> row.getLong(1), campaign, me)) {
            left = left.and(from(session, dead, now));
        }
        return left;
    }

    static Recovery from(Session session, long worker, Instant now) throws SQLException {
        List<String> givenBack = session.list(GIVE_BACK, row -> row.getString(1), worker);
        List<String> doubtful = session.list(DOUBT, row -> row.getString(1), now.getEpochSecond(), WHY, worker);
        session.update("DELETE FROM worker WHERE id = ?", worker);
        return new Recovery(givenBack, doubtful);
    }
}
