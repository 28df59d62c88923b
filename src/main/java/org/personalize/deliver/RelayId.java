package org.personalize.deliver;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name under which a relay keeps a mail, where its last answer says it in one of the ways that are known. */
final class RelayId {

    private static final String NAME = "<?([^\\s<>()\\[\\],;]+)>?";
    private static final String END = "[\\s.;]*(?:$|[\\s)\\]])";

    /** Most telling first. */
    private static final List<Pattern> WAYS = List.of(
            Pattern.compile("(?i)\\b(?:queued|accepted|message) as " + NAME),
            Pattern.compile("(?i)\\b(?:id|InternalId)=" + NAME),
            Pattern.compile("(?i)\\bqueued \\(" + NAME + "\\)"),
            Pattern.compile(NAME + " - gsmtp"),
            Pattern.compile("(?i)" + NAME + " message (?:was )?accepted\\b"),
            Pattern.compile("(?i)^(?:2\\.\\d+\\.\\d+ )?ok:? " + NAME + END + "$"));

    /** A lone word is a name only if it looks like one: {@code Ok done} has none. */
    private static final Pattern LIKE_A_NAME = Pattern.compile("(?=.*[0-9])[A-Za-z0-9._+/=@$-]{1,200}");

    private RelayId() {}

    static @Nullable String in(Reply reply) {
        for (Pattern way : WAYS) {
            Matcher matcher = way.matcher(reply.text());
            if (matcher.find() && LIKE_A_NAME.matcher(matcher.group(1)).matches()) {
                return matcher.group(1);
            }
        }
        return null;
    }
}
