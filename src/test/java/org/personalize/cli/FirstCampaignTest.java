package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workspace over one's own exports: what is guessed, and that it works once the marked lines are filled in. */
class FirstCampaignTest {

    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void sit() {
        terminal = new Terminal(folder);
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String laidOut(String... exports) throws IOException {
        String[] words = new String[exports.length + 3];
        words[0] = "init";
        words[1] = "mine";
        words[2] = "--from";
        System.arraycopy(exports, 0, words, 3, exports.length);
        assertThat(terminal.type(words)).as(terminal.err()).isZero();
        return Files.readString(folder.resolve("mine/personalize.yaml"));
    }

    /** Fills in what nobody can guess. */
    private Terminal inside() throws IOException {
        Path workspace = folder.resolve("mine/personalize.yaml");
        Files.writeString(
                workspace,
                Files.readString(workspace)
                        .replace("  {}\n", "")
                        .replace("  # Until then", "  consent: {not_recorded: \"asked at the till\"}\n  # Until then"));
        return new Terminal(folder.resolve("mine"));
    }

    private Terminal planned() throws IOException {
        Terminal there = inside();
        assertThat(there.type("plan", "first-mail.yaml", "--out", "plan.csv"))
                .as(there.err())
                .isZero();
        return there;
    }

    private void people() throws IOException {
        file("clients.csv", """
                Customer Ref;Full Name;Mail;Phone Number;Unsubscribed;Paid
                C-1;Ann Lee;ann@a.example;0123;no;1
                C-2;Ben Lee;ben@a.example;0124;yes;2
                C-3;Cy Lee;cy@a.example;0125;no;3
                """);
    }

    private void items() throws IOException {
        file("stock.csv", """
                id,title,price,category
                1,Tent,199.00,Camping
                2,Rope,25.00 GBP,Climbing
                3,Mug,9.90,Kitchen
                4,Lamp,29.90,Camping
                """);
    }

    private void orders() throws IOException {
        file("orders.csv", """
                Order No,Bought On,Client,Pieces,What,Price
                A1,2025-03-01 10:00,C-1,1,1,199.00
                A1,2025-03-01 10:00,C-1,2,2,25.00
                A2,2025-04-01 11:00,C-2,1,2,25.00
                A3,2025-05-01 12:00,C-3,1,3,9.90
                A4,2025-06-01 12:00,C-3,1,17,9.90
                """);
    }

    @Test
    void ordersOfOnesOwnAreTakenInByAMappingThatSaysWhatWasGuessed() throws IOException {
        people();
        items();
        orders();
        String yaml = laidOut("orders.csv", "stock.csv", "clients.csv");
        String command = "personalize ingest first-mail.yaml ../orders.csv --as mappings/purchases.yaml";
        assertThat(yaml).contains("# purchases: ../orders.csv").contains(command);
        assertThat(terminal.out()).contains(command + "   learn from what was bought");
        assertThat(Files.readString(folder.resolve("mine/mappings/purchases.yaml")))
                .contains(
                        "customer_id: \"Client\"      # GUESSED: 3 of its 3 are in column customer_ref of clients.csv")
                .contains("item_id: \"What\"      # GUESSED: 3 of its 4 are in column id of stock.csv")
                .contains("timestamp: \"bought_on\"")
                .contains("value: \"Price\"")
                .contains("order_id: \"order_no\"")
                .contains("fixed: {event: purchase}");
        Terminal there = inside();
        assertThat(there.type("ingest", "first-mail.yaml", "../orders.csv", "--as", "mappings/purchases.yaml"))
                .as(there.err())
                .isZero();
        assertThat(there.out()).contains("5 events: 5 new");
        assertThat(there.type("explain", "first-mail.yaml", "C-1"))
                .as(there.err())
                .isZero();
        assertThat(there.out()).contains("purchase 2");
    }

    @Test
    void itemsWithoutLinksAndPeopleWithoutFirstNamesGetMailAllTheSame() throws IOException {
        people();
        items();
        laidOut("stock.csv", "clients.csv");
        assertThat(Files.readString(folder.resolve("mine/templates/shared/item.ftlh")))
                .startsWith("<#-- CHANGE: your items have no links");
        Terminal there = inside();
        assertThat(there.type("check", "first-mail.yaml", "--json"))
                .as(there.err() + there.out())
                .isZero();
        assertThat(there.out()).doesNotContain("unknown-field").doesNotContain("missing-value");
        assertThat(there.type("send", "first-mail.yaml", "--dry-run", "--out", "previews"))
                .isZero();
        assertThat(Files.readString(folder.resolve("mine/previews/C-1.html")))
                .contains("href=\"https://www.example.com/products/1\"")
                .contains(">199.00<")
                .contains(">£25.00<")
                .doesNotContain("€");
    }

    @Test
    void aYesToNoMailIsNeverTakenForConsent() throws IOException {
        people();
        String yaml = laidOut("clients.csv");
        assertThat(yaml).doesNotContain("  consent: \"Unsubscribed\"").contains("opted_out: [\"Unsubscribed\"]");
        Terminal there = planned();
        assertThat(Files.readString(folder.resolve("mine/plan.csv")))
                .contains("C-2,ben@a.example,first-mail,skipped,no_consent");
        assertThat(there.out()).contains("planned             2");
    }

    @Test
    void anIdIsFilledInEveryRowAndNeverTwiceAndIsNoPhoneNumber() throws IOException {
        file("members.csv", """
                Email Address,First Name,Phone Number,Client No,OPTIN_TIME,LEID
                ann@a.example,Ann,0123,7,2024-03-01 10:22:11,1234567
                ben@a.example,Ben,0124,7,2024-03-02 10:22:11,1234568
                """);
        assertThat(laidOut("members.csv"))
                .contains("customer_id: \"LEID\"")
                .contains("{not_recorded: \"subscribed members of our Mailchimp audience\"}");
    }

    @Test
    void aShopsOrdersNeedNoMapping() throws IOException {
        file("people.csv", "Email,First Name,Accepts Email Marketing\nann@a.example,Ann,yes\nben@a.example,Ben,no\n");
        file("my orders.csv", """
                Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku
                #1,ann@a.example,paid,2025-03-01 08:59:00 +0100,1,Mug,9.90,MUG-1
                #1,ann@a.example,,2025-03-01 08:59:00 +0100,2,Socks,25.00,SOCK-2
                """);
        assertThat(laidOut("my orders.csv", "people.csv"))
                .contains("file: \"../people.csv\"")
                .contains("# purchases: ../my orders.csv      # GUESSED: Shopify orders")
                .contains("#   personalize ingest first-mail.yaml '../my orders.csv'\n");
        assertThat(folder.resolve("mine/mappings")).doesNotExist();
    }

    @Test
    void peopleOfWhomOneTellsWhatTheyBoughtLastStayPeople() throws IOException {
        file("people.csv", """
                email,first_name,last_order_at,sku
                ann@a.example,Ann,2025-03-01 08:59,MUG-1
                ben@a.example,Ben,2025-04-01 08:59,MUG-1
                """);
        assertThat(laidOut("people.csv")).contains("file: \"../people.csv\"").doesNotContain("# purchases");
    }

    @Test
    void whereOnlyOrdersAreGivenTheyAlsoNameThePeople() throws IOException {
        file("orders.csv", """
                order_id,email,date,sku
                1,ann@a.example,2025-03-01 08:59,MUG-1
                2,ann@a.example,2025-04-01 08:59,MUG-2
                """);
        assertThat(laidOut("orders.csv")).contains("  customers:").contains("# purchases: ../orders.csv");
        assertThat(terminal.err()).contains("orders.csv: purchases").contains("orders.csv: customers");
    }

    @Test
    void ofSeveralFilesWithAddressesTheOneThatTellsMostHoldsThePeople() throws IOException {
        file("a.csv", "email,note\nann@a.example,x\n");
        file("b.csv", "email,first_name,country,newsletter\nann@a.example,Ann,DE,yes\n");
        assertThat(laidOut("a.csv", "b.csv"))
                .contains("    file: \"../b.csv\"")
                .contains("also looks like customers: ../a.csv");
    }

    @Test
    void whatIsNoTableIsLeftToIngestAndWhatHasNoHeadersIsRefused() throws IOException {
        people();
        file("events.json", "{\"event\":\"open\",\"email\":\"ann@a.example\"}\n");
        assertThat(laidOut("clients.csv", "events.json")).contains("# not used: ../events.json (no table; ");
        assertThat(terminal.err())
                .contains("events.json: not used (no table; events, logs and mail are taken in by ingest)");

        file("bare.csv", "ann@a.example,Ann,yes\nben@a.example,Ben,no\n");
        assertThat(terminal.type("init", "other", "--from", "bare.csv")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("bare.csv: its first row holds an address");
        assertThat(terminal.type("init", "other", "--from", "missing.csv")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("missing.csv: there is no such file. Name your exports after --from");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void aBareListOfAddressesWillDoForOptOuts() throws IOException {
        people();
        file("unsubscribed.txt", "ben@a.example\nnobody@a.example\n");
        assertThat(laidOut("clients.csv", "unsubscribed.txt")).contains("suppressions: [\"../unsubscribed.txt\"]");
        assertThat(terminal.err())
                .contains("unsubscribed.txt: suppressions (its name says so, and it has addresses; 2 rows)");
        planned();
        assertThat(Files.readString(folder.resolve("mine/plan.csv")))
                .contains("C-2,ben@a.example,first-mail,skipped,suppressed");
    }

    @Test
    void aNumberOfBouncesIsNoYesOrNo() throws IOException {
        file(
                "people.csv",
                "email,bounces\nann@a.example,0\nben@a.example,1\ncy@a.example,0\ndan@a.example,0\neve@a.example,2\n");
        assertThat(laidOut("people.csv")).doesNotContain("types:").doesNotContain("\n  opted_out:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Désabonné",
                "Désinscrit",
                "Newsletter abgemeldet",
                "Newsletter gekündigt",
                "Kein Newsletter",
                "Widerspruch",
                "Mailverbot",
                "Opposition (prospection)",
                "Baja",
                "Stop pub",
                "Newsletter gesperrt",
                "Einwilligung widerrufen",
                "Werbung widersprochen",
                "Baja newsletter",
                "Desuscrito",
                "Non iscritto alla newsletter",
                "Consenso revocato",
                "Geen nieuwsbrief",
                "Uitgeschreven",
                "Sem newsletter",
                "Consentimento revogado",
                "Wypisany",
                "Zgoda wycofana",
                "Inget nyhetsbrev, avregistrerad",
                "Samtycke återkallat",
                "No newsletter",
                "NoNewsletter",
                "nonewsletter",
                "Don't subscribe",
                "Newsletter declined",
                "Consent withdrawn",
                "Consent expired",
                "Marketing opt-out",
                "Refuse newsletter",
                "Not subscribed"
            })
    void aYesToARefusalIsACondition(String header) throws IOException {
        file("people.csv", "email,\"" + header + "\"\nann@a.example,yes\nben@a.example,no\n");
        assertThat(laidOut("people.csv"))
                .as(header)
                .doesNotContain("  consent: \"")
                .containsPattern("opted_out: \\[\"[\\p{L}_]+\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Opt-in pending", "Newsletter muffled", "Accepts SMS Marketing", "Newsletter No"})
    void whatMayMeanTwoThingsIsNotGuessed(String header) throws IOException {
        file("people.csv", "email," + header + "\nann@a.example,yes\nben@a.example,no\n");
        assertThat(laidOut("people.csv"))
                .doesNotContain("  consent: \"")
                .doesNotContain("\n  opted_out:")
                .contains("may speak of consent, too");
        assertThat(terminal.err())
                .contains("consent to mail: no column says it for sure")
                .contains("not understood: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accepts Email Marketing",
                "marketing_opt_in",
                "EmailOptIn",
                "newsletter",
                "Newsletter (ja/nein)",
                "Newsletter-Einwilligung",
                "Abonné",
                "Suscrito al boletín",
                "Consenso marketing",
                "Toestemming nieuwsbrief",
                "Zgoda marketingowa",
                "Samtycke till nyhetsbrev"
            })
    void aYesToMailIsTakenForConsentAndTold(String header) throws IOException {
        file("people.csv", "email," + header + "\nann@a.example,yes\nben@a.example,no\n");
        assertThat(laidOut("people.csv")).contains("  consent: \"").doesNotContain("\n  opted_out:");
        assertThat(terminal.err()).contains("consent to mail: a yes in column ");
    }

    @Test
    void aRefusalOfTrackingOrProfilingIsNoConsentToIt() throws IOException {
        file("people.csv", """
                email,newsletter,No tracking,Profiling refused
                ann@a.example,yes,yes,no
                ben@a.example,yes,no,yes
                """);
        assertThat(laidOut("people.csv"))
                .contains("  consent: \"newsletter\"")
                .doesNotContain("tracking_consent")
                .doesNotContain("personalization_consent")
                .doesNotContain("\n  opted_out:")
                .contains("column no_tracking may speak of consent")
                .contains("column profiling_refused may speak of consent");
    }

    @Test
    void everyColumnOfOptOutsIsNamed() throws IOException {
        file("people.csv", """
                email,Accepts Marketing,Unsubscribed,Email Opt Out
                ann@a.example,yes,no,yes
                ben@a.example,yes,yes,no
                cy@a.example,yes,no,no
                """);
        assertThat(laidOut("people.csv")).contains("opted_out: [\"Unsubscribed\", \"email_opt_out\"]");
        planned();
        assertThat(Files.readString(folder.resolve("mine/plan.csv")))
                .contains("ann@a.example,first-mail,skipped,no_consent")
                .contains("ben@a.example,first-mail,skipped,no_consent");
    }

    @Test
    void whoOptedOutInAnyOfTheirRowsGetsNoMail() throws IOException {
        file("people.csv", """
                email,Accepts Marketing,Do Not Email
                ann@a.example,yes,no
                ann@a.example,yes,yes
                ben@a.example,yes,true
                cy@a.example,yes,
                dan@a.example,yes,NO
                eve@a.example,yes,no
                fay@a.example,yes,no
                """);
        assertThat(laidOut("people.csv")).contains("opted_out: [\"do_not_email\"]");
        Terminal there = planned();
        assertThat(Files.readString(folder.resolve("mine/plan.csv")))
                .contains("ann@a.example,first-mail,skipped,no_consent")
                .contains("ben@a.example,first-mail,skipped,no_consent");
        assertThat(there.out()).contains("planned             4");
    }

    @Test
    void aConsentToTrackingAloneMakesAFileThatCanBeRead() throws IOException {
        file("people.csv", "email,tracking\nann@a.example,yes\nben@a.example,no\n");
        assertThat(laidOut("people.csv"))
                .contains("  tracking_consent: \"tracking\"")
                .doesNotContain("  {}\n");
    }

    @Test
    void aRefusalOfNobodyKnowsWhatIsAskedAbout() throws IOException {
        file("people.csv", "email,newsletter,Blocked\nann@a.example,yes,yes\nben@a.example,yes,no\n");
        assertThat(laidOut("people.csv"))
                .doesNotContain("\n  opted_out:")
                .contains("column Blocked may speak of consent");
    }

    @Test
    void whoLeftAListIsNeverACustomer() throws IOException {
        String gone = "Email Address,First Name,LEID,%s\n%s@a.example,Ann,%d,2025-03-01 10:00:00\n";
        file("cleaned_audience_3f1.csv", gone.formatted("CLEAN_TIME", "cyd", 3));
        file("people who left.csv", gone.formatted("UNSUB_TIME", "ben", 2));
        file("subscribed_audience_3f1.csv", gone.formatted("OPTIN_TIME", "ann", 1));
        assertThat(laidOut("cleaned_audience_3f1.csv", "people who left.csv", "subscribed_audience_3f1.csv"))
                .contains("    file: \"../subscribed_audience_3f1.csv\"")
                .contains("suppressions: [\"../cleaned_audience_3f1.csv\", \"../people who left.csv\"]")
                .doesNotContain("*.csv");
    }

    /** With a sender, an address and a way out of one's own. */
    private Terminal filledIn() throws IOException {
        Path workspace = folder.resolve("mine/personalize.yaml");
        Files.writeString(
                workspace,
                Files.readString(workspace)
                        .replace("Your Shop <news@example.com>", "Weber & Co <news@weber.de>")
                        .replace("Your Shop, 1 Street, Town", "Weber, Markt 1, Weimar")
                        .replace("www.example.com/unsubscribe", "www.weber.de/u")
                        .replace("www.example.com/mail", "cdn.weber.de/mail"));
        return new Terminal(folder.resolve("mine"));
    }

    private void realPeople() throws IOException {
        file("people.csv", "id,email,first_name,newsletter\nc-1,ann@gmx.de,Ann,yes\nc-2,ben@web.de,Ben,yes\n");
    }

    @Test
    void nothingOfTheSampleIsMailedWithoutAWordFromCheck() throws IOException {
        realPeople();
        items();
        laidOut("people.csv", "stock.csv");
        Terminal there = filledIn();
        assertThat(there.type("check", "first-mail.yaml")).as(there.err()).isZero();
        assertThat(there.out())
                .contains("templates/first-mail.ftlh: still says: This is your first mail. Write here")
                .contains("[placeholder-left]")
                .contains("a link or picture leads to a site that is kept for examples")
                .contains("[example-link]");
        assertThat(there.type("send", "first-mail.yaml", "--dry-run", "--out", "previews"))
                .isZero();
        assertThat(Files.readString(folder.resolve("mine/previews/c-1.html")))
                .contains("Weber &amp; Co")
                .contains("you asked Weber &amp; Co for news")
                .doesNotContain("Your Shop")
                .doesNotContain("Fernhill")
                .doesNotContain("outdoors");
    }

    @Test
    void aFirstMailWithoutItemsShowsNone() throws IOException {
        realPeople();
        laidOut("people.csv");
        assertThat(Files.readString(folder.resolve("mine/templates/first-mail.ftlh")))
                .contains("what you want to say to everybody.</p>")
                .doesNotContain("slots")
                .doesNotContain("show");
        Terminal there = filledIn();
        assertThat(there.type("check", "first-mail.yaml")).as(there.err()).isZero();
        assertThat(there.out()).doesNotContain("unknown-field").doesNotContain("unused-branch");
    }

    @Test
    void whatTheItemsTellOfTheShopStandsInTheTemplates() throws IOException {
        realPeople();
        file("stock.csv", """
                id,title,link,price,category
                1,Zelt,https://www.weber.de/zelt,199.00,Camping
                2,Seil,https://www.weber.de/seil,25.00,Klettern
                3,Tasse,https://www.weber.de/tasse,9.90,Küche
                """);
        laidOut("people.csv", "stock.csv");
        Path mail = folder.resolve("mine/templates/first-mail.ftlh");
        Files.writeString(mail, Files.readString(mail).replaceAll("This is your first mail[^<]*", "Guten Tag!"));
        Terminal there = filledIn();
        assertThat(there.type("check", "first-mail.yaml")).as(there.err()).isZero();
        assertThat(there.out()).doesNotContain("placeholder-left").doesNotContain("example-link");
        assertThat(there.type("send", "first-mail.yaml", "--dry-run", "--out", "previews"))
                .isZero();
        assertThat(Files.readString(folder.resolve("mine/previews/c-1.html")))
                .contains("href=\"https://www.weber.de/\"")
                .contains("href=\"https://www.weber.de/zelt\"")
                .doesNotContain("example.com");
    }

    @Test
    void everyPlaceholderOfTheWorkspaceIsTold() throws IOException {
        realPeople();
        laidOut("people.csv");
        Terminal there = new Terminal(folder.resolve("mine"));
        assertThat(there.type("check", "first-mail.yaml", "--json"))
                .as(there.err())
                .isZero();
        assertThat(there.out())
                .contains("nobody could opt out")
                .contains("news@example.com")
                .contains("the sender is still called Your Shop")
                .contains("compliance.postal_address is still that of nobody");
    }

    @Test
    void ordersWithDaysBeforeMonthsAreTakenInAndThoseWithSlashesAreNot() throws IOException {
        people();
        items();
        String order = "Order No;Bought On;Client;What;Price\nA1;%s;C-1;1;199.00\nA2;%s;C-2;2;25.00\n";
        file("orders.csv", order.formatted("21.11.2025 19:33", "1.2.2025 9:05"));
        file("slashed.csv", order.formatted("11/12/2025 19:33", "12/11/2025 10:00"));
        file("american.csv", order.formatted("11/12/2025 7:33 PM", "12/31/2024 10:00 AM"));
        laidOut("clients.csv", "stock.csv", "orders.csv", "slashed.csv", "american.csv");
        assertThat(terminal.err())
                .doesNotContain("orders.csv: column")
                .doesNotContain("american.csv: column")
                .contains("slashed.csv: column bought_on has dates with slashes");
        Terminal there = inside();
        assertThat(there.type("ingest", "first-mail.yaml", "../orders.csv", "--as", "mappings/purchases.yaml"))
                .as(there.err())
                .isZero();
        assertThat(there.out()).contains("2 events: 2 new");
        assertThat(there.type("ingest", "first-mail.yaml", "../slashed.csv", "--as", "mappings/purchases-2.yaml"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(there.err() + there.out())
                .contains("a time that cannot be read")
                .contains("types: {timestamp: day/month/year} or month/day/year says what comes first");
        Path mapping = folder.resolve("mine/mappings/purchases-2.yaml");
        Files.writeString(mapping, Files.readString(mapping).replace("# types: {timestamp", "types: {timestamp"));
        assertThat(there.type("ingest", "first-mail.yaml", "../slashed.csv", "--as", "mappings/purchases-2.yaml"))
                .as(there.err())
                .isZero();
        assertThat(there.type("ingest", "first-mail.yaml", "../american.csv", "--as", "mappings/purchases-3.yaml"))
                .as(there.err())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Artikelnr.;Bezeichnung",
                "Artikel-Nr.;Titel",
                "SKU;Produktname",
                "Référence;Désignation",
                "Référence;Nom du produit",
                "ID;Titre",
                "SKU;Nombre",
                "Referencia;Título"
            })
    void itemsAreKnownInTheLanguagesInWhichPeopleAre(String headers) throws IOException {
        people();
        file("stock.csv", headers + ";Kategorie\n17;Zelt;Camping\n18;Seil;Klettern\n");
        laidOut("clients.csv", "stock.csv");
        assertThat(terminal.err()).contains("stock.csv: items (a title and an id in every row; 2 rows)");
        Terminal there = inside();
        assertThat(there.type("send", "first-mail.yaml", "--dry-run", "--out", "previews"))
                .as(there.err())
                .isZero();
        assertThat(Files.readString(folder.resolve("mine/previews/C-1.html")))
                .contains("Zelt")
                .contains("/products/17");
    }

    @Test
    void theApostropheWithWhichSpreadsheetsKeepANumberIsNoPartOfAnId() throws IOException {
        file("people.csv", """
                Customer ID,First Name,Email,Accepts Email Marketing
                '6100000000001,Zoe,zoe@a.example,yes
                "'6100000000002",Al,al@a.example,yes
                """);
        laidOut("people.csv");
        planned();
        assertThat(Files.readString(folder.resolve("mine/plan.csv")))
                .contains("\n6100000000001,zoe@a.example")
                .contains("\n6100000000002,al@a.example");
    }
}
