package org.personalize.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalize.template.Workshop.BERLIN;
import static org.personalize.template.Workshop.customer;
import static org.personalize.template.Workshop.fields;
import static org.personalize.template.Workshop.fill;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.problem.InputProblem;

/** Texts nobody would write, from a fixed seed. */
class RandomTemplateTest {

    private static final long SEED = 20260302;

    private static final List<String> OPERANDS = List.of(
            "customer",
            "customer.name",
            "customer.age",
            "customer.none",
            "day",
            "now",
            "vip",
            "tags",
            "prices",
            "f",
            "f('a', 1)",
            "1",
            "0",
            "-3.5",
            "'text'",
            "''",
            "\"${customer.name}\"",
            "[1, 'a', day]",
            "[]",
            "{'a': 1}",
            "1..3",
            "tags[0]",
            "prices['de']",
            "tags[1..]",
            "x",
            "i",
            ".locale");
    private static final List<String> OPERATORS =
            List.of(" + ", " - ", " * ", " / ", " % ", " == ", " != ", " gt ", " lte ", " && ", " || ", "!", "..");

    @TempDir
    Path folder;

    @Test
    void everyTextIsRefusedOrFilledOrHoldsOnePersonAndNothingElse() {
        var random = new Random(SEED);
        var workshop = new Workshop(folder);
        Fields scope = fields(
                "customer", fields("name", "Ann <b>", "age", 7),
                "day", LocalDate.of(2026, 1, 1),
                "now", Instant.parse("2026-03-02T06:00:00Z"),
                "vip", true,
                "tags", List.of("a", "b"),
                "prices", Map.of("de", 1.5, "at", 2),
                "f", (Fields.Function) List::toString);
        int filled = 0;
        for (int round = 0; round < 4_000; round++) {
            String source = template(random);
            try {
                workshop.line(source).render(scope, Locale.GERMAN, BERLIN);
                filled++;
            } catch (InputProblem | RenderFailure e) {
                assertThat(e.getMessage()).as(source).isNotBlank().doesNotContain("FTL", "freemarker");
                assertThat(e instanceof RenderFailure && e.getMessage().contains("\n"))
                        .as(source)
                        .isFalse();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + SEED + ", round " + round + ": " + source, e);
            }
        }
        assertThat(filled).isGreaterThan(100);
    }

    private static String template(Random random) {
        String body = "${" + expression(random, 2) + "!}";
        return switch (random.nextInt(6)) {
            case 0 -> "<#list " + expression(random, 2) + " as i>" + body + "</#list>";
            case 1 -> "<#if (" + expression(random, 2) + ")>" + body + "<#else>${x!}</#if>";
            case 2 -> "<#assign x = " + expression(random, 2) + ">" + body;
            case 3 ->
                "<#switch " + expression(random, 1) + "><#case " + expression(random, 1) + ">" + body + "</#switch>";
            case 4 ->
                "<#macro m x=" + expression(random, 1) + ">" + body + "</#macro><@m x=" + expression(random, 1) + "/>";
            default -> body;
        };
    }

    private static String expression(Random random, int depth) {
        if (depth == 0) {
            return OPERANDS.get(random.nextInt(OPERANDS.size()));
        }
        String left = expression(random, depth - 1);
        return switch (random.nextInt(4)) {
            case 0 ->
                "(" + left + OPERATORS.get(random.nextInt(OPERATORS.size())) + expression(random, depth - 1) + ")";
            case 1 -> left + "?" + builtIn(random, false);
            case 2 -> left + "?" + builtIn(random, true) + "('a')";
            default -> left;
        };
    }

    private static String builtIn(Random random, boolean isCalled) {
        List<String> names = new ArrayList<>(isCalled ? Allowed.CALLED_AT_ONCE : Allowed.BUILT_INS);
        names.removeIf(name -> !isCalled && Allowed.CALLED_AT_ONCE.contains(name));
        names.sort(null);
        return names.get(random.nextInt(names.size()));
    }

    @Test
    void noValueEscapesFromHtml() {
        var random = new Random(SEED);
        var workshop = new Workshop(folder).with("a.ftlh", """
                        <#macro m v><i title="${v}">${v}<#nested v/></i></#macro>\
                        ${customer.name}|<@m v=customer.name; w>${w}</@m>|${"a" + customer.name}|\
                        ${"${customer.name}"}|<#assign c>${customer.name}</#assign>${c}|${customer.name?upper_case}|\
                        ${[customer.name]?join("")}|${customer.name?replace("x", "<")}|${customer.name?esc}""");
        Template template = workshop.html("a.ftlh");
        for (int round = 0; round < 500; round++) {
            String name = random.ints(12, 0, 10)
                    .mapToObj(i -> List.of("<", ">", "\"", "'", "&", "${x}", "<#if>", "<script>", "x", "\u00e9")
                            .get(i))
                    .collect(Collectors.joining());
            String bare = fill(template, customer("name", name))
                    .replace("<i title=\"", "")
                    .replace("\">", "")
                    .replace("</i>", "");
            assertThat(bare).as("seed %d, name %s", SEED, name).doesNotContain("<", ">", "\"", "'");
        }
    }
}
