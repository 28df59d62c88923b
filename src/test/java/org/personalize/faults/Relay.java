package org.personalize.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

    private static final long PATIENCE_SECONDS = 90;

    private final ServerSocket door;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Gate> gates = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<Stage, AtomicInteger> reached = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> accepted = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> arrivals = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private final AtomicInteger cutsInBody = new AtomicInteger();
    private volatile Mischief mischief = Mischief.NONE;
    private volatile long latencyNanos;

    Relay() throws IOException {
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
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

        /** Waits until somebody comes so far; not longer than there is somebody. */
        void await(Child sender) throws IOException, InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!arrival.await(50, TimeUnit.MILLISECONDS)) {
                if (!sender.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("nobody reached " + stage + "; " + sender.err() + sender.out());
                }
            }
        }

        boolean comesWithin(long seconds) throws InterruptedException {
            return arrival.await(seconds, TimeUnit.SECONDS);
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
                daemon(() -> talk(socket), "conversation");
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            new Conversation(this, socket).run();
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

    void pass(Stage stage) throws InterruptedException {
        int number = reached.computeIfAbsent(stage, s -> new AtomicInteger()).incrementAndGet();
        for (Gate gate : gates) {
            if (gate.stage == stage && gate.number == number) {
                gate.arrival.countDown();
                gate.leave.await();
            }
        }
    }

    /** What goes wrong for a mail that comes so far. */
    @Nullable
    Fault fault(Stage stage, String recipient, int attempt, int mails) {
        return mischief.at(stage, new Mischief.Visit(recipient, attempt, mails, open.get()));
    }

    /** @return how often by now */
    int tried(String recipient) {
        return tries.computeIfAbsent(recipient, r -> new AtomicInteger()).incrementAndGet();
    }

    void took(String recipient) {
        arrivals.put(recipient, System.nanoTime());
        accepted.computeIfAbsent(recipient, r -> new AtomicInteger()).incrementAndGet();
    }

    void lostAnswer() {
        lostAnswers.incrementAndGet();
    }

    void cutInBody() {
        cutsInBody.incrementAndGet();
    }

    void hesitate() {
        if (latencyNanos > 0) {
            LockSupport.parkNanos(latencyNanos);
        }
    }
}
