package org.personalize.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One person's row of a plan, in the words that files hold. What does not apply is blank.
 *
 * @param slots slot name to the items shown, in order
 */
public record PlanRow(
        String customerId,
        String email,
        String campaign,
        String status,
        String reason,
        String sendAt,
        String localTime,
        String hourChance,
        String variant,
        String variantChance,
        String group,
        Map<String, List<Pick>> slots) {

    static final List<String> COLUMNS = List.of(
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

    private static final String PLANNED = Decision.Status.PLANNED.word();

    /**
     * An item of a slot.
     *
     * @param why blank where the file does not say it
     * @param chance with which it came into its place, with six decimals; blank where nothing was left to chance
     */
    public record Pick(String item, String why, String chance) {}

    public PlanRow {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }

    public boolean isPlanned() {
        return status.equals(PLANNED);
    }

    /** The items of a slot as a CSV holds them; blank for none. */
    String items(String slot) {
        return slots.getOrDefault(slot, List.of()).stream().map(Pick::item).collect(Collectors.joining("|"));
    }

    /** Whether a slot holds the same items, in the same order, as another row's: without putting them into words. */
    boolean showsSame(String slot, PlanRow other) {
        List<Pick> mine = slots.getOrDefault(slot, List.of());
        List<Pick> others = other.slots.getOrDefault(slot, List.of());
        if (mine.size() != others.size()) {
            return false;
        }
        for (int place = 0; place < mine.size(); place++) {
            if (!mine.get(place).item().equals(others.get(place).item())) {
                return false;
            }
        }
        return true;
    }

    /** One cell for each of {@link #COLUMNS}, then one for each slot. */
    List<String> cells(Collection<String> slotNames) {
        List<String> cells = new ArrayList<>(List.of(
                customerId,
                email,
                campaign,
                status,
                reason,
                sendAt,
                localTime,
                hourChance,
                variant,
                variantChance,
                group));
        slotNames.forEach(slot -> cells.add(items(slot)));
        return cells;
    }

    /** Writes an object with what applies to this person. */
    void write(Json json) throws IOException {
        json.object()
                .field("customer_id", customerId)
                .field("email", email)
                .field("campaign", campaign)
                .field("status", status);
        writeUnlessBlank(json, "reason", reason);
        if (isPlanned()) {
            json.field("send_at", sendAt).field("local_time", localTime);
            json.name("hour_chance").decimal(hourChance);
            json.field("variant", variant);
            json.name("variant_chance").decimal(variantChance);
        }
        writeUnlessBlank(json, "group", group);
        if (isPlanned()) {
            writeSlots(json);
        }
        json.end();
    }

    private static void writeUnlessBlank(Json json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.field(name, value);
        }
    }

    private void writeSlots(Json json) throws IOException {
        json.name("slots").object();
        for (var slot : slots.entrySet()) {
            json.name(slot.getKey()).array();
            for (Pick pick : slot.getValue()) {
                json.object().field("item_id", pick.item()).field("why", pick.why());
                if (!pick.chance().isEmpty()) {
                    json.name("chance").decimal(pick.chance());
                }
                json.end();
            }
            json.end();
        }
        json.end();
    }
}
