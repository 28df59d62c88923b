package org.personalize.intake;

import java.util.List;
import java.util.Locale;
import org.personalize.history.Kind;

/** Brevo's webhooks for single mails and for its campaigns. */
final class BrevoEvents implements Provider {

    private final Signs signs;

    BrevoEvents(Signs signs) {
        this.signs = signs;
    }

    @Override
    public Form form() {
        return Form.BREVO;
    }

    @Override
    public List<String> names() {
        return List.of(
                "event",
                "email",
                "id",
                "date",
                "date_event",
                "ts",
                "ts_event",
                "ts_epoch",
                "message-id",
                "messageId",
                "tag",
                "tags",
                "X-Mailin-custom",
                "link",
                "URL",
                "reason",
                "user_agent",
                "camp_id",
                "campaign name");
    }

    @Override
    public boolean knows(JsonObject object) {
        return object.has("event")
                && object.has("email")
                && (object.has("message-id")
                        || object.has("messageId")
                        || object.has("ts_event")
                        || object.has("ts_epoch")
                        || object.has("camp_id"));
    }

    @Override
    public String read(JsonObject object, long line, Account account) {
        Draft draft = new Draft(Form.BREVO, line)
                .email(object.text("email"))
                .campaign(object.text("campaign name"))
                .messageId(object.text("message-id", "messageId"))
                .reason(object.text("reason"));
        custom(draft, object.text("X-Mailin-custom"));
        moment(draft, object);
        String event = object.text("event").toLowerCase(Locale.ROOT);
        switch (event.replace("_", "").replace(" ", "")) {
            case "request", "requests", "sent" -> draft.event(Kind.SENT);
            case "delivered" -> draft.event(Kind.DELIVERED);
            case "deferred" -> draft.event("deferred");
            case "softbounce", "softbounces" -> draft.bounce(false);
            case "hardbounce", "hardbounces" -> bounce(draft, object.text("reason"));
            case "invalidemail", "invalid" -> draft.bounce(true);
            case "blocked", "error" -> draft.event("rejected");
            case "spam", "complaint" -> draft.event(Kind.COMPLAINT);
            case "opened", "uniqueopened", "open", "loadedbyproxy", "proxyopen", "uniqueproxyopen" ->
                draft.event(Kind.OPEN)
                        .reaction(
                                signs.of(Kind.OPEN, event.contains("proxy") ? "proxy" : "", object.text("user_agent")));
            case "click", "clicks", "clicked" ->
                draft.event(Kind.CLICK)
                        .item(object.text("link", "URL"))
                        .reaction(signs.of(Kind.CLICK, "", object.text("user_agent")));
            case "unsubscribe", "unsubscribed" -> draft.event(Kind.UNSUBSCRIBE);
            default -> {
                return Provider.unknown(event);
            }
        }
        account.event(draft.done());
        return "";
    }

    private static void bounce(Draft draft, String said) {
        draft.bounce(BounceRule.isSilent("", said) || BounceRule.isHard("", said, ""));
    }

    /** What our own header said, as {@code campaign:a|person:b|message:c}. */
    private static void custom(Draft draft, String text) {
        for (String pair : text.split("\\|", -1)) {
            int colon = pair.indexOf(':');
            String value = colon < 0 ? "" : pair.substring(colon + 1);
            switch (colon < 0 ? "" : pair.substring(0, colon)) {
                case "campaign" -> draft.metadata(value, "", "");
                case "person" -> draft.metadata("", value, "");
                case "message" -> draft.metadata("", "", value);
                default -> {
                    // Whatever else stands there is not from us.
                }
            }
        }
    }

    /** The seconds since 1970 are sure; the written date is in the zone of the account, and is the last resort. */
    private static void moment(Draft draft, JsonObject object) {
        draft.at(object.text("date_event", "date"));
        draft.at(object.text("ts"));
        draft.at(object.text("ts_event"));
        draft.at(object.text("ts_epoch"));
    }
}
