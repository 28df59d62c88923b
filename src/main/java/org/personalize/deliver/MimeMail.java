package org.personalize.deliver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Dkim;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.Smtp;
import org.personalize.campaign.Smtp.Relay;
import org.personalize.render.Mail;
import org.personalize.template.KnownParts;

/**
 * Writes a mail as the message that goes over the wire: a text part, then an HTML part that says the same, under headers
 * by which mail programs know list mail and offer the way out of it. The same mail always gives the same bytes. May be
 * used from many threads at once.
 */
public final class MimeMail implements Letters {

    /** What a header, the boundaries and the headers of the parts rarely exceed. */
    private static final int HEADER_CAPACITY = 2048;

    private static final int LONGEST_FEEDBACK_WORD = 64;

    /** Gmail wants the name of the sender to have 5 to 15 characters. */
    private static final int SHORTEST_SENDER = 5;

    private static final int LONGEST_SENDER = 15;
    private static final Pattern NO_FEEDBACK_SIGN = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final @Nullable DkimSigner signer;
    private final String campaign;
    private final String topic;
    private final KeyedHash hashes;
    private final Postbox sender;
    private final String fromLines;
    private final String listLines;
    private final RelayHeaders relay;
    private final @Nullable String bounceTo;
    private final boolean isSenderForeign;
    private final Kept<Long> dates = new Kept<>(MimeMail::date);
    private final Kept<String> feedbackIds = new Kept<>(this::feedbackId);
    private final Kept<String> languageLines = new Kept<>(MimeMail::languageLine);
    private final KnownParts<Stretch> stretches = new KnownParts<>(Stretch::of);

    /** Writes mails without a signature, as previews need them, which are made where the key is not. */
    public MimeMail(Campaign campaign, KeyedHash hashes) {
        this(campaign, hashes, null);
    }

    private MimeMail(Campaign campaign, KeyedHash hashes, @Nullable DkimSigner signer) {
        this.signer = signer;
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
        Smtp smtp = campaign.smtp();
        this.relay = new RelayHeaders(smtp == null ? Relay.PLAIN : smtp.relay(), campaign.name());
        String written = smtp == null ? null : smtp.bounceTo();
        this.bounceTo = written == null ? null : Postbox.of(written).toString();
        this.isSenderForeign = !Ascii.isAll(fromLines + (bounceTo == null ? "" : bounceTo));
    }

    /** Signs each mail where the campaign says with which key; a key that cannot be used is an InputProblem. */
    public static MimeMail signed(Campaign campaign, KeyedHash hashes) throws IOException {
        Smtp smtp = campaign.smtp();
        Dkim dkim = campaign.dkim();
        Relay relay = smtp == null ? Relay.PLAIN : smtp.relay();
        return new MimeMail(campaign, hashes, dkim == null ? null : DkimSigner.of(dkim, relay));
    }

    /** Writes the message in the form that every relay takes, whatever the address needs. */
    public void write(Mail mail, OutputStream out) throws IOException {
        out.write(message(mail, false, true).octets());
    }

