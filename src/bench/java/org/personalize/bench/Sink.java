package org.personalize.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Postfix's {@code smtp-sink} on loopback, which takes every mail and keeps none. */
final class Sink implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private static final String BACKLOG = "1000";
    private static final long KNOCK_MILLIS = 50;
    private static final double NANOS = 1e9;

    /** What a process's children have used, in ticks; the place counts from the process's name, which may hold blanks. */
    private static final int CHILDREN_USER_TICKS = 14;

    private static final double TICKS_PER_SECOND = 100;

    private final int port;
    private final Process process;

    private Sink(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static Sink open() throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder("smtp-sink", "-u", "nobody", HOST + ':' + port, BACKLOG)
                .inheritIO()
                .start();
        var sink = new Sink(port, process);
        sink.awaitDoor();
        return sink;
    }

    int port() {
        return port;
    }

    /** What it has used of the processors so far. */
    double cpuSeconds() {
        return process.toHandle()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / NANOS;
    }

    /** Lets postfix's {@code smtp-source} send canned bytes, each connection kept for as many mails as it takes. */
    void fillBySource(int mails, int bytes, int connections) throws IOException, InterruptedException {
        var command = List.of(
                "smtp-source", "-s", "" + connections, "-d", "-m", "" + mails, "-l", "" + bytes, HOST + ':' + port);
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("smtp-source ended with " + code);
        }
    }

    /** What all programs have used that this process started and saw end; 0 where the system does not tell. */
    static double endedCpuSeconds() throws IOException {
        Path status = Path.of("/proc/self/stat");
        if (!Files.isReadable(status)) {
            return 0;
        }
        String text = Files.readString(status);
        String[] fields = text.substring(text.lastIndexOf(')') + 1).split(" ", -1);
        return (Long.parseLong(fields[CHILDREN_USER_TICKS]) + Long.parseLong(fields[CHILDREN_USER_TICKS + 1]))
                / TICKS_PER_SECOND;
    }

    private static int freePort() throws IOException {
        try (var door = new ServerSocket(0)) {
            return door.getLocalPort();
        }
    }

    /** Knocks until the door opens, as long as there is somebody behind it. */
    private void awaitDoor() throws InterruptedException {
        while (!process.waitFor(KNOCK_MILLIS, TimeUnit.MILLISECONDS)) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (ConnectException e) {
                // Not yet.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("smtp-sink ended with " + process.exitValue());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
