package org.personalize.history;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether what a log says of a bounce means that the mailbox does not exist. */
final class BounceWords {

    private static final Set<String> HARD = Set.of("user unknown", "no such user", "mailbox does not exist");

    /** The codes of a mailbox that does not exist, wherever they stand in what a mail server said. */
    private static final Pattern HARD_CODE =
            Pattern.compile("(?<![\\d.])5\\.(?:1\\.(?:1|2|3|6|10)|2\\.1)(?!\\d|\\.\\d)");

    private BounceWords() {}

    /** A bounce of which nothing is said is hard. */
    static boolean isHard(@Nullable String kind) {
        String word = kind == null ? "hard" : kind.toLowerCase(Locale.ROOT);
        return word.startsWith("hard")
                || HARD.contains(word)
                || HARD_CODE.matcher(word).find();
    }
}
