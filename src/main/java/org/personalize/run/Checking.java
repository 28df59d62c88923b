package org.personalize.run;

import java.io.IOException;
import org.personalize.plan.Plan;
import org.personalize.plan.Planner;

/** Reads everything, renders everyone, and says what would go wrong; writes nothing. */
public final class Checking {

    private Checking() {}

    public static Story run(Request request, Selection selection) throws IOException {
        Material material = Rehearsal.gather(request, selection);
        request.progress().report("planning", 0, 0);
        Plan plan = Heard.of(request.stop(), () -> Planner.plan(material.planning()));
        var proofs = new Proofs(material, plan, material.renderer(Tokens.key(material.campaign())));
        proofs.render(request);
        return Tally.of(material, plan, proofs.subjects()).story(proofs.counts(), proofs.findings(), null, 0, null);
    }
}
