package org.personalize.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.personalize.cli.Program;

/** The program as a process of its own, which can be killed. */
final class Child {

    private static final long PATIENCE_SECONDS = 90;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Process process;
    private final Path out;
    private final Path err;

    private Child(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Child start(Shop shop, String... words) throws IOException {
        return startIn(shop, "", words);
    }

    static Child send(Shop shop) throws IOException {
        return start(shop, "send", shop.campaign, "--yes", "--json");
    }

    /** @param limits what the shell is told before, such as {@code ulimit -f 100;} */
    static Child startIn(Shop shop, String limits, String... words) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of("sh", "-c", limits + "exec \"$@\"", "sh", java));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(Program.class.getName());
        command.addAll(List.of(words));
        Path logs = Files.createDirectories(shop.folder.resolveSibling(shop.folder.getFileName() + "-logs"));
        int number = NUMBERS.incrementAndGet();
        Path out = logs.resolve(number + ".out");
        Path err = logs.resolve(number + ".err");
        Process process = new ProcessBuilder(command)
                .directory(shop.folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Child(process, out, err);
    }

    /** Waits for its end. */
    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the program did not end within " + PATIENCE_SECONDS + " s");
        }
        return process.exitValue();
    }

    /** Waits for its end, but not for long. */
    void await(long millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As the system's memory killer would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        end();
    }

    /** @param name such as TERM */
    void signal(String name) throws IOException {
        Shell.run("kill", "-" + name, Long.toString(process.pid()));
    }

    long pid() {
        return process.pid();
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }
}
