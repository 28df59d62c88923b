package org.personalize.plan;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Customer;
import org.personalize.campaign.Slot;
import org.personalize.csv.CsvWriter;
import org.personalize.csv.PrivateFile;
import org.personalize.plan.Decision.Choice;
import org.personalize.plan.Decision.Status;

/** A plan as a file that people and programs read: everyone once, in the order of their ids. */
public final class PlanFile {

    /** Raised when a reader of the JSON would have to change. */
    static final int FORMAT = 1;

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Planning planning;
    private final Plan plan;

    public PlanFile(Planning planning, Plan plan) {
        this.planning = planning;
        this.plan = plan;
    }

    /** The names of the columns; a slot's column has the slot's name. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(PlanRow.COLUMNS);
        planning.campaign().slots().forEach(slot -> columns.add(slot.name()));
        return List.copyOf(columns);
    }

    /** Whether a file of this name holds JSON; else it holds CSV. */
    public static boolean isJson(Path target) {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** Writes the table for its owner only, whole or not at all. */
    public void writeCsv(Path target) throws IOException {
        write(target, this::csv);
    }

    /** Writes the JSON for its owner only, whole or not at all. */
    public void writeJson(Path target, Origin origin, Counts counts) throws IOException {
        write(target, writer -> json(writer, origin, counts));
    }

    private interface Body {
        void writeTo(Writer writer) throws IOException;
    }

    private static void write(Path target, Body body) throws IOException {
        PrivateFile.write(target, out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            body.writeTo(writer);
            writer.flush();
        });
    }

    /** Every person's row, safe to open in a spreadsheet; what is not planned is blank. */
    public void csv(Appendable out) throws IOException {
        CsvWriter writer = CsvWriter.forPeople(out);
        writer.row(columns());
        List<String> slots =
                planning.campaign().slots().stream().map(Slot::name).toList();
        for (Iterator<PlanRow> rows = rows(); rows.hasNext(); ) {
            writer.row(rows.next().cells(slots));
        }
    }

    /** Everyone once, in the order of their ids. */
    public Iterator<PlanRow> rows() {
        return Arrays.stream(inOrderOfIds()).mapToObj(this::row).iterator();
    }

    private PlanRow row(int person) {
        Decision decision = plan.decision(person);
        Customer customer = planning.audience().customer(person);
        boolean isPlanned = decision.status() == Status.PLANNED;
        Reason reason = decision.reason();
        return new PlanRow(
                customer.id(),
                customer.email(),
                planning.campaign().name(),
                decision.status().word(),
                reason == null ? "" : reason.word(),
                orBlank(decision.sendAt()),
                local(decision.sendAt(), customer.zone()),
                isPlanned ? chance(decision.hourChance()) : "",
                isPlanned ? String.valueOf(decision.variant()) : "",
                isPlanned ? chance(decision.variantChance()) : "",
                decision.group().word(),
                slots(decision));
    }

    private Map<String, List<PlanRow.Pick>> slots(Decision decision) {
        Map<String, List<PlanRow.Pick>> slots = new LinkedHashMap<>();
        decision.slots().forEach((slot, choices) -> {
            List<PlanRow.Pick> picks = new ArrayList<>(choices.size());
            for (Choice choice : choices) {
                picks.add(new PlanRow.Pick(
                        planning.catalog().item(choice.item()).id(),
                        choice.why(),
                        choice.chance() < 1 ? chance(choice.chance()) : ""));
            }
            slots.put(slot, picks);
        });
        return slots;
    }

    /** What the plan says of itself before its people. */
    public PlanHead head(Origin origin) {
        return PlanHead.of(planning, origin);
    }

    /** The plan with what it came from. */
    public void json(Appendable out, Origin origin, Counts counts) throws IOException {
        PlanHead head = head(origin);
        var seal = new PlanSeal(head);
        Json json = Json.compact(out);
        json.object();
        json.field("format", FORMAT);
        origin.write(json);
        json.field("campaign", head.campaign());
        json.field("occurrence", head.occurrence());
        json.field("now", head.now().toString());
        json.field("seed", head.seed());
        json.name("counts").object();
        counts.writeNumbers(json);
        json.end();
        json.name("people").lines();
        for (Iterator<PlanRow> rows = rows(); rows.hasNext(); ) {
            PlanRow row = rows.next();
            seal.take(row);
            row.write(json);
        }
        json.end();
        json.field("seal", seal.hex()).end();
        out.append('\n');
    }

    private int[] inOrderOfIds() {
        String[] ids = new String[plan.size()];
        Arrays.setAll(ids, person -> planning.audience().customer(person).id());
        return IntStream.range(0, ids.length)
                .boxed()
                .sorted((one, other) -> CodePoints.ORDER.compare(ids[one], ids[other]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static String orBlank(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    private static String local(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? "" : LOCAL.format(moment.atZone(zone));
    }

    /** Six decimals, rounded half up, without the machine's locale. */
    private static String chance(double chance) {
        long millionths = Math.round(chance * 1_000_000);
        String digits = Long.toString(1_000_000 + millionths % 1_000_000);
        return millionths / 1_000_000 + "." + digits.substring(1);
    }
}
