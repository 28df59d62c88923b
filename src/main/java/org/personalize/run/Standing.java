package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Comings;
import org.personalize.campaign.Demand;
import org.personalize.campaign.Occurrence;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Standings;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** Where a campaign stands, and the brakes that somebody can put on it. Reads the campaign file and the ledger only. */
public final class Standing {

    private static final Set<Demand> DEMANDS = EnumSet.of(Demand.LEDGER);

    private Standing() {}

    /** The edition that now is, or else the one that was planned last. */
    public static Standings of(Request request) throws IOException {
        Campaign campaign = CampaignFile.read(request.campaign(), request.environment(), DEMANDS);
        Optional<Ledger> found = WorkspaceLedger.toRead(campaign);
        if (found.isEmpty()) {
            return Standings.nothing(edition(campaign, request.now()));
        }
        try (Ledger ledger = found.get()) {
            return of(campaign, ledger, request.now());
        }
    }

    private static Standings of(Campaign campaign, Ledger ledger, Instant now) throws IOException {
        Standings standings = ledger.standings(edition(campaign, now), now);
        Optional<Edition> latest = standings.isPlanned() ? Optional.empty() : ledger.latest(campaign.name());
        return latest.isEmpty() ? standings : ledger.standings(latest.get(), now);
    }

    /** The other comings of a campaign that repeats which still have mails to send: for people of other zones. */
    public static List<Standings> beside(Request request, Edition shown) throws IOException {
        Campaign campaign = CampaignFile.read(request.campaign(), request.environment(), DEMANDS);
        try (Ledger ledger = WorkspaceLedger.toRead(campaign).orElse(null)) {
            return ledger == null ? List.of() : beside(campaign, ledger, shown, request.now());
        }
    }

    static List<Standings> beside(Campaign campaign, Ledger ledger, Edition shown, Instant now) throws IOException {
        List<Standings> others = new ArrayList<>();
        List<Edition> unfinished = ledger.unfinished(campaign.name());
        for (Occurrence lasting : new Comings(campaign.schedule(), now).lasting()) {
            var edition = new Edition(campaign.name(), lasting.id());
            if (!edition.equals(shown) && unfinished.contains(edition)) {
                others.add(ledger.standings(edition, now));
            }
        }
        return others;
    }

    private static Edition edition(Campaign campaign, Instant now) {
        return new Edition(campaign.name(), Occurrence.of(campaign, now).id());
    }

    /**
     * Puts a brake on, or takes it off; works within a second, across processes and machines. A campaign that was never
     * sent can be stopped too, so that its first run does nothing.
     *
     * @return where the campaign stands now
     */
    public static Standings brake(Request request, Brake brake, String why) throws IOException {
        Campaign campaign = CampaignFile.read(request.campaign(), request.environment(), DEMANDS);
        boolean isFirst;
        try (Ledger known = WorkspaceLedger.toRead(campaign).orElse(null)) {
            isFirst = known == null;
            if (isFirst && brake == Brake.OFF) {
                throw new InputProblem(
                        Place.file(campaign.file().toString()),
                        "there is no ledger yet: nothing of this campaign was sent or stopped",
                        "There is nothing to resume.");
            }
        }
        try (Ledger ledger = WorkspaceLedger.toWrite(campaign)) {
            if (isFirst) {
                Rules.enroll(campaign, ledger);
            }
            ledger.setBrake(campaign.name(), brake, why, request.now());
            return of(campaign, ledger, request.now());
        }
    }
}
