package org.personalize.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.personalize.history.Kind;
import org.personalize.history.Reaction;
import org.personalize.history.Reader;

class SesEventsTest {

    private static final String MAIL = """
            "mail":{"timestamp":"2026-03-02T07:00:01.123Z","source":"news@acme.example","messageId":"0100-ses-1",
            "destination":["jo@shop.example"],"headersTruncated":false,
            "headers":[{"name":"Message-ID","value":"<x@acme.example>"}],
            "commonHeaders":{"messageId":"<abc@acme.example>","subject":"Spring"},
            "tags":{"ses:configuration-set":["main"],"campaign":["spring-sale"],"person":["p1"],"message":["m1"]}}""".replace("\n", "");

    private static String event(String type, String part) {
        return "{\"eventType\":\"" + type + "\"," + MAIL + (part.isEmpty() ? "" : "," + part) + "}";
    }

    private static String bounce(String type, String subType, String status, String said) {
        return event(
                "Bounce",
                "\"bounce\":{\"bounceType\":\"" + type + "\",\"bounceSubType\":\"" + subType
                        + "\",\"timestamp\":\"2026-03-02T07:00:05Z\",\"feedbackId\":\"f-1\",\"bouncedRecipients\":"
                        + "[{\"emailAddress\":\"jo@shop.example\",\"action\":\"failed\",\"status\":\"" + status
                        + "\",\"diagnosticCode\":\"" + said + "\"}]}");
    }

    @Test
    void anEventSaysWhoseItIsAndWhichMailItIsAbout() {
        Returned bounce = Taken.of(bounce("Permanent", "General", "5.1.1", "smtp; 550 5.1.1 user unknown"))
                .only();
        assertThat(bounce.trace())
                .isEqualTo(new Trace(
                        "jo@shop.example",
                        "",
                        "spring-sale",
                        "abc@acme.example",
                        "0100-ses-1",
                        "p1",
                        "m1",
                        java.util.List.of()));
        assertThat(bounce.isHardBounce()).isTrue();
        assertThat(Instant.ofEpochSecond(bounce.second())).isEqualTo("2026-03-02T07:00:05Z");
        assertThat(bounce.id()).isEqualTo("f-1");
    }

    @Test
    void aPermanentBounceIsHardUnlessItsOwnCodesSaySomethingElse() {
        assertThat(Taken.of(bounce("Permanent", "General", "", "")).only().kind())
                .isEqualTo("hard");
        assertThat(Taken.of(bounce("Permanent", "General", "5.7.1", "smtp; 550 5.7.1 spam"))
                        .only()
                        .kind())
                .isEqualTo("soft");
        assertThat(Taken.of(bounce("Permanent", "Suppressed", "5.1.1", "on the suppression list"))
                        .only()
                        .kind())
                .isEqualTo("hard");
        assertThat(Taken.of(bounce("Transient", "MailboxFull", "5.2.2", "mailbox full"))
                        .only()
                        .kind())
                .isEqualTo("soft");
        assertThat(Taken.of(bounce("Undetermined", "Undetermined", "", ""))
                        .only()
                        .kind())
                .isEqualTo("soft");
    }

