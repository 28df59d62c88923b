package org.personalize.deliver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.deliver.Outcome.Accepted;
import org.personalize.deliver.Outcome.Deferred;
import org.personalize.deliver.Outcome.Doubtful;
import org.personalize.deliver.Outcome.Refused;
import org.personalize.deliver.Outcome.RelayRefuses;
import org.personalize.deliver.Outcome.TurnedAway;
import org.personalize.deliver.Outcome.Withheld;
import org.personalize.render.Mail;

/**
 * One mail on one line, from MAIL to the answer after the final dot. Up to the dot nothing is the relay's, and whatever
 * goes wrong may be tried again; from the moment the dot is written only a complete answer says what became of the mail.
 */
final class Transaction {

    private static final String RSET = "RSET";

    /** RFC 5321, 4.5.3.1.7: a relay must take at least so many bytes. */
    private static final int LEAST_TAKEN = 64 * 1024;

    private final Line line;
    private final Mail mail;
    private final Envelope envelope;
    private final Letters letters;
    private final Permission permission;
    private final Verdict verdict;

    Transaction(Line line, Mail mail, Envelope envelope, Letters letters, Permission permission) {
        this.line = line;
        this.mail = mail;
        this.letters = letters;
        this.permission = permission;
        this.envelope = envelope;
        this.verdict = new Verdict(envelope.mask());
    }

    /** An unreachable {@link TurnedAway} says that the relay left before it answered to MAIL. */
    Outcome run() {
        boolean isInternational = envelope.isInternational();
        if (isInternational && !line.offers().utf8()) {
            return refusal(553, "5.6.7", "the relay takes no international addresses");
        }
        Message message = letters.message(mail, line.offers().eightBit(), isInternational);
        long largest = line.offers().largest();
        if (largest > 0 && message.length() > largest) {
            return tooLarge(message.length(), largest);
        }
        Outcome refused = announce(message);
        return refused == null ? handOver(message) : refused;
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

    /** RSET where it is due, MAIL, RCPT, DATA; null when the relay waits for the body. */
    private @Nullable Outcome announce(Message message) {
        var commands = new ArrayList<String>();
        if (line.hasRemains()) {
            commands.add(RSET);
        }
        commands.add(envelope.mail(line, message));
        commands.add(envelope.rcpt());
        commands.add("DATA");
        List<Reply> answers = line.say(commands);
        for (int i = 0; i < answers.size(); i++) {
            Outcome refused = judge(commands.get(i), answers.get(i));
            if (refused != null) {
                leave(answers.get(i), answers.get(answers.size() - 1));
                return refused;
            }
        }
        return answers.size() == commands.size() ? null : cutShort(commands.get(answers.size()));
    }

    private @Nullable Outcome judge(String command, Reply answer) {
        if (command.equals("DATA")) {
            return answer.isGoAhead() ? null : verdict.ofMail(answer);
        }
        if (answer.isAccepted()) {
            return null;
        }
        if (command.equals(RSET)) {
            return new TurnedAway(answer.masked(AnswerMask.ANY).toString(), true);
        }
        return command.equals(envelope.rcpt()) ? verdict.atRecipient(answer) : verdict.atMail(answer);
    }

    /** A refused mail leaves the line as it was, unless the relay waits for a body, has lost the thread, or says nonsense. */
    private void leave(Reply refusal, Reply last) {
        boolean isInStep = refusal.code() >= 400 && refusal.code() != 503 && last.code() >= 400;
        if (isInStep) {
            line.leaveRemains();
        } else {
            line.cut();
        }
    }

    private Outcome cutShort(String command) {
        line.cut();
        boolean isUnanswered = !command.equals("DATA") && !command.equals(envelope.rcpt());
        return isUnanswered
                ? new TurnedAway(unanswered("MAIL"), true)
                : new Deferred(unanswered(command.substring(0, 4)));
    }

    private String unanswered(String verb) {
        return "the relay gave no answer to " + verb + ": " + envelope.mask().over(line.fault());
    }

    private Outcome handOver(Message message) {
        boolean isDone = false;
        try {
            permission.ask();
            Outcome outcome = bodyThenDot(message);
            isDone = true;
            return outcome;
        } finally {
            if (!isDone) {
                line.cut();
            }
        }
    }

    private Outcome bodyThenDot(Message message) {
        try {
            line.body(message);
        } catch (IOException e) {
            return line.look() == Wire.Sign.TALKING ? beforeDot() : cut("the line broke inside the body");
        }
        if (!isGranted()) {
            line.cut();
            return new Withheld();
        }
        return switch (line.look()) {
            case QUIET -> afterDot();
            case TALKING -> beforeDot();
            case GONE -> cut("the relay hung up before the final dot");
        };
    }

    private boolean isGranted() {
        try {
            return permission.isGranted() && !Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** It answered too early: what it says counts unless it claims a mail that was not handed over. */
    private Outcome beforeDot() {
        try {
            Reply early = line.answer();
            line.cut();
            return early.code() >= 400
                    ? verdict.ofMail(early)
                    : new Deferred("before the final dot the relay said: " + early.masked(envelope.mask()));
        } catch (IOException e) {
            return cut("the relay broke off before the final dot");
        }
    }

    private Outcome afterDot() {
        Reply reply;
        try {
            reply = line.dot();
        } catch (IOException e) {
            line.cut();
            return new Doubtful("no answer to the final dot: " + envelope.mask().over(TlsFault.message(e)));
        }
        if (reply.isAccepted()) {
            return new Accepted(reply.masked(envelope.mask()), RelayId.in(reply));
        }
        if (reply.code() < 400) {
            line.cut();
            return new Doubtful("to the final dot the relay said: " + reply.masked(envelope.mask()));
        }
        return verdict.ofMail(reply);
    }

    private Outcome cut(String why) {
        line.cut();
        return new Deferred(why);
    }
}
