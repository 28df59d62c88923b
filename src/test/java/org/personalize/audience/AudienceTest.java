package org.personalize.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.campaign.AudienceRules;
import org.personalize.csv.Rejects;
import org.personalize.problem.InputProblem;
import org.personalize.village.SmallCampaign;

class AudienceTest {

    @TempDir
    Path folder;

    private final Rejects rejects = new Rejects();

    @Test
    void everybodyIsThereOnceInTheOrderOfTheFile() throws IOException {
        var audience = read("""
                Customer ID,E-Mail,First Name,Signup Date,points,VIP,interests,note
                7,Ann@Mail.Example,Ann,2026-01-05,12,yes,tents|  boots |,
                3,bob@x.example,,2025-12-31,-3.50,no,,hello
                """);
        assertThat(audience.columns())
                .containsExactly(
                        "customer_id", "email", "first_name", "signup_date", "points", "VIP", "interests", "note");
        assertThat(ids(audience)).containsExactly("7", "3");
        var ann = audience.customer(0);
        assertThat(ann.email()).isEqualTo("Ann@Mail.Example");
        assertThat(ann.field("first_name")).isEqualTo("Ann");
        assertThat(ann.field("signup_date")).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(ann.field("points")).isEqualTo(12L);
        assertThat(ann.field("vip")).isEqualTo(true);
        assertThat(ann.field("interests")).isEqualTo(List.of("tents", "boots"));
        assertThat(ann.field("note")).isNull();
        assertThat(ann.field("none")).isNull();
        assertThat(ann.text("points")).isEqualTo("12");
        assertThat(audience.customer(1).field("points")).isEqualTo(new java.math.BigDecimal("-3.50"));
        assertThat(audience.counts()).isEqualTo(new Audience.Counts(2, 0, 0));
    }

    @Test
    void lotsAreCastByIdAloneAndNotInTheOrderOfIds() throws IOException {
        List<String> rows = IntStream.range(0, 40)
                .mapToObj(i -> "c%d,c%d@mail.example\n".formatted(100 + i, i))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        rows.add("Aa,aa@mail.example\n");
        rows.add("BB,bb@mail.example\n");
        List<String> first = byLot(read("customer_id,email\n" + String.join("", rows)));
        java.util.Collections.reverse(rows);
        assertThat(byLot(read("customer_id,email\n" + String.join("", rows)))).isEqualTo(first);
        assertThat(first).doesNotHaveDuplicates().hasSize(42).containsSubsequence("Aa", "BB");
        assertThat(first).isNotEqualTo(first.stream().sorted().toList());
    }

    @Test
    void whoeverHasAnythingButANoInAColumnOfOptOutsMayNotBeMailed() throws IOException {
        String people = """
                email,opt_in,unsubscribed_at,stop
                ann@x.example,yes,,no
                bob@x.example,yes,2026-01-02,
                cy@x.example,yes,-,Nein
                dan@x.example,yes,,x
                eve@x.example,yes,,no
                eve@x.example,yes,,yes
                fay@x.example,yes,unknown,
                fay@x.example,yes,,no
                """;
        var rules = new AudienceRules(
                null, "opt_in", null, List.of("unsubscribed_at", "stop"), null, null, 0, 0, null, null);
        var audience = read(rules, people);
        assertThat(IntStream.range(0, 6).mapToObj(audience::standing))
                .containsExactly(
                        Standing.MAY_BE_MAILED,
                        Standing.NO_CONSENT,
                        Standing.MAY_BE_MAILED,
                        Standing.NO_CONSENT,
                        Standing.NO_CONSENT,
                        Standing.NO_CONSENT);
        assertThat(audience.customer(4).field("stop")).isEqualTo("yes");
    }

    private static List<String> byLot(Audience audience) {
        return IntStream.of(audience.byLot())
                .mapToObj(person -> audience.customer(person).id())
                .toList();
    }

    @Test
    void peopleAreFoundByIdAndByAddress() throws IOException {
        var audience = read("customer_id,email\n7,Ann@Mail.Example\n3,bob@x.example\n");
        assertThat(audience.personOf("3")).isEqualTo(1);
        assertThat(audience.personOf("ann@mail.example")).isEqualTo(-1);
        assertThat(audience.personAt("Ann@MAIL.example")).isEqualTo(0);
        assertThat(audience.personAt("ann@mail.example")).isEqualTo(0);
        assertThat(audience.find(" 7 ")).isEqualTo(0);
        assertThat(audience.find("bob@X.example")).isEqualTo(1);
        assertThat(audience.find("nobody")).isEqualTo(-1);
    }

