package org.personalize.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalize.template.Workshop.customer;
import static org.personalize.template.Workshop.failure;
import static org.personalize.template.Workshop.fields;
import static org.personalize.template.Workshop.fill;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.problem.Place;

class RenderingTest {

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() {
        workshop = new Workshop(folder);
    }

    @Test
    void aValueIsEscapedInHtmlAndPlainInASubject() {
        workshop.with("a.ftlh", "<p title=\"${customer.name}\">${customer.name}</p>");
        Fields ann = customer("name", "<script>alert(\"Ann & Bob's\")</script>");
        assertThat(fill(workshop.html("a.ftlh"), ann))
                .isEqualTo("<p title=\"&lt;script&gt;alert(&quot;Ann &amp; Bob&#39;s&quot;)&lt;/script&gt;\">"
                        + "&lt;script&gt;alert(&quot;Ann &amp; Bob&#39;s&quot;)&lt;/script&gt;</p>");
        assertThat(fill(workshop.line("Hi ${customer.name}"), ann))
                .isEqualTo("Hi <script>alert(\"Ann & Bob's\")</script>");
    }

    @Test
    void aValueIsNeverTemplateCode() {
        workshop.with("a.ftlh", "${customer.name} ${\"${customer.name}\"}<#assign x>${customer.name}</#assign>${x}");
        String code = "${customer.id}<#stop>${1+1}";
        String escaped = "${customer.id}&lt;#stop&gt;${1+1}";
        assertThat(fill(workshop.html("a.ftlh"), customer("name", code, "id", "7")))
                .isEqualTo(escaped + " " + escaped + escaped);
    }

    @Test
    void macrosOfAnImportedLibraryWrapWhatIsNested() {
        workshop.with(
                        "spring.ftlh",
                        "<#import \"shared/layout.ftlh\" as mail><@mail.page title=\"A & B\">"
                                + "<#list items as item><@mail.card item=item; n>${n}</@mail.card></#list></@mail.page>")
                .with(
                        "shared/layout.ftlh",
                        "<#import \"../parts/card.ftlh\" as parts>"
                                + "<#macro page title><h1>${title}</h1><#nested></#macro>"
                                + "<#macro card item><@parts.box>${item.title}<#nested 5></@parts.box></#macro>")
                .with("parts/card.ftlh", "<#macro box><td><#nested></td></#macro>");
        Fields scope = fields("items", List.of(fields("title", "Tent"), fields("title", "Boots")));
        assertThat(fill(workshop.html("spring.ftlh"), scope))
                .isEqualTo("<h1>A &amp; B</h1><td>Tent5</td><td>Boots5</td>");
    }

    @Test
    void aDayIsTheSameDayInEveryZone() throws RenderFailure {
        Template line = workshop.line("${customer.birthday?string('yyyy-MM-dd')} ${customer.birthday}");
        for (String zone : List.of("Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata", "America/Sao_Paulo")) {
            assertThat(line.render(customer("birthday", LocalDate.of(1990, 10, 21)), Locale.ENGLISH, ZoneId.of(zone))
                            .output())
                    .as(zone)
                    .isEqualTo("1990-10-21 Oct 21, 1990");
        }
    }

    @Test
    void pointsInTimeAreWrittenInTheZoneAndLanguageOfThePerson() {
        Template line = workshop.line("${send.local_time?string('EEEE d MMMM HH:mm')} ${now?string('HH:mm')}");
        Fields scope = fields(
                "send", fields("local_time", ZonedDateTime.of(2026, 3, 2, 7, 30, 0, 0, ZoneId.of("Europe/Berlin"))),
                "now", Instant.parse("2026-03-02T06:00:00Z"));
        assertThat(fill(line, scope, Locale.GERMAN)).isEqualTo("Montag 2 März 07:30 07:00");
    }

    @Test
    void daysAndPointsInTimeCanBeCompared() {
        Template line = workshop.line("${(customer.birthday == now?date)?c} ${(customer.birthday < now?date)?c}"
                + " ${('2026-03-02'?date('yyyy-MM-dd') == customer.birthday)?c}");
        Fields scope = fields(
                "customer", fields("birthday", LocalDate.of(2026, 3, 2)), "now", Instant.parse("2026-03-02T22:59:00Z"));
        assertThat(fill(line, scope)).isEqualTo("true false true");
    }

