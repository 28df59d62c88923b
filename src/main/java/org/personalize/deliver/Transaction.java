package org.personalize.deliver;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.personalize.deliver.Outcome.Accepted;
import org.personalize.deliver.Outcome.Deferred;
import org.personalize.deliver.Outcome.Doubtful;
import org.personalize.deliver.Outcome.TurnedAway;
import org.personalize.deliver.Outcome.Withheld;

/**
 * One mail on one line, from MAIL to the answer after the final dot. Up to the dot nothing is the relay's, and whatever
 * goes wrong may be tried again; from the moment the dot is written only a complete answer says what became of the mail.
 */
final class Transaction {

    private static final String RSET = "RSET";

    private final Line line;
    private final Parcel parcel;
    private final Envelope envelope;
    private final Permission permission;
    private final Supplier<@Nullable Parcel> following;
    private final Verdict verdict;

    /** @param following what is to go next over the same line, asked for while the mark is on its way */
    Transaction(Line line, Parcel parcel, Permission permission, Supplier<@Nullable Parcel> following) {
        this.line = line;
        this.parcel = parcel;
        this.permission = permission;
        this.following = following;
        envelope = parcel.envelope();
        verdict = new Verdict(envelope.mask());
    }

    /** An unreachable {@link TurnedAway} says that the relay left before it answered to MAIL. */
    Outcome run() {
        Outcome obstacle = parcel.obstacle();
        Outcome refused = obstacle == null ? announce() : obstacle;
        return refused == null ? handOver() : refused;
    }

    /** RSET where it is due, MAIL, RCPT, DATA; null when the relay waits for the body. */
    private @Nullable Outcome announce() {
        List<String> commands = parcel.commands();
        if (line.hasRemains()) {
            commands.add(0, RSET);
        }
        boolean isAhead = line.announced() != null;
        List<Reply> answers = line.say(commands);
        for (int i = 0; i < answers.size(); i++) {
            Reply answer = answers.get(i);
            Outcome refused = judge(commands.get(i), answer);
            if (refused != null) {
                boolean isTakenAmiss = isAhead && isAboutOrder(i, answer);
                leave(answer, answers.get(answers.size() - 1), isTakenAmiss);
                return isTakenAmiss
                        ? new TurnedAway(answer.masked(envelope.mask()).toString(), true)
                        : refused;
            }
        }
        return answers.size() == commands.size() ? null : cutShort(commands.get(answers.size()), isAhead);
    }

    /**
     * Whether a relay that was told ahead may mean just that: it takes no MAIL, but for being too busy, or is out of step
     * with us.
     */
    private static boolean isAboutOrder(int command, Reply answer) {
        return answer.code() < 400 || answer.code() == Verdict.BAD_SEQUENCE || command == 0 && !answer.isClosing();
    }

    private @Nullable Outcome judge(String command, Reply answer) {
        if (command.equals(Parcel.DATA)) {
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
    private void leave(Reply refusal, Reply last, boolean isTakenAmiss) {
        boolean isInStep =
                !isTakenAmiss && refusal.code() >= 400 && refusal.code() != Verdict.BAD_SEQUENCE && last.code() >= 400;
        if (isInStep) {
            line.leaveRemains();
        } else {
            line.cut();
        }
    }

    private Outcome cutShort(String command, boolean isAhead) {
        line.cut();
        boolean isAtMail = !command.equals(Parcel.DATA) && !command.equals(envelope.rcpt());
        String verb = isAtMail ? "MAIL" : command.substring(0, 4);
        String why =
                "the relay gave no answer to " + verb + ": " + envelope.mask().over(line.fault());
        return isAtMail || isAhead ? new TurnedAway(why, true) : new Deferred(why);
    }

    private Outcome handOver() {
        boolean isDone = false;
        try {
            permission.ask();
            Outcome outcome = bodyThenDot();
            isDone = true;
            return outcome;
        } finally {
            if (!isDone) {
                line.cut();
            }
        }
    }

    private Outcome bodyThenDot() {
        try {
            line.body(parcel.message());
        } catch (IOException e) {
            return line.look() == Wire.Sign.TALKING ? beforeDot() : cut("the line broke inside the body");
        }
        Parcel next = following.get();
        if (!isGranted()) {
            line.cut();
            return new Withheld();
        }
        return switch (line.look()) {
            case QUIET -> afterDot(next);
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

    private Outcome afterDot(@Nullable Parcel next) {
        Reply reply;
        try {
            reply = line.dot(next);
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