    @Test
    void manyAreFoundTogetherAsEachIsFound() throws IOException {
        Customers audience = read("customer_id,email\n1,ann@mail.example\n2,ann@mail.example\n3,bob@mail.example\n");
        List<String> ids = List.of("3", "nobody", "2", "", "1");
        assertThat(audience.personsOf(ids)).containsExactly(1, -1, 0, -1, 0);
        assertThat(ids.stream().map(audience::personOf)).containsExactly(1, -1, 0, -1, 0);
        assertThat(read("customer_id,email\n").personsOf(ids)).containsOnly(-1);
        assertThat(read("email\nann@mail.example\n").personsOf(List.of("ann@mail.example", "3")))
                .containsExactly(0, -1);
    }

    @Test
    void withoutIdsTheAddressIsTheId() throws IOException {
        var audience = read("EMAIL\nAnn@Mail.Example\n");
        assertThat(ids(audience)).containsExactly("Ann@mail.example");
        assertThat(audience.personOf("Ann@MAIL.example")).isEqualTo(0);
    }

    @Test
    void rowsOfOneMailboxAreOnePerson() throws IOException {
        var audience = read("""
                customer_id,email,first_name,last_name,city
                1,ann@x.example,Ann,,
                2, ann@X.EXAMPLE ,ann,Lee,Hull
                3,ann@x.example,,Other,York
                """);
        assertThat(audience.size()).isEqualTo(1);
        assertThat(values(audience, 0)).containsExactly("1", "ann@x.example", "Ann", "Lee", "Hull");
        assertThat(audience.personOf("2")).isZero();
        assertThat(audience.personOf("3")).isZero();
        assertThat(audience.counts()).isEqualTo(new Audience.Counts(3, 2, 0));
    }

    @Test
    void rowsOfOneMailboxAreOnePersonHoweverFarApart() throws IOException {
        int people = 3_000;
        String once = IntStream.range(0, people)
                .mapToObj(i -> "c" + i + ",person" + i + "@x.example\n")
                .collect(Collectors.joining());
        var audience = read("customer_id,email\n" + once + once.replace("@x.", "@X."));
        assertThat(audience.size()).isEqualTo(people);
        assertThat(audience.counts()).isEqualTo(new Audience.Counts(2L * people, people, 0));
    }

    @Test
    void blanksOfAPersonAreCounted() throws IOException {
        var audience = read("customer_id,email,first_name,city\n1,ann@x.example,,\n2,bob@x.example,Bob, \n");
        assertThat(people(audience).map(audience::blanks)).containsExactly(2, 1);
    }

    @Test
    void differingFirstNamesMakeItMissingForGood() throws IOException {
        var audience = read("customer_id,email,first_name\n1,a@x.example,Ann\n2,a@x.example,Bob\n3,a@x.example,Ann\n");
        assertThat(audience.customer(0).field("first_name")).isNull();
    }

    @Test
    void anyNoToAnyConsentWins() throws IOException {
        var audience = read(SmallCampaign.allConsents(), """
                customer_id,email,opt_in,tracking,profiling
                1,a@x.example,yes,yes,yes
                2,a@x.example,no,yes,
                3,b@x.example,,no,yes
                4,b@x.example,yes,yes,yes
                5,c@x.example,yes,yes,yes
                6,c@x.example,SUBSCRIBED,1,ja
                """);
        assertThat(standings(audience))
                .containsExactly(Standing.NO_CONSENT, Standing.NO_CONSENT, Standing.MAY_BE_MAILED);
        assertThat(people(audience).filter(audience::allowsTracking)).containsExactly(0, 2);
        assertThat(people(audience).filter(audience::allowsPersonalization)).containsExactly(1, 2);
        assertThat(audience.customer(0).text("opt_in")).isEqualTo("no");
    }

    @Test
    void aRepeatedIdWithAnotherMailboxIsPutAside() throws IOException {
        var audience = read(
                "customer_id,email\n1,a@x.example\n1,b@x.example\n2,c@x.example\n2,a@x.example\n9,a@x.example\n9,d@x.example\n");
        assertThat(ids(audience)).containsExactly("1", "2");
        assertThat(rejects.examples(0, 9))
                .containsExactly(
                        "customers.csv:3: column customer_id: \"1\" already belongs to another address in an earlier row",
                        "customers.csv:5: column customer_id: \"2\" already belongs to another address in an earlier row",
                        "customers.csv:7: column customer_id: \"9\" already belongs to another address in an earlier row");
        assertThat(audience.counts()).isEqualTo(new Audience.Counts(6, 1, 3));
    }

