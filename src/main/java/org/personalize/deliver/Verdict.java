package org.personalize.deliver;

import java.util.Set;
import java.util.regex.Pattern;
import org.personalize.deliver.Outcome.Deferred;
import org.personalize.deliver.Outcome.NotRelayed;
import org.personalize.deliver.Outcome.Refused;
import org.personalize.deliver.Outcome.RelayRefuses;
import org.personalize.deliver.Outcome.TurnedAway;

/** What a relay's refusal means, by the command that it answers. No outcome carries the address out of here. */
final class Verdict {

    private static final Set<String> NO_MAILBOX = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

    /** What relays say that give no enhanced status. */
    private static final Pattern NO_MAILBOX_WORDS =
            Pattern.compile("(?i)\\b(no such (user|mailbox|recipient|address|account|person)"
                    + "|(user|mailbox|recipient|address|account) (is )?(unknown|unavailable|not found)"
                    + "|(user|mailbox|recipient|account|address) (does not|doesn't) exist"
                    + "|(unknown|invalid) (user|mailbox|recipient)"
                    + "|no mailbox here)\\b");

    /** With one of these it is about us or our mail, whatever else it says. */
    private static final Pattern ABOUT_US = Pattern.compile(
            "(?i)\\b(blocked|block ?list(ed)?|black ?list(ed)?|spam|policy"
                    + "|reputation|banned|dnsbl|rbl|spf|dkim|dmarc|virus|content|sender|relay(ing)?|authentication|quota|full)\\b");

    /** How the relay itself begins when it says so; what it was told by the next one stands behind other words. */
    private static final Pattern NOT_RELAYED = Pattern.compile("(?i)(<[^>]*>[:., ]*)?((sorry|smtp)[,;:] *)?"
            + "((relay|relaying) (access )?(is )?(denied|not (permitted|allowed)|prohibited)\\b"
            + "|(unable|not permitted|not allowed) to relay\\b|we do not relay\\b"
            + "|that domain isn't in my list of allowed rcpthosts|tenantattribution; relay access denied"
            + "|authentication (is )?required\\b|client was not authenticated).*");

    static final int BAD_SEQUENCE = 503;
    private static final int NOT_SIGNED_IN = 530;
    private static final int TOO_BIG = 552;
    private static final Set<Integer> WITHOUT_STATUS = Set.of(550, 551, 553);

    private final AnswerMask mask;

    Verdict(AnswerMask mask) {
        this.mask = mask;
    }

    /** About the sender, and so about all mails alike; but for a mail that is too big or needs an international relay. */
    Outcome atMail(Reply reply) {
        Reply said = reply.masked(mask);
        if (reply.isClosing()) {
            return new TurnedAway(said.toString(), false);
        }
        if (!reply.isFinal() || reply.code() == BAD_SEQUENCE) {
            return new Deferred(said.toString());
        }
        boolean isAboutThisMail = reply.code() == TOO_BIG
                || reply.status().equals("5.3.4")
                || reply.status().equals("5.6.7");
        return isAboutThisMail ? new Refused(said, false) : new RelayRefuses("to our sender it says: " + said);
    }

    /** About this mailbox, or about all that come from here. */
    Outcome atRecipient(Reply reply) {
        return isNotRelayed(reply) ? new NotRelayed(reply.masked(mask)) : ofMail(reply);
    }

    private static boolean isNotRelayed(Reply reply) {
        String status = reply.status();
        String words = reply.text().startsWith(status) ? reply.text().substring(status.length()) : reply.text();
        return reply.isFinal() && NOT_RELAYED.matcher(words.strip()).matches();
    }

    /** About this mailbox or this mail, at DATA or after the body. */
    Outcome ofMail(Reply reply) {
        Reply said = reply.masked(mask);
        if (reply.code() == NOT_SIGNED_IN) {
            return new RelayRefuses(said.toString());
        }
        return reply.isFinal() && reply.code() != BAD_SEQUENCE
                ? new Refused(said, isNoMailbox(reply))
                : new Deferred(said.toString());
    }

    /** Whether the mailbox does not exist, so that nothing is ever sent there again. In doubt it does. */
    static boolean isNoMailbox(Reply reply) {
        String words = AnswerMask.ANY.without(reply.text());
        if (!reply.isFinal() || ABOUT_US.matcher(words).find()) {
            return false;
        }
        if (!reply.status().isEmpty()) {
            return NO_MAILBOX.contains(reply.status());
        }
        return WITHOUT_STATUS.contains(reply.code())
                && NO_MAILBOX_WORDS.matcher(words).find();
    }
}
