package org.personalize.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A relay on loopback, over real sockets, that misbehaves by recipient as its {@link Mischief} says, and remembers what it
 * accepted: a message whose final dot it has read is accepted, whether or not anybody heard its answer.
 */
final class Relay implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    /** No line of a command is longer. */
    private static final int LONGEST_LINE = 10_000;

    private final ServerSocket door;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Gate> gates = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<Stage, AtomicInteger> reached = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> accepted = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> arrivals = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private final AtomicInteger cutsInBody = new AtomicInteger();
    private volatile Mischief mischief = Mischief.NONE;
    private volatile long latencyNanos;

    Relay() throws IOException {
        door = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        daemon(this::welcome, "relay");
    }

    /** How far a mail has come. */
    enum Stage {
        CONNECT,
        EHLO,
        MAIL,
        RCPT,
        DATA,
        /** Something of the body has arrived. */
        IN_BODY,
        /** All of the body has arrived, and no dot yet. */
        BEFORE_DOT,
        /** The dot has arrived, and nothing was answered. */
        AFTER_DOT,
        ANSWERED
    }

    /** Stops at a stage whoever reaches it the n-th time, until the test lets it go on. */
    static final class Gate {
        private final Stage stage;
        private final int number;
        private final CountDownLatch arrival = new CountDownLatch(1);
        private final CountDownLatch leave = new CountDownLatch(1);

        private Gate(Stage stage, int number) {
            this.stage = stage;
            this.number = number;
        }

        void await() throws InterruptedException {
            if (!arrival.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody reached " + stage + " for the " + number + ". time");
            }
        }

        void open() {
            leave.countDown();
        }
    }

    Relay misbehaving(Mischief how) {
        mischief = how;
        return this;
    }

    /** Waits so long before every answer. */
    Relay answeringAfter(long millis) {
        latencyNanos = TimeUnit.MILLISECONDS.toNanos(millis);
        return this;
    }

    int port() {
        return door.getLocalPort();
    }

    /** A gate for the n-th conversation from now on that comes so far. */
    Gate holdAt(Stage stage, int number) {
        var gate = new Gate(stage, count(stage) + number);
        gates.add(gate);
        return gate;
    }

    /** The same, but nobody is held: the test only hears of it. */
    Gate listenAt(Stage stage, int number) {
        Gate gate = holdAt(stage, number);
        gate.open();
        return gate;
    }

    int count(Stage stage) {
        return reached.computeIfAbsent(stage, s -> new AtomicInteger()).get();
    }

    /** Every mailbox that was mailed, and how often. */
    Map<String, Integer> accepted() {
        Map<String, Integer> times = new TreeMap<>();
        accepted.forEach((mailbox, count) -> times.put(mailbox, count.get()));
        return times;
    }

    /** When a mailbox was mailed last, by {@link System#nanoTime}. */
    Map<String, Long> arrivals() {
        return new TreeMap<>(arrivals);
    }

    /** Everybody who was ever named in a RCPT. */
    Map<String, Integer> tries() {
        Map<String, Integer> times = new TreeMap<>();
        tries.forEach((mailbox, count) -> times.put(mailbox, count.get()));
        return times;
    }

    /** Accepted, without a whole answer. */
    int lostAnswers() {
        return lostAnswers.get();
    }

    /** Hung up while the body came in: the dot may have been on its way. */
    int cutsInBody() {
        return cutsInBody.get();
    }

    int connections() {
        return connections.get();
    }

    /** Waits until everybody has hung up, so that nothing more is accepted. */
    void awaitQuiet() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (open) {
            while (open.get() > 0 && System.nanoTime() < deadline) {
                open.wait(100);
            }
        }
        if (open.get() > 0) {
            throw new IllegalStateException(open.get() + " conversations go on");
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        gates.forEach(Gate::open);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void welcome() {
        try {
            while (true) {
                Socket socket = door.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                open.incrementAndGet();
                int number = connections.incrementAndGet();
                daemon(() -> talk(socket, number), "relay " + number);
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void talk(Socket socket, int number) {
        try (socket) {
            new Conversation(socket, number).run();
        } catch (IOException e) {
            // The sender or the mischief ended it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(socket);
            synchronized (open) {
                open.decrementAndGet();
                open.notifyAll();
            }
        }
    }

    private void pass(Stage stage) throws InterruptedException {
        int number = reached.computeIfAbsent(stage, s -> new AtomicInteger()).incrementAndGet();
        for (Gate gate : gates) {
            if (gate.stage == stage && gate.number == number) {
                gate.arrival.countDown();
                gate.leave.await();
            }
        }
    }

    private final class Conversation {
        private final BufferedInputStream in;
        private final OutputStream out;
        private final int number;
        private int mails;
        private String recipient = "";
        private int attempt;
        private boolean isOver;

        Conversation(Socket socket, int number) throws IOException {
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            this.number = number;
        }

        void run() throws IOException, InterruptedException {
            answer(Stage.CONNECT, "220 relay.example ESMTP");
            while (!isOver) {
                String command = line();
                switch (command.split("[ :]", 2)[0]) {
                    case "EHLO" -> answer(Stage.EHLO, "250-relay.example\r\n250-PIPELINING\r\n250-SIZE 1000000\r\n250 8BITMIME");
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
            attempt = tries.computeIfAbsent(named, r -> new AtomicInteger()).incrementAndGet();
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
            body();
            if (!isOver) {
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
                cutsInBody.incrementAndGet();
                act(fault);
            }
        }

        private void answerDot() throws IOException, InterruptedException {
            Fault fault = fault(Stage.AFTER_DOT);
            if (fault == null || fault.isTaken()) {
                mails++;
                arrivals.put(recipient, System.nanoTime());
                accepted.computeIfAbsent(recipient, r -> new AtomicInteger()).incrementAndGet();
            }
            if (fault == null) {
                say("250 2.0.0 Ok: queued as M" + count(Stage.AFTER_DOT) + "\r\n");
                pass(Stage.ANSWERED);
            } else {
                lostAnswers.addAndGet(fault.isTaken() ? 1 : 0);
                act(fault);
            }
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
            pass(stage);
            return mischief.at(stage, new Mischief.Visit(recipient, attempt, mails, open.get()));
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
            if (latencyNanos > 0) {
                LockSupport.parkNanos(latencyNanos);
            }
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
}
