package org.personalize.deliver;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A relay on loopback that misbehaves at the stage and in the way it was told, over real sockets. */
final class FlakyServer implements AutoCloseable {

    enum Stage {
        CONNECT,
        GREETING,
        EHLO,
        HELO,
        STARTTLS,
        AUTH,
        RSET,
        MAIL,
        RCPT,
        DATA,
        BODY,
        DOT,
        QUIT
    }

    enum Then {
        GO_ON,
        HANG_UP,
        SAY_NO_MORE,

        /** Takes nothing any more either, so that the courier cannot even get rid of its bytes. */
        READ_NO_MORE
    }

    /** What is said instead of the usual answer, and what follows. */
    record Fault(String said, Then then) {
        static Fault line(String said) {
            return new Fault(said + "\r\n", Then.GO_ON);
        }
    }

    private final ServerSocket door;
    private final Map<Stage, Deque<Fault>> faults = Collections.synchronizedMap(new EnumMap<>(Stage.class));
    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final List<String> accepted = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch bodyFault = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread welcome;
    volatile List<String> offers = List.of("PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE 1000000");
    volatile String signIn = "";

    /** Whether it answers a dot only when more has come behind it. */
    volatile boolean isCurious;

    volatile SSLContext tls;
    volatile boolean isTlsFromTheStart;

    FlakyServer() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        welcome = daemon(this::welcome);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Once; told twice, at the second time too. */
    FlakyServer at(Stage stage, Fault fault) {
        faults.computeIfAbsent(stage, s -> new ArrayDeque<>()).add(fault);
        return this;
    }

    List<String> commands() {
        synchronized (commands) {
            return List.copyOf(commands);
        }
    }

    /** The bodies for which 250 was answered, or would have been if it had not hung up. */
    List<String> accepted() {
        synchronized (accepted) {
            return List.copyOf(accepted);
        }
    }

    int lines() {
        return sockets.size();
    }

    /** Gives its permission only after the fault inside the body has happened. */
    Permission afterBodyFault() {
        return new Permission() {
            @Override
            public void ask() {
                // The body goes out first.
            }

            @Override
            public boolean isGranted() throws InterruptedException {
                return bodyFault.await(5, TimeUnit.SECONDS);
            }
        };
    }

