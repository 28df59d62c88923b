package org.personalize.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way to write values of a type. A column has a form when each of its cells fits it. */
enum CellForm {
    /** 12, -3.5, 0.25. */
    PLAIN_NUMBER(ColumnType.NUMBER) {
        @Override
        @Nullable
        Object read(String cell, ZoneId zone) {
            return PlainLook.isNumber(cell, true) || PLAIN.matcher(cell).matches() ? number(cell) : null;
        }
    },
    /** 1.234,56 and 12,5. */
    COMMA_NUMBER(ColumnType.NUMBER) {
        @Override
        @Nullable
        Object read(String cell, ZoneId zone) {
            return COMMA.matcher(cell).matches() ? number(cell.replace(".", "").replace(',', '.')) : null;
        }
    },
    /** 1,234.56. */
    GROUPED_NUMBER(ColumnType.NUMBER) {
        @Override
        @Nullable
        Object read(String cell, ZoneId zone) {
            return GROUPED.matcher(cell).matches() ? number(cell.replace(",", "")) : null;
        }
    },
    WORD(ColumnType.BOOLEAN) {
        @Override
        @Nullable
        Object read(String cell, ZoneId zone) {
            String word = cell.toLowerCase(Locale.ROOT);
            return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
        }
    },
    /** 2026-03-02 and 2026/03/02. */
    ISO_DATE(ColumnType.DATE) {
        @Override
        @Nullable
        Object read(String cell, ZoneId zone) {
            return PlainLook.isDate(cell) ? PlainLook.date(cell) : date(ISO.matcher(cell), 1, 2, 3);
        }
    },
    /** 02.03.2026. */
    DOTTED_DATE(ColumnType.DATE) {
        @Override
        @Nullable
        Object read(String cell, ZoneId zone) {
            return date(DOTTED.matcher(cell), 3, 2, 1);
        }
    },
    /** 02/03/2026 in March. */
    DAY_FIRST_DATE(ColumnType.DATE) {
        @Override
        @Nullable
        Object read(String cell, ZoneId zone) {
            return date(SLASHED.matcher(cell), 3, 2, 1);
        }
    },
    /** 02/03/2026 in February. */
    MONTH_FIRST_DATE(ColumnType.DATE) {
        @Override
        @Nullable
        Object read(String cell, ZoneId zone) {
            return date(SLASHED.matcher(cell), 3, 1, 2);
        }
    },
    /** Date and time, with or without an offset. */
    MOMENT(ColumnType.TIME) {
        @Override
        @Nullable
        Object read(String cell, ZoneId zone) {
            boolean isDated = cell.length() >= DATE_LENGTH
                    && (cell.charAt(YEAR_LENGTH) == '-' || cell.charAt(YEAR_LENGTH) == '/');
            return isDated ? instant(cell, zone) : null;
        }
    },
    /** Seconds or milliseconds since 1970; only where a column is declared, else they are numbers. */
    EPOCH(ColumnType.TIME) {
        @Override
        @Nullable
        Object read(String cell, ZoneId zone) {
            return PLAIN.matcher(cell).matches() ? instant(cell, zone) : null;
        }
    };

    /** More digits than this are a number only by accident: an account, a card, a code. */
    private static final int MAX_DIGITS = 15;

    private static final int DATE_LENGTH = 10;
    private static final int YEAR_LENGTH = 4;

    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
    private static final Pattern COMMA = Pattern.compile("-?(0|[1-9]\\d*|[1-9]\\d{0,2}(\\.\\d{3})+)(,\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("-?(0|[1-9]\\d*|[1-9]\\d{0,2}(,\\d{3})+)(\\.\\d+)?");
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d\\d?)[-/](\\d\\d?)");
    private static final Pattern DOTTED = Pattern.compile("(\\d\\d?)\\.(\\d\\d?)\\.(\\d{4})");
    private static final Pattern SLASHED = Pattern.compile("(\\d\\d?)/(\\d\\d?)/(\\d{4})");
    private static final Set<String> YES = Set.of("true", "yes", "y", "ja", "oui", "s\u00ed", "on");
    private static final Set<String> NO = Set.of("false", "no", "n", "nein", "non", "off");

    private final ColumnType type;

    CellForm(ColumnType type) {
        this.type = type;
    }

    ColumnType type() {
        return type;
    }

    /** The value of a cell in this form; null when the cell is not in it. */
    abstract @Nullable Object read(String cell, ZoneId zone);

    private static @Nullable Object number(String digits) {
        if (digits.length() > MAX_DIGITS
                && digits.chars().filter(Character::isDigit).count() > MAX_DIGITS) {
            return null;
        }
        return digits.indexOf('.') < 0 ? (Object) Long.valueOf(digits) : new BigDecimal(digits);
    }

    private static @Nullable Object instant(String cell, ZoneId zone) {
        long second = TimeText.seconds(cell, zone);
        return second == TimeText.NO_MOMENT ? null : Instant.ofEpochSecond(second);
    }

    private static @Nullable Object date(Matcher matcher, int year, int month, int day) {
        if (!matcher.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(matcher.group(year)),
                    Integer.parseInt(matcher.group(month)),
                    Integer.parseInt(matcher.group(day)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
