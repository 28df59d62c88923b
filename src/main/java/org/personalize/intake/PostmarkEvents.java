package org.personalize.intake;

import java.util.List;
import java.util.Set;
import org.personalize.history.Kind;

/** Postmark's webhooks, known by their {@code RecordType}, and the list of its bounces API. */
final class PostmarkEvents implements Provider {

    private static final Set<String> HARD = Set.of("HardBounce", "BadEmailAddress");

    private final Signs signs;

    PostmarkEvents(Signs signs) {
        this.signs = signs;
    }

    @Override
    public Form form() {
        return Form.POSTMARK;
    }

    @Override
    public List<String> names() {
        return List.of(
                "RecordType",
                "ID",
                "Type",
                "TypeCode",
                "MessageID",
                "Email",
                "Recipient",
                "BouncedAt",
                "DeliveredAt",
                "ReceivedAt",
                "ChangedAt",
                "Tag",
                "Metadata.campaign",
                "Metadata.person",
                "Metadata.message",
                "Description",
                "Details",
                "OriginalLink",
                "UserAgent",
                "Client.Name",
                "SuppressSending",
                "SuppressionReason",
                "Origin");
    }

    @Override
    public boolean knows(JsonObject object) {
        return object.has("MessageID") && (object.has("RecordType") || object.has("TypeCode"));
    }

    @Override
    public String read(JsonObject object, long line, Account account) {
        JsonObject own = object.object("Metadata");
        Draft draft = new Draft(Form.POSTMARK, line)
                .email(object.text("Recipient", "Email"))
                .metadata(own.text("campaign"), own.text("person"), own.text("message"))
                .campaign(own.text("campaign", "").isEmpty() ? object.text("Tag") : "")
                .relayId(object.text("MessageID"))
                .id(object.text("ID"));
        String type = object.has("RecordType") ? object.text("RecordType") : "Bounce";
        switch (type) {
            case "Delivery" -> draft.event(Kind.DELIVERED).at(object.text("DeliveredAt"));
            case "Bounce" -> bounce(draft.at(object.text("BouncedAt")), object);
            case "SpamComplaint" -> draft.event(Kind.COMPLAINT).at(object.text("BouncedAt"));
            case "Open" -> react(draft, Kind.OPEN, object);
            case "Click" -> react(draft, Kind.CLICK, object);
            case "SubscriptionChange" -> subscription(draft.at(object.text("ChangedAt")), object);
            default -> {
                return Provider.unknown(type);
            }
        }
        account.event(draft.done());
        return "";
    }

    private void react(Draft draft, Kind kind, JsonObject object) {
        draft.event(kind)
                .at(object.text("ReceivedAt"))
                .item(object.text("OriginalLink"))
                .reaction(signs.of(kind, "", object.text("UserAgent")));
    }

    private static void bounce(Draft draft, JsonObject object) {
        String type = object.text("Type");
        String said = object.text("Details", "Description");
        draft.reason(said.isEmpty() ? type : type + ": " + said);
        switch (type) {
            case "Unsubscribe" -> draft.event(Kind.UNSUBSCRIBE);
            case "Subscribe" -> draft.event(Kind.SUBSCRIBE);
            case "SpamComplaint" -> draft.event(Kind.COMPLAINT);
            case "AutoResponder", "AddressChange", "ChallengeVerification", "OpenRelayTest" ->
                draft.event("auto_reply");
            default ->
                draft.bounce(HARD.contains(type) && (BounceRule.isSilent("", said) || BounceRule.isHard("", said, "")));
        }
    }

    /** Postmark also stops writing to somebody because of a bounce or a complaint, and says so here. */
    private static void subscription(Draft draft, JsonObject object) {
        if (!object.is("SuppressSending")) {
            draft.event(Kind.SUBSCRIBE);
            return;
        }
        String why = object.text("SuppressionReason");
        draft.reason(why);
        switch (why) {
            case "HardBounce" -> draft.bounce(true);
            case "SpamComplaint" -> draft.event(Kind.COMPLAINT);
            default -> draft.event(Kind.UNSUBSCRIBE);
        }
    }
}
