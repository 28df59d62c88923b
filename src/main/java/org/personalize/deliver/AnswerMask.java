package org.personalize.deliver;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides addresses in what relays say, so that none gets into a ledger or a log: of {@code jane@shop.example} stays
 * {@code j***@shop.example}. It rather hides too much than too little.
 */
public final class AnswerMask {

    /** Knows no address beforehand. */
    public static final AnswerMask ANY = new AnswerMask(null);

    private static final String STARS = "***";

    /** An at sign, as itself or as relays encode it: full width, percent, xtext, quoted-printable, HTML. */
    private static final Pattern AT = Pattern.compile(
            "[@\uFF20\uFE6B]|(?:%40|\\+40|=40|&#64;|&#x40;|&commat;)(?=[^\\s]*\\.)", Pattern.CASE_INSENSITIVE);

    private static final String BEFORE_LOCAL = "<>()[]:;,\"";
    private static final int SHORTEST_LONE_LOCAL = 3;

    private final @Nullable Postbox known;

    private AnswerMask(@Nullable Postbox known) {
        this.known = known;
    }

    /** Also hides what is left of this address where a relay writes it without its at sign. */
    static AnswerMask of(Postbox postbox) {
        return new AnswerMask(postbox);
    }

    private static List<Pattern> patterns(Postbox postbox) {
        String local = Pattern.quote(postbox.local());
        String domain = Pattern.quote(postbox.domain());
        var beside = insensitive(local + "(?=.{1,5}" + domain + ')');
        boolean isTelling = postbox.local().length() >= SHORTEST_LONE_LOCAL
                && !postbox.local()
                        .matches("(?i)user|users|mail|mailbox|address|recipient|account|message|unknown|info");
        return isTelling
                ? List.of(beside, insensitive("(?<![\\p{L}\\p{N}])" + local + "(?![\\p{L}\\p{N}])"))
                : List.of(beside);
    }

    private static Pattern insensitive(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public String over(String text) {
        String masked = replaced(text, true);
        // Most answers to most mails name nobody, and patterns take longer to make than to look.
        if (known == null || !isNamedIn(masked, known.local())) {
            return masked;
        }
        for (Pattern pattern : patterns(known)) {
            masked =
                    pattern.matcher(masked).replaceAll(found -> Matcher.quoteReplacement(first(found.group()) + STARS));
        }
        return masked;
    }

    private static boolean isNamedIn(String text, String local) {
        for (int i = 0; i + local.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, local, 0, local.length())) {
                return true;
            }
        }
        return false;
    }

    /** The text with no trace of addresses, domains included, for judging by its words. */
    String without(String text) {
        return replaced(text, false);
    }

    /** From the last at sign to the first, so that a quoted local part with one in it goes as a whole. */
    private static String replaced(String text, boolean isTraced) {
        Matcher at = AT.matcher(text);
        if (!at.find()) {
            return text;
        }
        var masked = new StringBuilder(text);
        int[] places =
                AT.matcher(text).results().mapToInt(found -> found.start()).toArray();
        int end = masked.length();
        for (int i = places.length - 1; i >= 0; i--) {
            int place = places[i];
            if (place < end) {
                int start = localStart(masked, place);
                String left = isTraced ? first(masked.substring(start, place)) + STARS : "";
                masked.replace(start, isTraced ? place : domainEnd(masked, place), left);
                end = start;
            }
        }
        return masked.toString();
    }

    private static int localStart(CharSequence text, int at) {
        if (at > 0 && text.charAt(at - 1) == '"') {
            for (int i = at - 2; i >= 0; i--) {
                if (text.charAt(i) == '"') {
                    return i;
                }
            }
        }
        int start = at;
        while (start > 0 && isLocal(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isLocal(char c) {
        return !Character.isWhitespace(c) && !Character.isISOControl(c) && BEFORE_LOCAL.indexOf(c) < 0;
    }

    private static int domainEnd(CharSequence text, int at) {
        int end = at + 1;
        while (end < text.length() && isLocal(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String first(String local) {
        return local.isEmpty() ? "" : local.substring(0, local.offsetByCodePoints(0, 1));
    }
}
