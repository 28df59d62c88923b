package org.personalize.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalize.history.Reader;

class ProvidersTest {

    private static String sendgrid(String event, String more) {
        return "{\"email\":\"jo@shop.example\",\"timestamp\":1772434800,\"smtp-id\":\"<abc@acme.example>\",\"event\":\""
                + event
                + "\",\"category\":[\"spring-sale\"],\"sg_event_id\":\"e-" + event
                + "\",\"sg_message_id\":\"sg-1.filter\","
                + "\"campaign\":\"spring-sale\",\"person\":\"p1\",\"message\":\"m1\"" + more + "}";
    }

    @Test
    void sendGridsEventsAreUnderstoodInAnArrayAndLineByLine() {
        List<String> all = List.of(
                sendgrid("processed", ""),
                sendgrid("delivered", ",\"response\":\"250 OK\""),
                sendgrid("deferred", ",\"response\":\"400 try again later\",\"attempt\":\"5\""),
                sendgrid("bounce", ",\"type\":\"bounce\",\"status\":\"5.1.1\",\"reason\":\"550 5.1.1 no such user\""),
                sendgrid("bounce", ",\"type\":\"blocked\",\"status\":\"5.7.1\",\"reason\":\"550 5.7.1 spam\""),
                sendgrid("bounce", ",\"type\":\"bounce\",\"status\":\"5.0.0\",\"reason\":\"500 unknown recipient\""),
                sendgrid("dropped", ",\"reason\":\"Bounced Address\",\"status\":\"5.0.0\""),
                sendgrid("dropped", ",\"reason\":\"Unsubscribed Address\""),
                sendgrid("open", ",\"useragent\":\"Mozilla/5.0 (iPhone)\",\"sg_machine_open\":false"),
                sendgrid("open", ",\"useragent\":\"Mozilla/5.0\",\"sg_machine_open\":true"),
                sendgrid("click", ",\"url\":\"https://acme.example/t\",\"url_offset\":{\"index\":0,\"type\":\"html\"}"),
                sendgrid("spamreport", ""),
                sendgrid("unsubscribe", ""),
                sendgrid("group_unsubscribe", ",\"asm_group_id\":10"),
                sendgrid("account_status_change", ""));
        Taken lines = Taken.of(String.join("\n", all));
        Taken array = Taken.of("[\n" + String.join(",\n", all) + "\n]\n");
        Taken oneLine = Taken.of("[" + String.join(",", all) + "]");
        assertThat(lines.events().stream().map(e -> (e.word() + " " + e.kind()).strip()))
                .containsExactly(
                        "sent",
                        "delivered",
                        "deferred",
                        "bounce hard",
                        "bounce soft",
                        "bounce hard",
                        "bounce hard",
                        "unsubscribe",
                        "open",
                        "open",
                        "click",
                        "complaint",
                        "unsubscribe",
                        "unsubscribe group");
        assertThat(lines.events().get(9).reaction().reader()).isEqualTo(Reader.MACHINE);
        assertThat(lines.events().get(8).reaction().reader()).isEqualTo(Reader.HUMAN);
        assertThat(withoutLines(array)).isEqualTo(withoutLines(lines)).isEqualTo(withoutLines(oneLine));
        assertThat(array.events().get(0).line()).isEqualTo(2);
        assertThat(lines.account().mostly()).contains(Form.SENDGRID);
        assertThat(lines.events().get(0).trace().campaign()).isEqualTo("spring-sale");
    }

    private static List<Returned> withoutLines(Taken taken) {
        return taken.events().stream()
                .map(event -> event.within(Form.SENDGRID, 0))
                .toList();
    }

