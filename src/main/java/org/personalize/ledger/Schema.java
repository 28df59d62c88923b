package org.personalize.ledger;

import java.sql.SQLException;
import java.util.List;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** The tables, and the way from every older version of them to the newest. There is no way back. */
final class Schema {

    /**
     * The first version. Moments are seconds since 1970. A mail's reason is set while it is skipped; on a mail that a sender
     * holds it means that somebody took it back meanwhile.
     */
    private static final String FIRST = """
            CREATE TABLE meta (name <text> PRIMARY KEY, value <text> NOT NULL);
            CREATE TABLE word (id <identity>, text <text> NOT NULL UNIQUE);
            CREATE TABLE campaign (
              id <identity>,
              name <text> NOT NULL UNIQUE,
              file <text>,
              brake <text> NOT NULL DEFAULT 'off' CHECK (brake IN ('off', 'paused', 'stopped', 'cancelled')),
              brake_why <text> NOT NULL DEFAULT '',
              brake_since bigint);
            CREATE TABLE edition (
              id <identity>,
              campaign bigint NOT NULL REFERENCES campaign (id),
              occurrence <text> NOT NULL,
              planned bigint NOT NULL DEFAULT 0,
              census <text>,
              next_change <text>,
              UNIQUE (campaign, occurrence));
            CREATE TABLE mail (
              id <identity>,
              edition bigint NOT NULL REFERENCES edition (id),
              customer <text> NOT NULL,
              local <text> NOT NULL,
              domain <text> NOT NULL,
              folded <text>,
              state <text> NOT NULL CHECK (state IN ('planned', 'claimed', 'finishing', 'deferred', 'accepted',
                'refused', 'doubtful', 'expired', 'held', 'skipped', 'no_mail')),
              reason <text>,
              due bigint NOT NULL,
              closes bigint NOT NULL,
              attempts integer NOT NULL DEFAULT 0,
              first_tried bigint,
              lease integer NOT NULL DEFAULT 0,
              worker bigint,
              done_at bigint,
              answer <text> NOT NULL DEFAULT '',
              relay_id <text>,
              send_at bigint NOT NULL,
              zone bigint NOT NULL,
              variant bigint NOT NULL,
              variant_chance double precision NOT NULL,
              hour_chance double precision NOT NULL,
              grp <text> NOT NULL,
              slots <text> NOT NULL,
              CHECK (state <> 'skipped' OR reason IS NOT NULL),
              UNIQUE (edition, customer),
              UNIQUE (edition, domain, local));
            CREATE INDEX mail_due ON mail (edition, due, state) WHERE state IN ('planned', 'deferred');
            CREATE INDEX mail_closing ON mail (edition, closes) WHERE state IN ('planned', 'deferred');
            CREATE INDEX mail_counted ON mail (edition, state, reason, grp);
            CREATE INDEX mail_held_by ON mail (worker) WHERE state IN ('claimed', 'finishing');
            CREATE TABLE worker (
              id <identity>,
              campaign bigint NOT NULL REFERENCES campaign (id),
              host <text> NOT NULL,
              who <text> NOT NULL,
              since bigint NOT NULL);
            CREATE TABLE tally (hour bigint PRIMARY KEY, granted bigint NOT NULL);
            CREATE TABLE held_domain (
              campaign bigint NOT NULL REFERENCES campaign (id),
              domain <text> NOT NULL,
              since bigint NOT NULL,
              PRIMARY KEY (campaign, domain));
            CREATE TABLE suppression (
              id <identity>,
              mailbox <text> NOT NULL,
              domain <text> NOT NULL,
              reason <text> NOT NULL,
              since bigint NOT NULL,
              source <text> NOT NULL,
              campaign bigint NOT NULL,
              lifted_at bigint);
            CREATE UNIQUE INDEX suppression_in_force ON suppression (mailbox, reason, source, campaign)
              WHERE lifted_at IS NULL;
            CREATE TABLE stamp (
              edition bigint NOT NULL REFERENCES edition (id),
              file <text> NOT NULL,
              bytes bigint NOT NULL,
              changed <text> NOT NULL,
              hash <text> NOT NULL,
              PRIMARY KEY (edition, file));
            """;

    /** What relays said lately, by minutes since 1970, so that rules which look at many mails need not read them. */
    private static final String ANSWERS = """
            CREATE TABLE edition_answers (
              edition bigint PRIMARY KEY REFERENCES edition (id),
              refused_in_a_row bigint NOT NULL,
              answers bigint NOT NULL,
              missing bigint NOT NULL);
            CREATE TABLE domain_answers (
              campaign bigint NOT NULL REFERENCES campaign (id),
              domain <text> NOT NULL,
              minute bigint NOT NULL,
              answers bigint NOT NULL,
              missing bigint NOT NULL,
              PRIMARY KEY (campaign, domain, minute));
            """;

