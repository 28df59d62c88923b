package org.personalize.ledger;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A sender at work, on a connection of its own.
 *
 * <p>When the line to the database is lost, nobody can tell whether the last commit counted, and others take over as soon
 * as the server knows. From then on this sender claims nothing and finishes nothing: every such call throws. What it
 * already knows about the mails that it held, it may still say, over a new line: an outcome is written where the mail has
 * still this worker and this lease, so that nobody has claimed it since, and is still claimed, finishing or, because
 * somebody took over, doubtful. An accepted mail is also written down where somebody has asked to send it again and
 * nobody has begun to. Where an outcome finds its mail otherwise, whoever took over knows better and it is dropped, but an
 * accepted mail that is neither written down already nor can be, stops the run. All of this can be said twice.
 */
final class SqlShift implements Shift {

    private static final long RECONNECT_WITHIN = TimeUnit.SECONDS.toNanos(8);
    private static final long RECONNECT_PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

    private final Database database;
    private final Database.Seat seat;
    private final long campaign;
    private final long edition;
    private final long worker;
    private final CampaignRules rules;
    private Line line;
    private Recovery recovery;
    private boolean isCut;
    private Instant latest;

    private SqlShift(
            Database database,
            Database.Seat seat,
            Line line,
            long campaign,
            long edition,
            long worker,
            CampaignRules rules,
            Instant now) {
        this.database = database;
        this.seat = seat;
        this.line = line;
        this.campaign = campaign;
        this.edition = edition;
        this.worker = worker;
        this.rules = rules;
        latest = now;
        recovery = Recovery.NOTHING;
    }

    static SqlShift begin(Database database, Edition edition, String who, String host, Instant now)
            throws IOException, Occupied {
        Line line = Line.open(database, Database.Use.SENDING);
        Database.@Nullable Seat seat = null;
        @Nullable SqlShift shift = null;
        try {
            Database.Seat taken =
                    line.transact(session -> database.takeSeat(session, edition.campaign(), host, who, now));
            seat = taken;
            shift = line.transact(session -> arrive(session, taken, line, edition, who, host, now));
            return shift;
        } finally {
            if (shift == null) {
                line.close();
                if (seat != null) {
                    seat.close();
                }
            }
        }
    }

    private static SqlShift arrive(
            Session session, Database.Seat seat, Line line, Edition edition, String who, String host, Instant now)
            throws java.sql.SQLException {
        long campaign = Editions.makeCampaign(session, edition.campaign());
        long worker = session.number(
                "INSERT INTO worker (campaign, host, who, since) VALUES (?, ?, ?, ?) RETURNING id",
                campaign,
                host,
                who,
                now.getEpochSecond());
        session.database().signIn(session, worker);
        Meta.countStep(session);
        var shift = new SqlShift(
                session.database(),
                seat,
                line,
                campaign,
                Editions.make(session, edition),
                worker,
                Editions.rules(session, campaign),
                now);
        Answers.forgetOld(session, campaign, now);
        shift.recovery = Handover.fromDead(session, campaign, worker, now);
        return shift;
    }

    @Override
    public synchronized Recovery recovery() {
        Recovery found = recovery;
        recovery = Recovery.NOTHING;
        return found;
    }

    @Override
    public synchronized List<Claim> claim(String customerId, Instant now, Caps caps) throws IOException {
        refuseWhenCut();
        latest = now;
        return line.transact(session -> Tally.room(session, now, caps) > 0
                ? burden(now)
                        .spare(session, worker, new Claiming(session, campaign, edition, worker).due(customerId, now))
                : List.of());
    }

    @Override
    public synchronized List<Claim> claim(int most, Instant now, Caps caps) throws IOException {
        refuseWhenCut();
        latest = now;
        if (database.isShared()) {
            recovery = recovery.and(line.transact(session -> Handover.fromDead(session, campaign, worker, now)));
        }
        return line.transact(session -> {
            long room = Math.min(most, Tally.room(session, now, caps));
            return room > 0 ? claim(session, room, now) : List.of();
        });
    }

