package org.personalize.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** One way through the JSON of a plan, token by token. */
final class PlanTokens {

    private final Path file;
    private final JsonParser json;
    private final RowOrder order;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final List<Fingerprint> inputs = new ArrayList<>();
    private @Nullable PlanSeal seal;
    private boolean hasPeople;

    PlanTokens(Path file, JsonParser json, PlanSource.Taker taker) {
        this.file = file;
        this.json = json;
        order = new RowOrder(taker);
    }

    PlanHead readHead() throws IOException {
        begin();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "inputs" -> readInputs();
                case "people" -> {
                    checkFormat();
                    return head();
                }
                default -> readField(name);
            }
        }
        throw wrong("the plan holds no list of people", PlanJson.AGAIN);
    }

    PlanHead read(boolean isSealed) throws IOException {
        begin();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "inputs" -> readInputs();
                case "people" -> readPeople(isSealed);
                default -> readField(name);
            }
        }
        if (json.nextToken() != null) {
            throw wrong("something follows the plan", PlanJson.AGAIN);
        }
        return end();
    }

    private void begin() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw wrong("expected a plan, found something else", PlanJson.AGAIN);
        }
    }

    private void readField(String name) throws IOException {
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
        } else {
            fields.put(name, json.getText());
        }
    }

    private PlanHead end() {
        if (!hasPeople) {
            throw wrong("the plan holds no list of people", PlanJson.AGAIN);
        }
        PlanSeal made = seal;
        if (made != null && !made.hex().equals(fields.get("seal"))) {
            throw new InputProblem(
                    Place.file(file.toString()),
                    "the file is not as it was written: its seal does not fit what stands in it",
                    "Change the campaign and plan again, instead of editing the plan.");
        }
        return head();
    }

    private PlanHead head() {
        try {
            return new PlanHead(
                    new Origin(
                            field("version"),
                            field("java"),
                            field("time_zones"),
                            fields.getOrDefault("ledger", ""),
                            inputs),
                    field("campaign"),
                    field("occurrence"),
                    Instant.parse(field("now")),
                    field("seed"));
        } catch (DateTimeException e) {
            throw wrong("\"now\" is no moment", PlanJson.AGAIN);
        }
    }

    private String field(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw wrong("expected \"" + name + "\" before the people, found none", PlanJson.AGAIN);
        }
        return value;
    }

    private void checkFormat() {
        String format = fields.getOrDefault("format", "");
        int number = format.matches("\\d{1,6}") ? Integer.parseInt(format) : 0;
        if (number > PlanFile.FORMAT) {
            throw wrong(
                    "this plan was written by a newer version of personalize (format " + number + ")",
                    "Read it with that version, or plan again with this one.");
        } else if (number < PlanFile.FORMAT) {
            throw wrong(
                    number == 0
                            ? "this is no plan of personalize, since no format is named"
                            : "this plan was written by an older version of personalize (format " + number + ")",
                    PlanJson.AGAIN);
        }
    }

    private void readInputs() throws IOException {
        expect(JsonToken.START_ARRAY, "a list of inputs");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            readWords("an input");
            String bytes = words.getOrDefault("bytes", "");
            inputs.add(new Fingerprint(
                    word("role"),
                    word("file"),
                    bytes.matches("\\d{1,18}") ? Long.parseLong(bytes) : 0,
                    word("sha256")));
        }
    }

    private void readPeople(boolean isSealed) throws IOException {
        checkFormat();
        expect(JsonToken.START_ARRAY, "a list of people");
        hasPeople = true;
        PlanHead head = head();
        PlanSeal made = isSealed ? new PlanSeal(head) : null;
        seal = made;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            PlanRow row = row(head);
            if (made != null) {
                made.take(row);
            }
            order.take(row, here());
        }
    }

    private PlanRow row(PlanHead head) throws IOException {
        Map<String, List<PlanRow.Pick>> slots = readWords("a person");
        if (!word("campaign").equals(head.campaign())) {
            throw wrong(
                    "this row is of campaign " + word("campaign") + ", in a plan of " + head.campaign(),
                    PlanJson.AGAIN);
        }
        return new PlanRow(
                word("customer_id"),
                word("email"),
                word("campaign"),
                word("status"),
                word("reason"),
                word("send_at"),
                word("local_time"),
                word("hour_chance"),
                word("variant"),
                word("variant_chance"),
                word("group"),
                slots);
    }

    private String word(String name) {
        return words.getOrDefault(name, "");
    }

    /** Reads an object's plain values into {@link #words}, and gives back its slots if it has any. */
    private Map<String, List<PlanRow.Pick>> readWords(String what) throws IOException {
        expect(JsonToken.START_OBJECT, what);
        words.clear();
        Map<String, List<PlanRow.Pick>> slots = Map.of();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && name.equals("slots")) {
                slots = readSlots();
            } else if (value.isStructStart()) {
                json.skipChildren();
            } else {
                words.put(name, json.getText());
            }
        }
        return slots;
    }

    private Map<String, List<PlanRow.Pick>> readSlots() throws IOException {
        Map<String, List<PlanRow.Pick>> slots = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String slot = json.currentName();
            json.nextToken();
            expect(JsonToken.START_ARRAY, "a list of items");
            List<PlanRow.Pick> picks = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                picks.add(readPick());
            }
            slots.put(slot, picks);
        }
        return slots;
    }

    private PlanRow.Pick readPick() throws IOException {
        expect(JsonToken.START_OBJECT, "an item");
        String item = "";
        String why = "";
        String chance = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "item_id" -> item = json.getText();
                case "why" -> why = json.getText();
                case "chance" -> chance = json.getText();
                default -> json.skipChildren();
            }
        }
        return new PlanRow.Pick(item, why, chance);
    }

    private void expect(JsonToken token, String what) {
        if (json.currentToken() != token) {
            throw wrong("expected " + what + ", found something else", PlanJson.AGAIN);
        }
    }

    private Place here() {
        var at = json.currentLocation();
        return Place.at(file.toString(), at.getLineNr(), at.getColumnNr());
    }

    private InputProblem wrong(String message, String remedy) {
        return new InputProblem(here(), message, remedy);
    }
}
