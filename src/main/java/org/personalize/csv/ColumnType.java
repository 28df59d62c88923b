package org.personalize.csv;

/** What the cells of a column are, declared in the campaign file or clear from the cells themselves. */
public enum ColumnType {
    TEXT,
    NUMBER,
    BOOLEAN,
    /** A calendar day without a time. */
    DATE,
    /** A moment. */
    TIME
}
