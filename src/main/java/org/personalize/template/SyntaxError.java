package org.personalize.template;

import freemarker.core.ParseException;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.personalize.problem.Nearest;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/** FreeMarker's complaint about a text it cannot read, told in one sentence. */
final class SyntaxError {

    private static final Pattern UNKNOWN_BUILT_IN = Pattern.compile("^Unknown built-in: \"?(\\w+)");
    private static final Pattern UNKNOWN_DIRECTIVE = Pattern.compile("^Unknown directive: [#@]?(\\w+)");
    private static final Pattern UNKNOWN_SPECIAL = Pattern.compile("^Unknown special variable name: \"?(\\w+)");
    private static final Pattern LEGACY_BUILT_IN = Pattern.compile("^Using \\?(\\w+)");
    private static final Pattern LEGACY_DIRECTIVE = Pattern.compile("^Using the \"(\\w+)\" directive");
    private static final Pattern OTHER_SPELLING = Pattern.compile("problematic token, \"(\\w+)\"");
    private static final Pattern MALFORMED = Pattern.compile("^#(\\w+) is an existing directive");
    private static final Pattern UNEXPECTED = Pattern.compile("^Encountered (.+?)(?:, but |, which |$)");
    private static final Pattern AND_OR = Pattern.compile("(?i)^Encountered \"(?:and|or)\"");
    private static final String TEXT_IN_ORDER = "Found string literal";
    private static final Pattern ENDED =
            Pattern.compile("^Unexpected end of file reached\\.(?: You have an unclosed (.+?)\\. )?");
    private static final Pattern LEXICAL = Pattern.compile("^Lexical error: encountered (.+?) after");

    private SyntaxError() {}

    static Problem explain(ParseException e, Source source) {
        Place place = source.at(e.getLineNumber(), e.getColumnNumber());
        String message = firstLine(e);
        for (Name name : Name.values()) {
            Matcher match = name.pattern.matcher(message);
            if (match.find()) {
                return name.unknown(place, match.group(1));
            }
        }
        return new Problem(place, plain(message), remedy(message));
    }

    private static String remedy(String message) {
        if (AND_OR.matcher(message).find()) {
            return "Write && instead of and, || instead of or.";
        }
        return message.startsWith(TEXT_IN_ORDER)
                ? "Write a day as '2026-03-02'?date('yyyy-MM-dd'), and a number without quotes."
                : "";
    }

    /** Complaints about one name, for which a nearer one may be known. */
    @SuppressWarnings("ImmutableEnumChecker") // The sets of names were made by Set.of and never change.
    private enum Name {
        BUILT_IN(UNKNOWN_BUILT_IN, "?%s", "?", Allowed.BUILT_INS),
        OLD_BUILT_IN(LEGACY_BUILT_IN, "?%s", "?", Allowed.BUILT_INS),
        MISSPELT(OTHER_SPELLING, "%s", "?", Allowed.BUILT_INS),
        DIRECTIVE(UNKNOWN_DIRECTIVE, "<#%s>", "#", Allowed.DIRECTIVES),
        OLD_DIRECTIVE(LEGACY_DIRECTIVE, "<#%s>", "#", Allowed.DIRECTIVES),
        SPECIAL(UNKNOWN_SPECIAL, ".%s", ".", Allowed.SPECIAL_VARIABLES);

        private final Pattern pattern;
        private final String form;
        private final String sign;
        private final Collection<String> known;

        Name(Pattern pattern, String form, String sign, Collection<String> known) {
            this.pattern = pattern;
            this.form = form;
            this.sign = sign;
            this.known = known;
        }

        Problem unknown(Place place, String name) {
            String remedy = Nearest.to(name, known)
                    .filter(n -> !n.equals(name))
                    .map(n -> "Did you mean " + sign + n + "? ")
                    .orElse("");
            Problem refused = refused(place, form.formatted(name));
            return new Problem(place, refused.message(), remedy + refused.remedy());
        }
    }

    static Problem refused(Place place, String written) {
        return new Problem(place, written + " is not allowed in a template", "The guide to templates lists what is.");
    }

    private static String plain(String message) {
        Matcher match = MALFORMED.matcher(message);
        if (match.find()) {
            return "the tag <#" + match.group(1) + "> is not complete";
        }
        match = UNEXPECTED.matcher(message);
        if (match.find()) {
            return "this cannot be read as a template: " + match.group(1) + " is not expected here";
        }
        match = ENDED.matcher(message);
        if (match.find()) {
            return "the text ends too early"
                    + (match.group(1) == null ? "" : ": " + match.group(1).replace("\"", "") + " is not closed");
        }
        match = LEXICAL.matcher(message);
        if (match.find()) {
            return match.group(1).equals("<EOF>")
                    ? "the text ends too early"
                    : "this cannot be read as a template: " + match.group(1) + " is not expected here";
        }
        return "this cannot be read as a template: "
                + (message.endsWith(".") ? message.substring(0, message.length() - 1) : message);
    }

    private static String firstLine(ParseException e) {
        String message = e.getEditorMessage();
        return message == null
                ? "it breaks off"
                : message.lines().findFirst().orElse("").strip();
    }
}
