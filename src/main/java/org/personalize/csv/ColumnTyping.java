package org.personalize.csv;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Nearest;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;

/**
 * Watches every cell of a table to find out what each column holds. A column is more than text when it is declared so, or
 * when each of its cells fits and no other reading of them is as likely; ids, codes, postcodes and phone numbers stay
 * text even where they look like numbers.
 */
public final class ColumnTyping {

    private static final Pattern CODE_NAME = Pattern.compile(
            "(.*_)?(id|ids|uid|uuid|guid|sku|ean|gtin|isbn|code|zip|zipcode|postcode|plz|postleitzahl|phone|mobile|tel|telefon|telephone|fax|iban)");
    private static final Pattern CODE_ENDING = Pattern.compile(
            ".*(customerid|userid|clientid|contactid|subscriberid|itemid|productid|orderid|shopperid|externalid|zipcode|postcode|postalcode|phonenumber|phone)");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final List<String> columns;
    private final ZoneId zone;
    private final ColumnType[] declared;
    private final DayOrder[] orders;
    private final CellForm[][] forms;
    private final boolean[] hasYes;
    private final boolean[] hasNo;
    private final @Nullable String[] last;

    private ColumnTyping(
            List<String> columns, ColumnType[] declared, DayOrder[] orders, boolean[] staysText, ZoneId zone) {
        this.columns = columns;
        this.zone = zone;
        this.declared = declared;
        this.orders = orders;
        this.forms = new CellForm[columns.size()][];
        this.hasYes = new boolean[columns.size()];
        this.hasNo = new boolean[columns.size()];
        this.last = new String[columns.size()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = forms(declared[i], staysText[i]);
        }
    }

    /**
     * @param types column name to its declared type: text, number, boolean, date or time, or the order of its dates
     * @param texts columns that are always text, whatever is in them
     * @param zone where a moment names no offset
     */
    public static ColumnTyping of(Table table, Map<String, String> types, Set<String> texts, ZoneId zone, Place place) {
        var columns = table.columns();
        var declared = new ColumnType[columns.size()];
        var orders = new DayOrder[columns.size()];
        Arrays.fill(orders, DayOrder.UNSAID);
        var problems = new Problems();
        new java.util.TreeMap<>(types).forEach((name, word) -> {
            int column = table.column(name);
            if (column < 0) {
                problems.add(Problem.expected(
                        place.withField(name),
                        "one of the columns " + String.join(", ", columns),
                        name,
                        nearest(name, columns)));
                return;
            }
            orders[column] = DayOrder.of(word.strip());
            declared[column] =
                    orders[column] == DayOrder.UNSAID ? type(word, place.withField(name), problems) : ColumnType.DATE;
        });
        problems.throwIfAny();
        var staysText = new boolean[columns.size()];
        for (int i = 0; i < staysText.length; i++) {
            staysText[i] = texts.contains(columns.get(i)) || isCode(columns.get(i));
        }
        return new ColumnTyping(columns, declared, orders, staysText, zone);
    }

    private static ColumnType type(String word, Place place, Problems problems) {
        try {
            return ColumnType.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            problems.add(Problem.expected(
                    place,
                    "text, number, boolean, date, time, day/month/year or month/day/year",
                    word,
                    nearest(word, List.of("text", "number", "boolean", "date", "time"))));
            return ColumnType.TEXT;
        }
    }

    private static String nearest(String word, List<String> known) {
        return Nearest.to(word, known).map(near -> "Did you mean " + near + "?").orElse("");
    }

