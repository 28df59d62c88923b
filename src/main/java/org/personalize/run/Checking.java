package org.personalize.run;

import java.io.IOException;
import org.personalize.plan.Plan;

/** Reads everything, renders everyone, and says what would go wrong; writes nothing. */
public final class Checking {

    private Checking() {}

    public static Story run(Request request, Selection selection) throws IOException {
        Material material = Rehearsal.gather(request, selection);
        Plan plan = material.plan(request);
        var proofs = new Proofs(material, plan, material.renderer(Tokens.key(material.campaign())));
        proofs.render(request);
        return Tally.of(material, plan, proofs.subjects()).story(proofs.counts(), proofs.findings(), null, 0, null);
    }
}
