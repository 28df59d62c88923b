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
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
    private static final int FORMAT = 1;

    private static final int CHANCE_DECIMALS = 6;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private static final List<String> COLUMNS = List.of(
            "customer_id",
            "email",
            "campaign",
            "status",
            "reason",
            "send_at",
            "local_time",
            "hour_chance",
            "variant",
            "variant_chance",
            "group");

    private final Planning planning;
    private final Plan plan;

    public PlanFile(Planning planning, Plan plan) {
        this.planning = planning;
        this.plan = plan;
    }

    /** The names of the columns; a slot's column has the slot's name. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(COLUMNS);
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
        for (int person : inOrderOfIds()) {
            writer.row(row(person));
        }
    }

    private List<String> row(int person) {
        Decision decision = plan.decision(person);
        Customer customer = planning.audience().customer(person);
        boolean isPlanned = decision.status() == Status.PLANNED;
        Reason reason = decision.reason();
        List<String> cells = new ArrayList<>();
        cells.add(customer.id());
        cells.add(customer.email());
        cells.add(planning.campaign().name());
        cells.add(decision.status().word());
        cells.add(reason == null ? "" : reason.word());
        cells.add(orBlank(decision.sendAt()));
        cells.add(local(decision.sendAt(), customer.zone()));
        cells.add(isPlanned ? chance(decision.hourChance()) : "");
        cells.add(isPlanned ? String.valueOf(decision.variant()) : "");
        cells.add(isPlanned ? chance(decision.variantChance()) : "");
        cells.add(decision.group().word());
        for (Slot slot : planning.campaign().slots()) {
            cells.add(decision.slots().getOrDefault(slot.name(), List.of()).stream()
                    .map(choice -> planning.catalog().item(choice.item()).id())
                    .collect(Collectors.joining("|")));
        }
        return cells;
    }

    /** The plan with what it came from. */
    public void json(Appendable out, Origin origin, Counts counts) throws IOException {
        Json json = Json.compact(out);
        json.object();
        json.field("format", FORMAT);
        origin.write(json);
        json.field("campaign", planning.campaign().name());
        json.field("occurrence", planning.occurrence());
        json.field("now", planning.now().toString());
        json.field("seed", "sha256:" + Fingerprint.of(planning.campaign().seed()));
        json.name("counts").object();
        counts.write(json);
        json.end();
        json.name("people").lines();
        for (int person : inOrderOfIds()) {
            write(json, person);
        }
        json.end().end();
        out.append('\n');
    }

    private void write(Json json, int person) throws IOException {
        Decision decision = plan.decision(person);
        Customer customer = planning.audience().customer(person);
        Reason reason = decision.reason();
        json.object()
                .field("customer_id", customer.id())
                .field("email", customer.email())
                .field("campaign", planning.campaign().name())
                .field("status", decision.status().word());
        if (reason != null) {
            json.field("reason", reason.word());
        }
        if (decision.status() == Status.PLANNED) {
            json.field("send_at", orBlank(decision.sendAt()))
                    .field("local_time", local(decision.sendAt(), customer.zone()));
            json.name("hour_chance").number(decision.hourChance(), CHANCE_DECIMALS);
            json.field("variant", decision.variant());
            json.name("variant_chance").number(decision.variantChance(), CHANCE_DECIMALS);
        }
        if (decision.group() != Decision.Group.NONE) {
            json.field("group", decision.group().word());
        }
        if (decision.status() == Status.PLANNED) {
            writeSlots(json, decision);
        }
        json.end();
    }

    private void writeSlots(Json json, Decision decision) throws IOException {
        json.name("slots").object();
        for (var slot : decision.slots().entrySet()) {
            json.name(slot.getKey()).array();
            for (Choice choice : slot.getValue()) {
                json.object()
                        .field("item_id", planning.catalog().item(choice.item()).id())
                        .field("why", choice.why())
                        .end();
            }
            json.end();
        }
        json.end();
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
