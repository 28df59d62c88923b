package org.personalize.deliver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Mailbox;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.KeyedHash;
import org.personalize.render.Mail;

/**
 * Writes a mail as the message that goes over the wire: {@code multipart/alternative}, the text first, in lines of at most
 * 998 bytes that end in CRLF. The same mail always becomes the same bytes: its Message-ID and boundary are keyed hashes,
 * its date is the moment it is due. Safe to use from many threads.
 *
 * <p>International domains go out in ASCII. A mailbox whose local part is not ASCII is written in UTF-8 (RFC 6532), in
 * previews too; {@link #needsUtf8} tells, and only a relay that offers SMTPUTF8 takes such a message.
 */
public final class MimeMail {

    private static final int PART = 0;

    private final Campaign campaign;
    private final KeyedHash hashes;
    private final String domain;
    private final String fixedStart;
    private final String fixedEnd;
    private final String topic;

    public MimeMail(Campaign campaign, KeyedHash hashes) {
        this.campaign = campaign;
        this.hashes = hashes;
        var from = mailbox(campaign.from().address());
        this.domain = from.domain();
        this.topic = label(campaign.compliance().topic());
        this.fixedStart = HeaderText.mailbox("From", campaign.from().name(), from.key()) + replyTo(campaign.replyTo());
        this.fixedEnd = HeaderText.mailbox("List-Id", listName(campaign), topic + "." + domain)
                + "Precedence: bulk\r\nMIME-Version: 1.0\r\n";
    }

    /** Whether a message to this address can only be handed to a relay that offers SMTPUTF8. */
    public static boolean needsUtf8(String address) {
        return !HeaderText.isAscii(mailbox(address).local());
    }

    public byte[] bytes(Mail mail) {
        var out = new ByteArrayOutputStream(mail.html().length() + mail.text().length() + 4096);
        try {
            write(mail, out);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes what it is given", e);
        }
        return out.toByteArray();
    }

    public void write(Mail mail, OutputStream out) throws IOException {
        String boundary = hashes.boundary(campaign.name(), mail.occurrence(), mail.customerId(), PART);
        ascii(out, headers(mail));
        ascii(out, "Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n\r\n");
        part(out, boundary, "text/plain", mail.text());
        part(out, boundary, "text/html", mail.html());
        ascii(out, "--" + boundary + "--\r\n");
    }

    private String headers(Mail mail) {
        String owner = mail.fullName();
        String id = hashes.messageId(campaign.name(), mail.occurrence(), mail.customerId());
        return "Date: " + date(mail.sendAt()) + "\r\n"
                + fixedStart
                + HeaderText.mailbox(
                        "To", owner == null ? "" : owner, mailbox(mail.email()).key())
                + HeaderText.text("Subject", mail.subject())
                + "Message-ID: <" + id + "@" + domain + ">\r\n"
                + unsubscribe(mail)
                + HeaderText.words("Feedback-ID", feedbackId(mail))
                + fixedEnd;
    }

    private static String replyTo(@Nullable String address) {
        return address == null ? "" : HeaderText.mailbox("Reply-To", "", mailbox(address).key());
    }

    private static String unsubscribe(Mail mail) {
        String web = mail.unsubscribe();
        String post = mail.unsubscribeMailto();
        var targets = new StringBuilder();
        if (web != null) {
            targets.append('<').append(target(web)).append('>');
        }
        if (post != null) {
            targets.append(targets.isEmpty() ? "" : ", ").append('<').append(target(mailto(post))).append('>');
        }
        if (targets.isEmpty()) {
            return "";
        }
        return HeaderText.words("List-Unsubscribe", targets.toString())
                + (web == null ? "" : "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    }

    private static String mailto(String address) {
        return address.startsWith("mailto:") ? address : "mailto:" + address;
    }

    /** A blank or an angle bracket would end the address early and start another. */
    private static String target(String address) {
        boolean isOne = address.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '<' && c != '>' && c != ',');
        if (!isOne) {
            throw new IllegalArgumentException("expected one address to unsubscribe at, in ASCII without blanks");
        }
        return address;
    }

    /** Read by those who report complaints; holds nothing of the person. */
    private String feedbackId(Mail mail) {
        return label(campaign.name()) + ':' + topic + ':' + label(mail.variant()) + ':' + domain;
    }

    private static String listName(Campaign campaign) {
        String sender = campaign.from().name().isBlank() ? campaign.from().address() : campaign.from().name();
        return sender + " " + campaign.compliance().topic();
    }

    private static String label(String text) {
        String label = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return label.isEmpty() ? "mail" : label;
    }

    private static String date(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(moment.atOffset(ZoneOffset.UTC))
                .replace("GMT", "+0000");
    }

    private static Mailbox mailbox(String address) {
        return Mailbox.read(address).orElseThrow(() -> new IllegalArgumentException("an address no mail can go to"));
    }

    private static void part(OutputStream out, String boundary, String type, String text) throws IOException {
        var body = QuotedPrintable.of(text);
        ascii(
                out,
                "--" + boundary + "\r\nContent-Type: " + type + "; charset=UTF-8\r\nContent-Transfer-Encoding: "
                        + body.encoding() + "\r\n\r\n");
        out.write(body.bytes(), 0, body.length());
    }

    /** Everything but a local part beyond ASCII is ASCII here. */
    private static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
