package org.personalize.deliver;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a mail came to its receiver, by the {@code Received} headers, of which the topmost was written last. What counts is
 * the step into the receiver's house: the topmost that names where it came from and is no step of a machine to itself.
 */
record Passage(List<String> received) {

    private static final Pattern FROM = Pattern.compile("^\\s*from\\s+(\\S+)(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY = Pattern.compile("\\bby\\s+(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOME = Pattern.compile("(?i)^localhost|127\\.0\\.0\\.1|::1\\b");

    /** RFC 3848 and RFC 6531 have an S where the line was encrypted. */
    private static final Pattern PROTOCOL =
            Pattern.compile("\\bwith\\s+((?:UTF8)?(?:E?SMTP|LMTP)S?A?)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern VERSION = Pattern.compile("TLS ?v?1[._]?([0-3])|TLS1", Pattern.CASE_INSENSITIVE);

    Passage {
        received = List.copyOf(received);
    }

    Tick tick() {
        Optional<String> step =
                received.stream().filter(Passage::isFromElsewhere).findFirst();
        if (step.isEmpty()) {
            return Tick.unknown("TLS", "no Received header says where the mail came from", "");
        }
        Matcher by = BY.matcher(step.get());
        String where = by.find() ? " at " + by.group(1) : "";
        Matcher version = VERSION.matcher(step.get());
        boolean isKnownVersion = version.find();
        Matcher protocol = PROTOCOL.matcher(step.get());
        String name = protocol.find() ? protocol.group(1).toUpperCase(Locale.ROOT) : "";
        if (isKnownVersion || name.endsWith("S") || name.endsWith("SA")) {
            String seen =
                    isKnownVersion ? version.group().toUpperCase(Locale.ROOT).replace('_', '.') : "encrypted";
            return Tick.ok("TLS", seen + where);
        }
        return name.isEmpty()
                ? Tick.unknown("TLS", "the receiver does not say" + where, "")
                : Tick.wrong("TLS", "not encrypted" + where, "Let the relay use TLS towards other servers.");
    }

    private static boolean isFromElsewhere(String header) {
        Matcher from = FROM.matcher(header);
        return from.find()
                && !HOME.matcher(from.group(1)).find()
                && !HOME.matcher(firstComment(from.group(2))).find();
    }

    private static String firstComment(String rest) {
        int open = rest.indexOf('(');
        int close = rest.indexOf(')');
        return open >= 0 && close > open && rest.substring(0, open).isBlank() ? rest.substring(open, close) : "";
    }
}
