package org.personalize.deliver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The page behind the unsubscribe address, as somebody sees it who follows the link. */
public final class OptOutPage {

    private static final String NAME = "unsubscribe";
    private static final int OK = 200;

    private OptOutPage() {}

    /**
     * Only looks: a GET must change nothing, and the token is a test's in any case.
     *
     * @param address with a token in its place; blank where the campaign has none
     */
    public static Tick look(String address, Duration patience) {
        if (address.isEmpty()) {
            return Tick.missing(NAME, "the campaign has no address", "Name it under compliance.unsubscribe.");
        }
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            return Tick.wrong(NAME, "it is no address", "Write it as https://shop.example/u/${token}.");
        }
        try {
            int status = status(uri, patience);
            return status == OK
                    ? Tick.ok(NAME, uri.getHost() + " shows a page")
                    : Tick.wrong(
                            NAME,
                            uri.getHost() + " answers " + status,
                            "A GET must show a form and answer 200; the recipe that init lays out does.");
        } catch (IOException e) {
            return Tick.unknown(
                    NAME, uri.getHost() + " cannot be reached from here", "Open the link of a test mail by hand.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Tick.unknown(NAME, "not looked at", "Try again.");
        }
    }

    private static int status(URI uri, Duration patience) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build();
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(patience).GET().build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