    /** What campaigns ask of each other's mails, and when an edition sent its last. */
    private static final String RULES = """
            ALTER TABLE campaign ADD COLUMN priority integer NOT NULL DEFAULT 0;
            ALTER TABLE campaign ADD COLUMN quiet_days integer NOT NULL DEFAULT 0;
            ALTER TABLE campaign ADD COLUMN max_per_week integer NOT NULL DEFAULT 0;
            ALTER TABLE campaign ADD COLUMN repeat_after bigint NOT NULL DEFAULT 0;
            ALTER TABLE edition ADD COLUMN last_out bigint;
            """;

    /** The files of what was taken in, each with what it was when it was written. */
    private static final String SEGMENTS = """
            CREATE TABLE segment (
              id <identity>,
              name <text> NOT NULL UNIQUE,
              bytes bigint NOT NULL,
              sha256 <text> NOT NULL,
              events bigint NOT NULL,
              first_second bigint NOT NULL,
              last_second bigint NOT NULL,
              added bigint NOT NULL);
            """;

    /** Whose opt-out it is, so that it also holds for the person's next mailbox; blank where only a mailbox is known. */
    private static final String PERSONS = """
            ALTER TABLE suppression ADD COLUMN customer <text> NOT NULL DEFAULT '';
            DROP INDEX suppression_in_force;
            CREATE UNIQUE INDEX suppression_in_force ON suppression (mailbox, customer, reason, source, campaign)
              WHERE lifted_at IS NULL;
            CREATE INDEX suppression_of_person ON suppression (customer) WHERE lifted_at IS NULL;
            """;

    /** What the files of events hold, for machines that share the ledger and not their folders. */
    private static final String COPIES = """
            CREATE TABLE segment_copy (name <text> PRIMARY KEY, bytes <bytes> NOT NULL);
            """;

    /** What leads from each version to the next; only ever added to. */
    private static final List<String> STEPS = List.of(FIRST, ANSWERS, RULES, SEGMENTS, PERSONS, COPIES);

    /** Since this version all is there that is read by those who change nothing; only a sender needs what came later. */
    private static final int OLDEST_READABLE = 1;

    private Schema() {}

    /** Whether campaigns say what they ask of each other's mails: a ledger that is only read may be older than that. */
    static boolean knowsRules(Session session) throws SQLException {
        return version(session) > STEPS.indexOf(RULES);
    }

    /** Whether anything can have been taken in: a ledger that is only read may be older than that. */
    static boolean knowsSegments(Session session) throws SQLException {
        return version(session) > STEPS.indexOf(SEGMENTS);
    }

    /** Whether suppressions say whose they are: a ledger that is only read may be older than that. */
    static boolean knowsPersons(Session session) throws SQLException {
        return version(session) > STEPS.indexOf(PERSONS);
    }

    /** Whether it keeps copies of the files of events: a ledger that is only read may be older than that. */
    static boolean knowsCopies(Session session) throws SQLException {
        return version(session) > STEPS.indexOf(COPIES);
    }

    /** Makes the tables, or brings them up to date. */
    static void migrate(Session session) throws SQLException {
        session.database().refuseStrangers(session);
        session.database().makeReady(session);
        int version = version(session);
        refuseNewer(session, version);
        for (int step = version; step < STEPS.size(); step++) {
            for (String statement : STEPS.get(step).split(";\n", -1)) {
                if (!statement.isBlank()) {
                    session.execute(statement);
                }
            }
        }
        if (version < STEPS.size()) {
            session.update("""
                    INSERT INTO meta (name, value) VALUES ('version', ?)
                    ON CONFLICT (name) DO UPDATE SET value = excluded.value
                    """, String.valueOf(STEPS.size()));
        }
    }

    /** @return false where there is nothing yet */
    static boolean isReadable(Session session) throws SQLException {
        session.database().refuseStrangers(session);
        int version = version(session);
        refuseNewer(session, version);
        if (version > 0 && version < OLDEST_READABLE) {
            throw new InputProblem(
                    Place.file(session.database().name()),
                    "this ledger was made by an older version",
                    "The next `plan` or `send` brings it up to date.");
        }
        return version > 0;
    }

    private static void refuseNewer(Session session, int version) {
        if (version > STEPS.size()) {
            throw new InputProblem(
                    Place.file(session.database().name()),
                    "this ledger was made by a newer version",
                    "Use that version of the program, or a newer one.");
        }
    }

    /** 0 for nothing. */
    private static int version(Session session) throws SQLException {
        return session.database().hasTables(session)
                ? Integer.parseInt(
                        session.find("SELECT value FROM meta WHERE name = 'version'", row -> row.getString(1))
                                .orElse("0"))
                : 0;
    }
}