    /**
     * The whole message; lines end with CR and LF. A signed one never has 8 bits: where a relay on the way does not take
     * them, it would have to write the message anew and break the signature.
     *
     * @param isEightBit whether the relay offers 8BITMIME
     * @param isUtf8 whether the relay offers SMTPUTF8; an address that needs it is refused without
     * @throws IllegalArgumentException when a value has a line break or a NUL and would become a header of its own
     */
    @Override
    public Message message(Mail mail, boolean isEightBit, boolean isUtf8) {
        if (!isUtf8 && needsUtf8(mail)) {
            throw new IllegalArgumentException("this address needs a relay that offers SMTPUTF8");
        }
        boolean isEightBitBody = isEightBit && signer == null;
        String boundary = hashes.boundary(campaign, mail.occurrence(), mail.customerId(), 0);
        String header = header(mail, boundary);
        var text = BodyText.of(mail.text());
        var html = BodyText.of(mail.page(), stretches);
        var row = new Octets(capacity(mail));
        if (signer == null) {
            byte[] lines = (header + "\r\n").getBytes(StandardCharsets.UTF_8);
            parts(text, html, boundary, isEightBitBody, row.add(lines));
            return new Message(
                    row.toBytes(),
                    Eights.areAscii(lines) && text.isAscii(isEightBitBody) && html.isAscii(isEightBitBody),
                    text.isReady(isEightBitBody) && html.isReady(isEightBitBody));
        }
        parts(text, html, boundary, isEightBitBody, row);
        byte[] parts = row.toBytes();
        return Message.of(new Octets(parts.length + HEADER_CAPACITY)
                .add(signer.sign(header, parts, mail.sendAt()) + header + "\r\n")
                .add(parts)
                .toBytes());
    }

    private static void parts(BodyText text, BodyText html, String boundary, boolean isEightBit, Octets out) {
        part("text/plain", text, boundary, isEightBit, out);
        part("text/html", html, boundary, isEightBit, out);
        out.add("--" + boundary + "--\r\n");
    }

    /** Whether an address of this mail cannot be written in ASCII, so that the relay has to offer SMTPUTF8. */
    public boolean needsUtf8(Mail mail) {
        return isSenderForeign
                || (!Ascii.isAll(mail.email())
                        && !Ascii.isAll(Postbox.of(mail.email()).local()));
    }

    /**
     * Who gets the mail back that cannot be delivered: the campaign's {@code bounce_to} with the name of this mail, else
     * the sender.
     */
    @Override
    public String envelopeSender(Mail mail) {
        return bounceTo == null ? sender.toString() : bounceTo.replace(OptOut.TOKEN, envelopeName(mail));
    }

    private String envelopeName(Mail mail) {
        return hashes.envelope(campaign, mail.occurrence(), mail.customerId());
    }

    /** What most mails fit into: quoted-printable makes a text a little longer. */
    private static int capacity(Mail mail) {
        int characters = mail.html().length() + mail.text().length();
        return characters + characters / 4 + HEADER_CAPACITY;
    }

    private static void part(String type, BodyText body, String boundary, boolean isEightBit, Octets out) {
        out.add("--" + boundary + "\r\nContent-Type: " + type + "; charset=UTF-8\r\nContent-Transfer-Encoding: "
                + body.encoding(isEightBit) + "\r\n\r\n");
        body.writeTo(out, isEightBit);
        out.add("\r\n");
    }

    private String header(Mail mail, String boundary) {
        String name = mail.fullName();
        String id = hashes.messageId(campaign, mail.occurrence(), mail.customerId());
        var header = new HeaderBlock()
                .lines(fromLines)
                .named("To", name == null ? "" : name, Postbox.of(mail.email()).toString())
                .text("Subject", mail.subject())
                .pieces("Date", dates.of(mail.sendAt().getEpochSecond()))
                .pieces("Message-ID", '<' + id + '@' + sender.domain() + '>');
        OptOut.of(mail, () -> envelopeName(mail)).writeTo(header);
        header.pieces("Feedback-ID", feedbackIds.of(mail.variant())).lines(listLines);
        header.lines(languageLines.of(mail.language()));
        header.pieces("Content-Type", "multipart/alternative;", "boundary=\"" + boundary + '"');
        if (relay.relay() != Relay.PLAIN) {
            relay.writeTo(header, hashes.person(mail.customerId()), envelopeName(mail));
        }
        return header.toString();
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

    private static String date(long second) {
        String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
        return text.replace("GMT", "+0000");
    }

    /** Blank where the language is none that mail programs know. */
    private static String languageLine(String written) {
        String language = written.replace('_', '-');
        return LANGUAGE.matcher(language).matches()
                ? new HeaderBlock().pieces("Content-Language", language).toString()
                : "";
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
