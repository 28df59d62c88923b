package org.personalize.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Mailbox;
import org.personalize.plan.LedgerFacts;
import org.personalize.plan.Reason;

/** A ledger in a database: which table answers what. */
final class SqlLedger implements Ledger {

    private final Database database;
    private final Connections connections;

    private SqlLedger(Database database, boolean isReadOnly) {
        this.database = database;
        this.connections = new Connections(database, isReadOnly);
    }

    Connections connections() {
        return connections;
    }

    static Ledger open(Database database) throws IOException {
        database.prepare();
        var ledger = new SqlLedger(database, false);
        return ledger.keptIf(session -> {
                    Schema.migrate(session);
                    return true;
                })
                .orElseThrow();
    }

    static Optional<Ledger> openExisting(Database database) throws IOException {
        return database.exists() ? new SqlLedger(database, true).keptIf(Schema::isReadable) : Optional.empty();
    }

    /** Closed again where the tables are not there, or something went wrong. */
    private Optional<Ledger> keptIf(Line.Work<Boolean, RuntimeException> isReady) throws IOException {
        boolean isKept = false;
        try {
            isKept = connections.isReadOnly() ? connections.read(isReady) : connections.write(isReady);
            return isKept ? Optional.of(this) : Optional.empty();
        } finally {
            if (!isKept) {
                close();
            }
        }
    }

    @Override
    public long steps() throws IOException {
        return connections.read(Meta::steps);
    }

    @Override
    public void countStep() throws IOException {
        connections.change(Meta::countStep);
    }

    @Override
    public void bindKey(String fingerprint, Collection<String> replaced) throws IOException {
        String known = connections.write(session -> Meta.bindKey(session, fingerprint, replaced));
        Meta.refuseOther(database, fingerprint, known);
    }

    @Override
    public void enroll(String campaign, String file, Predicate<String> isThere) throws IOException {
        Editions.refuseOther(
                campaign, file, connections.write(session -> Editions.enroll(session, campaign, file)), isThere);
    }

    @Override
    public boolean knowsKey() throws IOException {
        return connections.read(session -> Meta.key(session).isPresent());
    }

    @Override
    public void checkKey(String fingerprint, Collection<String> replaced) throws IOException {
        Meta.refuseOther(database, fingerprint, connections.read(session -> Meta.key(session, fingerprint, replaced)));
    }

    @Override
    public void checkName(String campaign, String file, Predicate<String> isThere) throws IOException {
        Editions.refuseOther(
                campaign, file, connections.read(session -> Editions.file(session, campaign, file)), isThere);
    }

    @Override
    public void rule(String campaign, CampaignRules rules) throws IOException {
        connections.change(session -> Editions.rule(session, campaign, rules));
    }

    @Override
    public String stateBeside(Edition edition) throws IOException {
        return connections.read(session ->
                Editions.othersThan(session, edition) + Suppressions.state(session) + SegmentTable.state(session));
    }

    @Override
    public Segments segments(Path folder) {
        return new Segments(connections, folder);
    }

    @Override
    public void rows(Edition edition, Consumer<Row> each) throws IOException {
        connections.look(session -> PromiseColumns.each(session, Editions.find(session, edition), each));
    }

    @Override
    public List<String> revise(Edition edition, Iterable<Change> changes, Census census, Instant now)
            throws IOException {
        return connections.write(session -> {
            long id = Editions.make(session, edition);
            List<String> taken = new Revision(session, id).make(changes);
            Editions.notePlan(session, id, census);
            return taken;
        });
    }

    @Override
    public LedgerFacts facts(Edition edition, Instant since) throws IOException {
        return connections.read(session -> PastMails.read(session, Editions.find(session, edition), since));
    }

    @Override
    public Shift begin(Edition edition, String who, String host, Instant now) throws IOException, Occupied {
        connections.refuseToWrite();
        Shift shift = SqlShift.begin(database, edition, who, host, now);
        connections.becomePatient();
        return shift;
    }

    @Override
    public List<String> resendDoubtful(Edition edition, List<String> customers, int most) throws IOException {
        return connections.write(
                session -> Revision.sendDoubtfulAgain(session, Editions.find(session, edition), customers, most));
    }

