package org.personalize.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.DayOrder;
import org.personalize.csv.HeaderAliases;
import org.personalize.csv.Rejects;
import org.personalize.csv.Table;
import org.personalize.csv.TableSource;
import org.personalize.intake.Intake;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * A file somebody exported, looked at without knowing what it is.
 *
 * @param headers as the file writes them
 */
public record Export(Path file, List<String> headers, List<Column> columns, long rows) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}");

    /** Columns in which Mailchimp says of each contact when it left. */
    private static final Set<String> LEFT_AT = Set.of("unsubtime", "cleantime");

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[./]\\d{1,2}[./]\\d{4}.*|1\\d{9}(\\d{3})?");

    /** Of such a one alone nobody can tell day and month apart. */
    private static final Pattern SLASHED_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/\\d{4}.*");

    private static final int MONTHS = 12;

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s\"<>?#$]+/");
    private static final Pattern ENDINGS = Pattern.compile("(?i)(\\.(csv|tsv|txt|gz))+$");
    private static final List<String> YES_OR_NO = List.of(
            "yes",
            "y",
            "true",
            "t",
            "1",
            "on",
            "subscribed",
            "opt-in",
            "ja",
            "oui",
            "sí",
            "no",
            "n",
            "false",
            "f",
            "0",
            "off",
            "unsubscribed",
            "opt-out",
            "nein",
            "non",
            "never",
            "never_subscribed",
            "not_subscribed",
            "pending",
            "cleaned");

    private static final Set<String> BOOLEAN =
            Set.of("yes", "y", "true", "1", "on", "ja", "oui", "sí", "no", "n", "false", "0", "off", "nein", "non");

    /** How the filled cells of a column look. */
    static final class Column {

        /** Enough to see whether cells come again, and whether they are the ids of another file. */
        private static final int MOST_KEPT = 20_000;

        private static final int LONGEST_KEPT = 64;

        private final String header;
        private final Set<String> cells = new HashSet<>();
        private final Set<String> sites = new HashSet<>();
        private boolean hasRepeats;
        private long filled;
        private long addresses;
        private long moments;
        private long slashedDates;
        private int greatestFirst;
        private int greatestSecond;
        private long yesOrNo;
        private long booleans;

        Column(String header) {
            this.header = header;
        }

        private void take(String cell) {
            filled++;
            hasRepeats |= cells.contains(cell);
            if (cells.size() < MOST_KEPT && cell.length() <= LONGEST_KEPT) {
                cells.add(cell);
            }
            Matcher link = LINK.matcher(cell);
            if (sites.size() < 2 && link.lookingAt()) {
                sites.add(link.group());
            }
            addresses += ADDRESS.matcher(cell).matches() ? 1 : 0;
            Matcher slashed = SLASHED_DATE.matcher(cell);
            if (slashed.matches()) {
                slashedDates++;
                greatestFirst = Math.max(greatestFirst, Integer.parseInt(slashed.group(1)));
                greatestSecond = Math.max(greatestSecond, Integer.parseInt(slashed.group(2)));
            }
            moments += MOMENT.matcher(cell).matches() ? 1 : 0;
            String word = cell.toLowerCase(Locale.ROOT);
            yesOrNo += YES_OR_NO.contains(word) ? 1 : 0;
            booleans += BOOLEAN.contains(word) ? 1 : 0;
        }

        String header() {
            return header;
        }

        String key() {
            return HeaderAliases.key(header);
        }

        long filled() {
            return filled;
        }

        /** Whether a cell comes twice. */
        boolean hasRepeats() {
            return hasRepeats;
        }

        /** How many different cells it has. */
        long different() {
            return cells.size();
        }

        /** How many of its different cells another column has too. */
        long shared(Column other) {
            return cells.stream().filter(other.cells::contains).count();
        }

        int addressPercent() {
            return percent(addresses);
        }

        int momentPercent() {
            return percent(moments);
        }

        int yesOrNoPercent() {
            return percent(yesOrNo);
        }

        boolean hasSlashedDates() {
            return slashedDates > 0;
        }

        /** What comes first in its dates with slashes, if one of them can be read one way only and none the other way only. */
        DayOrder order() {
            boolean isDayFirst = greatestFirst > MONTHS && greatestSecond <= MONTHS;
            boolean isMonthFirst = greatestSecond > MONTHS && greatestFirst <= MONTHS;
            return isDayFirst ? DayOrder.DAY_FIRST : isMonthFirst ? DayOrder.MONTH_FIRST : DayOrder.UNSAID;
        }

        /** Whether it can be declared as a column of yes and no. */
        boolean isBoolean() {
            return filled > 0 && booleans == filled;
        }

        /** Where all its links lead; missing where they lead to several sites, or none. */
        Optional<String> site() {
            return sites.size() == 1 ? sites.stream().findFirst() : Optional.empty();
        }

        private int percent(long part) {
            return filled == 0 ? 0 : (int) (100 * part / filled);
        }
    }

    static Export look(Path file) {
        if (!Files.isRegularFile(file)) {
            throw problem(file, "there is no such file", "Name your exports after --from, one by one.");
        }
        if (!isTable(file)) {
            return new Export(file, List.of(), List.of(), 0);
        }
        Table table = Table.open(source(file, HeaderAliases.NONE), first -> columnsBy(file, first));
        List<Column> columns = table.columns().stream().map(Column::new).toList();
        long rows = table.read(new Rejects(), row -> take(row, columns)).rows();
        return new Export(file, table.columns(), columns, rows);
    }

    /** A bare list of addresses will do for people who want no mail; all else needs headers, as the campaign does. */
    private static List<String> columnsBy(Path file, List<String> first) {
        if (first.stream().noneMatch(cell -> ADDRESS.matcher(cell.strip()).matches())) {
            return List.of();
        }
        if (first.size() == 1 && isNamedAsOptOuts(file)) {
            return List.of("email");
        }
        throw problem(
                file,
                "its first row holds an address, where the columns' names should stand",
                "Export it with a row of headers, or write one above the first.");
    }

    private static InputProblem problem(Path file, String message, String remedy) {
        return new InputProblem(Place.file(file.toString()), message, remedy);
    }

    private static boolean isTable(Path file) {
        try {
            return Intake.isTable(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is read row by row at all. */
    boolean hasRows() {
        return !headers.isEmpty();
    }

    private static @Nullable String take(Table.Row row, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            String cell = row.cell(i);
            if (cell != null) {
                columns.get(i).take(cell);
            }
        }
        return null;
    }

    /** The columns' names as a room that knows these headers reads them, in the order of the headers. */
    List<String> namesBy(HeaderAliases aliases) {
        List<String> names = new ArrayList<>();
        for (Column column : columns) {
            String known = aliases.canonicalByHeader().get(column.key());
            names.add(known == null ? column.header() : known);
        }
        return names;
    }

    /** The column that such a room reads under a name. */
    Optional<Column> by(HeaderAliases aliases, String name) {
        int place = namesBy(aliases).indexOf(name);
        return place < 0 ? Optional.empty() : Optional.of(columns.get(place));
    }

    /** Whether its name speaks of people who want no mail. */
    boolean isNamedAsOptOuts() {
        return isNamedAsOptOuts(file);
    }

    /** Whether it says of each of its people when they left the list. */
    boolean isListOfLeavers() {
        return rows > 0 && columns.stream().anyMatch(c -> LEFT_AT.contains(c.key()) && c.filled() == rows);
    }

    private static boolean isNamedAsOptOuts(Path file) {
        return ConsentWords.of(ENDINGS.matcher(name(file)).replaceFirst("")).isListOfOptOuts();
    }

    String name() {
        return name(file);
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    private static TableSource source(Path file, HeaderAliases aliases) {
        Path whole = file.toAbsolutePath().normalize();
        return new TableSource(
                "export",
                Objects.requireNonNull(whole.getParent()),
                Objects.requireNonNull(whole.getFileName()).toString(),
                Map.of(),
                aliases,
                List.of(),
                Place.file(file.toString()));
    }
}
