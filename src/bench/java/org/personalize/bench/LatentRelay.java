package org.personalize.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A relay on loopback that takes every mail, keeps none, and lets a fixed time pass before each of its answers. */
final class LatentRelay implements AutoCloseable {

    private static final int BACKLOG = 200;

    private final ServerSocket door;
    private final long latencyNanos;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();

    LatentRelay(int port, long latencyMillis) throws IOException {
        door = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        latencyNanos = TimeUnit.MILLISECONDS.toNanos(latencyMillis);
        start(this::welcome);
    }

    /** @param args the port, and how many milliseconds pass before each answer; runs until it is killed */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (var relay = new LatentRelay(Integer.parseInt(args[0]), Long.parseLong(args[1]))) {
            System.out.println("listening on " + relay.port());
            Thread.currentThread().join();
        }
    }

    int port() {
        return door.getLocalPort();
    }

    long taken() {
        return taken.get();
    }

    /** From the first mail's beginning to the last one's answer. */
    long nanos() {
        return last.get() - first.get();
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket line = door.accept();
                start(() -> talk(line));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            answer(out, "220 relay");
            String command = line(in);
            while (!command.isEmpty()) {
                switch (command.substring(0, Math.min(4, command.length())).toUpperCase(Locale.ROOT)) {
                    case "EHLO" -> answer(out, "250-relay\r\n250 8BITMIME");
                    case "MAIL" -> begin(out);
                    case "DATA" -> take(in, out);
                    case "QUIT" -> answer(out, "221 bye");
                    default -> answer(out, "250 ok");
                }
                command = line(in);
            }
        } catch (IOException e) {
            // Whoever hangs up has nothing more to say.
        }
    }

    private void begin(OutputStream out) throws IOException {
        first.compareAndSet(0, System.nanoTime());
        answer(out, "250 ok");
    }

    private void take(InputStream in, OutputStream out) throws IOException {
        answer(out, "354 go on");
        String line = line(in);
        while (!line.equals(".\r\n") && !line.isEmpty()) {
            line = line(in);
        }
        answer(out, "250 taken");
        taken.incrementAndGet();
        last.accumulateAndGet(System.nanoTime(), Math::max);
    }

    private void answer(OutputStream out, String text) throws IOException {
        if (latencyNanos > 0) {
            LockSupport.parkNanos(latencyNanos);
        }
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** A line with its end; empty when the line is cut. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        int octet = in.read();
        while (octet >= 0) {
            line.append((char) octet);
            if (octet == '\n') {
                return line.toString();
            }
            octet = in.read();
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
