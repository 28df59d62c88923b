package org.personalize.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Parses the rows of one file in which quotes are doubled. A single parser reads them all, since a new one for each row
 * would cost more than the row; it is given one row at a time and never asked for more than it was given.
 */
final class QuotedRows implements Closeable {

    private final Feed feed = new Feed();
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    QuotedRows(char delimiter) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
        this.parser = CSVParser.builder().setReader(feed).setFormat(format).get();
        this.records = parser.iterator();
    }

    /** The cells of a row whose quotes are in order, given without its line break. */
    CSVRecord parse(char[] text, int from, int to) {
        feed.give(text, from, to);
        CSVRecord row = records.next();
        if (!feed.isEmpty()) {
            throw new IllegalStateException("the parser ended a row before its line break");
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** The row that the parser is given, with the line break that tells it to stop reading. */
    private static final class Feed extends Reader {

        private char[] text = {};
        private int at;
        private int end;
        private boolean isEmpty = true;

        void give(char[] row, int from, int to) {
            text = row;
            at = from;
            end = to;
            isEmpty = false;
        }

        boolean isEmpty() {
            return isEmpty;
        }

        @Override
        public int read(char[] target, int offset, int length) {
            if (isEmpty) {
                return -1;
            }
            int count = Math.min(length, end - at);
            System.arraycopy(text, at, target, offset, count);
            at += count;
            if (count == length) {
                return count;
            }
            target[offset + count] = '\n';
            isEmpty = true;
            return count + 1;
        }

        @Override
        public void close() {
            isEmpty = true;
        }
    }
}