    private static String mailgun(String event, String more) {
        return "{\"event\":\"" + event + "\",\"id\":\"mg-1\",\"timestamp\":1772434800.937,\"log-level\":\"info\","
                + "\"recipient\":\"jo@shop.example\",\"message\":{\"headers\":{\"message-id\":\"abc@acme.example\",\"to\":\"Jo\"}},"
                + "\"user-variables\":{\"campaign\":\"spring-sale\",\"person\":\"p1\",\"message\":\"m1\"},\"tags\":[\"spring-sale\"]"
                + more + "}";
    }

    private static String webhook(String event) {
        return "{\"signature\":{\"timestamp\":\"1772434800\",\"token\":\"t\",\"signature\":\"s\"},\"event-data\":"
                + event + "}";
    }

    @Test
    void mailgunsEventsAreUnderstoodFromWebhooksAndFromPagesOfTheApi() {
        String failed = ",\"severity\":\"permanent\",\"reason\":\"bounce\",\"delivery-status\":{\"code\":550,"
                + "\"enhanced-code\":\"5.1.1\",\"message\":\"5.1.1 The email account that you tried to reach does not exist\"}";
        String full =
                ",\"severity\":\"temporary\",\"reason\":\"generic\",\"delivery-status\":{\"code\":452,\"message\":\"full\"}";
        String old =
                ",\"severity\":\"permanent\",\"reason\":\"old\",\"delivery-status\":{\"code\":602,\"message\":\"Too old\"}";
        String suppressed =
                ",\"severity\":\"permanent\",\"reason\":\"suppress-bounce\",\"delivery-status\":{\"code\":605,"
                        + "\"message\":\"\",\"description\":\"Not delivering to previously bounced address\"}";
        String client =
                ",\"client-info\":{\"client-type\":\"mobile browser\",\"user-agent\":\"Mozilla/5.0 (iPhone)\",\"bot\":\"%s\"}";
        List<String> all = List.of(
                mailgun("accepted", ""),
                mailgun("delivered", ""),
                mailgun("failed", failed),
                mailgun("failed", full),
                mailgun("failed", old),
                mailgun("failed", suppressed),
                mailgun("opened", client.formatted("apple")),
                mailgun("clicked", client.formatted("") + ",\"url\":\"https://acme.example/t\""),
                mailgun("clicked", client.formatted("generic")),
                mailgun("unsubscribed", ""),
                mailgun("complained", ""),
                mailgun("rejected", ""));
        Taken hooks = Taken.of(
                String.join("\n", all.stream().map(ProvidersTest::webhook).toList()));
        Taken page =
                Taken.of("{\"items\":[" + String.join(",", all) + "],\"paging\":{\"next\":\"https://api.example\"}}");
        assertThat(hooks.events().stream().map(e -> (e.word() + " " + e.kind()).strip()))
                .containsExactly(
                        "sent",
                        "delivered",
                        "bounce hard",
                        "deferred",
                        "bounce soft",
                        "bounce hard",
                        "open",
                        "click",
                        "click",
                        "unsubscribe",
                        "complaint",
                        "rejected");
        assertThat(hooks.events().stream()
                        .map(e -> e.reaction().reader())
                        .toList()
                        .subList(6, 9))
                .containsExactly(Reader.MACHINE, Reader.HUMAN, Reader.MACHINE);
        assertThat(withoutLines(page)).isEqualTo(withoutLines(hooks));
        assertThat(hooks.account().mostly()).contains(Form.MAILGUN);
        assertThat(hooks.events().get(0).cells())
                .containsExactly(
                        "1",
                        "jo@shop.example",
                        "",
                        "spring-sale",
                        "abc@acme.example",
                        "sent",
                        "",
                        "2026-03-02T07:00:00Z",
                        "",
                        "",
                        "no",
                        "");
    }

