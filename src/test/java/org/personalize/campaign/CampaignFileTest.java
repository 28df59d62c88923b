package org.personalize.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.campaign.Text.Line;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

class CampaignFileTest {

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void layOut() {
        folder = new Folder(temp);
        folder.write("spring-sale.ftlh", "");
        folder.write("spring-sale.ftl", "");
    }

    private Line line(String source, long line, long column) {
        return new Line(source, Place.at(temp.resolve("c.yaml").toString(), line, column));
    }

    private Place place(long line, long column) {
        return Place.at(temp.resolve("c.yaml").toString(), line, column);
    }

    @Test
    void everyKeyOfTheContractIsRead() {
        Campaign read = CampaignFile.read(folder.write("c.yaml", Folder.everything()), Folder.SIGNED_IN, Folder.ALL);
        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(new Campaign(
                        "spring-sale",
                        temp.resolve("c.yaml"),
                        temp,
                        new Campaign.Sender("Acme Outdoor", "news@acme.example"),
                        "help@acme.example",
                        sources(),
                        List.of("en", "de"),
                        List.of(
                                new Campaign.Variant(
                                        "plain",
                                        new Text(Map.of(
                                                "", line("Spring is here, ${customer.first_name!'friend'}", 13, 12)))),
                                new Campaign.Variant(
                                        "picked",
                                        new Text(Map.of(
                                                "en", line("${slots.picks[0].title} and more for you", 14, 17),
                                                "de", line("Für dich: ${slots.picks[0].title}", 14, 65))))),
                        new Campaign.Split(false, Map.of("plain", 0.8, "picked", 0.2)),
                        Campaign.Goal.REVENUE,
                        new Text(Map.of("", line("Chosen for you by people with muddy boots", 17, 13))),
                        temp.resolve("spring-sale.ftlh"),
                        temp.resolve("spring-sale.ftl"),
                        List.of(
                                new Campaign.Signal("purchase", 3, null),
                                new Campaign.Signal("cart", 2, null),
                                new Campaign.Signal("click", 1, null),
                                new Campaign.Signal("view", 0.3, null),
                                new Campaign.Signal("rating", 2, line("event.value >= 4", 20, 70))),
                        Set.of("age", "gender"),
                        new AudienceRules(
                                line("customer.country == 'DE' && (profile.days_since_purchase!999) > 30", 23, 11),
                                "marketing_opt_in",
                                null,
                                List.of("do_not_email", "left_on"),
                                "allows_tracking",
                                "profiling_ok",
                                3,
                                3,
                                Duration.ofDays(300),
                                new AudienceRules.Follows("welcome-1", Duration.ofDays(3))),
                        new Campaign.Groups(0.05, 0.1),
                        slots(),
                        schedule(),
                        5,
                        smtp(),
                        new Dkim(
                                "acme.example",
                                "s1",
                                temp.resolve("dkim.pem"),
                                new Dkim.Ed25519("s2", temp.resolve("dkim-ed25519.pem"))),
                        new Campaign.Compliance(
                                "Acme Outdoor, 1 Hill Road, Sheffield",
                                "https://acme.example/u/${token}",
                                "mailto:unsubscribe@acme.example?subject=${token}",
                                "https://acme.example/p/${token}",
                                "sales"),
                        new Campaign.Links(true, "pz"),
                        new Campaign.Images(temp.resolve("images"), "https://cdn.acme.example/mail/"),
                        temp.resolve("learned"),
                        temp.resolve("main.db").toString(),
                        temp.resolve("main.key"),
                        "spring"));
    }

    private Sources sources() {
        return new Sources(
                new Sources.Source(
                        temp,
                        "customers.csv",
                        Map.of("customer_id", "Shopper", "email", "E-mail Address"),
                        Map.of("birthday", "date"),
                        place(5, 21)),
                new Sources.Source(temp, "items.csv", Map.of(), Map.of(), place(6, 10)),
                new Sources.Source(temp, "events/*.csv", Map.of(), Map.of(), place(7, 11)),
                List.of(new Sources.Source(temp, "optouts/*.csv", Map.of(), Map.of(), place(8, 17))),
                Map.of(
                        "customers", Duration.ofHours(26),
                        "items", Duration.ofDays(2),
                        "events", Duration.ofDays(7),
                        "suppressions", Duration.ofHours(26)),
                new Sources.Range(1500, 2500));
    }

