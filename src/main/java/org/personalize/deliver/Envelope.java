package org.personalize.deliver;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.personalize.render.Mail;

/** Who writes to whom, as SMTP commands. Nothing that could end a command or an address gets into one. */
record Envelope(String sender, Postbox recipient) {

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_LOCAL = 64;

    /** No blanks, no control characters, nothing that parts addresses. */
    private static final Pattern SENDER =
            Pattern.compile("|[^\\s\\p{Cntrl}\\p{Z}<>()\\[\\],;:\"\\\\@]+@[A-Za-z0-9.-]+");

    Envelope {
        if (!SENDER.matcher(sender).matches() || bytes(sender) > LONGEST_ADDRESS) {
            throw new IllegalArgumentException("the envelope sender is no address");
        }
        if (bytes(recipient.local()) > LONGEST_LOCAL || bytes(recipient.toString()) > LONGEST_ADDRESS) {
            throw new IllegalArgumentException("the address is too long");
        }
    }

    static Envelope of(Mail mail, Letters letters) {
        return new Envelope(letters.envelopeSender(mail), Postbox.of(mail.email()));
    }

    boolean isInternational() {
        return !Ascii.isAll(sender) || !Ascii.isAll(recipient.toString());
    }

    AnswerMask mask() {
        return AnswerMask.of(recipient);
    }

    String mail(Offers offers, Message message) {
        var command = new StringBuilder("MAIL FROM:<").append(sender).append('>');
        if (offers.size()) {
            command.append(" SIZE=").append(message.length());
        }
        if (offers.eightBit() && !message.isAscii()) {
            command.append(" BODY=8BITMIME");
        }
        if (isInternational()) {
            command.append(" SMTPUTF8");
        }
        return command.toString();
    }

    String rcpt() {
        return "RCPT TO:<" + recipient + '>';
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
