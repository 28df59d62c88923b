package org.personalize.intake;

import java.util.List;
import java.util.Locale;
import org.personalize.history.Kind;

/** MailUp's webhooks, their parameters written down as objects under their own names. */
final class MailUpEvents implements Provider {

    @Override
    public Form form() {
        return Form.MAILUP;
    }

    @Override
    public List<String> names() {
        return List.of("EventType", "EventDate", "Email", "IdConsole", "IdList", "IdNL", "EventSource", "Reason");
    }

    @Override
    public boolean knows(JsonObject object) {
        return object.has("EventType") && object.has("EventDate") && object.has("Email");
    }

    @Override
    public String read(JsonObject object, long line, Account account) {
        String event = object.text("EventType").toUpperCase(Locale.ROOT);
        Draft draft = new Draft(Form.MAILUP, line)
                .email(object.text("Email"))
                .relayId(object.text("IdNL"))
                .at(object.text("EventDate"));
        switch (event) {
            case "SUBSCRIBE" -> draft.event(Kind.SUBSCRIBE);
            case "UNSUBSCRIBE", "DELETE" -> draft.event(Kind.UNSUBSCRIBE).kind(event.equals("DELETE") ? "deleted" : "");
            case "DELIVERY" -> draft.event(Kind.DELIVERED);
            case "OPEN" -> draft.event(Kind.OPEN);
            case "CLICK" -> draft.event(Kind.CLICK);
            case "BOUNCE" -> draft.bounce(false);
            default -> {
                return Provider.unknown(event);
            }
        }
        account.event(draft.reason(object.text("Reason")).done());
        return "";
    }
}
