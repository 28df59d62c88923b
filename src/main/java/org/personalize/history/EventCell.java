package org.personalize.history;

import org.jspecify.annotations.Nullable;
import org.personalize.csv.Table.Row;

/**
 * Where an event file has one of the things that are read of each row.
 *
 * @param column its number; below 0 where the file has none
 * @param otherwise another column that may say it where the first says nothing
 */
record EventCell(int column, int otherwise) {

    @Nullable
    String of(Row row) {
        String cell = column < 0 ? null : row.cell(column);
        return cell != null || otherwise < 0 ? cell : row.cell(otherwise);
    }
}
