/**
 * Any table somebody exported: encodings, delimiters, headers, what a column holds, and the rows that had to be put aside.
 * Also how files are written: rows that no spreadsheet runs, and files that only their owner reads.
 *
 * <p>Open {@link org.personalize.csv.Table} first, then {@link org.personalize.csv.ColumnTyping} for how text becomes
 * numbers and dates.
 *
 * <p>Two ways lead from a row to its cells. A row that holds a quote is parsed by commons-csv, which alone knows what quotes
 * mean; {@link org.personalize.csv.QuotedRows} hands it one such row after the other, and only rows whose quotes are in
 * order. A row without any quote, as most rows of most exports are, means nothing but its delimiters and is cut at them by
 * {@link org.personalize.csv.RowSplitter}. That is for speed: reading and keeping 500,000 customers without quotes took 1.4
 * times the processor time of a bare commons-csv loop over the same file; with quotes in every row it took 2.0 to 2.3
 * times.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.csv;