    @Test
    void postmarksWebhooksAreUnderstood() {
        String own =
                ",\"MessageID\":\"pm-1\",\"Tag\":\"spring-sale\",\"Metadata\":{\"campaign\":\"spring-sale\",\"person\":\"p1\",\"message\":\"m1\"}}";
        Taken taken = Taken.of(String.join(
                "\n",
                "{\"RecordType\":\"Delivery\",\"Recipient\":\"jo@shop.example\",\"DeliveredAt\":\"2026-03-02T07:00:00.1234567Z\""
                        + own,
                "{\"RecordType\":\"Bounce\",\"ID\":42,\"Type\":\"HardBounce\",\"TypeCode\":1,\"Email\":\"jo@shop.example\",\"Details\":\"smtp;550 5.1.1 unknown\",\"BouncedAt\":\"2026-03-02T08:00:00+01:00\",\"Content\":\"…\""
                        + own,
                "{\"RecordType\":\"Bounce\",\"Type\":\"SoftBounce\",\"Email\":\"jo@shop.example\",\"BouncedAt\":\"2026-03-02T07:00:00Z\""
                        + own,
                "{\"RecordType\":\"Bounce\",\"Type\":\"AutoResponder\",\"Email\":\"jo@shop.example\",\"BouncedAt\":\"2026-03-02T07:00:00Z\""
                        + own,
                "{\"RecordType\":\"SpamComplaint\",\"Type\":\"SpamComplaint\",\"Email\":\"jo@shop.example\",\"BouncedAt\":\"2026-03-02T07:00:00Z\""
                        + own,
                "{\"RecordType\":\"Open\",\"FirstOpen\":true,\"UserAgent\":\"GoogleImageProxy\",\"Recipient\":\"jo@shop.example\",\"ReceivedAt\":\"2026-03-02T07:00:00Z\""
                        + own,
                "{\"RecordType\":\"Click\",\"OriginalLink\":\"https://acme.example/t\",\"Recipient\":\"jo@shop.example\",\"ReceivedAt\":\"2026-03-02T07:00:00Z\""
                        + own,
                "{\"RecordType\":\"SubscriptionChange\",\"Recipient\":\"jo@shop.example\",\"SuppressSending\":true,\"SuppressionReason\":\"ManualSuppression\",\"ChangedAt\":\"2026-03-02T07:00:00Z\""
                        + own,
                "{\"RecordType\":\"SubscriptionChange\",\"Recipient\":\"jo@shop.example\",\"SuppressSending\":false,\"SuppressionReason\":null,\"ChangedAt\":\"2026-03-02T07:00:00Z\""
                        + own));
        assertThat(taken.told())
                .containsExactly(
                        "1 delivered jo@shop.example",
                        "2 bounce hard jo@shop.example",
                        "3 bounce soft jo@shop.example",
                        "4 auto_reply jo@shop.example",
                        "5 complaint jo@shop.example",
                        "6 open jo@shop.example",
                        "7 click jo@shop.example",
                        "8 unsubscribe jo@shop.example",
                        "9 subscribe jo@shop.example");
        assertThat(taken.events()).allSatisfy(e -> assertThat(e.second()).isEqualTo(1772434800));
        assertThat(taken.events().get(5).reaction().reader()).isEqualTo(Reader.UNKNOWN);
    }

