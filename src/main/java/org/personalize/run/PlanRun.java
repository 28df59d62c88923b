package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Demand;
import org.personalize.plan.Counts;
import org.personalize.plan.Plan;
import org.personalize.plan.PlanFile;
import org.personalize.plan.Planner;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** Decides who gets what and when, and writes it down. */
public final class PlanRun {

    private static final Set<Demand> DEMANDS = EnumSet.of(Demand.DATA, Demand.CONSENT);

    private PlanRun() {}

    /** @param out a .csv or a .json file; null to decide only */
    public static Story run(Request request, Selection selection, @Nullable Path out, String version)
            throws IOException {
        if (out != null) {
            checkEnding(out);
        }
        Material material = Material.gather(request, selection, DEMANDS);
        Tripwires.checkWindow(material, request.now());
        request.progress().report("planning", 0, 0);
        Plan plan = Planner.plan(material.planning());
        Counts counts = Counts.of(material.planning(), plan).withWarnings(material.notices());
        request.stop().obey();
        if (out != null) {
            var file = new PlanFile(material.planning(), plan);
            if (PlanFile.isJson(out)) {
                file.writeJson(out, Inputs.origin(material.campaign(), version, request.stop()), counts);
            } else {
                file.writeCsv(out);
            }
        }
        return Tally.of(material, plan, List.of()).story(counts, List.of(), out, 0, RejectFile.beside(material));
    }

    private static void checkEnding(Path out) {
        // The root of a disk has no name.
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json") || name.endsWith(".csv")) {
            return;
        }
        throw new InputProblem(
                Place.file(out.toString()),
                "a plan is written as .csv or .json",
                "Give --out a name that ends in one of them.");
    }
}