    @Test
    void unusableRowsArePutAsideWithTheirReason() throws IOException {
        var audience = read(SmallCampaign.consentNotRecorded(), List.of(), Map.of("birthday", "date"), """
                customer_id,email,first_name,birthday
                1,ann@,Ann,
                2,,Bob,
                ,c@x.example,Cid,
                4,d@x.example,"D
                Bcc: all@x.example",
                5,e@x.example,Eve,soon
                6,f@x.example,Fay,2001-02-03
                """);
        assertThat(ids(audience)).containsExactly("6");
        assertThat(rejects.examples(0, 9))
                .containsExactly(
                        "customers.csv:2: column email: expected an address, found \"ann@\"",
                        "customers.csv:3: column email: expected an address, found nothing",
                        "customers.csv:4: column customer_id: expected an id, found nothing",
                        "customers.csv:5: a line break or control character in \"D\uFFFDBcc: all@x.example\", which may reach a mail's header",
                        "customers.csv:7: column birthday: expected a date, found \"soon\"");
    }

    @Test
    void namesIdsAndPostcodesStayText() throws IOException {
        var audience = read("customer_id,email,first_name,zip,phone,score\n01,a@x.example,1,01234,491234,5\n");
        assertThat(values(audience, 0)).containsExactly("01", "a@x.example", "1", "01234", "491234", 5L);
    }

    @Test
    void optOutsAreReadInEveryWayAListIsWritten() throws IOException {
        Files.writeString(folder.resolve("list.txt"), "ANN@x.example\n@gone.example\n");
        Files.writeString(
                folder.resolve("ids.csv"),
                "customer_id;reason;date\n3;hard bounce;\n4;Spam;\n5;unsubscribed;2026-01-01\n99;;\n");
        Files.writeString(folder.resolve("none.txt"), "");
        var audience = read(
                SmallCampaign.consentNotRecorded(),
                List.of("list.txt", "ids.csv", "none.txt"),
                Map.of(),
                "customer_id,email\n1,ann@x.example\n2,b@Gone.example\n3,c@x.example\n4,d@x.example\n5,e@x.example\n6,f@x.example\n");
        assertThat(standings(audience))
                .containsExactly(
                        Standing.SUPPRESSED,
                        Standing.SUPPRESSED,
                        Standing.BOUNCED,
                        Standing.COMPLAINED,
                        Standing.UNSUBSCRIBED,
                        Standing.MAY_BE_MAILED);
        assertThat(audience.warnings()).containsExactly("1 opt-out names nobody in the customer file");
    }

    @Test
    void aLaterDatedSubscriptionLiftsAnUnsubscriptionOnly() throws IOException {
        var audience =
                read("customer_id,email\n1,a@x.example\n2,b@x.example\n3,c@x.example\n4,d@x.example\n5,e@x.example\n");
        var suppressions = audience.suppressions();
        suppressions.unsubscribed(0, 100);
        suppressions.subscribed(0, 101);
        suppressions.subscribed(1, 100);
        suppressions.unsubscribed(1, 100);
        suppressions.unsubscribed(2, Suppressions.UNDATED);
        suppressions.subscribed(2, 101);
        suppressions.complained(3);
        suppressions.subscribed(3, 101);
        suppressions.unsubscribed(4, 100);
        suppressions.subscribed(4, Suppressions.UNDATED);
        assertThat(standings(audience))
                .containsExactly(
                        Standing.MAY_BE_MAILED,
                        Standing.UNSUBSCRIBED,
                        Standing.UNSUBSCRIBED,
                        Standing.COMPLAINED,
                        Standing.UNSUBSCRIBED);
    }

    @Test
    void theFirstReasonInTheOrderOfTheContractIsGiven() throws IOException {
        var audience = read("customer_id,email\n1,a@x.example\n");
        audience.suppressions().suppressed(0);
        audience.suppressions().bouncedHard(0);
        assertThat(audience.standing(0)).isEqualTo(Standing.BOUNCED);
        audience.suppressions().complained(0);
        assertThat(audience.standing(0)).isEqualTo(Standing.COMPLAINED);
        audience.suppressions().unsubscribed(0, 1);
        assertThat(audience.standing(0)).isEqualTo(Standing.UNSUBSCRIBED);
    }