    /** Until some may go, or nothing is due: an empty answer says that nothing is. */
    private List<Claim> claim(Session session, long room, Instant now) throws java.sql.SQLException {
        var claiming = new Claiming(session, campaign, edition, worker);
        Burden burden = burden(now);
        List<Claim> due = claiming.due(room, now);
        List<Claim> free = burden.spare(session, worker, due);
        while (free.isEmpty() && !due.isEmpty()) {
            due = claiming.due(room, now);
            free = burden.spare(session, worker, due);
        }
        return free;
    }

    private Burden burden(Instant now) {
        return new Burden(rules, campaign, now);
    }

    @Override
    public synchronized List<Claim> claimOverdue(int most, Instant now) throws IOException {
        refuseWhenCut();
        latest = now;
        return line.transact(session -> new Claiming(session, campaign, edition, worker).overdue(most, now));
    }

    @Override
    public synchronized List<Claim> claimAll(int most) throws IOException {
        refuseWhenCut();
        return line.transact(session -> new Claiming(session, campaign, edition, worker).all(most));
    }

    @Override
    public synchronized List<Mark> commit(List<Entry> entries, Instant now, Caps caps) throws IOException {
        latest = now;
        if (entries.isEmpty()) {
            return List.of();
        }
        if (!isCut) {
            try {
                return line.transact(session ->
                        new Marking(session, campaign, edition, worker, burden(now), now, caps).write(entries));
            } catch (IOException e) {
                if (!line.isLost()) {
                    throw e;
                }
                isCut = true;
            }
        }
        recordAfterLoss(entries, now);
        return entries.stream().map(entry -> Mark.GRANTED).toList();
    }

    @Override
    public synchronized void makeRoom() throws IOException {
        seat.makeRoom();
    }

    private void recordAfterLoss(List<Entry> entries, Instant now) throws IOException {
        List<Entry> outcomes =
                entries.stream().filter(e -> !(e instanceof Entry.Finish)).toList();
        if (!outcomes.isEmpty()) {
            reconnect();
            List<Entry> unsaid = line.transact(
                    session -> new Marking(session, campaign, edition, worker, burden(now), now, Caps.NONE)
                            .writeAfterLoss(outcomes));
            if (!unsaid.isEmpty()) {
                throw new IllegalStateException(unsaid.size() + " accepted mails are being sent by somebody else");
            }
        }
        if (outcomes.size() < entries.size()) {
            throw lost();
        }
    }

    /** A server that starts again needs a few seconds. */
    private void reconnect() throws IOException {
        long start = System.nanoTime();
        while (line.isLost()) {
            try {
                Line fresh = Line.open(database, Database.Use.SENDING);
                Line gone = line;
                line = fresh;
                gone.close();
            } catch (IOException e) {
                if (System.nanoTime() - start > RECONNECT_WITHIN) {
                    throw e;
                }
                LockSupport.parkNanos(RECONNECT_PAUSE);
            }
        }
    }

    private void refuseWhenCut() throws IOException {
        isCut |= line.isLost();
        if (isCut) {
            throw lost();
        }
    }

    private IOException lost() {
        return new DatabaseFault(
                database.name()
                        + ": the line to the database was lost. Nothing is sent without it; the next run goes on"
                        + " where this one stopped.",
                null);
    }

    /** After a loss the next sender takes over, as from one that died. */
    @Override
    public synchronized void close() throws IOException {
        try (seat;
                Line last = line) {
            if (!isCut && !last.isLost()) {
                giveBack(last);
            }
        }
    }

    private void giveBack(Line last) throws IOException {
        try {
            last.transact(session -> Handover.from(session, worker, latest));
            last.transact(session -> {
                database.signOut(session);
                return true;
            });
        } catch (IOException e) {
            if (!last.isLost()) {
                throw e;
            }
        }
    }
}
