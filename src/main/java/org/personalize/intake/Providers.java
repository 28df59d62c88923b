package org.personalize.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads objects of JSON, whichever provider wrote each of them. */
final class Providers {

    private static final JsonShape SHAPE = shape();

    /** Wrappings within wrappings are opened so often. */
    private static final int MOST_WRAPPINGS = 4;

    private final List<Provider> all = all();
    private final Account account;
    private final @Nullable Form only;

    /** What is wrapped in nothing, in one thing, and so on. */
    private final JsonStream[] depths = new JsonStream[1 + MOST_WRAPPINGS];

    private int depth;

    /** The line that is told of whatever is found. */
    private long line;

    /** @param only objects of this form are read, as somebody said; null for all */
    Providers(Account account, @Nullable Form only) {
        this.account = account;
        this.only = only;
        Arrays.setAll(depths, place -> new JsonStream(SHAPE, (object, within) -> take(object)));
    }

    /** The most telling marks first. */
    private static List<Provider> all() {
        var signs = new Signs();
        return List.of(
                new SesEvents(signs),
                new SendGridEvents(signs),
                new PostmarkEvents(signs),
                new MailgunEvents(signs),
                new BrevoEvents(signs),
                new MailchimpActivity(),
                new MailUpEvents());
    }

    private static JsonShape shape() {
        var names = new ArrayList<>(List.of("Type", "Message", "detail-type", "Sns.Message", "Sns.Type", "body"));
        for (Provider provider : all()) {
            names.addAll(provider.names());
            // EventBridge wraps in this.
            provider.names().stream()
                    .filter(name -> provider.form() == Form.SES)
                    .forEach(name -> names.add("detail." + name));
        }
        return JsonShape.of(names.toArray(String[]::new));
    }

    /** Reads a line of its own. */
    void readLine(byte[] bytes, int from, int to, long number) {
        line = number;
        try {
            depths[0].read(bytes, from, to);
        } catch (IOException e) {
            account.unreadable(line, "no complete JSON");
        }
    }

    /** Reads to the end, whatever the objects have for lines. */
    void readAll(InputStream in, long firstLine) throws IOException {
        try {
            new JsonStream(SHAPE, (object, within) -> {
                        line = firstLine + within - 1;
                        take(object);
                    })
                    .read(in);
        } catch (BrokenJson e) {
            account.brokeOff(firstLine + e.line() - 1, "no complete JSON from here on");
        }
    }

    private void take(JsonObject object) {
        for (Provider provider : all) {
            if ((only == null || only == provider.form()) && provider.knows(object)) {
                account.took(provider.form(), provider.read(object, line, account));
                return;
            }
        }
        unwrap(object);
    }

    private void unwrap(JsonObject object) {
        if (object.has("detail")) {
            take(object.object("detail"));
        } else if (object.has("Sns")) {
            unwrap(object.object("Sns"));
        } else if (object.has("body") || object.text("Type").equals("Notification")) {
            open(object.text("Message", "body"));
        } else if (object.text("Type").endsWith("Confirmation")) {
            account.ignored("a subscription to notifications, not an event");
        } else {
            account.foreign("JSON of no provider that is known");
        }
    }

    /** JSON within a text of JSON, as SNS and SQS carry it. */
    private void open(String text) {
        if (depth == MOST_WRAPPINGS || !text.startsWith("{")) {
            account.ignored("a notification that carries no event");
            return;
        }
        depth++;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            depths[depth].read(bytes, 0, bytes.length);
        } catch (IOException e) {
            account.unreadable(line, "a notification whose event is no complete JSON");
        }
        depth--;
    }
}
