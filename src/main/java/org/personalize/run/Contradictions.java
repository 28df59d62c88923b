package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.Origin;
import org.personalize.plan.PlanCauses;
import org.personalize.plan.PlanCauses.Cause;
import org.personalize.plan.PlanHead;
import org.personalize.plan.PlanSource;
import org.personalize.plan.Reason;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/** What stands against sending a plan from a file: files that have changed since, and promises that say otherwise. */
final class Contradictions {

    private static final int EXAMPLES = 3;
    private static final String REMEDY =
            "Plan again with `plan CAMPAIGN --again --out plan.json --diff plan.json`, look at what"
                    + " changed, and send that; or send without --plan, which keeps what the ledger has promised.";

    private final FiledPlan plan;
    private final Material material;
    private final Path file;
    private final List<String> examples = new ArrayList<>();
    private long otherwise;

    Contradictions(FiledPlan plan, Material material, Path file) {
        this.plan = plan;
        this.material = material;
        this.file = file;
    }

    /** Before anything is read but the plan's head: it must be of this campaign, and of these files. */
    static void checkInputs(Path file, Campaign campaign, String occurrence, Request request) throws IOException {
        PlanHead head = PlanSource.of(file).head();
        Place place = Place.file(file.toString());
        if (!head.isKnown()) {
            throw PlanSource.unsealed(file);
        } else if (!head.campaign().equals(campaign.name())) {
            throw new InputProblem(
                    place,
                    "this is a plan of " + head.campaign() + ", and the campaign is " + campaign.name(),
                    "Name the plan that belongs to the campaign.");
        } else if (!head.occurrence().equals(occurrence)) {
            throw new InputProblem(
                    place,
                    "this is the plan for " + head.occurrence() + ", and now is the turn of " + occurrence,
                    "Plan again: every occurrence has a plan of its own.");
        }
        checkFiles(place, head, campaign, request);
    }

    private static void checkFiles(Place place, PlanHead head, Campaign campaign, Request request) throws IOException {
        Origin now = Inputs.origin(campaign, head.origin().version(), "", request.stop());
        var today = new PlanHead(now, head.campaign(), head.occurrence(), head.now(), PlanHead.seedOf(campaign));
        List<String> changed = PlanCauses.between(head, today).differences().stream()
                .filter(difference -> difference.cause() != Cause.TOOL && difference.cause() != Cause.LEDGER)
                .map(difference -> difference.what() + " (" + difference.cause().word() + ")")
                .toList();
        if (!changed.isEmpty()) {
            throw new InputProblem(
                    place, "since this plan was made, other files are here: " + String.join(", ", changed), REMEDY);
        }
    }

    /** One row of the ledger. */
    void take(Row row) {
        int person = row.promise().personIn(material.audience());
        if (person < 0) {
            return;
        }
        String what = difference(person, row);
        if (what != null) {
            otherwise++;
            if (examples.size() < EXAMPLES) {
                examples.add("customer " + Problem.quote(row.promise().customerId()) + " (" + what + ")");
            }
        }
    }

    private @Nullable String difference(int person, Row row) {
        Status filed = plan.filed(person);
        if (row.state() == State.SKIPPED) {
            plan.takeBack(person, Objects.requireNonNullElse(row.reason(), Reason.WITHDRAWN));
            return null;
        } else if (row.state() == State.NO_MAIL) {
            return filed == Status.NO_MAIL ? null : "kept back in the ledger, " + word(filed) + " in the plan";
        }
        return filed == Status.PLANNED
                ? difference(plan.mail(person), row.promise(), isVariantOpen(person))
                : "promised a mail in the ledger, " + word(filed) + " in the plan";
    }

    private static String word(Status status) {
        return status == Status.NO_MAIL ? "kept back" : status.word();
    }

    /** A campaign that learns, or that lost the variant, may have drawn another since: what the file says counts. */
    private boolean isVariantOpen(int person) {
        KeptPromises promises = material.promises();
        return promises.isMade(person)
                && (promises.hasLostVariant(person)
                        || (material.campaign().split().learns() && promises.isVariantOpen(person)));
    }

    private @Nullable String difference(Decision filed, Promise promise, boolean isVariantOpen) {
        if (!promise.sendAt().equals(filed.sendAt())) {
            return "at " + promise.sendAt() + " in the ledger, at " + filed.sendAt() + " in the plan";
        } else if (!isVariantOpen && !promise.variant().equals(filed.variant())) {
            return "variant " + promise.variant() + " in the ledger, " + filed.variant() + " in the plan";
        } else if (promise.group() != filed.group()) {
            return "another group";
        }
        return filed.slots().entrySet().stream()
                .filter(slot -> promise.slots().containsKey(slot.getKey()))
                .filter(slot -> !items(slot.getValue())
                        .equals(Objects.requireNonNull(promise.slots().get(slot.getKey())).stream()
                                .map(Promise.Shown::item)
                                .toList()))
                .map(slot -> "other items in slot " + slot.getKey())
                .findFirst()
                .orElse(null);
    }

    private List<String> items(List<Decision.Choice> choices) {
        return choices.stream()
                .map(choice -> material.catalog().item(choice.item()).id())
                .toList();
    }

    void throwIfAny() {
        if (otherwise > 0) {
            throw new InputProblem(
                    Place.file(file.toString()),
                    "the ledger says otherwise for %,d people: %s".formatted(otherwise, String.join(", ", examples)),
                    REMEDY);
        }
    }
}
