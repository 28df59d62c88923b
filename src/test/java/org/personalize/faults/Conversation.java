package org.personalize.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.personalize.faults.Relay.Stage;

/** One connection to a {@link Relay}, from the greeting to the end, mail after mail. */
final class Conversation {

    /** No line of a command is longer. */
    private static final int LONGEST_LINE = 10_000;

    private final Relay relay;
    private final BufferedInputStream in;
    private final OutputStream out;
    private int mails;
    private String recipient = "";
    private int attempt;
    private boolean isOver;

    /** What was said of the mail while it was still coming in, and is the answer to it. */
    private @Nullable Fault early;

    Conversation(Relay relay, Socket socket) throws IOException {
        this.relay = relay;
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    void run() throws IOException, InterruptedException {
        answer(Stage.CONNECT, "220 relay.example ESMTP");
        while (!isOver) {
            String command = line();
            switch (command.split("[ :]", 2)[0]) {
                case "EHLO" ->
                    answer(Stage.EHLO, "250-relay.example\r\n250-PIPELINING\r\n250-SIZE 1000000\r\n250 8BITMIME");
                case "MAIL" -> answer(Stage.MAIL, "250 2.1.0 ok");
                case "RCPT" -> rcpt(command);
                case "DATA" -> data();
                case "RSET" -> say("250 2.0.0 ok\r\n");
                case "QUIT" -> {
                    say("221 2.0.0 bye\r\n");
                    isOver = true;
                }
                default -> say("502 5.5.2 unknown\r\n");
            }
        }
    }

    private void rcpt(String command) throws IOException, InterruptedException {
        String named = command.substring(command.indexOf('<') + 1, command.indexOf('>'));
        attempt = relay.tried(named);
        recipient = named;
        if (!answer(Stage.RCPT, "250 2.1.5 ok")) {
            recipient = "";
        }
    }

    private void data() throws IOException, InterruptedException {
        if (recipient.isEmpty()) {
            say("503 5.5.1 no recipient\r\n");
            return;
        }
        if (!answer(Stage.DATA, "354 go on")) {
            return;
        }
        early = null;
        body();
        if (early != null && early.isTaken() && !isOver) {
            take();
        } else if (early == null && !isOver) {
            answerDot();
        }
        recipient = "";
    }

    /** Reads up to the dot. */
    private void body() throws IOException, InterruptedException {
        var end = new StringBuilder("\r\n");
        boolean isBegun = false;
        boolean isWhole = false;
        while (!isOver && !end.toString().equals("\r\n.\r\n")) {
            if (!isWhole && isBegun && in.available() == 0 && end.toString().endsWith("--\r\n")) {
                isWhole = true;
                breakOff(Stage.BEFORE_DOT);
            } else {
                end.append((char) next());
                end.delete(0, Math.max(0, end.length() - 5));
                if (!isBegun) {
                    isBegun = true;
                    breakOff(Stage.IN_BODY);
                }
            }
        }
    }

    private void breakOff(Stage stage) throws IOException, InterruptedException {
        Fault fault = fault(stage);
        if (fault != null) {
            relay.cutInBody();
            act(fault);
            early = fault;
        }
    }

    private void answerDot() throws IOException, InterruptedException {
        Fault fault = fault(Stage.AFTER_DOT);
        if (fault == null || fault.isTaken()) {
            take();
        }
        if (fault == null) {
            say("250 2.0.0 Ok: queued as M" + relay.count(Stage.AFTER_DOT) + "\r\n");
            relay.pass(Stage.ANSWERED);
        } else {
            if (fault.isTaken()) {
                relay.lostAnswer();
            }
            act(fault);
        }
    }

    private void take() throws InterruptedException {
        mails++;
        relay.took(recipient);
    }

    /** Whether the usual was said. */
    private boolean answer(Stage stage, String usual) throws IOException, InterruptedException {
        Fault fault = fault(stage);
        if (fault == null) {
            say(usual + "\r\n");
        } else {
            act(fault);
        }
        return fault == null;
    }

    private @Nullable Fault fault(Stage stage) throws InterruptedException {
        relay.pass(stage);
        return relay.fault(stage, recipient, attempt, mails);
    }

    private void act(Fault fault) throws IOException {
        say(fault.said());
        switch (fault.then()) {
            case GO_ON -> {
                // The sender sees what it makes of it.
            }
            case HANG_UP -> isOver = true;
            case SAY_NO_MORE -> {
                isOver = true;
                while (in.read() >= 0) {
                    // Listens, and says nothing.
                }
            }
        }
    }

    private void say(String text) throws IOException {
        relay.hesitate();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private int next() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException("the sender hung up");
        }
        return b;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = next(); b != '\n' && line.size() < LONGEST_LINE; b = next()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
