package org.personalize.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.EventMapping;
import org.personalize.problem.InputProblem;

class TablesTest {

    private static List<String> cells(Taken taken) {
        return taken.events().stream()
                .map(e -> String.join(",", e.cells()).replaceAll(",+$", ""))
                .toList();
    }

    @Test
    void ourOwnEventsAreReadAsTheyAre() {
        Taken taken = Taken.of("""
                customer_id,event,timestamp,item_id,value,campaign,kind
                c1,purchase,2026-03-02T08:00:00+01:00,tent-7,199.50,spring,
                ann@shop.example,click,2026-03-02T07:00:00Z,,,spring,
                c2,bounce,2026-03-02T07:00:00Z,,,spring,
                c3,soft bounce,2026-03-02T07:00:00Z,,,spring,
                c4,browsed,2026-03-02T07:00:00Z,,,,
                ,click,2026-03-02T07:00:00Z,,,,
                """);
        assertThat(cells(taken))
                .containsExactly(
                        "2,,c1,spring,,purchase,,2026-03-02T07:00:00Z,tent-7,199.50,no",
                        "3,ann@shop.example,ann@shop.example,spring,,click,,2026-03-02T07:00:00Z,,,no",
                        "4,,c2,spring,,bounce,hard,2026-03-02T07:00:00Z,,,no",
                        "5,,c3,spring,,bounce,soft,2026-03-02T07:00:00Z,,,no",
                        "6,,c4,,,browsed,,2026-03-02T07:00:00Z,,,no");
        assertThat(taken.account().mostly()).contains(Form.EVENTS);
        assertThat(taken.account().ignored()).containsEntry("a row without an address or a customer's id", 1L);
    }

    @Test
    void aMomentThatCannotBeReadIsNoEventUnlessSomebodyLeft() {
        Taken taken = Taken.of("""
                customer_id,event,timestamp
                c1,purchase,11/12/2025 19:33
                c2,unsubscribe,11/12/2025 19:33
                c3,purchase,21.11.2025 19:33
                """);
        assertThat(cells(taken))
                .containsExactly("3,,c2,,,unsubscribe,,,,,no", "4,,c3,,,purchase,,2025-11-21T19:33:00Z,,,no");
        assertThat(taken.account().unreadableRecords()).isEqualTo(1);
    }

    @Test
    void purchasesOfTwoOrdersAreTwoWhereverTheyStand() {
        String header = "customer_id,event,timestamp,item_id,order_id,name\n";
        Returned first = Taken.of(header + "c1,purchase,2026-03-02T08:00:00Z,tent-7,o1,Jo\n")
                .only();
        Returned second = Taken.of(header + "c1,purchase,2026-03-02T08:00:00Z,tent-7,o2,Jo\n")
                .only();
        assertThat(List.of(first.order(), second.order())).containsExactly("o1", "o2");
        assertThat(new EventKeys().of(first)).isNotEqualTo(new EventKeys().of(second));
        Returned nameless = Taken.of("customer_id,event,timestamp,name\nc1,purchase,2026-03-02T08:00:00Z,Jo\n")
                .only();
        assertThat(nameless.order()).isEmpty();
    }

    @Test
    void mailchimpsListsTellWhoLeftAndWhoWasCleaned() {
        Taken left = Taken.of("Email Address,First Name,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,OPTIN_TIME\n"
                + "jo@shop.example,Jo,2026-03-02 07:00:00,Spring,2020-01-01 00:00:00\n");
        assertThat(cells(left)).containsExactly("2,jo@shop.example,,,,unsubscribe,,2026-03-02T07:00:00Z,,,no");
        Taken cleaned = Taken.of("Email Address,CLEAN_TIME\njo@shop.example,2026-03-02 07:00:00\n");
        assertThat(cleaned.told()).containsExactly("2 bounce hard jo@shop.example");
        assertThat(cleaned.account().mostly()).contains(Form.MAILCHIMP);
    }

    @Test
    void klaviyosSuppressionsTellWhy() {
        Taken taken = Taken.of("""
                Email,Suppression Reason,Suppression Timestamp
                a@shop.example,UNSUBSCRIBE,2026-03-02T07:00:00Z
                b@shop.example,HARD_BOUNCE,2026-03-02T07:00:00Z
                c@shop.example,SPAM_COMPLAINT,2026-03-02T07:00:00Z
                d@shop.example,,
                """);
        assertThat(taken.told())
                .containsExactly(
                        "2 unsubscribe a@shop.example", "3 bounce hard b@shop.example", "4 complaint c@shop.example");
    }

