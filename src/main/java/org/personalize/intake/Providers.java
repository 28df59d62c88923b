package org.personalize.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    private long line;
    private boolean isWhole;
    private int wrappings;

    /** @param only objects of this form are read, as somebody said; null for all */
    Providers(Account account, @Nullable Form only) {
        this.account = account;
        this.only = only;
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
        isWhole = false;
        wrappings = 0;
        try {
            new JsonStream(SHAPE, this::take).read(bytes, from, to);
        } catch (IOException e) {
            account.unreadable(line, "no complete JSON");
        }
    }

    /** Reads to the end, whatever the objects have for lines. */
    void readAll(InputStream in, long firstLine) throws IOException {
        line = firstLine;
        isWhole = true;
        wrappings = 0;
        try {
            new JsonStream(SHAPE, this::take).read(in);
        } catch (BrokenJson e) {
            account.brokeOff(line + e.line() - 1, "no complete JSON from here on");
        }
    }

    private void take(JsonObject object, long lineWithin) {
        long at = isWhole ? line + lineWithin - 1 : line;
        for (Provider provider : all) {
            if ((only == null || only == provider.form()) && provider.knows(object)) {
                account.took(provider.form(), provider.read(object, at, account));
                return;
            }
        }
        unwrap(object, at);
    }

    private void unwrap(JsonObject object, long at) {
        if (object.has("detail")) {
            take(object.object("detail"), at - (isWhole ? line - 1 : 0));
        } else if (object.has("Sns")) {
            unwrap(object.object("Sns"), at);
        } else if (object.has("body") || object.text("Type").equals("Notification")) {
            open(object.text("Message", "body"), at);
        } else if (object.text("Type").endsWith("Confirmation")) {
            account.ignored("a subscription to notifications, not an event");
        } else {
            account.ignored("JSON of no provider that is known");
        }
    }

    /** JSON within a text of JSON, as SNS and SQS carry it. */
    private void open(String text, long at) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (wrappings++ >= MOST_WRAPPINGS || bytes.length == 0 || bytes[0] != '{') {
            account.ignored("a notification that carries no event");
            wrappings--;
            return;
        }
        try {
            new JsonStream(SHAPE, (object, within) -> take(object, at - (isWhole ? line - 1 : 0)))
                    .read(bytes, 0, bytes.length);
        } catch (IOException e) {
            account.unreadable(at, "a notification whose event is no complete JSON");
        }
        wrappings--;
    }
}
