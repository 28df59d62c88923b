package org.personalize.intake;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.personalize.campaign.KeyedHash;

/**
 * The mailbox to which people mail that they want to be left alone. A mail program fills in our name of the mail and no word
 * beside it, so that such a mail is known by where that name stands. Bounces and automatic replies carry the name too, in
 * what they quote, and are told apart before.
 *
 * @param address in small letters, perhaps with the place holder of a name; blank where the campaign has none
 */
public record OptOutBox(String address) {

    /** Nothing is known: a mail is told by its words, or by a subject that is a name and nothing else. */
    public static final OptOutBox UNKNOWN = new OptOutBox("");

    private static final String SCHEME = "mailto:";
    private static final String PLACE_HOLDER = "${token}";
    private static final String NAME = "[a-z2-7]{" + KeyedHash.ENVELOPE_CHARACTERS + "}";
    private static final Pattern ALONE = Pattern.compile("(?i)\\s*(?:re:\\s*)?[A-Za-z0-9_-]+\\s*");

    /** Of the mailto address that a campaign names, with what it fills in. */
    public static OptOutBox of(String mailto) {
        String small = mailto.toLowerCase(Locale.ROOT);
        String bare = small.startsWith(SCHEME) ? small.substring(SCHEME.length()) : small;
        int query = bare.indexOf('?');
        return new OptOutBox(query < 0 ? bare : bare.substring(0, query));
    }

    /** What names the mail whose receiver wants no more of them; nothing where it is not for this that somebody wrote. */
    MailTrace asked(Letter letter, PlainReport text) {
        String subject = letter.headers().text("subject");
        MailTrace named = MailTrace.in(subject);
        if (!named.isEmpty() && ALONE.matcher(subject).matches()) {
            return named;
        }
        String box = reached(MailTrace.addressed(letter.headers()));
        return box.isEmpty()
                ? MailTrace.NOTHING
                : List.of(box, subject, firstLine(text)).stream()
                        .map(MailTrace::in)
                        .filter(trace -> !trace.isEmpty())
                        .findFirst()
                        .orElse(MailTrace.NOTHING);
    }

    /** Whether a mail went to it at all. */
    boolean isReachedBy(Letter letter) {
        return !reached(MailTrace.addressed(letter.headers())).isEmpty();
    }

    /** The address as the mail names it, with the name of the mail in it; blank where the mail went elsewhere. */
    private String reached(String addressed) {
        if (address.isEmpty()) {
            return "";
        }
        String form = Pattern.quote(address).replace(PLACE_HOLDER, "\\E" + NAME + "\\Q");
        Matcher found = Pattern.compile("(?<![\\w.+-])" + form + "(?![\\w.-])", Pattern.CASE_INSENSITIVE)
                .matcher(addressed);
        return found.find() ? found.group() : "";
    }

    private static String firstLine(PlainReport text) {
        return text.words().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }
}