    @Override
    public Standings standings(Edition edition, Instant now) throws IOException {
        return connections.read(session -> Counting.of(session, edition, now));
    }

    @Override
    public boolean isAnythingDue(Edition edition, Instant now) throws IOException {
        return connections.read(session -> Editions.isAnythingDue(session, edition, now));
    }

    @Override
    public List<Edition> unfinished(String campaign) throws IOException {
        return connections.read(session -> Editions.unfinished(session, campaign));
    }

    @Override
    public List<Edition> inHand(String campaign) throws IOException {
        return connections.read(session -> Editions.inHand(session, campaign));
    }

    @Override
    public List<Edition> editions(String campaign) throws IOException {
        return connections.read(session -> Editions.all(session, campaign));
    }

    @Override
    public List<Edition> editions() throws IOException {
        return connections.read(Editions::all);
    }

    @Override
    public Optional<Edition> latest(String campaign) throws IOException {
        return connections.read(session -> Editions.latest(session, campaign));
    }

    @Override
    public long handedOver(LocalDate day) throws IOException {
        return connections.read(session -> Tally.day(session, day));
    }

    @Override
    public @Nullable LocalDate firstDay() throws IOException {
        return connections
                .read(session -> Optional.ofNullable(Tally.firstDay(session)))
                .orElse(null);
    }

    @Override
    public Brake brake(String campaign) throws IOException {
        return connections.read(session -> Brakes.of(session, campaign));
    }

    @Override
    public Map<String, Instant> heldDomains(String campaign) throws IOException {
        return connections.read(session -> Counting.heldDomains(session, Editions.campaign(session, campaign)));
    }

    /** The brake works at once; taking back a million mails takes a while, in which others go on writing. */
    @Override
    public void setBrake(String campaign, Brake brake, String why, Instant now) throws IOException {
        connections.change(session -> Brakes.set(session, campaign, brake, why, now));
        if (brake == Brake.CANCELLED) {
            boolean isMore = true;
            while (isMore) {
                isMore = connections.write(session -> Brakes.takeSomeBack(session, campaign));
            }
        }
    }

    @Override
    public boolean holdDomain(String campaign, String domain, Instant lift, Instant now) throws IOException {
        return connections.write(session -> Brakes.holdDomain(session, campaign, domain, lift, now));
    }

    @Override
    public Heard heard(Edition edition, String domain, Instant since) throws IOException {
        return connections.read(session -> Answers.of(session, edition, domain, since));
    }

    @Override
    public boolean suppress(Mailbox mailbox, Reason reason, String source, Instant now) throws IOException {
        return connections.write(
                session -> Suppressions.add(session, mailbox.foldedKey(), Suppression.NOBODY, reason, source, now));
    }

    @Override
    public void keep(List<Suppression> told, List<Suppression> lifted, Instant now) throws IOException {
        connections.change(session -> Suppressions.keep(session, told, lifted, now));
    }

    @Override
    public int lift(Mailbox mailbox, Instant now) throws IOException {
        return connections.write(session -> Suppressions.lift(session, mailbox, now));
    }

    @Override
    public int lift(String customer, Instant now) throws IOException {
        return connections.write(session -> Suppressions.lift(session, customer, now));
    }

    @Override
    public String suppressionsState() throws IOException {
        return connections.read(Suppressions::state);
    }

    @Override
    public void suppressions(Consumer<Suppression> each) throws IOException {
        connections.look(session -> Suppressions.each(session, each));
    }

    @Override
    public List<InputStamp> stamps(Edition edition) throws IOException {
        return connections.read(session -> Stamps.of(session, Editions.find(session, edition)));
    }

    @Override
    public String goneState(String campaign) throws IOException {
        return connections.read(session -> Editions.gone(session, campaign));
    }

    @Override
    public void stamp(Edition edition, List<InputStamp> stamps, @Nullable Instant nextChange) throws IOException {
        connections.change(session -> Stamps.write(session, Editions.make(session, edition), stamps, nextChange));
    }

    @Override
    public @Nullable Instant nextChange(Edition edition) throws IOException {
        return connections
                .read(session -> Optional.ofNullable(Stamps.nextChange(session, Editions.find(session, edition))))
                .orElse(null);
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }
}