    @Test
    void shopifysOrdersAreOneEventForEachLine() {
        Taken taken = Taken.of("""
                Name,Email,Financial Status,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku
                #1001,jo@shop.example,paid,59.70,2026-03-02 08:00:00 +0100,2,Rope,19.90,rope-1
                #1001,jo@shop.example,,,,1,Hook,19.90,
                #1002,ann@shop.example,voided,10.00,2026-03-02 08:00:00 +0100,1,Rope,10.00,rope-1
                """);
        assertThat(cells(taken))
                .containsExactly(
                        "2,jo@shop.example,,,,purchase,,2026-03-02T07:00:00Z,rope-1,39.80,no",
                        "3,jo@shop.example,,,,purchase,,2026-03-02T07:00:00Z,Hook,19.90,no");
        assertThat(taken.account().mostly()).contains(Form.SHOPIFY);
    }

    @Test
    void whatWasRefundedOfAnOrderIsTakenOffOnce() {
        String header = "Name,Email,Financial Status,Total,Refunded Amount,Created at,Lineitem quantity,Lineitem price,"
                + "Lineitem sku\n";
        Taken part = Taken.of(header + """
                #1001,jo@shop.example,partially_refunded,39.80,5.50,2026-03-02 08:00:00 +0100,1,19.90,rope-1
                #1001,jo@shop.example,,,,,1,19.90,hook-2
                #1002,ann@shop.example,paid,10.00,0.00,2026-03-02 08:00:00 +0100,1,10.00,rope-1
                """);
        assertThat(cells(part))
                .containsExactly(
                        "2,jo@shop.example,,,,purchase,,2026-03-02T07:00:00Z,rope-1,19.90,no",
                        "2,jo@shop.example,,,,refund,,2026-03-02T07:00:00Z,,5.50,no",
                        "3,jo@shop.example,,,,purchase,,2026-03-02T07:00:00Z,hook-2,19.90,no",
                        "4,ann@shop.example,,,,purchase,,2026-03-02T07:00:00Z,rope-1,10.00,no");
        assertThat(part.events().get(1).id()).isEqualTo("#1001");
        Taken whole = Taken.of(
                header + "#1001,jo@shop.example,refunded,19.90,19.90,2026-03-02 08:00:00 +0100,1,19.90,rope-1\n");
        assertThat(cells(whole))
                .containsExactly(
                        "2,jo@shop.example,,,,purchase,,2026-03-02T07:00:00Z,rope-1,19.90,no",
                        "2,jo@shop.example,,,,refund,,2026-03-02T07:00:00Z,rope-1,19.90,no");
    }

    @Test
    void ofAnOrderThatGrewAnotherStateThePurchaseIsTheSame() {
        String header = "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem price,Lineitem sku\n";
        String rest = ",2026-03-02 08:00:00 +0100,1,19.90,rope-1\n";
        Taken paid = Taken.of(header + "#1001,jo@shop.example,paid" + rest);
        Taken refunded = Taken.of(header + "#1001,jo@shop.example,refunded" + rest);
        assertThat(new EventKeys().of(paid.only()))
                .isEqualTo(new EventKeys().of(refunded.events().get(0)));
    }

    @Test
    void wooCommercesOrdersAreKnownByTheBillingAddress() {
        Taken taken = Taken.of("""
                Order Number,Order Status,Order Date,Email (Billing),SKU,Quantity,Item Cost
                17,wc-completed,2026-03-02 07:00:00,jo@shop.example,tent-7,1,199.50
                """);
        assertThat(cells(taken))
                .containsExactly("2,jo@shop.example,,,,purchase,,2026-03-02T07:00:00Z,tent-7,199.50,no");
        assertThat(taken.account().mostly()).contains(Form.WOOCOMMERCE);
    }

    @Test
    void wooCommercesLinesCountTheirPiecesAndOnlyWhatIsLeftOfThem() {
        Taken taken = Taken.of("""
                Order Number,Order Status,Order Date,Email (Billing),SKU,Quantity (- Refund),Item Cost,Order Total Amount
                17,completed,2026-03-02 07:00:00,jo@shop.example,wine,6,39.00,234
                18,completed,2026-03-02 07:00:00,jo@shop.example,wine,0,39.00,234
                19,completed,2026-03-02 07:00:00,ann@shop.example,wine,2,"1.039,50",2079
                20,refunded,2026-03-03 07:00:00,jo@shop.example,wine,6,39.00,234
                """);
        assertThat(cells(taken))
                .containsExactly(
                        "2,jo@shop.example,,,,purchase,,2026-03-02T07:00:00Z,wine,234.00,no",
                        "4,ann@shop.example,,,,purchase,,2026-03-02T07:00:00Z,wine,2079.00,no",
                        "5,jo@shop.example,,,,purchase,,2026-03-03T07:00:00Z,wine,234.00,no",
                        "5,jo@shop.example,,,,refund,,2026-03-03T07:00:00Z,wine,234.00,no");
    }

