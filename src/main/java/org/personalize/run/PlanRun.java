package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.Occurrence;
import org.personalize.csv.PrivateFile;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Edition;
import org.personalize.ledger.InputStamp;
import org.personalize.ledger.Ledger;
import org.personalize.plan.Counts;
import org.personalize.plan.Origin;
import org.personalize.plan.Plan;
import org.personalize.plan.PlanDifferences;
import org.personalize.plan.PlanFile;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** Decides who gets what and when, promises it in the ledger, and writes it to a file. */
public final class PlanRun {

    private static final Set<Demand> DEMANDS = EnumSet.of(Demand.DATA, Demand.CONSENT, Demand.LEDGER);

    private final Request request;
    private final Selection selection;
    private final PlanOrders orders;
    private final String version;
    private final Campaign campaign;
    private final List<String> notices = new ArrayList<>();

    private PlanRun(Request request, Selection selection, PlanOrders orders, String version, Campaign campaign) {
        this.request = request;
        this.selection = selection;
        this.orders = orders;
        this.version = version;
        this.campaign = campaign;
    }

    public static PlanStory run(Request request, Selection selection, PlanOrders orders, String version)
            throws IOException {
        checkTarget(orders.out(), "a plan is");
        checkTarget(orders.changes(), "a list of changes is");
        Campaign campaign = CampaignFile.read(request.campaign(), request.environment(), DEMANDS);
        return new PlanRun(request, selection, orders, version, campaign).run();
    }

    private PlanStory run() throws IOException {
        if (orders.isDry()) {
            try (Ledger ledger = WorkspaceLedger.toRead(campaign).orElse(null)) {
                return plan(ledger, false);
            }
        }
        try (Ledger ledger = WorkspaceLedger.toWrite(campaign)) {
            return plan(ledger, ledger.brake(campaign.name()) != Brake.CANCELLED);
        }
    }

    private PlanStory plan(@Nullable Ledger ledger, boolean isRecorded) throws IOException {
        if (ledger != null && isRecorded) {
            Rules.enroll(campaign, ledger);
            ledger.rule(campaign.name(), Rules.of(campaign));
        } else if (ledger != null) {
            Rules.checkName(campaign, ledger);
        }
        List<InputStamp> stamps = ledger == null ? List.of() : stamps(ledger);
        Keeping keeping = orders.isAgain() ? Keeping.TRIED : Keeping.ALL;
        Material material =
                Material.gather(request, selection, campaign, Occurrence.of(campaign, request.now()), ledger, keeping);
        if (ledger != null && !orders.isDry()) {
            material.keepOptOuts(ledger, request.now());
        }
        Tripwires.checkWindow(material, ledger, request.now());
        if (ledger != null) {
            Tripwires.checkChange(campaign, material.audience(), ledger);
        }
        Plan plan = material.plan(request);
        notices.addAll(material.notices());
        Counts counts = Counts.of(material.planning(), plan).withWarnings(notices);
        request.progress().report("looking ahead", 0, 0);
        Foresight foresight = Heard.of(request.stop(), () -> Foresight.of(material, plan, ledger, request.now()));
        PlanDifferences differences = write(material, plan, counts, ledger, isRecorded);
        if (ledger != null && isRecorded) {
            ledger.stamp(material.edition(), stamps, null);
        }
        Story story = Tally.of(material, plan, List.of())
                .story(counts, List.of(), orders.out(), 0, RejectFile.beside(material));
        return new PlanStory(story, foresight, material.variants(), isRecorded, differences, orders.changes());
    }

    private List<InputStamp> stamps(Ledger ledger) throws IOException {
        var edition = new Edition(
                campaign.name(), Occurrence.of(campaign, request.now()).id());
        if (!orders.isAgain()) {
            Stamps.newSettings(campaign, edition, ledger, request.now()).ifPresent(notices::add);
        }
        return Stamps.ofSettings(campaign);
    }

    /** Compares before anything is written, since the new plan may take the place of the older one. */
    private @Nullable PlanDifferences write(
            Material material, Plan plan, Counts counts, @Nullable Ledger ledger, boolean isRecorded)
            throws IOException {
        var file = new PlanFile(material.planning(), plan);
        Path out = orders.out();
        Path older = orders.older();
        boolean needsOrigin = older != null || (out != null && PlanFile.isJson(out));
        String state = ledger == null || !needsOrigin ? "" : ledger.stateBeside(material.edition());
        Origin origin = needsOrigin ? Inputs.origin(campaign, version, state, request.stop()) : Origin.UNKNOWN;
        PlanDifferences differences =
                older == null ? null : PlanDifferences.of(older, file.head(origin), file.rows(), orders.changes());
        if (ledger != null && isRecorded) {
            Revision.write(material, plan, ledger, request);
        }
        if (out != null && PlanFile.isJson(out)) {
            file.writeJson(out, origin, counts);
        } else if (out != null) {
            file.writeCsv(out);
        }
        return differences;
    }

    private static void checkTarget(@Nullable Path file, String what) {
        if (file == null) {
            return;
        }
        // The root of a disk has no name.
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".json") && !name.endsWith(".csv")) {
            throw new InputProblem(
                    Place.file(file.toString()),
                    what + " written as .csv or .json",
                    "Give the file a name that ends in one of them.");
        }
        PrivateFile.checkTarget(file);
    }
}
