/**
 * Any table somebody exported: encodings, delimiters, header aliases, and the rows that had to be put aside.
 *
 * <p>Open {@link org.personalize.csv.Table} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.csv;