    @Test
    void theTotalOfAnOrderIsThatOfAllItsLines() {
        Taken taken = Taken.of("""
                Order Number,Order Status,Order Date,Email (Billing),SKU,Order Total Amount
                17,completed,2026-03-02 07:00:00,jo@shop.example,wine,50
                17,completed,2026-03-02 07:00:00,jo@shop.example,bread,50
                """);
        assertThat(cells(taken))
                .containsExactly(
                        "2,jo@shop.example,,,,purchase,,2026-03-02T07:00:00Z,wine,50,no",
                        "3,jo@shop.example,,,,purchase,,2026-03-02T07:00:00Z,bread,,no");
    }

    @Test
    void aMappingSaysWhatATableOfOnesOwnCallsThings() throws IOException {
        Path folder = Files.createTempDirectory("mapping");
        Path mapping = Files.writeString(folder.resolve("till.yaml"), """
                columns: {email: Wer, timestamp: Wann, event: Was, value: Betrag}
                events: {Kauf: purchase, Klick: click}
                fixed: {campaign: spring}
                time_zone: Europe/Berlin
                types: {timestamp: month/day/year}
                """);
        Path table = Files.writeString(folder.resolve("till.csv"), """
                Wer;Wann;Was;Betrag
                jo@shop.example;2026-03-02 08:00:00;Kauf;19,90
                jo@shop.example;2026-07-02 08:00:00;Klick;
                jo@shop.example;3/2/2026 8:00 AM;Besuch;
                """);
        var events = new ArrayList<Returned>();
        var manner = Manner.of(
                null, Pages.UNKNOWN, OptOutBox.UNKNOWN, ZoneOffset.UTC, EventMapping.read(mapping, "till.yaml"));
        Account account = Intake.read(table, manner, events::add);
        assertThat(cells(new Taken(events, account)))
                .containsExactly(
                        "2,jo@shop.example,,spring,,purchase,,2026-03-02T07:00:00Z,,19,90,no",
                        "3,jo@shop.example,,spring,,click,,2026-07-02T06:00:00Z,,,no",
                        "4,jo@shop.example,,spring,,Besuch,,2026-03-02T07:00:00Z,,,no");
        Files.writeString(mapping, "types: {timestamp: american}\n");
        assertThatThrownBy(() -> EventMapping.read(mapping, "till.yaml"))
                .hasMessageContaining("till.yaml:1:20: expected day/month/year or month/day/year, found \"american\"");
        Files.writeString(mapping, "columns: {emial: Wer}\n");
        assertThatThrownBy(() -> EventMapping.read(mapping, "till.yaml"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("till.yaml:1")
                .hasMessageContaining("email");
    }

    @Test
    void mailchimpsActivityIsOneEventForEachDeed() {
        Taken taken = Taken.of("""
                {"emails": [
                  {"campaign_id": "spring", "list_id": "l", "email_id": "e1", "email_address": "jo@shop.example", "activity": [
                    {"action": "open", "timestamp": "2026-03-02T07:00:00+00:00", "ip": "192.0.2.7"},
                    {"action": "click", "timestamp": "2026-03-02T07:01:00+00:00", "url": "https://shop.example/i1"},
                    {"action": "poke", "timestamp": "2026-03-02T07:01:00+00:00"}]},
                  {"campaign_id": "spring", "email_id": "e2", "email_address": "ann@shop.example", "activity": [
                    {"action": "bounce", "type": "hard", "timestamp": "2026-03-02T07:00:00+00:00"}]},
                  {"campaign_id": "spring", "email_id": "e3", "email_address": "bo@shop.example", "activity": []}
                ], "campaign_id": "spring", "total_items": 3}
                """);
        assertThat(taken.told())
                .containsExactly("5 open jo@shop.example", "5 click jo@shop.example", "7 bounce hard ann@shop.example");
        assertThat(taken.account().mostly()).contains(Form.MAILCHIMP_ACTIVITY);
        assertThat(taken.account().ignored()).containsEntry("a recipient who did nothing", 1L);
    }

    @Test
    void mailUpsWebhooksTellWhoCameAndWent() {
        String event =
                "{\"EventType\":\"%s\",\"EventDate\":\"2026-03-02T08:00:00.664+01\",\"IdConsole\":\"1\",\"IdList\":\"2\",\"Email\":\"jo@shop.example\"}\n";
        Taken taken = Taken.of(
                event.formatted("UNSUBSCRIBE") + event.formatted("SUBSCRIBE") + event.formatted("CHANGEPROFILE"));
        assertThat(taken.told()).containsExactly("1 unsubscribe jo@shop.example", "2 subscribe jo@shop.example");
        assertThat(taken.events().get(0).hasMoment()).isTrue();
        assertThat(taken.account().mostly()).contains(Form.MAILUP);
        assertThat(taken.account().ignored()).hasSize(1);
    }
}