    private void welcome() {
        try {
            while (true) {
                Socket socket = door.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                daemon(() -> talk(socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            new Conversation(socket).run();
        } catch (IOException e) {
            // The courier or the fault ended it.
        }
    }

    /** Nobody comes in after it: a door with somebody still waiting at it may let in one more. */
    @Override
    public void close() throws IOException {
        end.countDown();
        door.close();
        try {
            welcome.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private final class Conversation {
        private final Socket bare;
        private InputStream in;
        private OutputStream out;
        private boolean isOver;

        Conversation(Socket socket) throws IOException {
            this.bare = socket;
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        void run() throws IOException {
            answer(Stage.CONNECT, "");
            if (isTlsFromTheStart) {
                secure();
            }
            answer(Stage.GREETING, "220 flaky.example ESMTP\r\n");
            while (!isOver) {
                String command = line();
                commands.add(command);
                obey(command);
            }
        }

        private void obey(String command) throws IOException {
            String verb = command.split("[ :]", 2)[0];
            switch (verb) {
                case "EHLO" -> answer(Stage.EHLO, ehlo());
                case "HELO" -> answer(Stage.HELO, "250 flaky.example\r\n");
                case "STARTTLS" -> {
                    answer(Stage.STARTTLS, "220 go ahead\r\n");
                    if (!isOver) {
                        secure();
                    }
                }
                case "AUTH" ->
                    answer(
                            Stage.AUTH,
                            command.equals("AUTH PLAIN " + signIn) ? "235 2.7.0 ok\r\n" : "535 5.7.8 wrong\r\n");
                case "MAIL" -> answer(Stage.MAIL, "250 2.1.0 ok\r\n");
                case "RCPT" -> answer(Stage.RCPT, "250 2.1.5 ok\r\n");
                case "DATA" -> data();
                case "RSET" -> answer(Stage.RSET, "250 2.0.0 ok\r\n");
                case "QUIT" -> {
                    answer(Stage.QUIT, "221 2.0.0 bye\r\n");
                    isOver = true;
                }
                default -> say("502 5.5.2 unknown\r\n");
            }
        }

        private String ehlo() {
            var lines = new ArrayList<String>(List.of("flaky.example"));
            lines.addAll(offers);
            if (tls != null && !isTlsFromTheStart && !(in instanceof Secured)) {
                lines.add("STARTTLS");
            }
            if (!signIn.isEmpty()) {
                lines.add("AUTH PLAIN");
            }
            var text = new StringBuilder();
            for (int i = 0; i < lines.size(); i++) {
                text.append("250")
                        .append(i < lines.size() - 1 ? '-' : ' ')
                        .append(lines.get(i))
                        .append("\r\n");
            }
            return text.toString();
        }

        private void data() throws IOException {
            String last = commands().get(commands().size() - 2);
            if (!answer(Stage.DATA, last.startsWith("RCPT") ? "354 go on\r\n" : "503 5.5.1 no recipient\r\n")) {
                return;
            }
            var body = new StringBuilder();
            if (hasFault(Stage.BODY)) {
                readUntil(SmtpCourierTest.LAST_LINE, body);
                answer(Stage.BODY, "");
                bodyFault.countDown();
            }
            if (!isOver) {
                readUntil("\r\n.\r\n", body);
                String text = new String(body.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                boolean isTaken = !hasFault(Stage.DOT)
                        || !faults.get(Stage.DOT).peek().said().matches("[45].*\r\n");
                if (isTaken) {
                    accepted.add(text.substring(0, text.length() - 3));
                }
                if (isCurious) {
                    awaitMore();
                }
                answer(Stage.DOT, "250 2.0.0 Ok: queued as M" + accepted.size() + "\r\n");
            }
        }

        private void readUntil(String end, StringBuilder body) throws IOException {
            while (body.length() < end.length() || body.indexOf(end, body.length() - end.length()) < 0) {
                body.append((char) next());
            }
        }

        private boolean hasFault(Stage stage) {
            Deque<Fault> left = faults.get(stage);
            return left != null && !left.isEmpty();
        }

        /** Whether the usual was said. */
        private boolean answer(Stage stage, String usual) throws IOException {
            if (!hasFault(stage)) {
                say(usual);
                return usual.startsWith("354");
            }
            Fault fault = faults.get(stage).poll();
            try {
                say(fault.said());
            } finally {
                if (fault.then() == Then.HANG_UP) {
                    isOver = true;
                    bare.close();
                    bodyFault.countDown();
                } else if (fault.then() == Then.SAY_NO_MORE) {
                    isOver = true;
                    bodyFault.countDown();
                    while (in.read() >= 0) {
                        // Says nothing until the courier gives up.
                    }
                } else if (fault.then() == Then.READ_NO_MORE) {
                    isOver = true;
                    awaitEnd();
                }
            }
            return fault.said().startsWith("354") && !isOver;
        }

        private void awaitMore() throws IOException {
            try {
                while (in.available() == 0 && !end.await(1, TimeUnit.MILLISECONDS)) {
                    // Nothing came yet.
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void awaitEnd() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void say(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        private int next() throws IOException {
            int b = in.read();
            if (b < 0) {
                throw new IOException("the courier hung up");
            }
            return b;
        }

        private String line() throws IOException {
            var line = new ByteArrayOutputStream();
            for (int b = next(); b != '\n'; b = next()) {
                if (b != '\r') {
                    line.write(b);
                }
            }
            return line.toString(StandardCharsets.UTF_8);
        }

        private void secure() throws IOException {
            var secured = (SSLSocket) tls.getSocketFactory().createSocket(bare, null, bare.getPort(), true);
            secured.setUseClientMode(false);
            secured.startHandshake();
            in = new Secured(secured.getInputStream());
            out = secured.getOutputStream();
        }
    }

    private static final class Secured extends BufferedInputStream {
        Secured(InputStream in) {
            super(in);
        }
    }
}
