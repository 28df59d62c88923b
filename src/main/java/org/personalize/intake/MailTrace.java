package org.personalize.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.personalize.campaign.KeyedHash;
import org.personalize.intake.Letter.Part;

/**
 * What a mail that came back carries of our own: the Message-ID of the mail it is about, the name in the envelope's address,
 * the tokens in the ways to opt out. All of it may be made up; whoever suppresses somebody by it asks the key and the ledger.
 */
record MailTrace(String messageId, String envelope, List<String> tokens) {

    /** More are in no mail of ours. */
    static final int MOST_TOKENS = 10;

    private static final int SEARCHED = 100_000;

    private static final Pattern ENVELOPE =
            Pattern.compile("(?<![A-Za-z0-9])[A-Za-z2-7]{" + KeyedHash.ENVELOPE_CHARACTERS + "}(?![A-Za-z0-9])");

    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^[>\\s]*(?:x-original-)?message-id\\s?:\\s*<([^<>\\s]{1,250})>");
    private static final Pattern BARE_ID = Pattern.compile("<([^<>\\s]{1,250}@[^<>\\s]{1,250})>");
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9_-])A[A-Za-z0-9_-]{39,4000}");

    private static final String[] ADDRESSED = {
        "delivered-to",
        "x-original-to",
        "envelope-to",
        "x-envelope-to",
        "x-rcpt-to",
        "to",
        "cc",
        "resent-to",
        "received"
    };

    /** Of a mail that carries nothing that could be ours. */
    static final MailTrace NOTHING = new MailTrace("", "", List.of());

    MailTrace {
        tokens = List.copyOf(tokens);
    }

    /** What one text names. */
    static MailTrace in(String text) {
        var envelopes = new ArrayList<String>();
        var tokens = new LinkedHashSet<String>();
        collect(ENVELOPE, text, envelopes);
        collectTokens(text, tokens);
        return new MailTrace("", first(envelopes), List.copyOf(tokens));
    }

    /** All that says to whom a mail went. */
    static String addressed(Headers headers) {
        return headers.joined(ADDRESSED);
    }

    private static String first(List<String> envelopes) {
        return envelopes.isEmpty() ? "" : envelopes.get(0).toLowerCase(Locale.ROOT);
    }

    static MailTrace of(Letter letter) {
        var ids = new ArrayList<String>();
        var envelopes = new ArrayList<String>();
        var tokens = new LinkedHashSet<String>();
        String addressed = addressed(letter.headers()) + letter.headers().first("subject");
        collect(ENVELOPE, addressed, envelopes);
        collectTokens(addressed, tokens);
        for (Part part : letter.parts()) {
            ids.addAll(idsIn(part.headers(), part.isMail()));
            Headers own = part.headers();
            String ours = own.joined("return-path", "list-unsubscribe", "x-envelope-from", "x-ses-message-tags");
            collect(ENVELOPE, ours, envelopes);
            collectTokens(ours, tokens);
            String text = part.text().length() > SEARCHED ? part.text().substring(0, SEARCHED) : part.text();
            collect(MESSAGE_ID, text, ids);
            collect(ENVELOPE, text, envelopes);
            collectTokens(text, tokens);
        }
        collect(BARE_ID, letter.headers().joined("in-reply-to", "references", "x-original-message-id"), ids);
        return new MailTrace(
                ids.isEmpty() ? "" : ids.get(0),
                first(envelopes),
                tokens.stream().limit(MOST_TOKENS).toList());
    }

    private static List<String> idsIn(Headers headers, boolean isMail) {
        return isMail && headers.has("message-id") ? List.of(Draft.bare(headers.first("message-id"))) : List.of();
    }

    private static void collect(Pattern pattern, String text, List<String> into) {
        Matcher found = pattern.matcher(text);
        while (into.size() < MOST_TOKENS && found.find()) {
            into.add(found.groupCount() > 0 ? found.group(1) : found.group());
        }
    }

    private static void collectTokens(String text, LinkedHashSet<String> into) {
        Matcher found = TOKEN.matcher(text);
        while (into.size() < MOST_TOKENS && found.find()) {
            into.add(found.group());
        }
    }

    boolean isEmpty() {
        return messageId.isEmpty() && envelope.isEmpty() && tokens.isEmpty();
    }

    void writeTo(Draft draft) {
        draft.messageId(messageId).metadata("", "", envelope);
        tokens.forEach(draft::token);
    }
}
