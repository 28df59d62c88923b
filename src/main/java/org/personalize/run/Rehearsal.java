package org.personalize.run;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.ledger.Ledger;

/** What a dry run and a check begin with: all is read as for a real run, and what would stop that stops them, too. */
final class Rehearsal {

    private static final Set<Demand> DEMANDS =
            EnumSet.of(Demand.DATA, Demand.TEMPLATE, Demand.FROM, Demand.CONSENT, Demand.COMPLIANCE);

    private Rehearsal() {}

    /** The ledger is only read. */
    static Material gather(Request request, Selection selection) throws IOException {
        Campaign campaign = CampaignFile.read(request.campaign(), request.environment(), DEMANDS);
        try (Ledger ledger = WorkspaceLedger.toRead(campaign).orElse(null)) {
            if (ledger != null) {
                checkOwner(campaign, ledger);
            }
            Material material = Material.gather(request, selection, campaign, ledger);
            checkPeople(request, material, ledger);
            return material;
        }
    }

    private static void checkOwner(Campaign campaign, Ledger ledger) throws IOException {
        WorkspaceKey.toRead(campaign, ledger);
        Rules.checkName(campaign, ledger);
    }

    private static void checkPeople(Request request, Material material, @Nullable Ledger ledger) throws IOException {
        Tripwires.checkWindow(material, ledger, request.now());
        if (ledger != null) {
            Tripwires.checkChange(material.campaign(), material.audience(), ledger);
        }
    }
}
