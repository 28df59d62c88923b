package org.personalize.problem;

/**
 * Where something is: a file, a line and a column counted from 1, and the name of a CSV column or YAML key.
 *
 * @param file as the user would name it; blank when the place is not a file
 * @param line 0 when unknown
 * @param column 0 when unknown
 * @param field blank when none is meant
 */
public record Place(String file, long line, long column, String field) {

    /** No place at all, for problems that concern the whole command. */
    public static final Place NOWHERE = new Place("", 0, 0, "");

    public static Place file(String file) {
        return new Place(file, 0, 0, "");
    }

    public static Place line(String file, long line) {
        return new Place(file, line, 0, "");
    }

    public static Place at(String file, long line, long column) {
        return new Place(file, line, column, "");
    }

    public Place withField(String name) {
        return new Place(file, line, column, name);
    }

    /** {@code customers.csv:17, column email}; a YAML place reads {@code spring.yaml:4:3}. */
    @Override
    public String toString() {
        var text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (column > 0) {
            text.append(':').append(column);
        }
        if (!field.isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ").append("column ").append(field);
        }
        return text.toString();
    }
}
