package org.personalize.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.personalize.plan.Json;

/**
 * A real browser with one page, driven through its DevTools protocol over the JDK's own web socket. It runs
 * {@code /usr/bin/chromium}, or the program that the environment variable CHROMIUM names.
 */
final class Chromium implements AutoCloseable {

    private static final int MOST_LOOKS = 1_000;

    private static final int TIMEOUT_SECONDS = 30;
    private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");
    private static final Pattern REQUESTED =
            Pattern.compile("\"Network.requestWillBeSent\".*?\"request\":\\{\"url\":\"([^\"]*)\"");

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private String session = "";
    private int lastId;

    Chromium() throws IOException {
        profile = Files.createTempDirectory("gallery-browser");
        process = start(profile);
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(process), new Ear())
                .join();
        String target = call("Target.createTarget", "{\"url\":\"about:blank\"}").id("targetId");
        session = call("Target.attachToTarget", "{\"flatten\":true,\"targetId\":\"" + target + "\"}")
                .id("sessionId");
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            call(domain + ".enable", "{}");
        }
        size(1400, 1000);
    }

    private static Process start(Path profile) throws IOException {
        String program = Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");
        if (!Files.isExecutable(Path.of(program))) {
            throw new IllegalStateException(
                    "The tests tagged browser need " + program
                            + ". Install it (Debian: apt-get install chromium), or name another in the environment variable CHROMIUM.");
        }
        return new ProcessBuilder(
                        program,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static URI address(Process process) throws IOException {
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                drain(said);
                return URI.create(matcher.group(1));
            }
        }
        throw new IllegalStateException("the browser ended before it could be reached");
    }

    private static void drain(BufferedReader said) {
        var reader = new Thread(() -> said.lines().forEach(line -> {}), "browser-messages");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens a page and waits until it has loaded. */
    void open(String address) {
        events.clear();
        call("Page.navigate", "{\"url\":\"about:blank\"}");
        call("Page.navigate", "{\"url\":" + quoted(address) + "}");
        until("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    void size(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":false}");
    }

    /** What an expression gives in the page, as text. */
    String read(String expression) {
        return call(
                        "Runtime.evaluate",
                        "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":"
                                + quoted("(async () => String(await (" + expression + ")))()") + "}")
                .value();
    }

    /** Waits until a condition holds in the page. */
    void until(String condition) {
        read(
                "new Promise((done, failed) => { const end = performance.now() + 15000; const look = () => ("
                        + condition
                        + ") ? done('yes') : performance.now() > end ? failed(new Error('never came true')) : setTimeout(look, 15); look(); })");
    }

    void press(String key, int code) {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    "{\"type\":\"" + type + "\",\"key\":\"" + key + "\",\"code\":\"" + key
                            + "\",\"windowsVirtualKeyCode\":" + code + "}");
        }
    }

    /** What an expression gives in the frame of a mail, seen with the tools of the browser. */
    String inFrame(String fileName, String expression) {
        String context = call("Page.createIsolatedWorld", "{\"frameId\":\"" + frameOf(fileName) + "\"}")
                .context();
        return call(
                        "Runtime.evaluate",
                        "{\"contextId\":" + context
                                + ",\"awaitPromise\":true,\"returnByValue\":true,\"expression\":"
                                + quoted("new Promise(done => document.readyState === 'complete' ? done()"
                                        + " : addEventListener('load', done)).then(() => String(" + expression + "))")
                                + "}")
                .value();
    }

    /** A mail is fetched into its frame after the page around it stands. */
    private String frameOf(String fileName) {
        Optional<String> frame = Optional.empty();
        for (int look = 1; frame.isEmpty() && look <= MOST_LOOKS; look++) {
            read("new Promise(done => setTimeout(done, 15))");
            frame = call("Page.getFrameTree", "{}").frameOf(fileName);
        }
        return frame.orElseThrow(() -> new AssertionError("no frame ever showed " + fileName));
    }

    /** Text as a literal of JSON, and so of JavaScript. */
    static String quoted(String text) {
        var json = new StringBuilder();
        try {
            Json.compact(json).text(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    List<String> requests() {
        var requests = new ArrayList<String>();
        for (String event : events) {
            Matcher requested = REQUESTED.matcher(event);
            if (requested.find()) {
                requests.add(requested.group(1));
            }
        }
        return requests;
    }

    /** Script errors, and dialogs such as that of alert(). */
    List<String> complaints() {
        return events.stream()
                .filter(event ->
                        event.contains("Runtime.exceptionThrown") || event.contains("Page.javascriptDialogOpening"))
                .toList();
    }

    private Reply call(String method, String parameters) {
        int id = ++lastId;
        var answer = new CompletableFuture<String>();
        answers.put(id, answer);
        String to = session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"";
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + to + "}", true)
                .join();
        try {
            return new Reply(answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer to " + method + " " + parameters, e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        // Its renderers write into the profile until they end, too.
        var renderers = process.descendants().map(ProcessHandle::onExit).toList();
        process.destroy();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            for (CompletableFuture<ProcessHandle> renderer : renderers) {
                renderer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a process of the browser did not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deleteProfile();
    }

    private void deleteProfile() throws IOException {
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Hears answers and events, which may come in pieces. */
    private final class Ear implements WebSocket.Listener {

        private final StringBuilder heard = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            heard.append(piece);
            if (last) {
                take(heard.toString());
                heard.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String message) {
            Matcher id = ID.matcher(message);
            if (id.find()) {
                answers.remove(Integer.valueOf(id.group(1))).complete(message);
            } else {
                events.add(message);
            }
        }
    }
}
