package org.personalize.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.personalize.history.Kind;

/**
 * Amazon SES: notifications ({@code notificationType}) and event publishing ({@code eventType}), which share their parts.
 * What wraps them, as SNS, EventBridge and Lambda do, is taken off before.
 */
final class SesEvents implements Provider {

    private static final Set<String> NOBODY_THERE = Set.of("NoEmail", "Suppressed", "OnAccountSuppressionList");

    private final Signs signs;

    SesEvents(Signs signs) {
        this.signs = signs;
    }

    @Override
    public Form form() {
        return Form.SES;
    }

    @Override
    public List<String> names() {
        return List.of(
                "notificationType",
                "eventType",
                "mail.messageId",
                "mail.timestamp",
                "mail.destination",
                "mail.commonHeaders.messageId",
                "mail.tags.campaign",
                "mail.tags.person",
                "mail.tags.message",
                "bounce.bounceType",
                "bounce.bounceSubType",
                "bounce.timestamp",
                "bounce.feedbackId",
                "bounce.bouncedRecipients.emailAddress",
                "bounce.bouncedRecipients.status",
                "bounce.bouncedRecipients.diagnosticCode",
                "complaint.timestamp",
                "complaint.feedbackId",
                "complaint.complaintFeedbackType",
                "complaint.complainedRecipients.emailAddress",
                "delivery.timestamp",
                "delivery.recipients",
                "open.timestamp",
                "open.userAgent",
                "click.timestamp",
                "click.userAgent",
                "click.link",
                "reject.reason",
                "failure.errorMessage",
                "deliveryDelay.timestamp",
                "deliveryDelay.delayType",
                "deliveryDelay.delayedRecipients.emailAddress",
                "subscription.timestamp",
                "subscription.newTopicPreferences.unsubscribeAll",
                "subscription.newTopicPreferences.topicSubscriptionStatus.subscriptionStatus");
    }

    @Override
    public boolean knows(JsonObject object) {
        return object.has("mail") && (object.has("eventType") || object.has("notificationType"));
    }

    @Override
    public String read(JsonObject object, long line, Account account) {
        var reading = new Reading(object, line, account);
        String type = object.text("eventType", "notificationType");
        switch (type.toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "bounce" -> reading.bounces();
            case "complaint" -> reading.complaints();
            case "delivery" ->
                reading.each(
                        object.object("delivery").texts("recipients"), Kind.DELIVERED, object.object("delivery"), "");
            case "send" -> reading.each(reading.mail.texts("destination"), Kind.SENT, reading.mail, "");
            case "open" -> reading.reaction(Kind.OPEN, object.object("open"));
            case "click" -> reading.reaction(Kind.CLICK, object.object("click"));
            case "deliverydelay" -> reading.delays();
            case "reject" -> reading.named("rejected", object.object("reject").text("reason"));
            case "renderingfailure" ->
                reading.named("rejected", object.object("failure").text("errorMessage"));
            case "subscription" -> reading.subscription();
            default -> {
                return Provider.unknown(type);
            }
        }
        return "names nobody";
    }

    /** One object being read. */
    private final class Reading {
        private final JsonObject object;
        private final JsonObject mail;
        private final long line;
        private final Account account;

        Reading(JsonObject object, long line, Account account) {
            this.object = object;
            this.mail = object.object("mail");
            this.line = line;
            this.account = account;
        }

        private Draft draft(JsonObject part) {
            JsonObject tags = mail.object("tags");
            String moment = part.text("timestamp");
            return new Draft(Form.SES, line)
                    .metadata(tags.text("campaign"), tags.text("person"), tags.text("message"))
                    .messageId(mail.object("commonHeaders").text("messageId"))
                    .relayId(mail.text("messageId"))
                    .at(moment.isEmpty() ? mail.text("timestamp") : moment)
                    .id(part.text("feedbackId"));
        }

        void each(List<String> addresses, Kind kind, JsonObject part, String reason) {
            for (String address : addresses) {
                account.event(
                        draft(part).event(kind).email(address).reason(reason).done());
            }
        }

        void bounces() {
            JsonObject bounce = object.object("bounce");
            String type = bounce.text("bounceType");
            String why = (type + " " + bounce.text("bounceSubType")).strip();
            for (JsonObject who : bounce.objects("bouncedRecipients")) {
                String said = who.text("diagnosticCode");
                account.event(draft(bounce)
                        .bounce(isHard(type, bounce.text("bounceSubType"), who.text("status"), said))
                        .email(who.text("emailAddress"))
                        .reason(said.isEmpty() ? why : why + ": " + said)
                        .done());
            }
        }

        private boolean isHard(String type, String subType, String status, String said) {
            if (!type.equals("Permanent")) {
                return false;
            }
            return NOBODY_THERE.contains(subType)
                    || (BounceRule.isSilent(status, said)
                            ? subType.equals("General")
                            : BounceRule.isHard(status, said, ""));
        }

        void complaints() {
            JsonObject complaint = object.object("complaint");
            String type = complaint.text("complaintFeedbackType");
            for (JsonObject who : complaint.objects("complainedRecipients")) {
                Draft draft = draft(complaint).email(who.text("emailAddress")).kind(type);
                account.event((type.equals("not-spam") ? draft.event("not_spam") : draft.event(Kind.COMPLAINT)).done());
            }
        }

        void delays() {
            JsonObject delay = object.object("deliveryDelay");
            for (JsonObject who : delay.objects("delayedRecipients")) {
                account.event(draft(delay)
                        .event("deferred")
                        .email(who.text("emailAddress"))
                        .reason(delay.text("delayType"))
                        .done());
            }
        }

        void reaction(Kind kind, JsonObject part) {
            account.event(draft(part)
                    .event(kind)
                    .email(only())
                    .item(part.text("link"))
                    .reaction(signs.of(kind, "", part.text("userAgent")))
                    .done());
        }

        /** Of several addresses none can be named. */
        private String only() {
            List<String> all = mail.texts("destination");
            return all.size() == 1 ? all.get(0) : "";
        }

        void named(String name, String reason) {
            account.event(draft(mail).event(name).email(only()).reason(reason).done());
        }

        void subscription() {
            JsonObject part = object.object("subscription");
            JsonObject wishes = part.object("newTopicPreferences");
            boolean isOut = wishes.is("unsubscribeAll")
                    || wishes.objects("topicSubscriptionStatus").stream()
                            .anyMatch(topic -> topic.text("subscriptionStatus").equalsIgnoreCase("OptOut"));
            account.event(draft(part)
                    .event(isOut ? Kind.UNSUBSCRIBE : Kind.SUBSCRIBE)
                    .email(only())
                    .done());
        }
    }
}
