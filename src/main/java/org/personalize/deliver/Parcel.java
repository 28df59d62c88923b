package org.personalize.deliver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.deliver.Outcome.Refused;
import org.personalize.deliver.Outcome.RelayRefuses;
import org.personalize.render.Mail;

/**
 * A mail as one relay takes it.
 *
 * @param obstacle why it cannot be sent there; null where it can
 */
record Parcel(
        Mail mail,
        Envelope envelope,
        Message message,
        Offers offers,
        @Nullable Outcome obstacle) {

    static final String DATA = "DATA";

    /** RFC 5321, 4.5.3.1.7: a relay must take at least so many bytes. */
    private static final int LEAST_TAKEN = 64 * 1024;

    private static final Message NOTHING = Message.of(new byte[0]);

    static Parcel of(Mail mail, Envelope envelope, Letters letters, Offers offers) {
        boolean isInternational = envelope.isInternational();
        if (isInternational && !offers.utf8()) {
            Outcome refused = refusal(553, "5.6.7", "the relay takes no international addresses");
            return new Parcel(mail, envelope, NOTHING, offers, refused);
        }
        Message message = letters.message(mail, offers.eightBit(), isInternational);
        boolean isTooLarge = offers.largest() > 0 && message.length() > offers.largest();
        return new Parcel(
                mail, envelope, message, offers, isTooLarge ? tooLarge(message.length(), offers.largest()) : null);
    }

    /** With a limit that hardly any mail keeps, it is the relay and nobody's mail. */
    private static Outcome tooLarge(long bytes, long largest) {
        return largest < LEAST_TAKEN
                ? new RelayRefuses("it says that it takes at most " + largest + " bytes a mail, and this one has "
                        + bytes + "; every relay should take " + LEAST_TAKEN + ": raise its limit for messages")
                : refusal(552, "5.3.4", "the message is larger than the " + largest + " bytes that the relay takes");
    }

    private static Outcome refusal(int code, String status, String why) {
        return new Refused(new Reply(code, status, status + ' ' + why), false);
    }

    /** What announces it, up to the moment at which the relay waits for the body. */
    List<String> commands() {
        var commands = new ArrayList<String>();
        commands.add(envelope.mail(offers, message));
        commands.add(envelope.rcpt());
        commands.add(DATA);
        return commands;
    }
}
