/**
 * Any table somebody exported: encodings, delimiters, headers, what a column holds, and the rows that had to be put aside.
 * Also how files are written: rows that no spreadsheet runs, and files that only their owner reads.
 *
 * <p>Open {@link org.personalize.csv.Table} first, then {@link org.personalize.csv.ColumnTyping} for how text becomes
 * numbers and dates.
 *
 * <p>Two ways lead from a row to its cells. Where a quote stands doubled inside a cell, only commons-csv knows what is
 * meant, and {@link org.personalize.csv.QuotedRows} hands it one such row after the other, none but rows whose quotes are
 * in order. Any other row means nothing but what stands between its delimiters or its quotes, and is cut there by
 * {@link org.personalize.csv.RowSplitter}. That is for speed: reading and keeping 500,000 customers, quoted or not, took 1.0
 * to 1.4 times as long as a bare commons-csv loop over the same file and 1.4 to 2.0 times its processor time; with every
 * quoted row parsed by both it was up to 2.7 and 2.8 times.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.csv;