    private List<Slot> slots() {
        return List.of(
                new Slot(
                        "hero",
                        1,
                        1,
                        Slot.Otherwise.POPULAR,
                        Slot.From.ALL,
                        line("item.category == 'story'", 34, 28),
                        false,
                        null,
                        0,
                        List.of(),
                        Map.of()),
                new Slot(
                        "picks",
                        4,
                        2,
                        Slot.Otherwise.HIDE,
                        Slot.From.ALL,
                        line("item.in_stock", 35, 58),
                        true,
                        Duration.ofDays(30),
                        2,
                        List.of("tent-7"),
                        Map.of("sale-3", 2.0)));
    }

    private static Schedule schedule() {
        return new Schedule(
                true,
                new Schedule.Edge(LocalDateTime.of(2026, 3, 2, 7, 0), null),
                new Schedule.Edge(LocalDateTime.of(2026, 3, 4, 21, 0), null),
                new Schedule.QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0)),
                Set.of(DayOfWeek.SUNDAY),
                Set.of(LocalDate.of(2026, 4, 6)),
                ZoneId.of("Europe/Berlin"),
                50_000,
                0.03,
                Duration.ofHours(2),
                Schedule.Repeat.WEEKLY,
                true);
    }

    private static Smtp smtp() {
        return new Smtp(
                "localhost",
                2525,
                Smtp.Security.TLS,
                "ann",
                "hunter2",
                8,
                100,
                Map.of("gmail.com", 20.0),
                List.of(500, 1000, 2000),
                List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30)),
                Duration.ofHours(48),
                Smtp.Relay.SES,
                "b+${token}@bounce.acme.example",
                new Smtp.StopWhen(50, 0.03));
    }

    @Test
    void aNameIsEnoughForACommandThatDemandsNothing() {
        Campaign read = folder.read("campaign: bare");
        assertThat(read.schedule())
                .isEqualTo(new Schedule(
                        false,
                        null,
                        null,
                        null,
                        Set.of(),
                        Set.of(),
                        ZoneOffset.UTC,
                        0,
                        0,
                        null,
                        Schedule.Repeat.NEVER,
                        false));
        assertThat(read.ledger()).isEqualTo(temp.resolve("personalize.db").toString());
        assertThat(read.secret()).isEqualTo(temp.resolve("personalize.key"));
        assertThat(read.models()).isEqualTo(temp.resolve("models"));
        assertThat(read.seed()).isEqualTo("personalize");
        assertThat(read.languages()).containsExactly("en");
        assertThat(read.smtp()).isNull();
        assertThatThrownBy(read::template).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(read::from).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatARelayNeedsHasTheDefaultsOfTheContract() {
        Smtp smtp = folder.read("campaign: a\nsmtp: {host: relay.example}").smtp();
        assertThat(smtp)
                .isEqualTo(new Smtp(
                        "relay.example",
                        25,
                        Smtp.Security.STARTTLS,
                        null,
                        null,
                        4,
                        0,
                        Map.of(),
                        List.of(),
                        List.of(
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(30),
                                Duration.ofHours(2)),
                        Duration.ofHours(72),
                        Smtp.Relay.PLAIN,
                        null,
                        new Smtp.StopWhen(0, 0)));
    }

    @Test
    void aMapUnderSubjectIsOfVariantsEvenWhenTheyAreCalledLikeLanguages() {
        Campaign read = folder.read("campaign: a\nlanguages: [en, de]\nsubject: {en: Hello, de: Hallo}");
        assertThat(read.subjects()).extracting(Campaign.Variant::name).containsExactly("en", "de");
        assertThat(read.split().shares()).isEqualTo(Map.of("en", 0.5, "de", 0.5));
        assertThat(read.warnings()).singleElement().asString().contains("subject: {only: {…}}");
    }

    @Test
    void noMailIsMadeWhoseSubjectsLanguageIsDrawnByChance() {
        String template = "campaign: a\ntemplate: t.ftlh\n";
        folder.write("t.ftlh", "Hello");
        for (String languages : List.of("[en, de]", "[en, de, fr, ja]", "[de]")) {
            String yaml = template + "languages: " + languages + "\nsubject: {en: Hello, de: Hallo}";
            assertThat(folder.mistakes(yaml, Demand.TEMPLATE))
                    .singleElement()
                    .asString()
                    .startsWith("c.yaml:4:10: subject: variants are called like languages, ")
                    .contains("by chance", "subject: {only: {…}}");
        }
        String real = template + "languages: [en, de]\nsubject: {plain: Hello, warm: Hi}";
        assertThat(folder.mistakes(real, Demand.TEMPLATE)).isEmpty();
    }

    @Test
    void aVariantCanSplitByLanguage() {
        Campaign read = folder.read("campaign: a\nlanguages: [en, de]\nsubject: {only: {en: Hello, de: Hallo}}");
        assertThat(read.subjects())
                .containsExactly(new Campaign.Variant(
                        "only", new Text(Map.of("en", line("Hello", 3, 22), "de", line("Hallo", 3, 33)))));
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void theOrderOfVariantsIsThatOfTheFile() {
        Campaign read = folder.read("campaign: a\nsubject: {z: 1, y: 2, x: 3, w: 4, v: 5}\nsplit: learn");
        assertThat(read.split().learns()).isTrue();
        assertThat(read.split().shares().keySet()).containsExactly("z", "y", "x", "w", "v");
    }

    @Test
    void consentMayBeReplacedByTheReasonWhyNoneIsRecorded() {
        AudienceRules rules = folder.read(
                        "campaign: a\naudience: {consent: {not_recorded: members of the club}}", Demand.CONSENT)
                .audience();
        assertThat(rules.consentColumn()).isNull();
        assertThat(rules.notRecorded()).isEqualTo("members of the club");
    }

    @Test
    void theOptOutMayBeAListOfPageAndMailAddress() {
        String both =
                "campaign: a\ncompliance: {unsubscribe: [\"mailto:u+${token}@a.example\", \"https://a.example/${token}\"]}";
        assertThat(folder.read(both).compliance())
                .isEqualTo(new Campaign.Compliance(
                        null, "https://a.example/${token}", "mailto:u+${token}@a.example", null, "news"));
    }

    @Test
    void quotesInValuesAndNullsMeanWhatAMarketerExpects() {
        Campaign read = folder.read("campaign: \"a\"\npriority: \"7\"\npreheader: ~\nsmtp: {host: h, port: '587'}");
        assertThat(read.priority()).isEqualTo(7);
        assertThat(read.smtp().port()).isEqualTo(587);
        assertThat(read.preheader()).isNull();
    }

    @Test
    void aFoldedConditionIsOneCondition() {
        Campaign read = folder.read("campaign: a\naudience:\n  where: >\n    customer.a == 'x'\n    && customer.b\n");
        assertThat(read.audience().where().source()).isEqualTo("customer.a == 'x' && customer.b");
    }

    @Test
    void aFileInUtf16IsReadByItsMark() {
        byte[] yaml = "\uFEFFcampaign: a\nsubject: Grüße".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        assertThat(folder.mistakes(yaml)).isEmpty();
    }

    @Test
    void noRecordShowsASecret() {
        String yaml = Folder.everything().replace("main.db", "jdbc:postgresql://db/p?password=hunter2");
        Campaign read = folder.read(yaml, Demand.SMTP);
        assertThat(read.smtp().password()).isEqualTo("hunter2");
        assertThat(read.ledger()).contains("hunter2");
        assertThat(List.of(read, read.smtp(), read.dkim()).toString()).doesNotContain("hunter2");
    }

    @Test
    void aVariableThatIsMissingIsNotAlsoSaidToBeAKeyThatIsMissing() {
        Path file = new Folder(temp)
                .write(
                        "c.yaml",
                        "campaign: c\nsmtp: {host: h, username: \"${env.SMTP_USER}\", password: \"${env.SMTP_PASSWORD}\"}\n");
        assertThatThrownBy(() -> CampaignFile.read(file, Map.of("SMTP_USER", "ann"), Set.of(Demand.SMTP)))
                .isInstanceOfSatisfying(
                        InputProblem.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .asString()
                                .contains("smtp.password: the environment has no variable SMTP_PASSWORD"));
        assertThat(CampaignFile.read(file, Map.of("SMTP_USER", "ann"), Set.of()).name())
                .isEqualTo("c");
    }
}
