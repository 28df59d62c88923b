package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Standing;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Slot;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise.Shown;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.Plan;
import org.personalize.plan.PlanRow;
import org.personalize.plan.PlanSource;
import org.personalize.plan.Reason;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/**
 * A plan that somebody has looked at, read back from its file, over the people of the same files: what is sent is that,
 * and nothing else. Whoever must not be written to any more is left out all the same.
 */
final class FiledPlan implements Plan {

    private final Material material;
    private final Path file;
    private final KeptSlots slots;
    private final @Nullable Status[] status;
    private final @Nullable Reason[] reason;
    private final Group[] group;
    private final long[] sendAt;
    private final double[] hourChance;
    private final double[] variantChance;
    private final String[] variant;
    private final int[] slotsOf;
    private final Map<String, String> variants = new LinkedHashMap<>();

    private FiledPlan(Material material, Path file) {
        this.material = material;
        this.file = file;
        Campaign campaign = material.campaign();
        slots = new KeptSlots(
                material.catalog(), campaign.slots().stream().map(Slot::name).toList());
        int size = material.audience().size();
        status = new @Nullable Status[size];
        reason = new @Nullable Reason[size];
        group = new Group[size];
        Arrays.fill(group, Group.NONE);
        sendAt = new long[size];
        hourChance = new double[size];
        variantChance = new double[size];
        variant = new String[size];
        Arrays.fill(variant, "");
        slotsOf = new int[size];
        campaign.subjects().forEach(subject -> variants.put(subject.name(), subject.name()));
    }

    /** Reads it whole; a ledger that contradicts it is an InputProblem. */
    static FiledPlan read(Path file, Material material, Ledger ledger) throws IOException {
        var plan = new FiledPlan(material, file);
        PlanSource.of(file).readSealed(plan::take);
        var contradictions = new Contradictions(plan, material, file);
        ledger.rows(material.edition(), contradictions::take);
        contradictions.throwIfAny();
        return plan;
    }

    private void take(PlanRow row) {
        int person = material.audience().personOf(row.customerId());
        if (person < 0) {
            throw unknown("customer " + Problem.quote(row.customerId()) + ", whom no customer file knows");
        }
        status[person] = Status.valueOf(row.status().toUpperCase(Locale.ROOT));
        if (!row.reason().isEmpty()) {
            reason[person] = reason(row.reason());
        }
        group[person] = row.group().isEmpty() ? Group.NONE : group(row.group());
        if (row.isPlanned()) {
            takeMail(person, row);
        }
    }

    private void takeMail(int person, PlanRow row) {
        try {
            sendAt[person] = Instant.parse(row.sendAt()).getEpochSecond();
            hourChance[person] = Double.parseDouble(row.hourChance());
            variantChance[person] = Double.parseDouble(row.variantChance());
            slotsOf[person] = slots.add(shown(row));
        } catch (DateTimeException | NumberFormatException e) {
            throw unknown("a moment or a chance that is none, for customer " + Problem.quote(row.customerId()));
        }
        String name = row.variant();
        if (!variants.containsKey(name) && !isSent(person)) {
            throw unknown("the variant " + Problem.quote(name) + ", which the campaign does not have");
        }
        variant[person] = variants.getOrDefault(name, name);
    }

    private static Map<String, List<Shown>> shown(PlanRow row) {
        Map<String, List<Shown>> shown = new LinkedHashMap<>();
        row.slots().forEach((slot, picks) -> {
            List<Shown> items = new ArrayList<>(picks.size());
            for (PlanRow.Pick pick : picks) {
                double chance = pick.chance().isEmpty() ? 1 : Double.parseDouble(pick.chance());
                items.add(new Shown(pick.item(), pick.why(), chance));
            }
            shown.put(slot, items);
        });
        return shown;
    }

    private Reason reason(String word) {
        return Arrays.stream(Reason.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> unknown("the reason " + Problem.quote(word)));
    }

    private Group group(String word) {
        return Arrays.stream(Group.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> unknown("the group " + Problem.quote(word)));
    }

    private InputProblem unknown(String what) {
        return new InputProblem(
                Place.file(file.toString()), "the plan names " + what, "Plan again, and send what that writes.");
    }

    /** The ledger took a promise back since the plan was made, and that stands. */
    void takeBack(int person, Reason why) {
        status[person] = Status.SKIPPED;
        reason[person] = why;
    }

    /** What the file says, whoever may be mailed now. */
    Status filed(int person) {
        Status known = status[person];
        return known == null ? Status.SKIPPED : known;
    }

    Decision mail(int person) {
        return new Decision(
                person,
                Status.PLANNED,
                null,
                Instant.ofEpochSecond(sendAt[person]),
                hourChance[person],
                variant[person],
                variantChance[person],
                group[person],
                slots.at(slotsOf[person]));
    }

    @Override
    public int size() {
        return status.length;
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public Decision decision(int person) {
        var standing = material.audience().standing(person);
        if (isSent(person)) {
            return material.promises().decision(person);
        } else if (standing != Standing.MAY_BE_MAILED) {
            return without(person, Status.SKIPPED, Reason.valueOf(standing.name()));
        }
        return switch (filed(person)) {
            case PLANNED -> mail(person);
            case NO_MAIL -> without(person, Status.NO_MAIL, null);
            case SKIPPED -> {
                Reason why = reason[person];
                yield without(person, Status.SKIPPED, why == null ? Reason.NOT_SELECTED : why);
            }
        };
    }

    /** What has gone out stands, also in a variant that the campaign has no more. */
    private boolean isSent(int person) {
        return material.promises().isMade(person)
                && !material.promises().fate(person).isOpen();
    }

    private static Decision without(int person, Status status, @Nullable Reason why) {
        Group group = status == Status.NO_MAIL ? Group.NO_MAIL : Group.NONE;
        return new Decision(person, status, why, null, 1, null, 1, group, Map.of());
    }
}
