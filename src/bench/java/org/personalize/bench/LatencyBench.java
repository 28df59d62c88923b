package org.personalize.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.personalize.csv.RejectLimit;
import org.personalize.ledger.Occupied;
import org.personalize.plan.Fate;
import org.personalize.run.Progress;
import org.personalize.run.Request;
import org.personalize.run.Selection;
import org.personalize.run.SendOrders;
import org.personalize.run.SendStory;
import org.personalize.run.Sending;
import org.personalize.run.StopSignal;

/**
 * How fast a campaign goes out through 1, 4, 16 and 64 connections to a relay that lets 50 ms pass before each answer: the
 * whole flow, with rendering and the ledger, as the relay sees it from the first mail to the last answer.
 */
public final class LatencyBench {

    private static final int[] CONNECTIONS = {1, 4, 16, 64};
    private static final int MAILS_A_CONNECTION = 60;
    private static final long LATENCY_MILLIS = 50;
    private static final double NANOS = 1e9;

    private LatencyBench() {}

    /** @param args a folder for the workspaces */
    public static void main(String[] args) throws IOException, Occupied {
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
        Path folder = Path.of(args[0]);
        // The first run warms the program up, and is not counted.
        send(folder.resolve("warm"), 16, 0);
        double one = 0;
        for (int connections : CONNECTIONS) {
            double rate = send(folder.resolve("by" + connections), connections, LATENCY_MILLIS);
            one = one == 0 ? rate : one;
            System.out.printf(
                    Locale.ROOT,
                    "%2d connections: %6.1f mails/s, %.2f of %d times one connection%n",
                    connections,
                    rate,
                    rate / one / connections,
                    connections);
        }
    }

    private static double send(Path folder, int connections, long latencyMillis) throws IOException, Occupied {
        int people = MAILS_A_CONNECTION * connections;
        Path campaign = BenchWorkspace.lay(folder, people);
        try (var relay = new LatentRelay(0, latencyMillis)) {
            String always = Files.readString(campaign).replaceAll("(?m)^schedule:.*\n", "");
            Files.writeString(
                    campaign,
                    always
                            + "smtp: {host: 127.0.0.1, port: %d, security: none, connections: %d}\n"
                                    .formatted(relay.port(), connections));
            InstantSource clock = InstantSource.system();
            var request = new Request(
                    campaign, clock.instant(), RejectLimit.DEFAULT, Map.of(), Progress.NONE, StopSignal.NEVER);
            var orders = new SendOrders(clock, System::nanoTime, "bench", "bench", null, null, false, story -> true);
            SendStory story = Sending.run(request, Selection.EVERYBODY, orders);
            if (story.results().of(Fate.ACCEPTED) != people || relay.taken() != people) {
                throw new IllegalStateException("not everybody was accepted");
            }
            return people / (relay.nanos() / NANOS);
        }
    }
}
