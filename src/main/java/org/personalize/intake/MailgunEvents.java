package org.personalize.intake;

import java.util.List;
import java.util.Locale;
import org.personalize.history.Kind;

/** Mailgun: an event as its webhooks wrap it and as its events API lists it. */
final class MailgunEvents implements Provider {

    private static final List<String> NAMES = List.of(
            "event",
            "id",
            "timestamp",
            "recipient",
            "severity",
            "reason",
            "delivery-status.code",
            "delivery-status.message",
            "delivery-status.description",
            "delivery-status.enhanced-code",
            "delivery-status.bounce-type",
            "message.headers.message-id",
            "tags",
            "user-variables.campaign",
            "user-variables.person",
            "user-variables.message",
            "client-info.user-agent",
            "client-info.bot",
            "client-info.client-type",
            "url",
            "log-level");

    private final Signs signs;

    MailgunEvents(Signs signs) {
        this.signs = signs;
    }

    @Override
    public Form form() {
        return Form.MAILGUN;
    }

    @Override
    public List<String> names() {
        return java.util.stream.Stream.concat(NAMES.stream(), NAMES.stream().map(name -> "event-data." + name))
                .toList();
    }

    @Override
    public boolean knows(JsonObject object) {
        JsonObject event = event(object);
        return event.has("event") && event.has("recipient") && (event != object || event.has("log-level"))
                || event.has("event") && event.has("recipient") && event.has("id");
    }

    private static JsonObject event(JsonObject object) {
        return object.has("event-data") ? object.object("event-data") : object;
    }

    @Override
    public String read(JsonObject object, long line, Account account) {
        JsonObject event = event(object);
        JsonObject own = event.object("user-variables");
        Draft draft = new Draft(Form.MAILGUN, line)
                .email(event.text("recipient"))
                .metadata(own.text("campaign"), own.text("person"), own.text("message"))
                .messageId(event.object("message").object("headers").text("message-id"))
                .at(event.text("timestamp"))
                .id(event.text("id"));
        String name = event.text("event").toLowerCase(Locale.ROOT);
        switch (name) {
            case "accepted" -> draft.event(Kind.SENT);
            case "delivered" -> draft.event(Kind.DELIVERED);
            case "failed" -> fail(draft, event);
            case "rejected" -> draft.event("rejected").reason(event.text("reason"));
            case "opened" -> react(draft, Kind.OPEN, event);
            case "clicked" -> react(draft, Kind.CLICK, event);
            case "unsubscribed" -> draft.event(Kind.UNSUBSCRIBE);
            case "complained" -> draft.event(Kind.COMPLAINT);
            default -> {
                return Provider.unknown(name);
            }
        }
        account.event(draft.done());
        return "";
    }

    private void react(Draft draft, Kind kind, JsonObject event) {
        JsonObject client = event.object("client-info");
        String bot = client.text("bot");
        draft.event(kind)
                .item(event.text("url"))
                .reaction(signs.of(kind, botWord(bot, client), client.text("user-agent")));
    }

    /** Mailgun names the kind of robot; a generic one is a machine like any other. */
    private static String botWord(String bot, JsonObject client) {
        if (bot.isEmpty()) {
            return client.text("client-type").equalsIgnoreCase("robot") ? "bot" : "";
        }
        return bot.equalsIgnoreCase("apple") || bot.equalsIgnoreCase("gmail") ? bot : "bot";
    }

    /** What Mailgun tries again is a delay; if it gives up, it says so as a failure of its own. */
    private static void fail(Draft draft, JsonObject event) {
        JsonObject status = event.object("delivery-status");
        String said = status.text("message", "description");
        String reason = event.text("reason");
        draft.reason(said.isEmpty() ? reason : said);
        if (event.text("severity").equals("temporary")) {
            draft.event("deferred");
            return;
        }
        switch (reason) {
            case "suppress-bounce" -> draft.bounce(true);
            case "suppress-complaint" -> draft.event(Kind.COMPLAINT);
            case "suppress-unsubscribe" -> draft.event(Kind.UNSUBSCRIBE);
            default -> draft.bounce(isHard(event, status, said));
        }
    }

    private static boolean isHard(JsonObject event, JsonObject status, String said) {
        if (!event.text("severity").equals("permanent") || event.text("reason").equals("old")) {
            return false;
        }
        String code = status.text("enhanced-code");
        if (!BounceRule.isSilent(code, said)) {
            return BounceRule.isHard(code, said, status.text("description"));
        }
        return status.text("bounce-type").equals("hard") || status.text("code").equals("550") && said.isEmpty();
    }
}