    @Test
    void aZoneComesFromTheColumnElseTheCountryElseTheCampaign() throws IOException {
        var audience = read("""
                customer_id,email,country,time_zone
                1,a@x.example,US,Europe/Paris
                2,b@x.example,Deutschland,
                3,c@x.example,us,
                4,d@x.example,JP,Nowhere/Land
                5,e@x.example,GBR,america/los angeles
                """);
        assertThat(people(audience).mapToObj(person -> audience.customer(person).zone()))
                .containsExactly(
                        ZoneId.of("Europe/Paris"),
                        ZoneId.of("Europe/Berlin"),
                        ZoneId.of("America/New_York"),
                        ZoneId.of("Asia/Tokyo"),
                        ZoneId.of("America/Los_Angeles"));
        assertThat(audience.warnings())
                .containsExactly("1 person has a time zone that nobody knows, such as \"Nowhere/Land\"; "
                        + "their country or the campaign's zone is taken");
    }

    @Test
    void aLanguageIsKnownByCodeAndByName() throws IOException {
        var audience = read("""
                customer_id,email,language
                1,a@x.example,DE
                2,b@x.example,de_AT
                3,c@x.example,German
                4,d@x.example,allemand
                5,e@x.example,Deutsch (Schweiz)
                6,f@x.example,fr
                7,g@x.example,
                8,h@x.example,eng
                """);
        assertThat(people(audience).mapToObj(person -> audience.customer(person).language()))
                .containsExactly("de", "de", "de", "de", "de", "en", "en", "en");
    }

    @Test
    void aMomentWithoutAnOffsetIsInTheCampaignsZone() throws IOException {
        var audience = read(
                "customer_id,email,last_visit\n1,a@x.example,2026-01-05 10:00:00\n2,b@x.example,2026-01-05T10:00Z\n");
        assertThat(audience.customer(0).field("last_visit")).isEqualTo(Instant.parse("2026-01-05T15:00:00Z"));
        assertThat(audience.customer(1).field("last_visit")).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
    }

    @Test
    void aConsentColumnThatIsMissingIsAProblem() {
        assertThatThrownBy(() ->
                        read(SmallCampaign.consentIn("marketing_opt_in"), "email,marketing_optin_x\na@x.example,yes\n"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("expected the column marketing_opt_in that audience.consent names")
                .hasMessageContaining("Did you mean marketing_optin_x?");
    }

    @Test
    void aConsentColumnIsFoundByItsHeaderAsTheFileHasIt() throws IOException {
        var audience = read(
                SmallCampaign.consentIn("Accepts Email Marketing"), "email,Accepts Email Marketing\na@x.example,yes\n");
        assertThat(standings(audience)).containsExactly(Standing.MAY_BE_MAILED);
    }

    @Test
    void nobodyCanTellWhichOfTwoEqualHeadersConsentsOrOptsOut() {
        assertThatThrownBy(() -> read(
                        SmallCampaign.consentIn("marketing_opt_in"),
                        "email,Marketing Opt In,marketing_opt_in\na@x.example,yes,no\n"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("column marketing_opt_in: the header \"Marketing Opt In\" occurs twice")
                .hasMessageContaining("in columns 2 and 3");
        assertThatThrownBy(() -> read(
                        new AudienceRules(null, null, "asked", List.of("do_not_email"), null, null, 0, 0, null, null),
                        "email,Do not email,do_not_email\na@x.example,,yes\n"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("the header \"Do not email\" occurs twice");
    }

    @Test
    void aSecondHeaderCanBeMeantByTheNameThatItGets() throws IOException {
        var audience = read(SmallCampaign.consentIn("ok_2"), "email,ok,ok\na@x.example,yes,no\n");
        assertThat(standings(audience)).containsExactly(Standing.NO_CONSENT);
    }

    private Customers read(String text) throws IOException {
        return read(SmallCampaign.consentNotRecorded(), text);
    }

    private Customers read(AudienceRules rules, String text) throws IOException {
        return read(rules, List.of(), Map.of(), text);
    }

    private Customers read(AudienceRules rules, List<String> optOuts, Map<String, String> types, String text)
            throws IOException {
        Files.writeString(folder.resolve("customers.csv"), text);
        var campaign = SmallCampaign.in(folder)
                .customers(types)
                .suppressions(optOuts)
                .rules(rules)
                .schedule(SmallCampaign.atOnce(ZoneId.of("America/New_York")))
                .campaign();
        return Audience.read(campaign, rejects);
    }

    private static IntStream people(Audience audience) {
        return IntStream.range(0, audience.size());
    }

    private static List<String> ids(Audience audience) {
        return people(audience)
                .mapToObj(person -> audience.customer(person).id())
                .toList();
    }

    private static List<Standing> standings(Audience audience) {
        return people(audience).mapToObj(audience::standing).toList();
    }

    private static List<Object> values(Audience audience, int person) {
        var customer = audience.customer(person);
        return audience.columns().stream().map(customer::field).toList();
    }
}
