package org.personalize.campaign;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.personalize.campaign.Kind.Written;
import org.personalize.campaign.Text.Line;

/** The kinds of text and number that a campaign file knows. */
final class Kinds {

    static final int LONGEST_NAME = 64;

    private static final String NUMBER_PATTERN = "^[0-9]*\\.?[0-9]+$";
    private static final Pattern NUMBER_FORM = Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{1,15})?|\\.\\d{1,15})");
    private static final String SLUG_PATTERN = "^[a-z0-9][a-z0-9_-]{0,63}$";
    private static final Pattern SLUG_FORM = Pattern.compile(SLUG_PATTERN);
    private static final String IDENTIFIER_PATTERN = "^[A-Za-z_][A-Za-z0-9_]{0,63}$";
    private static final Pattern IDENTIFIER_FORM = Pattern.compile(IDENTIFIER_PATTERN);
    private static final String LANGUAGE_PATTERN = "^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$";
    private static final Pattern LANGUAGE_FORM = Pattern.compile(LANGUAGE_PATTERN);
    private static final Written ANY_TEXT = Written.text("");

    private Kinds() {}

    /** Text that may run over several lines. */
    static final Kind<String> TEXT = Kind.of("a text", ANY_TEXT, Kinds::visible);

    /** Text that ends up in a header, a name or an address. */
    static final Kind<String> ONE_LINE = Kind.of("a text on one line", ANY_TEXT, Kinds::oneLine);

    /** A short plain text template, such as a subject. */
    static final Kind<Line> TEMPLATE_LINE = new Kind<>(
            "a text on one line", ANY_TEXT, s -> new Line(oneLine(s.text().strip()), s.firstLetter()));

    static final Kind<Line> CONDITION = new Kind<>(
            "a condition such as customer.country == 'DE'",
            ANY_TEXT,
            s -> new Line(visible(s.text().strip()), s.firstLetter()));

    /** A file or folder, relative to the file that names it. */
    static final Kind<Path> PATH = new Kind<>("a path", ANY_TEXT, Kinds::path);

    /** A name that is safe in a file name, a header and an address. */
    static final Kind<String> SLUG =
            Kind.of("a name of small letters, digits, - and _", Written.text(SLUG_PATTERN), Kinds::slug);

    /** A name that a template can write without brackets. */
    static final Kind<String> IDENTIFIER = Kind.of(
            "a name of letters, digits and _",
            Written.text(IDENTIFIER_PATTERN),
            text -> matching(text, IDENTIFIER_FORM, "Templates use it as a name, so it has no blanks or hyphens."));

    static final Kind<String> LANGUAGE = Kind.of(
            "a language such as en or de-AT",
            Written.text(LANGUAGE_PATTERN),
            text -> matching(text, LANGUAGE_FORM, "Use the two-letter code in small letters."));

    static final Kind<Boolean> BOOLEAN =
            Kind.of("true or false", new Written(List.of("boolean"), "", List.of()), Kinds::bool);

    /** A weight or factor. */
    static final Kind<Double> AMOUNT =
            Kind.of("a number of 0 or more", Written.textOr("number", NUMBER_PATTERN), Kinds::amount);

    /** A rate; none is said by leaving its key out. */
    static final Kind<Double> RATE = aboveNothing("Leave the key out for no limit.");

    static final Kind<Double> FACTOR = aboveNothing("To leave an item out, use where.");

    private static Kind<Double> aboveNothing(String remedy) {
        return Kind.of("a number above 0", Written.textOr("number", NUMBER_PATTERN), text -> {
            double amount = amount(text);
            if (amount == 0) {
                throw new Misread(remedy);
            }
            return amount;
        });
    }

    /** A part of all: 5% or 0.05. */
    static final Kind<Double> SHARE =
            Kind.of("a share such as 5% or 0.05", Written.textOr("number", "^[0-9]*\\.?[0-9]+\\s*%?$"), Kinds::share);

    static Kind<Integer> whole(int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        return Kind.of(expected, Written.textOr("integer", "^[0-9]+$"), text -> {
            if (!text.matches("\\d{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
                throw new Misread(text.matches("\\d{1,3}([.,_' ]\\d{3})+") ? "Write digits only." : "");
            }
            return Integer.parseInt(text);
        });
    }

    /** Text in which nothing is hidden; blank is as good as missing. */
    static String visible(String text) throws Misread {
        if (text.isBlank()) {
            throw new Misread("");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new Misread("a control character does not belong here", "Remove it.");
        }
        return text;
    }

    static String oneLine(String text) throws Misread {
        if (text.isBlank()) {
            throw new Misread("");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029')) {
            throw new Misread("a line break or control character does not belong here", "Write it on one line.");
        }
        return text;
    }

    private static Path path(Node.Scalar scalar) throws Misread {
        try {
            return scalar.folder().resolve(oneLine(scalar.text().strip())).normalize();
        } catch (InvalidPathException e) {
            throw new Misread("Write it as the file system does.");
        }
    }

    private static String slug(String text) throws Misread {
        if (SLUG_FORM.matcher(text).matches()) {
            return text;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String slug =
                plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9_]+", "-").replaceAll("^[-_]+|-+$", "");
        String name = slug.substring(0, Math.min(slug.length(), LONGEST_NAME));
        throw new Misread(name.isEmpty() ? "" : "Write " + name + ".");
    }

    private static String matching(String text, Pattern form, String remedy) throws Misread {
        if (!form.matcher(text).matches()) {
            throw new Misread(remedy);
        }
        return text;
    }

    private static boolean bool(String text) throws Misread {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            case "yes", "on" -> throw new Misread("Write true.");
            case "no", "off" -> throw new Misread("Write false.");
            default -> throw new Misread("");
        };
    }

    private static double amount(String text) throws Misread {
        if (!NUMBER_FORM.matcher(text).matches()) {
            throw new Misread(text.matches("\\d+,\\d+") ? "Write a decimal point." : "");
        }
        double amount = Double.parseDouble(text);
        if (amount < 0) {
            throw new Misread("Leave the sign out.");
        }
        return amount;
    }

    private static double share(String text) throws Misread {
        boolean isPercent = text.endsWith("%");
        double amount = amount(isPercent ? text.substring(0, text.length() - 1).strip() : text);
        if (!isPercent && amount >= 1) {
            throw new Misread("Write " + text + "% if that is what you mean.");
        }
        if (amount > 100) {
            throw new Misread("No share is above 100%.");
        }
        return isPercent ? amount / 100 : amount;
    }
}
