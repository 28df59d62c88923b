/**
 * Any table somebody exported: encodings, delimiters, headers, what a column holds, and the rows that had to be put aside.
 * Also how files are written: rows that no spreadsheet runs, and files that only their owner reads.
 *
 * <p>Open {@link org.personalize.csv.Table} first, then {@link org.personalize.csv.ColumnTyping} for how text becomes
 * numbers and dates.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.csv;
