package org.personalize.run;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.personalize.campaign.Campaign;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Heard;
import org.personalize.ledger.Ledger;
import org.personalize.render.Finding;

/** Looks at what becomes of many mails, and stops the campaign, or a domain, when it is more than some people's own. */
final class Watch {

    /** Each of them keeps a courier for as long as a template may run. */
    private static final int MOST_RUNAWAYS = 20;

    private final Campaign campaign;
    private final Edition edition;
    private final Ledger ledger;
    private final LedgerWriter writer;
    private final RunSetting setting;
    private final StopRule stopRule;
    private final Complaints complaints = new Complaints();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final Set<String> heldDomains = ConcurrentHashMap.newKeySet();
    private final AtomicInteger runaways = new AtomicInteger();

    /** How many answers are missing until a share of them says something. */
    private final AtomicLong silence = new AtomicLong(Long.MAX_VALUE);

    Watch(Material material, Ledger ledger, LedgerWriter writer, RunSetting setting) {
        campaign = material.campaign();
        edition = material.edition();
        this.ledger = ledger;
        this.writer = writer;
        this.setting = setting;
        stopRule = new StopRule(campaign.relay().stopWhen());
    }

    /** To be called before the first mail: what earlier runs heard counts too. */
    void begin() throws IOException {
        silence.set(stopRule.answersUntilShareCounts(heard("")));
    }

    private Heard heard(String domain) throws IOException {
        return ledger.heard(edition, domain, setting.clock().instant().minus(DomainWatch.SPAN));
    }

    /** Why people were held. */
    List<Finding> complaints() {
        return complaints.findings();
    }

    /** What the user should know beside what became of people, a sentence each. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Somebody is held by an error of their mail. One that costs seconds may do so for some people, but not for all. */
    void held(Finding finding) throws IOException {
        complaints.add(finding);
        if (finding.rule().equals(RunawayGuard.RULE) && runaways.incrementAndGet() == MOST_RUNAWAYS) {
            stop("the template broke its limits for " + MOST_RUNAWAYS + " people (" + finding.place() + ": "
                    + finding.message() + "); look there for a loop without an end");
        }
    }

    /** One more was accepted, which makes no share larger; but it may be the one from which on a share counts. */
    void accepted(Claim claim) throws IOException {
        if (silence.decrementAndGet() == 0) {
            look(claim);
        }
    }

    void refused(Claim claim) throws IOException {
        silence.decrementAndGet();
        look(claim);
    }

    /** The rules that look at many are asked, by what the ledger knows of all runs and senders. */
    private void look(Claim claim) throws IOException {
        String domain = claim.promise().mailbox().domain();
        writer.flush();
        Heard heard = heard(domain);
        String why = stopRule.why(heard);
        if (why != null) {
            stop(why);
        }
        if (DomainWatch.isAlarmedBy(heard)) {
            holdDomain(domain);
        }
    }

    /**
     * Holds the rest until somebody has looked. This run knows why before the ledger does: else another courier of it might
     * find the brake there, and take it for somebody else's.
     */
    private void stop(String why) throws IOException {
        setting.brakes().pull(Brakes.Why.STOP_RULE, why);
        ledger.setBrake(campaign.name(), Brake.STOPPED, why, setting.clock().instant());
    }

    /** Whether this run has held the domain: what it had claimed before is not even offered to the relay. */
    boolean isHeld(String domain) {
        return heldDomains.contains(domain);
    }

    /** Also where it is held already: a mail that was in flight then may have suppressed one more of its mailboxes. */
    private void holdDomain(String domain) throws IOException {
        var now = setting.clock().instant();
        heldDomains.add(domain);
        if (ledger.holdDomain(campaign.name(), domain, now.minus(DomainWatch.SPAN), now)) {
            setting.log().write(now, "domain held", campaign.name(), "", domain);
            notes.add("Mail to " + domain + " is held: it says of too many that they do not exist. When somebody has"
                    + " looked, personalize resume goes on with it.");
        }
    }
}
