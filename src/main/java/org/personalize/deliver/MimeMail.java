package org.personalize.deliver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.KeyedHash;
import org.personalize.render.Mail;

/**
 * Writes a mail as the message that goes over the wire: a text part, then an HTML part that says the same, under headers
 * by which mail programs know list mail and offer the way out of it. The same mail always gives the same bytes. May be
 * used from many threads at once.
 */
public final class MimeMail {

    private static final int LONGEST_FEEDBACK_WORD = 64;

    /** Gmail wants the name of the sender to have 5 to 15 characters. */
    private static final int SHORTEST_SENDER = 5;

    private static final int LONGEST_SENDER = 15;
    private static final Pattern NO_FEEDBACK_SIGN = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final String campaign;
    private final String topic;
    private final KeyedHash hashes;
    private final Postbox sender;
    private final String fromLines;
    private final String listLines;

    public MimeMail(Campaign campaign, KeyedHash hashes) {
        this.campaign = campaign.name();
        this.topic = campaign.compliance().topic();
        this.hashes = hashes;
        this.sender = Postbox.of(campaign.from().address());
        this.fromLines = fromLines(sender, campaign);
        this.listLines = new HeaderBlock()
                .named("List-Id", listName(campaign.from().name()), topic + '.' + sender.domain())
                .pieces("Precedence", "bulk")
                .pieces("MIME-Version", "1.0")
                .toString();
    }

    /**
     * Writes the whole message; lines end with CR and LF.
     *
     * @throws IllegalArgumentException when a value has a line break or a NUL and would become a header of its own
     */
    public void write(Mail mail, OutputStream out) throws IOException {
        String boundary = hashes.boundary(campaign, mail.occurrence(), mail.customerId(), 0);
        String header = header(mail, boundary);
        out.write(header.getBytes(StandardCharsets.UTF_8));
        part("text/plain", BodyText.of(mail.text()), boundary, out);
        part("text/html", BodyText.of(mail.html()), boundary, out);
        ascii("\r\n--" + boundary + "--\r\n", out);
    }

    private static void part(String type, BodyText body, String boundary, OutputStream out) throws IOException {
        ascii("\r\n--" + boundary + "\r\nContent-Type: " + type + "; charset=UTF-8\r\n", out);
        ascii("Content-Transfer-Encoding: " + body.encoding() + "\r\n\r\n", out);
        body.writeTo(out);
    }

    private static void ascii(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String header(Mail mail, String boundary) {
        String name = mail.fullName();
        String id = hashes.messageId(campaign, mail.occurrence(), mail.customerId());
        var header = new HeaderBlock()
                .lines(fromLines)
                .named("To", name == null ? "" : name, Postbox.of(mail.email()).toString())
                .text("Subject", mail.subject())
                .pieces("Date", date(mail))
                .pieces("Message-ID", '<' + id + '@' + sender.domain() + '>');
        OptOut.of(mail, hashes.envelope(campaign, mail.occurrence(), mail.customerId()))
                .writeTo(header);
        header.pieces("Feedback-ID", feedbackId(mail.variant())).lines(listLines);
        String language = mail.language().replace('_', '-');
        if (LANGUAGE.matcher(language).matches()) {
            header.pieces("Content-Language", language);
        }
        return header.pieces("Content-Type", "multipart/alternative;", "boundary=\"" + boundary + '"')
                .toString();
    }

    private static String fromLines(Postbox sender, Campaign campaign) {
        var header = new HeaderBlock().named("From", campaign.from().name(), sender.toString());
        String replyTo = campaign.replyTo();
        if (replyTo != null) {
            header.named("Reply-To", "", Postbox.of(replyTo).toString());
        }
        return header.toString();
    }

    /** Who writes, and about what: the list as a mail program shows it. */
    private String listName(String name) {
        String about = topic.replace('-', ' ').replace('_', ' ');
        return name.isBlank() ? about : name.strip() + ", " + about;
    }

    private static String date(Mail mail) {
        String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.sendAt().atOffset(ZoneOffset.UTC));
        return text.replace("GMT", "+0000");
    }

    private String feedbackId(String variant) {
        String domain = feedbackWord(sender.domain());
        String name = domain.length() < SHORTEST_SENDER ? domain + "-mail" : domain;
        String shortName = name.substring(0, Math.min(name.length(), LONGEST_SENDER));
        return String.join(":", feedbackWord(campaign), feedbackWord(topic), feedbackWord(variant), shortName);
    }

    private static String feedbackWord(String text) {
        String safe = NO_FEEDBACK_SIGN.matcher(text).replaceAll("-");
        return safe.substring(0, Math.min(safe.length(), LONGEST_FEEDBACK_WORD)).toLowerCase(Locale.ROOT);
    }
}
