package org.personalize.ledger;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** What the ledger remembers of itself. */
final class Meta {

    private Meta() {}

    static long steps(Session session) throws SQLException {
        return session.find("SELECT value FROM meta WHERE name = 'runs'", row -> row.getString(1))
                .map(Long::parseLong)
                .orElse(0L);
    }

    static void countStep(Session session) throws SQLException {
        session.update("""
                INSERT INTO meta (name, value) VALUES ('runs', '1')
                ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(meta.value AS integer) + 1 AS text)
                """);
    }

    /** @return the fingerprint that counts from now on: another one than was given, when that is a stranger's */
    static String bindKey(Session session, String fingerprint, Collection<String> replaced) throws SQLException {
        session.update("INSERT INTO meta (name, value) VALUES ('key', ?) ON CONFLICT DO NOTHING", fingerprint);
        for (String old : replaced) {
            session.update("UPDATE meta SET value = ? WHERE name = 'key' AND value = ?", fingerprint, old);
        }
        return key(session).orElse("");
    }

    /** The fingerprint that counts; empty where no key was bound yet. */
    static Optional<String> key(Session session) throws SQLException {
        return session.find("SELECT value FROM meta WHERE name = 'key'", row -> row.getString(1));
    }

    /** The fingerprint that would count if this key were bound. */
    static String key(Session session, String fingerprint, Collection<String> replaced) throws SQLException {
        return key(session).filter(known -> !replaced.contains(known)).orElse(fingerprint);
    }

    /** Another key than the one that counts cannot have made the links that went out. */
    static void refuseOther(Database database, String fingerprint, String known) {
        if (!known.equals(fingerprint)) {
            throw new InputProblem(
                    Place.file(database.name()),
                    "the secret key is another one than when this ledger was made",
                    "Restore the old key file: links in mails that went out were signed with it.");
        }
    }
}
