package org.personalize.run;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.personalize.campaign.Demand;
import org.personalize.plan.Plan;
import org.personalize.plan.Planner;

/** Reads everything, renders everyone, and says what would go wrong; writes nothing. */
public final class Checking {

    static final Set<Demand> DEMANDS =
            EnumSet.of(Demand.DATA, Demand.TEMPLATE, Demand.FROM, Demand.CONSENT, Demand.COMPLIANCE);

    private Checking() {}

    public static Story run(Request request, Selection selection) throws IOException {
        Material material = Material.gather(request, selection, DEMANDS);
        Tripwires.checkWindow(material, request.now());
        request.progress().report("planning", 0, 0);
        Plan plan = Planner.plan(material.planning());
        var proofs = new Proofs(material, plan, material.renderer(Tokens.key(material.campaign())));
        proofs.render(request);
        return Tally.of(material, plan, proofs.subjects()).story(proofs.counts(), proofs.findings(), null, 0, null);
    }
}
