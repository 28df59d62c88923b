package org.personalize.deliver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Smtp;

/** An open line to the relay, over which one mail after the other goes. */
final class Line {

    /** What a relay may say, TLS and all, until it has let us in. */
    static final int OPENING_BYTES = 65_536;

    private static final int PIECE_BYTES = 32_768;
    private static final String DOT = ".";
    private static final String NEXT = "\r\n";

    private final Wire wire;
    private final ReplyReader replies;
    private final Timeouts timeouts;

    private final Offers offers;

    /** Kept because it hangs up when it is collected as garbage. */
    @SuppressWarnings("unused")
    private final Opening opening;

    private boolean isOpen = true;
    private boolean hasRemains;
    private @Nullable Parcel announced;
    private String fault = "";

    private Line(Wire wire, Opening opening, Timeouts timeouts) {
        this.wire = wire;
        this.replies = new ReplyReader(wire);
        this.opening = opening;
        this.offers = Offers.of(opening);
        this.timeouts = timeouts;
    }

    static Line open(Smtp smtp, Timeouts timeouts, SSLSocketFactory trust) throws NoLine {
        Wire wire;
        try {
            wire = Wire.connect(smtp.host(), smtp.port(), timeouts.connect());
        } catch (IOException e) {
            throw NoLine.unconnected(smtp, e);
        }
        boolean isOpen = false;
        try {
            wire.allow(OPENING_BYTES);
            var opening = new Opening(wire, smtp, timeouts, trust);
            opening.talk();
            wire.allow(Long.MAX_VALUE);
            isOpen = true;
            return new Line(wire, opening, timeouts);
        } finally {
            if (!isOpen) {
                wire.cut();
            }
        }
    }

    boolean isOpen() {
        return isOpen;
    }

    Offers offers() {
        return offers;
    }

    /** A refused mail left something behind that RSET must clear away before the next. */
    boolean hasRemains() {
        return hasRemains;
    }

    void leaveRemains() {
        hasRemains = true;
    }

    Wire.Sign look() {
        return wire.look();
    }

    /**
     * Says all commands and gathers the answers: at once where the relay takes that, else one by one up to the first
     * that it does not agree to. Fewer answers than commands were broken off by a cut, or by such an answer.
     */
    List<Reply> say(List<String> commands) {
        hasRemains = false;
        var answers = new ArrayList<Reply>(commands.size());
        try {
            if (offers.pipelining()) {
                if (announced == null) {
                    command(String.join(NEXT, commands));
                }
                announced = null;
                while (answers.size() < commands.size() && isOpen) {
                    answers.add(answer(timeouts.command()));
                }
            } else {
                Reply last = null;
                for (int i = 0; i < commands.size() && (last == null || last.code() < 400); i++) {
                    command(commands.get(i));
                    last = answer(timeouts.command());
                    answers.add(last);
                }
            }
        } catch (IOException e) {
            fault = TlsFault.message(e);
            cut();
        }
        return answers;
    }

    /** Why there were fewer answers than commands; blank where the last of them says it. */
    String fault() {
        return fault;
    }

    private void command(String words) throws IOException {
        byte[] bytes = (words + "\r\n").getBytes(StandardCharsets.UTF_8);
        wire.within(timeouts.command());
        wire.write(bytes, 0, bytes.length);
    }

    Reply answer() throws IOException {
        return answer(timeouts.command());
    }

    private Reply answer(Duration time) throws IOException {
        wire.within(time);
        Reply reply = replies.read();
        if (reply.isClosing()) {
            cut();
        }
        return reply;
    }

    /** Hands the message over but for the dot. */
    void body(Message message) throws IOException {
        byte[] body = message.stream();
        // Every piece has a time of its own, so that a long message may take longer than a short one.
        for (int start = 0; start < body.length; start += PIECE_BYTES) {
            wire.within(timeouts.command());
            wire.write(body, start, Math.min(PIECE_BYTES, body.length - start));
        }
    }

    /**
     * Writes the dot, and waits for what the relay says to it. From here on only an answer tells what became of it.
     *
     * @param next is announced together with the dot, and must be what is said next
     */
    Reply dot(@Nullable Parcel next) throws IOException {
        announced = next;
        command(next == null ? DOT : DOT + NEXT + String.join(NEXT, next.commands()));
        return answer(timeouts.afterDot());
    }

    /** What was announced with the last dot; null for nothing. */
    @Nullable
    Parcel announced() {
        return announced;
    }

    void cut() {
        isOpen = false;
        wire.cut();
    }

    /** Ends it politely, though not at any price. */
    void quit() {
        if (isOpen && announced != null) {
            // The relay waits for a body that will not come.
            cut();
        }
        if (!isOpen) {
            return;
        }
        isOpen = false;
        try {
            wire.within(timeouts.goodbye());
            byte[] words = "QUIT\r\n".getBytes(StandardCharsets.US_ASCII);
            wire.write(words, 0, words.length);
            replies.read();
        } catch (IOException e) {
            // Nothing was under way on this line.
        }
        wire.hangUp();
    }
}
