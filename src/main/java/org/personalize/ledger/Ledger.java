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

/**
 * The workspace's memory. Every method is one transaction, durable when it returns; an {@link IOException} is the disk's
 * or the database's fault, an {@link org.personalize.problem.InputProblem} the user's.
 */
public interface Ledger extends AutoCloseable {

    /**
     * Opens a ledger to write in it, and makes it where there is none.
     *
     * @param address the absolute path of an SQLite file, or {@code jdbc:postgresql://…}
     */
    static Ledger open(String address) throws IOException {
        return SqlLedger.open(Database.at(address));
    }

    /** Opens a ledger only to read it; empty where there is none. Changes nothing, whoever owns the file or its folder. */
    static Optional<Ledger> openExisting(String address) throws IOException {
        return SqlLedger.openExisting(Database.at(address));
    }

    /** What tells a ledger from others, without a user's name or a password. */
    static String nameOf(String address) {
        return Database.at(address).name();
    }

    // The workspace

    /** How far the ledger has come: one step with every {@link #begin}, and those that a run counts while it sends. */
    long steps() throws IOException;

    /** One step more, by which the ledger is told from any copy that was made before. */
    void countStep() throws IOException;

    /**
     * Remembers the secret key's fingerprint; another one than before is an InputProblem, unless it is one of those that
     * the key replaced.
     */
    void bindKey(String fingerprint, Collection<String> replaced) throws IOException;

    /**
     * Remembers which file a campaign's name belongs to; another file with that name is an InputProblem.
     *
     * @param isThere whether the other file still exists: a file that was renamed has another way out than a copy
     */
    void enroll(String campaign, String file, Predicate<String> isThere) throws IOException;

    /** Whether a secret key's fingerprint is remembered, as it is once a mail may have been signed with it. */
    boolean knowsKey() throws IOException;

    /** Refuses what {@link #bindKey} would refuse, and remembers nothing. */
    void checkKey(String fingerprint, Collection<String> replaced) throws IOException;

    /** Refuses what {@link #enroll} would refuse, and remembers nothing. */
    void checkName(String campaign, String file, Predicate<String> isThere) throws IOException;

    /** Remembers what a campaign asks of the mails of all others. */
    void rule(String campaign, CampaignRules rules) throws IOException;

    /**
     * What came of the mails, as far as it was taken in.
     *
     * @param folder where it is kept; there need be none yet
     */
    Segments segments(Path folder);

    // Plans

    /** Everybody with a row, in no particular order, without keeping them in memory. */
    void rows(Edition edition, Consumer<Row> each) throws IOException;

    /**
     * Makes the ledger agree with a plan, all of it or nothing.
     *
     * @return customers without a row whose mailbox has one of somebody else in this edition, and who were not added
     */
    List<String> revise(Edition edition, Iterable<Change> changes, Census census, Instant now) throws IOException;

    /** What planning must know of all campaigns, read at once; the edition's own promises are left out of it. */
    LedgerFacts facts(Edition edition, Instant since) throws IOException;

    /** Another text whenever mails of other editions or suppressions have changed: what a plan can follow from. */
    String stateBeside(Edition edition) throws IOException;

    // Sending

    /**
     * @param who names this sender to others, such as {@code process 4711 on mail1}
     * @param host one sender per campaign and host on PostgreSQL
     */
    Shift begin(Edition edition, String who, String host, Instant now) throws IOException, Occupied;

    /**
     * Doubtful mails become due again, because somebody asked for it.
     *
     * @param customers of these alone; none for everybody
     * @param most at most so many, those first that were promised first
     * @return the customers whose mails these are
     */
    List<String> resendDoubtful(Edition edition, List<String> customers, int most) throws IOException;

    Standings standings(Edition edition, Instant now) throws IOException;

    /** The edition that was planned last, for commands that ask about a campaign. */
    Optional<Edition> latest(String campaign) throws IOException;

    /** Mails handed to the relay within a UTC day, over all campaigns. */
    long handedOver(LocalDate day) throws IOException;

    /** The first UTC day on which a mail was handed over; null before that. */
    @Nullable
    LocalDate firstDay() throws IOException;

    /** Whether a claim would find something, be it overdue; what a held domain keeps back is not due before it is overdue. */
    boolean isAnythingDue(Edition edition, Instant now) throws IOException;

    /** All of the campaign's editions that were ever planned, the oldest first. */
    List<Edition> editions(String campaign) throws IOException;

    /** Every campaign's editions that were ever planned, the oldest first. */
    List<Edition> editions() throws IOException;

    /** The campaign's editions in which some mails have no final outcome, the oldest first. */
    List<Edition> unfinished(String campaign) throws IOException;

    /** The campaign's editions of which senders hold mails, whether they live or died. */
    List<Edition> inHand(String campaign) throws IOException;

    // Brakes

    /** Domain to the moment since which its mails are kept back. */
    Map<String, Instant> heldDomains(String campaign) throws IOException;

    Brake brake(String campaign) throws IOException;

    /**
     * Seen by every sender before its next claim and its next finishing mark. Cancelling takes back, as withdrawn,
     * whatever is not final, in several transactions after the brake's own; asked for again, it goes on with that. A cancelled campaign stays so: asking for anything else is an InputProblem. {@link
     * Brake#OFF} also frees held domains, and what relays have answered so far counts no more in {@link #heard}.
     */
    void setBrake(String campaign, Brake brake, String why, Instant now) throws IOException;

    /**
     * Holds a domain in a campaign, and lifts the suppressions that its answers caused since a moment.
     *
     * @return false when it was held already
     */
    boolean holdDomain(String campaign, String domain, Instant lift, Instant now) throws IOException;

    /** What relays have answered in this edition, by whichever sender, and of one domain since a moment within the last hour. */
    Heard heard(Edition edition, String domain, Instant since) throws IOException;

    // Suppressions

    /** @return false when it already counted */
    boolean suppress(Mailbox mailbox, Reason reason, String source, Instant now) throws IOException;

    /**
     * Keeps what files say, each with the moment at which it was said, and lifts what a later subscription took back; all
     * or nothing.
     */
    void keep(List<Suppression> told, List<Suppression> lifted, Instant now) throws IOException;

    /**
     * Lifts what holds for a mailbox, and for its owner wherever they are now.
     *
     * @return how many were lifted
     */
    int lift(Mailbox mailbox, Instant now) throws IOException;

    /** The same for a customer, by id. */
    int lift(String customer, Instant now) throws IOException;

    /** Another text than before whenever a suppression was added or lifted. */
    String suppressionsState() throws IOException;

    /** In the order of their mailboxes. */
    void suppressions(Consumer<Suppression> each) throws IOException;

    // Cheap runs

    List<InputStamp> stamps(Edition edition) throws IOException;

    /** Another text than before whenever a mail of this campaign has gone. */
    String goneState(String campaign) throws IOException;

    /** @param nextChange the next moment at which the plan could change by itself; null for never */
    void stamp(Edition edition, List<InputStamp> stamps, @Nullable Instant nextChange) throws IOException;

    @Nullable
    Instant nextChange(Edition edition) throws IOException;

    @Override
    void close() throws IOException;
}
