package org.personalize.catalog;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as shops write it: {@code 12.90 EUR}, {@code €1.299,00}, {@code $1,299} or just {@code 12.9}.
 *
 * @param currency its ISO code; null where the text names none that is clear, as a dollar sign is not
 */
public record Price(double amount, @Nullable String currency) {

    private static final int LONGEST = 40;
    private static final Pattern FORM = Pattern.compile(
            "(?<before>\\p{Alpha}{3}|\\p{Sc})?\\s*(?<number>-?\\d[\\d.,'\u00a0\u202f ]*)\\s*(?<after>\\p{Alpha}{3}|\\p{Sc})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([.,'])\\d{3}(\\1\\d{3})*");
    private static final Map<String, String> CLEAR_SIGNS = Map.of("€", "EUR", "£", "GBP");

    /** The amount, or null when the text is not one. */
    public static @Nullable Price parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        if (isPlain(text)) {
            return new Price(Double.parseDouble(text), null);
        }
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return null;
        }
        String sign = form.group("after") == null ? form.group("before") : form.group("after");
        String number = plain(form.group("number"));
        return number == null ? null : new Price(new BigDecimal(number).doubleValue(), code(sign));
    }

    /** Whether a machine wrote it, as in millions of rows of an event file: these need no closer look. */
    private static boolean isPlain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPoint = c == '.' && i > 0 && i < text.length() - 1;
            points += isPoint ? 1 : 0;
            if (!isPoint && (c < '0' || c > '9')) {
                return false;
            }
        }
        return points <= 1 && !text.isEmpty();
    }

    private static @Nullable String code(@Nullable String sign) {
        if (sign == null) {
            return null;
        }
        return sign.length() == 3 ? sign.toUpperCase(Locale.ROOT) : CLEAR_SIGNS.get(sign);
    }

    /**
     * The number with a decimal point and nothing else. Where both marks occur the later one is the decimal mark; a mark
     * that occurs twice, or a comma before exactly three digits, groups thousands. A single point is always a decimal
     * point, since that is what machines write.
     */
    private static @Nullable String plain(String written) {
        String digits = written.replaceAll("[\u00a0\u202f' ]", "");
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        boolean isGrouped =
                GROUPED.matcher(digits).matches() && (comma >= 0 || digits.indexOf('.') != digits.lastIndexOf('.'));
        String plain;
        if (isGrouped) {
            plain = digits.replaceAll("[.,]", "");
        } else if (comma > point) {
            plain = digits.replace(".", "").replace(',', '.');
        } else {
            plain = digits.replace(",", "");
        }
        return plain.matches("-?\\d+(\\.\\d+)?") ? plain : null;
    }
}
