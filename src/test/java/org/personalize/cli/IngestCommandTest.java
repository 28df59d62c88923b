package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.Seal;
import org.personalize.campaign.SecretKey;
import org.personalize.campaign.Token;

class IngestCommandTest extends InTheShop {

    private static final String CLICK = "{\"email\":\"ann@one.example\",\"timestamp\":1772434800,\"event\":\"click\","
            + "\"sg_event_id\":\"e\",\"sg_message_id\":\"m\"}\n";

    private SecretKey key;

    @BeforeEach
    void promiseMails() throws IOException {
        key = PromisedMails.lay(folder, "ann@one.example", "bert@two.example", "cleo@three.example");
    }

    private String envelope(String customer) {
        return new KeyedHash(key).envelope("spring", "", customer);
    }

    private static String bounce(String failed, String envelope) {
        return """
                From: MAILER-DAEMON@mx.example
                To: b+%s@bounce.shop.example
                Subject: Undelivered Mail Returned to Sender
                Date: Mon, 2 Mar 2026 08:00:05 +0100
                Content-Type: multipart/report; report-type=delivery-status; boundary=b1

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 unknown

                --b1--
                """.formatted(envelope, failed);
    }

    private String suppressed() {
        assertThat(terminal.type("suppressions", "list")).isZero();
        return terminal.out()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll("^([^,]*,[^,]*),.*$", "$1"))
                .reduce("", (a, b) -> a + b + "\n");
    }

    @Test
    void aProvidersFileSuppressesAtOnceAndOnlyOnce() throws IOException {
        String event =
                "{\"email\":\"%s\",\"timestamp\":1772434800,\"event\":\"%s\",\"sg_event_id\":\"e\",\"sg_message_id\":\"m\","
                        + "\"campaign\":\"spring\",\"person\":\"" + new KeyedHash(key).person("c1") + "\"%s}\n";
        shop.write(
                "events.json",
                event.formatted("ann@one.example", "spamreport", "")
                        + event.formatted("bert@two.example", "bounce", ",\"status\":\"5.1.1\",\"type\":\"bounce\"")
                        + event.formatted("cleo@three.example", "bounce", ",\"status\":\"5.2.2\",\"type\":\"bounce\"")
                        + event.formatted("=who@four.example", "unsubscribe", "")
                        + "{\"half");
        assertThat(terminal.type("ingest", "spring.yaml", "events.json", "--events-out", "out.csv", "--json"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out())
                .contains("\"kind\": \"sendgrid\"", "\"records\": 5", "\"understood\": 4", "\"no complete JSON\": 1")
                .contains("\"bounced\": 1", "\"complained\": 1", "\"unsubscribed\": 1");
        assertThat(shop.read("out.csv")).isEqualTo("""
                source,line,email,customer_id,campaign,message_id,event,kind,timestamp,item_id,value,machine,reason
                events.json,1,ann@one.example,c1,spring,m,complaint,,2026-03-02T07:00:00Z,,,no,
                events.json,2,bert@two.example,c1,spring,m,bounce,hard,2026-03-02T07:00:00Z,,,no,
                events.json,3,cleo@three.example,c1,spring,m,bounce,soft,2026-03-02T07:00:00Z,,,no,
                events.json,4,=who@four.example,c1,spring,m,unsubscribe,,2026-03-02T07:00:00Z,,,no,
                """);
        assertThat(Files.getPosixFilePermissions(folder.resolve("out.csv"))).hasSize(2);
        assertThat(suppressed()).isEqualTo("""
                '=who@four.example,unsubscribed
                ann@one.example,complained
                bert@two.example,bounced
                """);
        assertThat(terminal.type("ingest", "spring.yaml", "events.json")).isZero();
        assertThat(terminal.out()).contains("nobody was newly suppressed");
    }

    @Test
    void ownEventsSuppressCustomersWhomTheyNameByIdAlone() throws IOException {
        shop.write("own.csv", """
                customer_id,event,timestamp,kind
                c1,unsubscribe,2026-03-02T07:00:00Z,
                c2,complaint,2026-03-02T07:00:00Z,
                c3,bounce,2026-03-02T07:00:00Z,hard
                c9,unsubscribe,2026-03-02T07:00:00Z,
                """);
        assertThat(terminal.type("ingest", "spring.yaml", "own.csv", "--json"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out())
                .contains("\"unknown_customers\": 1")
                .contains("\"bounced\": 1", "\"complained\": 1", "\"unsubscribed\": 2");
        assertThat(suppressed()).isEqualTo("""
                ,unsubscribed
                ann@one.example,unsubscribed
                bert@two.example,complained
                cleo@three.example,bounced
                """);
        shop.write("customers.csv", shop.read("customers.csv") + "c9,zoe@nine.example,Zoe,en,GB,yes,29\n");
        assertThat(terminal.type("ingest", "spring.yaml", "own.csv")).isZero();
        assertThat(terminal.out()).contains("4 known already", "1 newly suppressed: unsubscribed");
        assertThat(terminal.type("suppressions", "undo", "zoe@nine.example")).isZero();
        assertThat(terminal.type("ingest", "spring.yaml", "own.csv")).isZero();
        assertThat(terminal.out()).as("taken back").contains("nobody was newly suppressed");
    }

    private void take(String rows) throws IOException {
        shop.write("own.csv", "customer_id,event,timestamp,kind\n" + rows);
        assertThat(terminal.type("ingest", "spring.yaml", "own.csv"))
                .as(terminal.err())
                .isZero();
    }

    private String plan() throws IOException {
        assertThat(terminal.type("plan", "spring.yaml")).as(terminal.err()).isZero();
        return terminal.out();
    }

    @Test
    void anOptOutWaitsForACustomerWhoIsNotInTheFileToday() throws IOException {
        shop.change("spring.yaml", "events: events.csv}", "events: events.csv, expect: 1..10}");
        take("""
                c8,complaint,2026-03-02T07:00:00Z,
                c9,unsubscribe,2026-03-02T07:00:00Z,
                c10,bounce,2026-03-02T07:00:00Z,hard
                """);
        assertThat(terminal.out())
                .contains("3 name a customer whose id the customer file does not have")
                .contains("1 newly suppressed: complained", "1 newly suppressed: unsubscribed")
                .doesNotContain("bounced");
        assertThat(plan()).contains("unsubscribed 1");

        shop.write("customers.csv", shop.read("customers.csv") + """
                c9,zoe@nine.example,Zoe,en,GB,yes,29
                c10,yann@ten.example,Yann,en,GB,yes,29
                """);
        assertThat(plan()).contains("unsubscribed 2").doesNotContain("bounced");
        assertThat(suppressed()).contains("zoe@nine.example,unsubscribed\n");

        assertThat(terminal.type("suppressions", "undo", "zoe@nine.example")).isZero();
        assertThat(plan()).contains("unsubscribed 1");
        take("c9,unsubscribe,2026-03-03T07:00:00Z,\n");
        assertThat(plan()).as("said anew").contains("unsubscribed 2");
    }

    @Test
    void whatIsKeptUnderAnIdIsTakenBackByIt() throws IOException {
        shop.change("spring.yaml", "events: events.csv}", "events: events.csv, expect: 1..10}");
        take("c9,unsubscribe,2026-03-02T07:00:00Z,\n");
        assertThat(terminal.type("suppressions", "undo", "--customer", "c8")).isEqualTo(2);
        assertThat(terminal.err()).contains("the ledger does not suppress \"c8\"");
        assertThat(terminal.type("suppressions", "undo", "--customer", "c9"))
                .as(terminal.err())
                .isZero();
        take("c9,unsubscribe,2026-03-02T07:00:00Z,\n");
        shop.write("customers.csv", shop.read("customers.csv") + "c9,zoe@nine.example,Zoe,en,GB,yes,29\n");
        assertThat(plan()).as("taken back").contains("unsubscribed 1");
        assertThat(terminal.type("suppressions", "undo")).isEqualTo(2);
        assertThat(terminal.err()).contains("nobody is named");
    }

    @Test
    void aFileThatNobodyKnowsIsNoSuccess() throws IOException {
        shop.write("list.json", "[{\"email\":\"ann@one.example\",\"created\":1772434800}]\n");
        assertThat(terminal.type("ingest", "spring.yaml", "list.json")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("list.json holds nothing that is understood", "data.suppressions");
        shop.write("some.json", "{\"some\":\"thing\"}\n" + CLICK);
        assertThat(terminal.type("ingest", "spring.yaml", "some.json"))
                .as(terminal.err())
                .isZero();
    }

    @Test
    void whatCameBeforeABrokenCustomerFileIsAskedForCountsAllTheSame() throws IOException {
        shop.write("customers.csv", "name\nAnn\n");
        shop.write("own.csv", """
                customer_id,email,event,timestamp
                c2,bert@two.example,unsubscribe,2026-03-02T07:00:00Z
                c1,,unsubscribe,2026-03-02T07:00:00Z
                """);
        assertThat(terminal.type("ingest", "spring.yaml", "own.csv")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("customers.csv");
        assertThat(suppressed()).isEqualTo(",unsubscribed\nbert@two.example,unsubscribed\n");
    }

    @Test
    void aMailSuppressesOnlyHimToWhomWeWrote() throws IOException {
        Files.createDirectories(folder.resolve("Maildir/new"));
        Files.createDirectories(folder.resolve("Maildir/tmp"));
        shop.write("Maildir/new/1", bounce("ann@one.example", envelope("c1")));
        shop.write("Maildir/new/2", bounce("victim@one.example", envelope("c2").toUpperCase(java.util.Locale.ROOT)));
        shop.write("Maildir/new/3", bounce("cleo@three.example", "a".repeat(40)));
        shop.write("Maildir/tmp/4", bounce("cleo@three.example", envelope("c3")));
        assertThat(terminal.type("import", "spring.yaml", "Maildir", "--events-out", "out.csv"))
                .as(terminal.err())
                .isZero();
        assertThat(suppressed()).isEqualTo("""
                ann@one.example,bounced
                bert@two.example,bounced
                """);
        assertThat(shop.read("out.csv"))
                .contains("1,1,ann@one.example,c1,spring,")
                .contains("3,1,cleo@three.example,,,")
                .contains("does not count: it carries nothing that this workspace signed");
    }

    @Test
    void whatAReplacedKeySignedStillProvesWhoseABounceIs() throws IOException {
        String named = bounce("ann@one.example", envelope("c1"));
        String message = new KeyedHash(key).messageId("spring", "", "c2");
        String returned = bounce("bert@two.example", "x").replace("--b1--", """
                        --b1
                        Content-Type: text/rfc822-headers

                        Message-ID: <%s@shop.example>

                        --b1--""".formatted(message));
        String replaced = shop.read("personalize.key");
        shop.write("personalize.key", "ab".repeat(32) + "\n" + "cd".repeat(32) + "\n" + replaced);
        shop.write("1.eml", named);
        shop.write("2.eml", returned);
        assertThat(terminal.type("ingest", "spring.yaml", "1.eml", "2.eml"))
                .as(terminal.err())
                .isZero();
        assertThat(suppressed()).isEqualTo("""
                ann@one.example,bounced
                bert@two.example,bounced
                """);
    }

    @Test
    void whoAsksForNoMoreInAReplyIsHeardAndWhatIsNotClearIsNamed() throws IOException {
        String reply =
                "From X Mon Mar  2 08:00:05 2026\nFrom: ann@one.example\nTo: news@shop.example\nSubject: Re: Spring\n"
                        + "In-Reply-To: <%s@shop.example>\n\n%s\n\n";
        String ours = new KeyedHash(key).messageId("spring", "", "c1");
        String other = new KeyedHash(key).messageId("spring", "", "c2");
        shop.write(
                "in.mbox",
                reply.formatted(ours, "Please unsubscribe me")
                        + reply.formatted(other, "How do I unsubscribe?")
                        + reply.formatted("made-up", "Please unsubscribe me"));
        assertThat(terminal.type("ingest", "spring.yaml", "in.mbox"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out())
                .contains("1 mail may ask for no more mail, but not clearly enough to count: read it, and type"
                        + " `personalize suppressions add ADDRESS` for whoever wants out")
                .contains("  in.mbox: mail 2\n")
                .contains("1 would have suppressed somebody but carry nothing that this workspace signed");
        assertThat(suppressed()).isEqualTo("ann@one.example,unsubscribed\n");
        assertThat(terminal.type("ingest", "spring.yaml", "in.mbox", "--json")).isZero();
        assertThat(terminal.out()).containsPattern("\"unclear\": ?\\[\\s*2\\s*]");
    }

    @Test
    void aPostedTokenOptsOutAndAForgedOneDoesNot() throws IOException {
        var seal = new Seal(key);
        String real = seal.close(new Token(Token.Kind.REAL, "spring", "", "c1", "ann@one.example", "sales"));
        String test = seal.close(new Token(Token.Kind.TEST, "spring", "", "c2", "bert@two.example", "sales"));
        String forged = real.substring(0, real.length() - 2) + "zz";
        String line = "192.0.2.7 - - [02/Mar/2026:08:00:05 +0100] \"%s /u/%s HTTP/1.1\" 200 5 \"-\" \"Mozilla/5.0\"\n";
        shop.write(
                "access.log",
                line.formatted("GET", real) + line.formatted("POST", test) + line.formatted("POST", forged));
        assertThat(terminal.type("ingest", "spring.yaml", "access.log")).isZero();
        assertThat(suppressed()).isEmpty();
        assertThat(terminal.type("ingest", "spring.yaml", "access.log", "--json"))
                .isZero();
        assertThat(terminal.out()).contains("\"unproven\": 2");
        shop.write("access.log", line.formatted("POST", real));
        assertThat(terminal.type("ingest", "spring.yaml", "access.log")).isZero();
        assertThat(suppressed()).isEqualTo("ann@one.example,unsubscribed\n");
        assertThat(terminal.type("suppressions", "list")).isZero();
        assertThat(terminal.out())
                .as("hers at any later address")
                .containsPattern("ann@one.example,unsubscribed,.*,c1\n");
    }

    @Test
    void aWrongKindOrAMissingFileIsSaid() throws IOException {
        shop.write("what.bin", "\u0001\u0002 nothing known\n");
        assertThat(terminal.type("ingest", "spring.yaml", "what.bin")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.type("ingest", "spring.yaml", "none.json")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.type("ingest", "spring.yaml", "what.bin", "--as", "pigeon"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("sendgrid");
    }

    @Test
    void tooManyUnreadableRecordsAreAMistakeAndWhatWasUnderstoodCounts() throws IOException {
        String open = "{\"email\":\"ann@one.example\",\"timestamp\":1772434800,\"event\":\"spamreport\","
                + "\"sg_event_id\":\"%d\",\"sg_message_id\":\"m\"}\n";
        shop.write("events.json", open.formatted(1) + "{\"half\n" + open.formatted(2));
        assertThat(terminal.type("ingest", "spring.yaml", "events.json")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("1 record cannot be read", "more than 1 %", "What was understood counts");
        assertThat(suppressed()).isEqualTo("ann@one.example,complained\n");
        assertThat(terminal.type("ingest", "spring.yaml", "events.json", "--max-rejects", "50%"))
                .isZero();
        assertThat(terminal.out()).contains("2 events: 0 new, 2 known already");
    }

    @Test
    void whatIsNoFileIsRefusedBeforeAnythingIsTakenIn() throws IOException {
        shop.write("events.json", CLICK);
        assertThat(terminal.type("ingest", "spring.yaml", "events.json", "/dev/null"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("/dev/null: expected a file or a folder, found a pipe or a device. Write");
        assertThat(terminal.type("ingest", "spring.yaml", "events.json", "--events-out", "."))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("expected a file to write, found a folder. Name a file in it.");
        assertThat(terminal.type("ingest", "spring.yaml", "events.json")).isZero();
        assertThat(terminal.out()).contains("1 event: 1 new, 0 known already");
    }

    @Test
    void ofAFolderAllFilesAreTakenAlsoThoseOfFoldersWithin() throws IOException {
        Files.createDirectories(folder.resolve("bucket/2026/03/02"));
        shop.write("bucket/2026/03/02/events.json", CLICK);
        shop.write("bucket/events.json", CLICK.replace("\"e\"", "\"f\""));
        assertThat(terminal.type("ingest", "spring.yaml", "bucket")).isZero();
        assertThat(terminal.out()).contains("events.json: SendGrid events, 1 record, 1 understood", "2 events: 2 new");
        Files.createDirectories(folder.resolve("empty"));
        assertThat(terminal.type("ingest", "spring.yaml", "empty")).isZero();
        assertThat(terminal.out()).contains("there was no file to take in");
    }

    @Test
    void aFileThatBreaksOffIsAMistakeHoweverMuchOfItWasRead() throws IOException {
        var rows = new StringBuilder("[");
        for (int i = 0; i < 500; i++) {
            rows.append(CLICK.replace("\"e\"", "\"e" + i + "\"").strip()).append(",\n");
        }
        shop.write("events.json", rows + "{damaged},\n" + CLICK + "]");
        assertThat(terminal.type("ingest", "spring.yaml", "events.json")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.out()).contains("500 events: 500 new", "line 501: no complete JSON from here on");
        assertThat(terminal.err())
                .contains(
                        "events.json could not be read to its end. What was understood counts. Take the file in again");
    }

    @Test
    void whatATerminalObeysIsNotPrintedFromNames() throws IOException {
        shop.write("a\n\u001b[31m.json", CLICK);
        assertThat(terminal.type("ingest", "spring.yaml", "a\n\u001b[31m.json")).isZero();
        assertThat(terminal.out()).doesNotContain("\u001b").contains("\"a\uFFFD\uFFFD[31m.json\": SendGrid");
    }

    @Test
    void whatHasNoMomentOrLiftsNothingIsSaid() throws IOException {
        shop.write(
                "mine.csv",
                "customer_id,event,timestamp\nc1,unsubscribe,02/03/2026 9 o'clock\nc1,subscribe,2026-03-02T08:00:00Z\n");
        assertThat(terminal.type("ingest", "spring.yaml", "mine.csv")).isZero();
        assertThat(terminal.out())
                .contains("1 without a moment that can be read: no report and no model sees them")
                .contains("1 subscribe lifts no opt-out: whoever opted out stays out until `suppressions undo`");
    }

    @Test
    void whatAKilledProgramLeftBesideTheEventsIsRemoved() throws IOException {
        shop.write("events.json", CLICK);
        shop.write(".out.csv.123.part", "half");
        assertThat(terminal.type("ingest", "spring.yaml", "events.json", "--events-out", "out.csv"))
                .isZero();
        assertThat(folder.resolve(".out.csv.123.part")).doesNotExist();
        assertThat(folder.resolve("out.csv")).exists();
    }

    @Test
    void ownEventsThatNameTheirCampaignAreNotSaidToBelongToNoMail() throws IOException {
        shop.write("clicks.csv", "customer_id,event,timestamp,campaign\nc1,click,2026-02-20T08:00:00Z,spring\n");
        assertThat(terminal.type("ingest", "spring.yaml", "clicks.csv")).isZero();
        assertThat(terminal.out())
                .contains("0 of them linked to their mail in the ledger, 1 not: reports find it by person, campaign and"
                        + " time, where there is one\n");
    }

    @Test
    void aPlanIsMadeAnewWhenSomethingWasTakenIn() throws IOException {
        shop.change("spring.yaml", "events: events.csv}", "events: events.csv, expect: 1..10}");
        assertThat(terminal.type("plan", "spring.yaml", "--dry-run", "--out", "one.json"))
                .as(terminal.err())
                .isZero();
        shop.write("clicks.csv", "customer_id,event,timestamp,item_id\nc1,click,2026-02-20T08:00:00Z,i2\n");
        assertThat(terminal.type("ingest", "spring.yaml", "clicks.csv", "--json"))
                .isZero();
        assertThat(terminal.out()).contains("\"new\": 1", "\"known\": 0", "\"unlinked\": 1");
        assertThat(terminal.type("plan", "spring.yaml", "--dry-run", "--out", "two.json"))
                .isZero();
        assertThat(ledgerPrint("one.json")).isNotEqualTo(ledgerPrint("two.json"));
        assertThat(terminal.type("explain", "spring.yaml", "c1")).isZero();
        assertThat(terminal.out()).contains("click 1, purchase 1");
    }

    private String ledgerPrint(String plan) throws IOException {
        return shop.read(plan)
                .lines()
                .filter(line -> line.contains("\"ledger\""))
                .findFirst()
                .orElseThrow();
    }
}
