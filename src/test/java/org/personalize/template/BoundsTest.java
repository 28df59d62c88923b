package org.personalize.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalize.template.Workshop.failure;
import static org.personalize.template.Workshop.fields;
import static org.personalize.template.Workshop.fill;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a template asks for, it ends soon, stays small, and leaves the thread as it found it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BoundsTest {

    @TempDir
    Path folder;

    @AfterEach
    void theThreadIsNotLeftInterrupted() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#list 1.. as i></#list>",
                "<#list 1..2000000000 as i><#assign x = i></#list>",
                "<#list 1.. as i>x</#list>",
                "<#assign s='xxxxxxxxxx'><#list 1..60 as i><#assign s=s+s></#list>",
                "<#assign s='xxxxxxxxxx'><#list 1..60 as i><#assign s=\"${s}${s}\"></#list>",
                "<#assign s='xxxxxxxxxx'><#list 1..60 as i><#assign s>${s}${s}</#assign></#list>",
                "<#assign s><#list 1.. as i>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</#list></#assign>",
                "<#assign s='aaaa'><#list 1..60 as i><#assign s=s?replace('a','aaaaaaaaaa')></#list>",
                "<#assign s='aaaaaaaaaa'>${s?replace('a','aaaaaaaaaaaaaaaaaaaa')?replace('a','aaaaaaaaaaaaaaaaaaaa')"
                        + "?replace('a','aaaaaaaaaaaaaaaaaaaa')?replace('a','aaaaaaaaaaaaaaaaaaaa')}",
                "<#assign s=[]><#list 1..60 as i><#assign s=s+s></#list>${s?size}<#stop 'x'>",
                "<#assign s=[1]><#list 1..60 as i><#assign s=s+s></#list>${s?size}",
                "<#assign n=3><#list 1..60 as i><#assign n=n*n></#list>",
                "${'1e999999999'?number?c}",
                "${'1e-999999999'?number?c}",
                "${(1..100000)?join(',')}",
                "${(1..50000000)?sort?size}",
                "${[1..50000000][0]?sort?size}",
                "${{'a': ((1..50000000))}.a?map(i -> i)?sort?size}",
                "${(1..huge)?join(',')}",
                "${(1..1000)?map(i -> big)?join(',')}",
                "${big?split('')?filter(a -> big?split('')?filter(b -> big?contains('y'))?size > 9)?size}",
                "${(1..1000)?map(a -> (1..1000)?map(b -> (1..1000)?map(c -> c)?join('')?length)?join('')?length)?join('')}",
                "${(1..1000)?filter(a -> (1..1000)?filter(b -> (1..1000)?filter(c -> false)?size > 0)?size > 0)?size}",
                "<#macro m><@m/></#macro><@m/>",
                "<#macro m><#list 1.. as i><#nested></#list></#macro><@m><@m></@m></@m>",
                "<#macro m><@m><#nested></@m></#macro><@m>x</@m>",
                "<#function f n><#return f(n + 1)></#function>${f(1)}",
                "<#function f n><#return f(n) + f(n)></#function>${f(1)}",
                "<#function f n><#if n == 0><#return 1></#if><#return f(n - 1) + f(n - 1)></#function>${f(40)}",
                "<#macro m n><#if (n > 0)><@m n=n-1/><@m n=n-1/></#if></#macro><@m n=50/>",
                "${items?size}<#list items as a><#list items as b><#list items as c></#list></#list></#list>",
                "<#list items as a><#assign all>${a}<#list items as b>${a}${b}</#list></#assign></#list>",
                "${items?join(',')}",
            })
    void aRunawayTemplateIsStopped(String source) {
        var workshop = new Workshop(folder);
        char[] many = new char[200_000];
        Arrays.fill(many, 'x');
        Fields scope = fields(
                "big", new String(many), "huge", Integer.MAX_VALUE, "items", Collections.nCopies(10_000_000, "member"));
        long start = System.nanoTime();
        RenderFailure failure = failure(workshop.line(source), scope);
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(failure.getMessage()).doesNotContain("\n");
        assertThat(failure.kind()).isIn(RenderFailure.Kind.LIMIT, RenderFailure.Kind.STOPPED, RenderFailure.Kind.OTHER);
        assertThat(millis).isLessThan(10_000);
    }

    @Test
    void afterARunawayTheNextPersonIsRenderedAsIfNothingHadHappened() {
        var workshop = new Workshop(folder);
        Template endless = workshop.line("<#list 1.. as i></#list>");
        Template good = workshop.line("<#list 1..100 as i>${i}</#list>");
        String expected = fill(good, fields());
        for (int i = 0; i < 3; i++) {
            assertThat(failure(endless, fields()).kind()).isEqualTo(RenderFailure.Kind.LIMIT);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(fill(good, fields())).isEqualTo(expected);
        }
    }

    @Test
    void anInterruptFromElsewhereIsKeptAndHoldsNobody() {
        var workshop = new Workshop(folder);
        Template good = workshop.line("<#list 1..3 as i>${i}</#list>${f()}<#list 1..3 as i>${i}</#list>");
        Thread.currentThread().interrupt();
        assertThat(fill(good, fields("f", (Fields.Function) a -> "-"))).isEqualTo("123-123");
        assertThat(Thread.interrupted()).isTrue();
        var calls = new int[1];
        Fields.Function interrupting = a -> {
            if (calls[0]++ == 0) {
                Thread.currentThread().interrupt();
            }
            return "-";
        };
        assertThat(fill(good, fields("f", interrupting))).isEqualTo("123-123");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatAValueRendersCountsAsPartOfTheWhole() {
        var workshop = new Workshop(folder);
        Template endless = workshop.line("<#list 1.. as i></#list>");
        Template outer = workshop.line("${slots()}");
        Fields.Function inner = a -> {
            throw new IllegalArgumentException(failure(endless, fields()).getMessage());
        };
        RenderFailure failure = failure(outer, fields("slots", inner));
        assertThat(failure.kind()).isEqualTo(RenderFailure.Kind.LIMIT);
    }

    @Test
    void macrosMayCallEachOtherAsDeeplyAsAnyMailNeeds() {
        var workshop = new Workshop(folder);
        Template line = workshop.line("<#macro m n>${n}<#if (n > 1)><@m n=n-1/></#if></#macro><@m n=20/>");
        assertThat(fill(line, fields())).isEqualTo("2019181716151413121110987654321");
    }

    @Test
    void everythingAllowedIsStillThere() {
        var workshop = new Workshop(folder);
        Template line =
                workshop.line("${[3,1,2]?sort?join(', ')} ${(1..3)?map(x -> x * 2)?join('+')} ${'a,b'?split(',')?size}"
                        + " ${\"a${1}b\"} ${'x' + 1} ${([1] + [2])?size} ${'abc'[0..1]} ${'abc'[1..]} ${'a b'?url}"
                        + " <#list 1.. as i>${i}<#if i == 3><#break></#if></#list> ${'long text'?truncate(6)}"
                        + " ${[1,2,3]?filter(x -> x != 2)?join('')} ${'aXa'?replace('X', '-')} ${true?then('y','n')}");
        assertThat(fill(line, fields())).isEqualTo("1, 2, 3 2+4+6 2 a1b x1 2 ab bc a%20b 123 l[...] 13 a-a y");
    }
}
