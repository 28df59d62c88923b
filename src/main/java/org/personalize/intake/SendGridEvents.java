package org.personalize.intake;

import java.util.List;
import java.util.Locale;
import org.personalize.history.Kind;

/** SendGrid's event webhook; our own arguments stand beside its names. */
final class SendGridEvents implements Provider {

    private final Signs signs;

    SendGridEvents(Signs signs) {
        this.signs = signs;
    }

    @Override
    public Form form() {
        return Form.SENDGRID;
    }

    @Override
    public List<String> names() {
        return List.of(
                "event",
                "email",
                "timestamp",
                "sg_event_id",
                "sg_message_id",
                "smtp-id",
                "campaign",
                "person",
                "message",
                "category",
                "status",
                "reason",
                "response",
                "type",
                "bounce_classification",
                "url",
                "useragent",
                "sg_machine_open");
    }

    @Override
    public boolean knows(JsonObject object) {
        return object.has("event") && object.has("email") && (object.has("sg_event_id") || object.has("sg_message_id"));
    }

    @Override
    public String read(JsonObject object, long line, Account account) {
        Draft draft = new Draft(Form.SENDGRID, line)
                .email(object.text("email"))
                .metadata(object.text("campaign"), object.text("person"), object.text("message"))
                .messageId(object.text("smtp-id"))
                .relayId(object.text("sg_message_id"))
                .at(object.text("timestamp"))
                .id(object.text("sg_event_id"));
        String event = object.text("event").toLowerCase(Locale.ROOT);
        switch (event) {
            case "processed" -> draft.event(Kind.SENT);
            case "delivered" -> draft.event(Kind.DELIVERED);
            case "deferred" -> draft.event("deferred").reason(object.text("response", "reason"));
            case "bounce" -> bounce(draft, object);
            case "blocked" -> draft.bounce(false).reason(object.text("reason"));
            case "dropped" -> drop(draft, object.text("reason"));
            case "open" ->
                draft.event(Kind.OPEN).reaction(signs.of(Kind.OPEN, machineWord(object), object.text("useragent")));
            case "click" ->
                draft.event(Kind.CLICK)
                        .item(object.text("url"))
                        .reaction(signs.of(Kind.CLICK, "", object.text("useragent")));
            case "spamreport" -> draft.event(Kind.COMPLAINT);
            case "unsubscribe" -> draft.event(Kind.UNSUBSCRIBE);
            case "group_unsubscribe" -> draft.event(Kind.UNSUBSCRIBE).kind("group");
            case "group_resubscribe", "resubscribe" ->
                draft.event(Kind.SUBSCRIBE).kind("group");
            default -> {
                return Provider.unknown(event);
            }
        }
        account.event(draft.done());
        return "";
    }

    /** That an open was no machine's is told of every other open, and says nothing of a scanner. */
    private static String machineWord(JsonObject object) {
        return object.is("sg_machine_open") ? "machine" : "";
    }

    private static void bounce(Draft draft, JsonObject object) {
        String said = object.text("reason");
        String status = object.text("status");
        boolean isBlock = object.text("type").equals("blocked");
        boolean isInvalid = object.text("bounce_classification").equals("Invalid Address");
        boolean isHard =
                !isBlock && (BounceRule.isSilent(status, said) ? isInvalid : BounceRule.isHard(status, said, ""));
        draft.bounce(isHard).reason(said);
    }

    /** What was not even tried, because of what was known before. */
    private static void drop(Draft draft, String reason) {
        switch (reason.toLowerCase(Locale.ROOT)) {
            case "bounced address", "invalid" -> draft.bounce(true);
            case "unsubscribed address" -> draft.event(Kind.UNSUBSCRIBE);
            case "spam reporting address" -> draft.event(Kind.COMPLAINT);
            default -> draft.event("rejected");
        }
        draft.reason(reason);
    }
}
