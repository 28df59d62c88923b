package org.personalize.ledger;

import static org.personalize.ledger.Sample.*;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sender in a process of its own, to be killed. It prints a line after each commit that returned: {@code dot ann} may be
 * written, {@code done ann} is written down.
 */
final class ChildSender implements AutoCloseable {

    private static final int BATCH = 8;

    private final Process process;
    private final BufferedReader lines;

    private ChildSender(Process process) {
        this.process = process;
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ChildSender start(String address, String host) throws IOException {
        Path virtualMachine = Path.of(System.getProperty("java.home"), "bin", "java");
        String classes = Stream.<Class<?>>of(
                        ChildSender.class,
                        Ledger.class,
                        org.sqlite.JDBC.class,
                        org.postgresql.Driver.class,
                        Nullable.class)
                .map(c -> Path.of(URI.create(c.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
        var builder = new ProcessBuilder(
                virtualMachine.toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                ChildSender.class.getName(),
                address,
                host);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new ChildSender(builder.start());
    }

    /** The next line; null when the process has ended. */
    @Nullable
    String line() throws IOException {
        return lines.readLine();
    }

    /** As the operating system kills; what it printed before can still be read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not die");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** What the process does until it is killed or nothing is due any more. */
    public static void main(String[] args) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Ledger ledger = Ledger.open(args[0]);
                Shift shift = ledger.begin(SPRING, WHO, args[1], NINE)) {
            out.println("begun");
            for (List<Claim> claims = shift.claim(BATCH, NINE, Caps.NONE);
                    !claims.isEmpty();
                    claims = shift.claim(BATCH, NINE, Caps.NONE)) {
                work(shift, claims, out);
            }
        }
        out.println("ended");
    }

    private static void work(Shift shift, List<Claim> claims, PrintStream out) throws IOException {
        for (int i = 0; i < claims.size(); i += 2) {
            List<Claim> some = claims.subList(i, Math.min(claims.size(), i + 2));
            shift.commit(some.stream().map(c -> (Entry) new Entry.Finish(c)).toList(), NINE, Caps.NONE);
            some.forEach(c -> out.println("dot " + c.promise().customerId()));
            shift.commit(
                    some.stream()
                            .map(c -> (Entry) new Entry.Accepted(c, "250", null))
                            .toList(),
                    NINE,
                    Caps.NONE);
            some.forEach(c -> out.println("done " + c.promise().customerId()));
        }
    }
}
