package org.personalize.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.personalize.plan.Json;

/** The tables of a page, with the lines of the files as which they can be saved. */
final class SavedTables {

    private final String campaign;
    private final Map<String, FigureTable> byName = new LinkedHashMap<>();

    /** @param campaign with whose name the names of all files begin */
    SavedTables(String campaign) {
        this.campaign = campaign;
    }

    /** The table as it stands in the page, where it is put once. */
    Markup put(FigureTable table) {
        FigureTable named = table.named(campaign + "-" + table.name());
        if (byName.put(named.name(), named) != null) {
            throw new IllegalStateException("two tables are called " + named.name());
        }
        return named.markup();
    }

    String json() {
        var text = new StringBuilder();
        try {
            Json json = Json.compact(text).object().name("tables").object();
            for (FigureTable table : byName.values()) {
                json.name(table.name()).array();
                for (String line : table.lines()) {
                    json.text(line);
                }
                json.end();
            }
            json.end().end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