    /** Whether a column's name says that its digits are no number to reckon with. */
    static boolean isCode(String name) {
        String words =
                HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "_");
        return CODE_NAME.matcher(words).matches()
                || words.contains("phone_")
                || words.contains("postal_code")
                || CODE_ENDING.matcher(words.replace("_", "")).matches();
    }

    private static CellForm[] forms(@Nullable ColumnType declared, boolean staysText) {
        if (declared == ColumnType.TEXT || (declared == null && staysText)) {
            return new CellForm[0];
        }
        return Arrays.stream(CellForm.values())
                .filter(form -> declared == null ? form != CellForm.EPOCH : form.type() == declared)
                .toArray(CellForm[]::new);
    }

    /** Says why a cell cannot be in its column, which only a declared column can refuse; null when it can. */
    public @Nullable String misfit(int column, @Nullable String cell) {
        if (cell == null || declared[column] == null || declared[column] == ColumnType.TEXT) {
            return null;
        }
        String understood = orders[column].day(cell);
        for (CellForm form : CellForm.values()) {
            if (understood != null && TypedColumns.read(form, declared[column], understood, zone) != null) {
                return null;
            }
        }
        return "column " + columns.get(column) + ": expected a "
                + declared[column].name().toLowerCase(Locale.ROOT)
                + (orders[column] == DayOrder.UNSAID ? "" : " (" + orders[column].word() + ")") + ", found "
                + Problem.quote(cell);
    }

    /** Takes note of a cell of a row that was taken. */
    public void observe(int column, @Nullable String written) {
        CellForm[] left = forms[column];
        String cell = written == null ? null : orders[column].day(written);
        if (cell == null || left.length == 0) {
            return;
        }
        if (cell.equals(last[column]) || PlainLook.fits(left, cell)) {
            return;
        }
        last[column] = cell;
        int fitting = 0;
        for (CellForm form : left) {
            Object value = form.read(cell, zone);
            if (value != null) {
                fitting++;
                hasYes[column] |= Boolean.TRUE.equals(value);
                hasNo[column] |= Boolean.FALSE.equals(value);
            }
        }
        if (fitting < left.length) {
            forms[column] = Arrays.stream(left)
                    .filter(form -> form.read(cell, zone) != null)
                    .toArray(CellForm[]::new);
        }
    }

    /** What the columns are, now that every cell has been seen. */
    public TypedColumns decide() {
        var decided = new ArrayList<TypedColumns.Column>();
        var notes = new ArrayList<String>();
        for (int i = 0; i < forms.length; i++) {
            decided.add(column(i, notes));
        }
        return new TypedColumns(decided, notes, zone);
    }

    private TypedColumns.Column column(int column, List<String> notes) {
        ColumnType wanted = declared[column];
        var left = EnumSet.noneOf(CellForm.class);
        left.addAll(Arrays.asList(forms[column]));
        CellForm clear = last[column] != null ? clear(column, left, notes) : null;
        if (wanted != null && wanted != ColumnType.TEXT && (clear == null || clear.type() != wanted)) {
            boolean isOpen = left.contains(CellForm.DAY_FIRST_DATE) && left.contains(CellForm.MONTH_FIRST_DATE);
            return new TypedColumns.Column(isOpen ? ColumnType.TEXT : wanted, null, orders[column]);
        }
        return new TypedColumns.Column(clear == null ? ColumnType.TEXT : clear.type(), clear, orders[column]);
    }

    /** The one form that all cells fit; null when there is none or when more than one would do. */
    private @Nullable CellForm clear(int column, Set<CellForm> left, List<String> notes) {
        String name = columns.get(column);
        if (left.contains(CellForm.PLAIN_NUMBER)) {
            return CellForm.PLAIN_NUMBER;
        }
        if (left.contains(CellForm.COMMA_NUMBER) && left.contains(CellForm.GROUPED_NUMBER)) {
            notes.add("column " + name + " stays text: its commas may part thousands or decimals");
            return null;
        }
        if (left.contains(CellForm.DAY_FIRST_DATE) && left.contains(CellForm.MONTH_FIRST_DATE)) {
            notes.add("column " + name
                    + " stays text: its dates may begin with the day or the month; types: {" + name
                    + ": day/month/year} or month/day/year says which");
            return null;
        }
        if (left.contains(CellForm.WORD) && !(hasYes[column] && hasNo[column]) && declared[column] == null) {
            return null;
        }
        return left.stream().findFirst().orElse(null);
    }
}