    @Test
    void numbersArePrintedForPeopleAndForMachines() {
        Template line = workshop.line("${item.price} ${item.price?c} ${item.price?string('0.00')} ${item.price * 2}");
        Fields scope = fields("item", fields("price", new BigDecimal("1234.5")));
        assertThat(fill(line, scope, Locale.GERMAN)).isEqualTo("1.234,5 1234.5 1234,50 2.469");
    }

    @Test
    void aMapIsListedInAnOrderThatNeverChanges() {
        Template line = workshop.line("<#list prices as k, v>${k}=${v};</#list> ${prices?keys?join(',')}");
        assertThat(fill(line, fields("prices", Map.of("de", 3, "at", 1, "ch", 2))))
                .isEqualTo("at=1;ch=2;de=3; at,ch,de");
    }

    @Test
    void aFunctionGetsPlainValues() {
        Fields.Function echo = arguments -> arguments.toString();
        Template line = workshop.line("${f('a', 1, true, [2, 'b'], day, '2026-01-02'?date('yyyy-MM-dd'))}");
        assertThat(fill(line, fields("f", echo, "day", LocalDate.of(2026, 1, 1))))
                .isEqualTo("[a, 1, true, [2, b], 2026-01-01, 2026-01-02]");
    }

    @Test
    void whatAFunctionCannotWorkWithHoldsThatPerson() {
        Fields.Function picky = arguments -> {
            throw new IllegalArgumentException("received() wants a campaign's name");
        };
        RenderFailure failure = failure(workshop.line("Hi ${received(5)}"), fields("received", picky));
        assertThat(failure.kind()).isEqualTo(RenderFailure.Kind.OTHER);
        assertThat(failure).hasMessage("received() wants a campaign's name");
    }

    @Test
    void aMissingValueIsNamedWithItsPlace() {
        workshop.with("a.ftlh", "<p>\n  Dear ${customer.first_name},\n</p>");
        RenderFailure failure = failure(workshop.html("a.ftlh"), customer());
        assertThat(failure.kind()).isEqualTo(RenderFailure.Kind.MISSING);
        assertThat(failure.place()).isEqualTo(Place.at(folder.getFileName() + "/a.ftlh", 2, 10));
        assertThat(failure.expression()).isEqualTo("customer.first_name");
        assertThat(failure)
                .hasMessage("customer.first_name is missing, and the template does not say what then;"
                        + " write customer.first_name!'…' or ask with ??");
    }

    @Test
    void aMissingValueInASubjectIsPlacedWithinTheYamlValue() {
        RenderFailure failure = failure(workshop.line("Hi ${customer.first_name}"), customer());
        assertThat(failure.place()).isEqualTo(Place.at("spring.yaml", 4, 16));
    }

    @Test
    void textThatIsUsedAsANumberSaysHowToDeclareIt() {
        Fields ann = customer("age", "abc");
        assertThat(failure(workshop.line("${customer.age * 2}"), ann))
                .hasMessage("customer.age is text (\"abc\"), but a number is needed here;"
                        + " declare it as a number under data.customers.types, or write customer.age?number");
        RenderFailure compared = failure(workshop.line("<#if (customer.age > 30)>old</#if>"), ann);
        assertThat(compared.kind()).isEqualTo(RenderFailure.Kind.WRONG_TYPE);
        assertThat(compared)
                .hasMessage("customer.age is text (\"abc\"), but it is compared with a number;"
                        + " declare it as a number under data.customers.types, or write customer.age?number");
    }

    @Test
    void everyFailureIsOneSentence() {
        Fields scope = fields(
                "customer", fields("vip", true, "name", "Ann", "tags", List.of("a")), "day", LocalDate.of(2026, 1, 1));
        for (String source : List.of(
                "${customer.vip}",
                "${customer}",
                "${customer.tags}",
                "${customer.name?date}",
                "${1/0}",
                "${customer.name.x}",
                "${customer.name()}",
                "<#list customer.name as x></#list>",
                "${customer.name?number}",
                "${customer.name[100]}",
                "<#stop 'too bad'>",
                "${(customer.name > customer.name)?c}",
                "${customer.tags[3]}",
                "${day?string('QQQQ')}",
                "${customer + customer}",
                "<@customer.name/>",
                "${customer.name?boolean?c}",
                "${customer.name?then(1,2)}",
                "${'a'?string('x')}",
                "${(day == customer.name)?c}",
                "${[1,2]?chunk(0)?size}")) {
            RenderFailure failure = failure(workshop.line(source), scope);
            assertThat(failure.getMessage())
                    .as(source)
                    .doesNotContain("\n")
                    .doesNotContain("FTL")
                    .isNotBlank();
        }
    }
}
