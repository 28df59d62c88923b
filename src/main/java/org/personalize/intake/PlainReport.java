package org.personalize.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report that is written for people only, as qmail, Exim, Exchange and many others write it: which addresses it is about,
 * and what it says of each. The copy of the mail that it brings along is cut off first.
 */
final class PlainReport {

    /** More lines are not looked at. */
    static final int MOST_LINES = 2_000;

    /** So many lines behind an address may be about it. */
    static final int LINES_OF_ONE = 15;

    private static final int LONGEST_LINE = 2_000;

    /** With so many fields in a row there begins a mail. */
    private static final int FIELDS_OF_A_MAIL = 3;

    private static final Pattern COPY = Pattern.compile("(?i)^[\\s>*#|=_-]*("
            + "below (this line )?is a copy of the|this is a copy of (the|your) message|the header of the original message"
            + "|original message (headers? )?(follows|header)|original message:?[\\s>*#|=_-]*$|message headers? follow|unsent message follows"
            + "|message header follows|returned message|undelivered message|included is a copy|header of (the )?original|your original message"
            + "|(the )?(original|first|text of the) (message|mail).{0,30}(follows|below|is attached|was:?)|bounced e-?mail:"
            + "|(beginning|begin|start) of (the )?(original |forwarded )?message|rejected message follows|message text follows"
            + "|copy of (the |your )?(original )?(message|mail)|mail header follows|received message follows"
            + ").*$");

    private static final Pattern FIELD_OF_A_MAIL = Pattern.compile(
            "^(Return-Path|Received|Delivered-To|DKIM-Signature|From|To|Cc|Subject|Date|Message-I[Dd]|MIME-Version|Mime-Version"
                    + "|Content-Type|Reply-To|User-Agent|X-[A-Za-z-]+|Sender|References|List-[A-Za-z-]+) ?:.*$");

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:\"[^\"\\s]{1,100}\"|[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,100})@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,200}[\\p{L}\\p{N}])?");

    private static final Pattern BULLET = Pattern.compile(
            "^[\\s>*•·-]*(\\d{1,3}[.)]\\s)?[\\s<\"'(]*(?:mailto:|rfc822;\\s?|smtp:)?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern ABOUT_RECIPIENT = Pattern.compile(
            "(?i)(\\bto|rcpt to|recipients?|address(es)?|user(id)?|for|mailbox|account|failed|errors?|e-?mail|destinataires?|adresse"
                    + "|empf(ä|ae)nger|получател\\S*|an)\\W{0,12}(?:<|:|\\()?\\s*(?:mailto:)?$");

    private static final Pattern ABOUT_SENDER = Pattern.compile(
            "(?i)\\b(from|sender|mail from|by|contact|admin\\w*|postmaster|help|message-id|questions|via|support|forward(ed)? (it )?to"
                    + "|write to|reply-to|return-path|id|hello|dear|hi)\\W{0,12}$");

    private static final Pattern ORIGIN = Pattern.compile("\\((?:ultimately )?generated from (" + ADDRESS + ")\\)");

    private static final Set<String> OFFICES = Set.of("mailer-daemon", "postmaster", "abuse", "noreply", "no-reply");

    private final List<String> lines;
    private final String copy;

    private PlainReport(List<String> lines, String copy) {
        this.lines = lines;
        this.copy = copy;
    }

    static PlainReport in(String text) {
        List<String> all = text.lines()
                .limit(MOST_LINES)
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
                .toList();
        int end = 0;
        while (end < all.size() && !beginsCopy(all, end)) {
            end++;
        }
        return new PlainReport(all.subList(0, end), String.join("\n", all.subList(end, all.size())));
    }

    private static boolean beginsCopy(List<String> lines, int at) {
        String line = lines.get(at);
        if (at > 0 && COPY.matcher(line).matches()) {
            return true;
        }
        int fields = 0;
        for (int i = at; i < lines.size() && fields < FIELDS_OF_A_MAIL; i++) {
            if (!FIELD_OF_A_MAIL.matcher(lines.get(i)).matches()) {
                return false;
            }
            fields++;
        }
        return fields == FIELDS_OF_A_MAIL;
    }

    /** What was written for people. */
    String words() {
        return String.join("\n", lines);
    }

    /** The mail that was returned, as far as it stands in the text. */
    String copy() {
        return copy;
    }

    /**
     * The addresses that could not be reached, in their order, each with what is said of it.
     *
     * @param strangers addresses of the sender and of whoever reports, in small letters, of which it does not speak
     */
    Map<String, String> failures(Set<String> strangers) {
        Map<String, String> found = listed(strangers);
        for (Rank rank : Rank.values()) {
            found = found.isEmpty() ? failures(rank, strangers) : found;
        }
        return found;
    }

    /** Of those only the ones that stand in a list. */
    Map<String, String> listed(Set<String> strangers) {
        return failures(Rank.FIRST, strangers);
    }

    /** How surely an address is the one that failed, by the place at which it stands. */
    private enum Rank {
        /** At the start of a line, as in a list. */
        FIRST,
        /** Behind a word such as recipient. */
        NAMED,
        ANYWHERE
    }

    private record Found(int line, String address, int end) {}

    private Map<String, String> failures(Rank rank, Set<String> strangers) {
        var found = new ArrayList<Found>();
        for (int i = 0; i < lines.size(); i++) {
            find(i, rank, strangers, found);
        }
        var failures = new LinkedHashMap<String, String>();
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            int next = i + 1 < found.size() ? found.get(i + 1).line() : lines.size();
            String segment = segment(one, Math.max(next, one.line() + 1));
            failures.merge(mailed(one.address(), segment), segment, (a, b) -> a + "\n" + b);
        }
        return failures;
    }

    private void find(int line, Rank rank, Set<String> strangers, List<Found> found) {
        Matcher address = ADDRESS.matcher(lines.get(line));
        while (address.find()) {
            String text = address.group();
            String before = lines.get(line).substring(0, address.start());
            boolean isStranger = strangers.contains(text.toLowerCase(Locale.ROOT));
            if (!isStranger && isRanked(before, text, rank) && text.indexOf('.', text.indexOf('@')) > 0) {
                found.add(new Found(line, text, address.end()));
            }
        }
    }

    private static boolean isRanked(String before, String address, Rank rank) {
        if (ABOUT_SENDER.matcher(before).find()) {
            return false;
        }
        String local = address.substring(0, address.indexOf('@')).toLowerCase(Locale.ROOT);
        return switch (rank) {
            case FIRST -> BULLET.matcher(before).matches();
            case NAMED -> ABOUT_RECIPIENT.matcher(before).find();
            case ANYWHERE -> !OFFICES.contains(local) && !before.matches("(?s).*(?:https?://|www\\.)\\S*");
        };
    }

    /** Exim names the address to which it wrote in the end, and from which one that came. */
    private static String mailed(String address, String segment) {
        Matcher origin = ORIGIN.matcher(segment);
        return origin.find() ? origin.group(1) : address;
    }

    private String segment(Found found, int next) {
        int end = Math.min(Math.min(next, found.line() + LINES_OF_ONE), lines.size());
        String rest = lines.get(found.line()).substring(found.end());
        return rest + '\n' + String.join("\n", lines.subList(found.line() + 1, Math.max(found.line() + 1, end)));
    }
}