    @Test
    void allKindsOfEventsAreKnown() {
        String lines = String.join(
                "\n",
                event("Send", "\"send\":{}"),
                event(
                        "Delivery",
                        "\"delivery\":{\"timestamp\":\"2026-03-02T07:00:04Z\",\"recipients\":[\"jo@shop.example\"]}"),
                event(
                        "Open",
                        "\"open\":{\"timestamp\":\"2026-03-02T08:00:00Z\",\"userAgent\":\"Mozilla/5.0 (iPhone)\"}"),
                event(
                        "Click",
                        "\"click\":{\"timestamp\":\"2026-03-02T08:00:09Z\",\"userAgent\":\"Mozilla/5.0 (iPhone)\",\"link\":\"https://acme.example/tent\",\"linkTags\":null}"),
                event(
                        "Complaint",
                        "\"complaint\":{\"timestamp\":\"2026-03-02T09:00:00Z\",\"complaintFeedbackType\":\"abuse\",\"complainedRecipients\":[{\"emailAddress\":\"jo@shop.example\"}]}"),
                event("Reject", "\"reject\":{\"reason\":\"Bad content\"}"),
                event("Rendering Failure", "\"failure\":{\"errorMessage\":\"x\"}"),
                event(
                        "DeliveryDelay",
                        "\"deliveryDelay\":{\"timestamp\":\"2026-03-02T09:00:00Z\",\"delayType\":\"MailboxFull\",\"delayedRecipients\":[{\"emailAddress\":\"jo@shop.example\"}]}"),
                event(
                        "Subscription",
                        "\"subscription\":{\"timestamp\":\"2026-03-02T09:00:00Z\",\"newTopicPreferences\":{\"unsubscribeAll\":true}}"),
                event("Whatever", ""));
        Taken taken = Taken.of(lines);
        assertThat(taken.told())
                .containsExactly(
                        "1 sent jo@shop.example",
                        "2 delivered jo@shop.example",
                        "3 open jo@shop.example",
                        "4 click jo@shop.example",
                        "5 complaint abuse jo@shop.example",
                        "6 rejected jo@shop.example",
                        "7 rejected jo@shop.example",
                        "8 deferred jo@shop.example",
                        "9 unsubscribe jo@shop.example");
        assertThat(taken.account().ignored()).containsEntry("an event that has no meaning here: Whatever", 1L);
        assertThat(taken.account().records()).isEqualTo(10);
        assertThat(taken.events().get(3).item()).isEqualTo("https://acme.example/tent");
    }

    @Test
    void aNotificationIsReadInItsEnvelopeAndWithoutIt() {
        String plain = bounce("Permanent", "NoEmail", "", "").replace("eventType", "notificationType");
        String quoted = plain.replace("\\", "\\\\").replace("\"", "\\\"");
        String envelope = "{\"Type\":\"Notification\",\"MessageId\":\"sns-1\",\"TopicArn\":\"arn:x\",\"Message\":\""
                + quoted + "\",\"Timestamp\":\"2026-03-02T07:00:06Z\"}";
        String bridge =
                "{\"version\":\"0\",\"detail-type\":\"Email Bounced\",\"source\":\"aws.ses\",\"detail\":" + plain + "}";
        String lambda = "{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"Type\":\"Notification\",\"Message\":\""
                + quoted + "\"}}]}";
        String confirmation = "{\"Type\":\"SubscriptionConfirmation\",\"Message\":\"You have chosen\"}";
        Taken taken = Taken.of(String.join("\n", plain, envelope, bridge, lambda, confirmation));
        assertThat(taken.told())
                .containsExactly(
                        "1 bounce hard jo@shop.example",
                        "2 bounce hard jo@shop.example",
                        "3 bounce hard jo@shop.example",
                        "4 bounce hard jo@shop.example");
        assertThat(taken.account().ignored()).hasSize(1);
    }

    @Test
    void envelopesWithinEnvelopesAreOpenedAFewTimesHoweverManyThereAre() {
        String event = bounce("Permanent", "NoEmail", "", "");
        var text = new StringBuilder();
        for (int line = 1; line <= 4; line++) {
            String whole = event;
            for (int i = 0; i < line + 1; i++) {
                whole = "{\"Type\":\"Notification\",\"Message\":\""
                        + whole.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
            }
            text.append((whole + '\n').repeat(3));
        }
        Taken taken = Taken.of(text.toString());
        assertThat(taken.told()).hasSize(9).allMatch(told -> told.endsWith(" bounce hard jo@shop.example"));
        assertThat(taken.account().ignored()).containsExactly(entry("a notification that carries no event", 3L));
    }

    @Test
    void anOpenByAProgramIsAMachines() {
        Taken taken = Taken.of(event(
                "Open", "\"open\":{\"timestamp\":\"2026-03-02T07:00:04Z\",\"userAgent\":\"Barracuda Sentinel (EE)\"}"));
        assertThat(taken.only().reaction()).isEqualTo(Reaction.AGENT);
        assertThat(taken.only().reaction().reader()).isEqualTo(Reader.MACHINE);
        assertThat(taken.only().event()).isEqualTo(Kind.OPEN);
    }
}
