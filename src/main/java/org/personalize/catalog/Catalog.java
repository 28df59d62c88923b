package org.personalize.catalog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Sources.Source;
import org.personalize.csv.ColumnTyping;
import org.personalize.csv.HeaderAliases;
import org.personalize.csv.Rejects;
import org.personalize.csv.Table;
import org.personalize.csv.TableSource;

/** Every item of the item files, in the order of their ids: how a file is sorted changes nothing that is learned. */
public interface Catalog {

    /** The headers of other systems that are understood in item files. */
    HeaderAliases HEADERS = ItemHeaders.ALIASES;

    /** The catalog of a campaign that names no item file. */
    static Catalog empty() {
        return new ItemShelf(List.of(), List.of(), new ItemNumbers(), Map.of(), List.of());
    }

    /** Reads the campaign's item files; a campaign without any has an empty catalog. */
    static Catalog read(Campaign campaign, Rejects rejects) {
        return read(campaign.data().items(), campaign.schedule().zone(), rejects);
    }

    /**
     * @param zone in which a day without a time begins and ends
     */
    static Catalog read(@Nullable Source source, ZoneId zone, Rejects rejects) {
        if (source == null) {
            return empty();
        }
        Table table = Table.open(new TableSource(
                "items",
                source.base(),
                source.pattern(),
                source.columns(),
                ItemHeaders.ALIASES,
                List.of(),
                source.place()));
        var headers = ItemHeaders.of(table.columns(), source.place());
        var typing = ColumnTyping.of(table, source.types(), headers.understood(), zone, source.place());
        var rows = new ItemRows(headers, typing);
        table.read(rejects, rows);
        return rows.shelve(zone, table.notes());
    }

    int size();

    Item item(int number);

    /** The item as it is at a moment: without a sale price that does not hold then. */
    default Item item(int number, Instant at) {
        return item(number);
    }

    /** The item with this id, or with this article number of a variant; -1 when the file knows neither. */
    int itemOf(String itemId);

    /** Whether it can be shown at a moment: in stock where that is known, and within its dates of availability. */
    boolean isAvailable(int item, Instant at);

    List<String> columns();

    /** What became of the rows and cells, in a stable order: {@code read = items + merged + put_aside}. */
    default Map<String, Long> counts() {
        return Map.of();
    }

    /** What the user should be told about the files, a sentence each. */
    default List<String> notes() {
        return List.of();
    }
}
