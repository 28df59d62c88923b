package org.personalize.csv;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * A quick look at cells that plainly fit their column, since nearly all do: whole numbers, decimals with a point, and
 * dates from year to day. What it does not recognise is looked at properly.
 */
final class PlainLook {

    private static final int SURE_DIGITS = 15;
    private static final int DATE_LENGTH = 10;
    private static final int FIRST_HYPHEN = 4;
    private static final int SECOND_HYPHEN = 7;
    private static final int MONTHS = 12;
    private static final int SHORTEST_MONTH = 28;

    private static final CellForm[] NUMBERS = {CellForm.PLAIN_NUMBER, CellForm.COMMA_NUMBER, CellForm.GROUPED_NUMBER};
    private static final CellForm[] DECIMALS = {CellForm.PLAIN_NUMBER, CellForm.GROUPED_NUMBER};
    private static final CellForm[] DATES = {CellForm.ISO_DATE, CellForm.MOMENT};

    private PlainLook() {}

    /** Whether the cell fits each of the forms that its column has left. */
    static boolean fits(CellForm[] left, String cell) {
        return switch (left[0]) {
            case PLAIN_NUMBER ->
                (Arrays.equals(left, NUMBERS) && isNumber(cell, false))
                        || (Arrays.equals(left, DECIMALS) && isNumber(cell, true));
            case ISO_DATE -> Arrays.equals(left, DATES) && isDate(cell);
            case COMMA_NUMBER, GROUPED_NUMBER, WORD, DOTTED_DATE, DAY_FIRST_DATE, MONTH_FIRST_DATE, MOMENT, EPOCH ->
                false;
        };
    }

    /** A number that is one beyond doubt. */
    static boolean isNumber(String cell, boolean mayHavePoint) {
        if (cell.length() > SURE_DIGITS || cell.charAt(0) == '0') {
            return false;
        }
        int point = -1;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '.' && mayHavePoint && point < 0 && i > 0) {
                point = i;
            } else if (!isDigit(c)) {
                return false;
            }
        }
        return point < cell.length() - 1;
    }

    /** A date from year to day that is one beyond doubt, whatever its month. */
    static boolean isDate(String cell) {
        if (cell.length() != DATE_LENGTH) {
            return false;
        }
        for (int i = 0; i < DATE_LENGTH; i++) {
            char c = cell.charAt(i);
            if ((i == FIRST_HYPHEN || i == SECOND_HYPHEN) ? c != '-' : !isDigit(c)) {
                return false;
            }
        }
        int month = pair(cell, FIRST_HYPHEN + 1);
        int day = pair(cell, SECOND_HYPHEN + 1);
        return month >= 1 && month <= MONTHS && day >= 1 && day <= SHORTEST_MONTH;
    }

    /** The date that such a cell is. */
    static LocalDate date(String cell) {
        int year = pair(cell, 0) * 100 + pair(cell, 2);
        return LocalDate.of(year, pair(cell, FIRST_HYPHEN + 1), pair(cell, SECOND_HYPHEN + 1));
    }

    private static int pair(String cell, int at) {
        return (cell.charAt(at) - '0') * 10 + cell.charAt(at + 1) - '0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
