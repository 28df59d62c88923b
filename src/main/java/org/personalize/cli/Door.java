package org.personalize.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.personalize.run.StopSignal;
import picocli.CommandLine.Help.Ansi;

/**
 * What the program has of the world outside: streams, clock, environment, working folder, and whether a person watches.
 *
 * @param isWatched standard error is a terminal
 */
record Door(
        Speech out,
        PrintWriter err,
        Reader in,
        InstantSource clock,
        Map<String, String> environment,
        Path folder,
        boolean isWatched,
        AtomicBoolean stopAsked)
        implements StopSignal {

    /** How long a signal waits for a flow to put things in order. */
    private static final int PATIENCE_SECONDS = 10;

    /** How often it is looked whether somebody wants to stop instead of answering. */
    private static final int LOOK_UP_MILLIS = 50;

    static Door ofThisProcess() {
        var err = new PrintWriter(encoded(new FileOutputStream(FileDescriptor.err)));
        return new Door(
                new Speech(encoded(new StandardOutput(err))),
                err,
                new InputStreamReader(System.in, StandardCharsets.UTF_8),
                InstantSource.system(),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                isTerminal(),
                new AtomicBoolean());
    }

    /** Colours only where a person watches and has not asked for none. */
    Ansi ansi() {
        return isWatched && environment.getOrDefault("NO_COLOR", "").isEmpty() ? Ansi.ON : Ansi.OFF;
    }

    @Override
    public boolean isRaised() {
        return stopAsked.get();
    }

    /**
     * What somebody answers to a question; null where nobody does any more. While the question stands, a signal is obeyed at
     * once: the line is read by a thread for which nobody waits.
     */
    @Nullable
    String answer(String question) throws IOException {
        err.print(question);
        err.flush();
        var line = new FutureTask<@Nullable String>(() -> new BufferedReader(in).readLine());
        var reader = new Thread(line, "answer");
        reader.setDaemon(true);
        reader.start();
        try {
            while (!isRaised()) {
                try {
                    return line.get(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // The question still stands.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
        err.println();
        throw new Stopped();
    }

    /** On Ctrl-C or SIGTERM the flow is told to stop, and the process ends when it has put things in order. */
    int whileListeningForSignals(IntSupplier flow) {
        var finished = new CountDownLatch(1);
        var hook = new Thread(() -> {
            stopAsked.set(true);
            try {
                if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    err.println("personalize: stopped without putting things in order");
                    err.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return flow.getAsInt();
        } finally {
            finished.countDown();
        }
    }

    /** Names this process to another one that finds it at work. */
    String processName() {
        return "process " + ProcessHandle.current().pid() + " on " + hostName();
    }

    /** The machine's own name, which needs no network. */
    String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return environment.getOrDefault("COMPUTERNAME", environment.getOrDefault("HOSTNAME", "this machine"));
        }
    }

    /** Ends the process; after a signal the signal's own exit code stands. */
    void leave(int code) {
        out.flush();
        err.flush();
        if (!stopAsked.get()) {
            System.exit(code);
        }
    }

    private static Writer encoded(OutputStream stream) {
        return new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    }

    /** Up to Java 21 there is a console only at a terminal; from 22 on there is always one, and it knows. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
