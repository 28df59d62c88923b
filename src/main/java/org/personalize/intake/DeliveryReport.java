package org.personalize.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a delivery report says about its recipients (RFC 3464), wherever it stands: in a part of its own or, as some mailers
 * write it and as it arrives when people forward it, amidst other text.
 */
record DeliveryReport(List<Recipient> recipients) {

    /** More than these are in no report. */
    static final int MOST_RECIPIENTS = 1_000;

    private static final Pattern FIELD = Pattern.compile(
            "(?i)^[>\\s]{0,8}((?:x-)?(?:original-recipient|final-recipient|actual-recipient|action|status"
                    + "|diagnostic-code|powermta-bouncecategory|last-attempt-date|remote-mta|reporting-mta|arrival-date))"
                    + "\\s?:\\s*(.*)$");

    private static final Pattern ADDRESS =
            Pattern.compile("(\"[^\"\\s]{1,100}\"|[^\\s<>()\\[\\]\",;]{1,100})@([^\\s<>()\\[\\]\",;]{1,255})");

    /** Of those to whom this happened it is not said that they could not be reached. */
    private static final List<String> NO_FAILURES = List.of("delayed", "delivered", "relayed", "expanded");

    /**
     * @param address blank where the report does not name it
     * @param action such as {@code failed}, in small letters; blank where none is told
     * @param said what the receiver said
     */
    record Recipient(String address, String action, String status, String said, String attempted) {
        /** What was said; where that is nothing, the words behind the status. */
        String words() {
            return said.isEmpty() ? status.replaceFirst("[245]\\.\\d+\\.\\d+", "") : said;
        }

        boolean isFailed() {
            return action.startsWith("fail")
                    || NO_FAILURES.stream().noneMatch(action::startsWith) && !status.startsWith("2") && !isReceipt();
        }

        /** A receipt says that a mail was read or thrown away: it has neither a status nor an answer. */
        private boolean isReceipt() {
            return status.isEmpty() && said.isEmpty();
        }
    }

    DeliveryReport {
        recipients = List.copyOf(recipients);
    }

    static DeliveryReport in(String text) {
        var recipients = new ArrayList<Recipient>();
        var group = new Headers();
        String open = "";
        for (String line : text.concat("\n\n").lines().toList()) {
            Matcher field = FIELD.matcher(line);
            boolean isMore = !open.isEmpty() && !line.isBlank() && Character.isWhitespace(line.charAt(0));
            if (isMore && !field.matches()) {
                open = open.length() < Headers.LONGEST_FIELD ? open + ' ' + line.strip() : open;
                continue;
            }
            group.add(open);
            open = field.matches() ? field.group(1) + ": " + field.group(2) : "";
            boolean isNext =
                    field.matches() && lower(field.group(1)).equals("final-recipient") && group.has("final-recipient");
            if (isNext || line.isBlank() && hasOutcome(group)) {
                add(group, recipients);
                group = new Headers();
            }
        }
        add(group, recipients);
        return new DeliveryReport(recipients);
    }

    /** Some mailers part the name of somebody by a blank line from what happened. */
    private static boolean hasOutcome(Headers group) {
        return group.has("action") || group.has("status") || group.has("diagnostic-code");
    }

    private static void add(Headers group, List<Recipient> recipients) {
        String address = address(group);
        if ((!address.isEmpty() || hasOutcome(group)) && recipients.size() < MOST_RECIPIENTS) {
            String category = group.first("x-powermta-bouncecategory");
            String said = withoutType(group.first("diagnostic-code"));
            recipients.add(new Recipient(
                    address,
                    lower(group.first("action")),
                    group.first("status"),
                    category.isEmpty() ? said : said + " [" + category + "]",
                    group.first("last-attempt-date")));
        }
    }

    /** Without those whom it does not name: amidst other text they are none. */
    DeliveryReport named() {
        return new DeliveryReport(recipients.stream()
                .filter(recipient -> !recipient.address().isEmpty())
                .toList());
    }

    /** To whom we wrote, if the report knows; else where it ended up. */
    private static String address(Headers group) {
        for (String name : List.of("original-recipient", "final-recipient", "x-actual-recipient")) {
            String address = address(withoutType(group.first(name)));
            if (!address.isEmpty()) {
                return address;
            }
        }
        return "";
    }

    /** The address in a text, or a blank. */
    static String address(String text) {
        Matcher address = ADDRESS.matcher(text);
        if (!address.find()) {
            return "";
        }
        String domain = address.group(2);
        while (domain.endsWith(".")) {
            domain = domain.substring(0, domain.length() - 1);
        }
        return address.group(1) + '@' + domain;
    }

    /** Without what stands before the first semicolon, such as {@code rfc822} or {@code smtp}. */
    private static String withoutType(String value) {
        int semicolon = value.indexOf(';');
        boolean isTyped = semicolon > 0 && value.substring(0, semicolon).strip().matches("[A-Za-z0-9.-]{1,20}");
        return isTyped ? value.substring(semicolon + 1).strip() : value;
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
