package org.personalize.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.template.Condition.Answer;
import org.personalize.template.RenderFailure.Kind;

class TemplateRoomTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Place PLACE = Place.at("spring.yaml", 4, 10);
    private static final Limits TIGHT = new Limits(Duration.ofMillis(500), 64L << 20, 100_000, 50_000);

    @TempDir
    Path folder;

    private TemplateRoom room() {
        return new TemplateRoom(folder, UnaryOperator.identity(), TIGHT);
    }

    private static Fields scope(Map<String, Object> values) {
        return values::get;
    }

    private static Fields person(Object... namesAndValues) {
        Map<String, Object> customer = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            customer.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return scope(Map.of("customer", customer));
    }

    private String line(String source, Fields scope) throws RenderFailure {
        return room().line(source, PLACE).render(scope, Locale.ENGLISH, ZONE).output();
    }

    private Template html(String source) throws IOException {
        Files.writeString(folder.resolve("mail.ftlh"), source);
        return room().html(folder.resolve("mail.ftlh"));
    }

    private String rendered(String source, Fields scope) throws IOException, RenderFailure {
        return html(source).render(scope, Locale.ENGLISH, ZONE).output();
    }

    @Test
    void valuesAreFilledInAndBlanksHaveADefault() throws RenderFailure {
        assertThat(line("Hello ${customer.first_name!'friend'}", person("first_name", "Ann")))
                .isEqualTo("Hello Ann");
        assertThat(line("Hello ${customer.first_name!'friend'}", person())).isEqualTo("Hello friend");
    }

    @Test
    void htmlIsEscapedAndTextIsNot() throws Exception {
        Fields hostile = person("first_name", "<script>alert('&')</script>");
        assertThat(rendered("<p>${customer.first_name}</p>", hostile))
                .isEqualTo("<p>&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>");
        assertThat(line("${customer.first_name}", hostile)).isEqualTo("<script>alert('&')</script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${1+1}", "<#assign x=1>", "${customer.email}", "#{7*7}", "<@mail.page/>", "[=1+1]"})
    void aValueNeverBecomesTemplateCode(String value) throws Exception {
        assertThat(line("${customer.first_name}", person("first_name", value))).isEqualTo(value);
    }

    @Test
    void aMissingValueNamesTemplateLineAndExpression() throws Exception {
        Template template = html("<p>\n  Dear ${customer.first_name},\n</p>");
        RenderFailure failure = catchThrowableOfType(
                RenderFailure.class, () -> template.render(person("email", "ann@x.example"), Locale.ENGLISH, ZONE));
        assertThat(failure.kind()).isEqualTo(Kind.MISSING);
        assertThat(failure.place()).isEqualTo(Place.at("mail.ftlh", 2, 10));
        assertThat(failure.expression()).isEqualTo("customer.first_name");
        assertThat(failure)
                .hasMessageContaining("customer.first_name is missing")
                .hasMessageNotContaining("ann@");
    }

    @Test
    void textThatIsUsedAsANumberIsSaidClearly() {
        RenderFailure failure =
                catchThrowableOfType(RenderFailure.class, () -> line("${customer.age * 2}", person("age", "forty")));
        assertThat(failure.kind()).isEqualTo(Kind.WRONG_TYPE);
        assertThat(failure).hasMessageContaining("customer.age is not a number").hasMessageNotContaining("forty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${customer?api.class}",
                "${\"1+1\"?eval}",
                "${'<#assign x=1>'?interpret}",
                "<@'x'?interpret/>",
                "${'{}'?eval_json}",
                "${\"${'x'?new()}\"}",
                "${\"a ${\"b ${'c'?eval}\"}\"}",
                "${'x'?left_pad(1000000000)}",
                "${'x'?right_pad(9)}",
                "${.data_model}",
                "${.main}",
                "${.now}",
                "${.vars['x']}",
                "${.get_optional_template('x').include()}",
                "<#setting locale='de'>",
                "<#attempt>${x}<#recover></#attempt>",
                "<#stop 'now'>",
                "<#ftl output_format='XML'>",
                "<#outputformat 'plainText'>x</#outputformat>",
                "<#noautoesc>${x}</#noautoesc>",
                "${x?no_esc}",
                "<#visit x>",
                "<#recurse x>",
                "<#include x>",
                "<#import customer.name as y>",
                "<#assign x = y?replace(y, y)>",
                "${x?join(y)}",
                "${(1..100000000)?join(',')}",
                "<#assign r = 1..n>",
                "<#list xs?map(x -> x?eval) as y></#list>",
                "<#macro m a='x'?eval></#macro>",
                "<@m a='x'?eval/>",
                "<#function f><#return 'x'?new()></#function>",
                "<#switch x><#case 'x'?eval>y</#switch>",
                "<#if x?api??>y</#if>"
            })
    void whatIsNotListedIsRefusedWithItsPlace(String source) throws IOException {
        assertThatThrownBy(() -> html("<p>fine</p>\n" + source))
                .isInstanceOfSatisfying(
                        InputProblem.class,
                        e -> assertThat(e.problems()).isNotEmpty().allSatisfy(p -> {
                            assertThat(p.place().file()).isEqualTo("mail.ftlh");
                            assertThat(p.place().line()).isBetween(1L, 2L);
                        }));
    }

    @Test
    void everyMistakeIsNamedAtOnceWithTheNearestAllowedName() {
        assertThatThrownBy(() -> html("${a?api}\n${b?eval}\n${c?uper_case}"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("mail.ftlh:")
                .hasMessageContaining("Unknown built-in");
        assertThatThrownBy(() -> html("${a?api}\n${b?eval}"))
                .isInstanceOfSatisfying(
                        InputProblem.class, e -> assertThat(e.problems()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#assign s='xxxxxxxx'><#list 1..60 as i><#assign s=s+s></#list>",
                "<#assign s='xxxxxxxx'><#list 1..60 as i><#assign s>${s}${s}</#assign></#list>",
                "<#macro m n><@m n+1/></#macro><@m 0/>",
                "<#function f n><#return f(n+1)></#function>${f(0)}",
                "<#list 1.. as i></#list>",
                "<#list 1..1000000000 as i></#list>",
                "<#list 1..200000 as i>xxxxxxxxxx</#list>",
                "<#assign s=[1]><#list 1..60 as i><#assign s=s+s></#list>${s?size}",
                "<#assign s='xxxxxxxxxxxxxxxxxxxx'><#list 1..20 as i><#assign s=s?replace('x','xxxxxxxxxxxxxxxxxxxx')></#list>"
            })
    void aRunawayTemplateIsStoppedAndTheThreadIsCleanAfterwards(String source) throws IOException {
        Template template = html(source);
        RenderFailure failure =
                catchThrowableOfType(RenderFailure.class, () -> template.render(person(), Locale.ENGLISH, ZONE));
        assertThat(failure.kind()).isEqualTo(Kind.LIMIT);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void includesStayInTheFolder(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("secret.ftlh"), "secret");
        Files.createSymbolicLink(folder.resolve("link.ftlh"), elsewhere.resolve("secret.ftlh"));
        for (String name :
                List.of("../secret.ftlh", "/etc/passwd", "link.ftlh", "file:///etc/passwd", "missing.ftlh")) {
            assertThatThrownBy(() -> html("<#include '" + name + "'>"))
                    .as(name)
                    .isInstanceOf(InputProblem.class)
                    .hasMessageContaining("mail.ftlh:1:1");
        }
    }

    @Test
    void importedFilesAreInspectedAndTheirMacrosWork() throws Exception {
        Files.createDirectories(folder.resolve("shared"));
        Files.writeString(
                folder.resolve("shared/layout.ftlh"), "<#macro page title><h1>${title}</h1><#nested></#macro>");
        assertThat(rendered(
                        "<#import 'shared/layout.ftlh' as mail><@mail.page title='A & B'>hi ${customer.name}</@mail.page>",
                        person("name", "<Ann>")))
                .isEqualTo("<h1>A &amp; B</h1>hi &lt;Ann&gt;");
        Files.writeString(folder.resolve("shared/layout.ftlh"), "\n${'x'?eval}");
        assertThatThrownBy(() -> html("<#import 'shared/layout.ftlh' as mail>"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("shared/layout.ftlh:2:3");
    }

    @Test
    void everyBranchThatIsWalkedIsKnown() throws Exception {
        Template template = html(
                "<#if customer.vip!false>gold\n<#else>\nplain</#if>\n<#list customer.xs as x>${x}<#else>none</#list>");
        assertThat(template.branches()).hasSize(4);
        BitSet gold = template.render(person("vip", true, "xs", List.of("a", "b")), Locale.ENGLISH, ZONE)
                .branches();
        BitSet plain =
                template.render(person("xs", List.of()), Locale.ENGLISH, ZONE).branches();
        assertThat(gold.cardinality()).isEqualTo(2);
        assertThat(plain.cardinality()).isEqualTo(2);
        assertThat(gold.intersects(plain)).isFalse();
        assertThat(template.render(person("vip", true, "xs", List.of("a", "b")), Locale.ENGLISH, ZONE)
                        .output())
                .isEqualTo("gold\n\nab");
    }

    @Test
    void referencesSayWhetherTheyAreGuarded() throws Exception {
        Template template =
                html("${customer.a}${customer.b!'x'}<#if customer.c??>${customer.c}</#if>${(customer.d.e)!}");
        assertThat(template.references().stream()
                        .map(r -> r.path() + " " + r.isGuarded())
                        .toList())
                .contains("customer.a false", "customer.b true", "customer.c true", "customer.d.e true")
                .doesNotContain("customer.c false", "customer.b false");
    }

    @Test
    void daysAreNotMovedByTheZone() throws RenderFailure {
        for (String zone : List.of("America/Los_Angeles", "UTC", "Pacific/Kiritimati")) {
            assertThat(room().line("${customer.birthday?string('d MMMM yyyy')}", PLACE)
                            .render(person("birthday", LocalDate.of(1980, 3, 1)), Locale.GERMAN, ZoneId.of(zone))
                            .output())
                    .isEqualTo("1 März 1980");
        }
        assertThat(line(
                        "${customer.at?string('yyyy-MM-dd HH:mm')}",
                        person("at", Instant.parse("2026-03-01T23:30:00Z"))))
                .isEqualTo("2026-03-02 00:30");
    }

    @Test
    void conditionsAnswerYesNoOrMissing() throws RenderFailure {
        Condition condition = room().condition("customer.age > 30 && customer.country == 'DE'", PLACE);
        assertThat(condition.ask(person("age", 31, "country", "DE"), ZONE)).isEqualTo(Answer.YES);
        assertThat(condition.ask(person("age", 31, "country", "FR"), ZONE)).isEqualTo(Answer.NO);
        assertThat(condition.ask(person("country", "DE"), ZONE)).isEqualTo(Answer.MISSING);
        assertThat(condition.references()).containsExactlyInAnyOrder("customer.age", "customer.country");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer.age >", "'x'?eval", "a)?c}${(b", "true)?c}<#list 1.. as i></#list>${(true"})
    void aBrokenConditionNamesItsPlaceInTheCampaignFile(String source) {
        assertThatThrownBy(() -> room().condition(source, PLACE))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("spring.yaml:4:10");
    }

    @Test
    void functionsGetPlainValues() throws RenderFailure {
        Fields.Function received = arguments -> arguments.equals(List.of("spring", "7d"));
        Fields scope = scope(Map.of("received", received));
        assertThat(room().condition("received('spring', '7d')", PLACE).ask(scope, ZONE))
                .isEqualTo(Answer.YES);
        assertThat(room().condition("received('spring', '8d')", PLACE).ask(scope, ZONE))
                .isEqualTo(Answer.NO);
    }

    @Test
    void filesThatAreNotTemplatesAreRefusedClearly() throws IOException {
        Files.write(folder.resolve("latin.ftlh"), new byte[] {'a', (byte) 0xE4, 'b'});
        assertThatThrownBy(() -> room().html(folder.resolve("latin.ftlh")))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("latin.ftlh: it is not UTF-8");
        Files.writeString(folder.resolve("large.ftlh"), "x".repeat(60_000));
        assertThatThrownBy(() -> room().html(folder.resolve("large.ftlh"))).hasMessageContaining("larger than");
        assertThatThrownBy(() -> room().html(folder.resolve("none.ftlh"))).hasMessageContaining("there is no template");
        assertThatThrownBy(() -> html("<#if x>"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("mail.ftlh:1");
    }
}
