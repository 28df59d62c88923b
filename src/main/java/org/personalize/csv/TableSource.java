package org.personalize.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.personalize.problem.Place;

/**
 * What to read and how its columns are called.
 *
 * @param role what the table is in the campaign file: customers, items, events or suppressions
 * @param base the folder that a relative pattern starts from
 * @param pattern a file, or a glob such as {@code events/*.csv}; {@code .gz} is read as it is
 * @param columns canonical name to the header in the file, as the campaign declares it; wins over the aliases
 * @param aliases which headers of other systems mean which canonical name
 * @param required canonical names without which the table is of no use
 * @param named further columns that the campaign names, each of which must be one alone
 * @param place where the campaign file names this table
 */
public record TableSource(
        String role,
        Path base,
        String pattern,
        Map<String, String> columns,
        HeaderAliases aliases,
        List<String> required,
        List<String> named,
        Place place) {

    public TableSource {
        columns = Map.copyOf(columns);
        required = List.copyOf(required);
        named = List.copyOf(named);
    }

    /** Names no further columns. */
    public TableSource(
            String role,
            Path base,
            String pattern,
            Map<String, String> columns,
            HeaderAliases aliases,
            List<String> required,
            Place place) {
        this(role, base, pattern, columns, aliases, required, List.of(), place);
    }

    /** The files that the pattern means, in the order of their names. */
    public List<Path> files() {
        return FilePattern.files(this);
    }

    /** The same, also those that may not be read. */
    public List<Path> found() {
        return FilePattern.found(this);
    }
}
