package org.personalize.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalize.template.Workshop.BERLIN;
import static org.personalize.template.Workshop.customer;
import static org.personalize.template.Workshop.fields;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchAndReferenceTest {

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() {
        workshop = new Workshop(folder);
    }

    @Test
    void everyArmIsABranchAndTheWalkedOnesAreKnown() throws RenderFailure {
        workshop.with("a.ftlh", """
                        <#import "b.ftlh" as b>
                        <#if customer.vip>
                        V
                        <#elseif customer.old>
                        O
                        <#else>
                        E
                        </#if>
                        <#list xs as x><@b.m/><#else>none</#list>
                        <#switch customer.country><#case "DE">D<#break><#default>other</#switch>
                        <#list xs><#items as x>${x}<#sep>,</#sep></#items></#list>
                        """).with("b.ftlh", "<#macro m><#if true></#if></#macro>");
        Template template = workshop.html("a.ftlh");
        assertThat(template.branches().stream()
                        .map(b -> b.place().line() + ":" + b.place().column() + " " + b.source())
                        .toList())
                .containsExactly(
                        "2:1 <#if customer.vip>",
                        "4:1 <#elseif customer.old>",
                        "6:1 <#else>",
                        "9:1 <#list xs as x><@b.m/><#else>none</#list>",
                        "9:23 <#else>none</#list>",
                        "10:27 <#case \"DE\">D<#break><#default>other</#switch>",
                        "10:48 <#default>other</#switch>",
                        "11:1 <#list xs><#items as x>${x}<#sep>,</#sep></#items></#list>",
                        "1:11 <#if true></#if></#macro>");
        Fields scope = fields("customer", fields("vip", false, "old", true, "country", "FR"), "xs", List.of("a", "b"));
        var rendering = template.render(scope, Locale.ENGLISH, BERLIN);
        assertThat(rendering.branches()).isEqualTo(set(1, 3, 6, 7, 8));
        assertThat(rendering.output()).isEqualTo("O\n\nother\na,b\n");
        scope = fields("customer", fields("vip", true, "country", "DE"), "xs", List.of());
        assertThat(template.render(scope, Locale.ENGLISH, BERLIN).branches()).isEqualTo(set(0, 4, 5));
    }

    @Test
    void pathsAreNamedWithTheirPlaceAndWhetherTheyAreGuarded() {
        workshop.with("a.ftlh", """
                        <#import "b.ftlh" as b>
                        ${customer.name} ${customer.nick!customer.name} ${(customer.a.b)!}
                        <#if customer.city??>${customer.city}<#else>${customer.city}</#if>
                        <#if customer.x?has_content && customer.x == "1">${customer.x}</#if>
                        <#if !customer.y??>none<#else>${customer.y}</#if>
                        <#if (customer.z!"") != "">${customer.z}</#if>
                        <#assign total = item.price><@b.card item=item/>${total}
                        <#list slots.picks as pick>${pick.title}${pick?index}</#list>
                        ${slots.picks[0].title} ${slots.picks?first.url} ${received("a", now)?c}
                        ${customer.v???then(customer.v, "-")}
                        """)
                .with("b.ftlh", "<#macro card item>${item.title} ${compliance.postal_address}</#macro>");
        assertThat(workshop.html("a.ftlh").references().stream()
                        .map(r -> r.place().line() + " " + r.path() + (r.isGuarded() ? " guarded" : ""))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        2 customer.name
                        2 customer.nick guarded
                        2 customer.name
                        2 customer.a.b guarded
                        3 customer.city guarded
                        3 customer.city guarded
                        3 customer.city
                        4 customer.x guarded
                        4 customer.x guarded
                        4 customer.x guarded
                        5 customer.y guarded
                        5 customer.y guarded
                        6 customer.z guarded
                        6 customer.z guarded
                        7 item.price
                        7 item
                        8 slots.picks
                        8 slots.picks[].title
                        9 slots.picks[].title
                        9 slots.picks[].url
                        9 received()
                        9 now
                        10 customer.v guarded
                        10 customer.v guarded
                        1 compliance.postal_address""");
    }

    @Test
    void manyThreadsFillOneTemplateAlike() {
        Template line = workshop.line("<#list 1..20 as i><#if i % 2 == 0>${i}${customer.name}</#if></#list>");
        String expected = Workshop.fill(line, customer("name", "Ann"));
        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(i -> Workshop.fill(line, customer("name", "Ann")))
                        .distinct())
                .containsExactly(expected);
    }

    private static BitSet set(int... numbers) {
        var set = new BitSet();
        for (int number : numbers) {
            set.set(number);
        }
        return set;
    }
}