    @Test
    void brevosWebhooksAreUnderstoodWithWhatOurHeaderSaid() {
        String own =
                ",\"email\":\"jo@shop.example\",\"id\":7,\"date\":\"2026-03-02 08:00:00\",\"ts\":1,\"ts_event\":1772434800,"
                        + "\"message-id\":\"<abc@acme.example>\",\"tags\":[\"spring-sale\"],"
                        + "\"X-Mailin-custom\":\"campaign:spring-sale|person:p1|message:m1\"}";
        Taken taken = Taken.of(String.join(
                "\n",
                "{\"event\":\"request\"" + own,
                "{\"event\":\"delivered\"" + own,
                "{\"event\":\"hard_bounce\",\"reason\":\"550 5.1.1 unknown user\"" + own,
                "{\"event\":\"soft_bounce\",\"reason\":\"mailbox full\"" + own,
                "{\"event\":\"invalid_email\"" + own,
                "{\"event\":\"unique_opened\"" + own,
                "{\"event\":\"proxy_open\"" + own,
                "{\"event\":\"click\",\"link\":\"https://acme.example/t\"" + own,
                "{\"event\":\"spam\"" + own,
                "{\"event\":\"unsubscribed\"" + own));
        assertThat(taken.told())
                .containsExactly(
                        "1 sent jo@shop.example",
                        "2 delivered jo@shop.example",
                        "3 bounce hard jo@shop.example",
                        "4 bounce soft jo@shop.example",
                        "5 bounce hard jo@shop.example",
                        "6 open jo@shop.example",
                        "7 open jo@shop.example",
                        "8 click jo@shop.example",
                        "9 complaint jo@shop.example",
                        "10 unsubscribe jo@shop.example");
        assertThat(taken.events().get(0).trace())
                .isEqualTo(
                        new Trace("jo@shop.example", "", "spring-sale", "abc@acme.example", "", "p1", "m1", List.of()));
        assertThat(taken.events()).allSatisfy(e -> assertThat(e.second()).isEqualTo(1772434800));
    }

    @Test
    void providersMayTakeTurnsInOneFile() {
        Taken taken = Taken.of(String.join(
                "\n",
                sendgrid("delivered", ""),
                webhook(mailgun("complained", "")),
                "{\"some\":\"thing\"}",
                "{\"half\":\"writ",
                sendgrid("click", "")));
        assertThat(taken.told())
                .containsExactly(
                        "1 delivered jo@shop.example", "2 complaint jo@shop.example", "5 click jo@shop.example");
        assertThat(taken.account().understood())
                .containsEntry(Form.SENDGRID, 2L)
                .containsEntry(Form.MAILGUN, 1L);
        assertThat(taken.account().ignored()).containsEntry("JSON of no provider that is known", 1L);
        assertThat(taken.account().places()).containsExactly(new Account.Place(4, "no complete JSON"));
        assertThat(taken.account().records()).isEqualTo(5);
    }

    @Test
    void anEventThatHoldsAListOfItsOwnIsNoPage() {
        Taken taken = Taken.of(sendgrid("click", ",\"items\":[\"a\",{\"b\":1}]"));
        assertThat(taken.told()).containsExactly("1 click jo@shop.example");
    }

    @Test
    void whatAFileSaysReachesNoTerminalUnfiltered() {
        Taken taken = Taken.of(sendgrid("\\u001b[31m" + "x".repeat(500), ""));
        assertThat(taken.account().ignored().keySet())
                .allSatisfy(
                        reason -> assertThat(reason).doesNotContain("\u001b").hasSizeLessThan(120));
    }

    @Test
    void aListOfPlainValuesIsForeign() {
        for (String text : List.of(
                "[\"a@b.example\",\"c@d.example\"]",
                "[\n\"a@b.example\",\n\"c@d.example\"\n]\n",
                "[[\"a@b.example\"],[\"c@d.example\"]]",
                "{\"emails\":[\"a@b.example\",\"c@d.example\"]}",
                "[1,2]")) {
            Account account = Taken.of(text).account();
            assertThat(account.isForeign()).as(text).isTrue();
            assertThat(account.ignored()).as(text).containsEntry("JSON of no provider that is known", 2L);
        }
    }

    @Test
    void aProviderThatHasNothingToTellIsNotForeign() {
        for (String text : List.of("[]", "[[]]", "{\"items\":[],\"paging\":{}}", "{\"items\":[]}")) {
            Account account = Taken.of(text).account();
            assertThat(account.isForeign()).as(text).isFalse();
            assertThat(account.records()).as(text).isZero();
        }
    }

    @Test
    void plainValuesBesideWhatAnEventSaysAreNoRecords() {
        String event = sendgrid("open", ",\"items\":[\"tent-7\",\"boots-1\"]");
        assertThat(Taken.of(event).account().records()).isEqualTo(1);
    }
}
