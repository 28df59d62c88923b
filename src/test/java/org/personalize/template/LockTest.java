package org.personalize.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.personalize.template.Workshop.customer;
import static org.personalize.template.Workshop.fill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/** What a template may not do is refused when it is read, with a place, before anybody is rendered. */
class LockTest {

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() {
        workshop = new Workshop(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${\"${'freemarker.template.utility.Execute'?new()}\"}",
                "<#assign x = \"freemarker.template.utility.ObjectConstructor\"?new()>",
                "<#macro m a='x'?new()></#macro>",
                "<#function f a><#return 'x'?new()></#function>",
                "${[1]?map(x -> 'x'?new())?size}",
                "${{'a': 'x'?new()}.a}",
                "${customer['x'?new()]}",
                "${f('x'?new())}",
                "<@m a='x'?new()/>",
                "<#list ['x'?new()] as x></#list>",
                "<#list 1..2 as x><#sep>${'x'?new()}</#sep></#list>",
                "<#if true><#else>${'x'?new()}</#if>",
                "<#switch 1><#case 'x'?new()></#switch>",
                "<#switch 1><#on 1, 'x'?new()>a</#switch>",
                "${true?then('x'?new(), 1)}",
                "${1?switch(1, 'x'?new(), 2)}",
                "<#return 'x'?new()>",
                "<#stop 'x'?new()>",
                "<@('x'?new())/>",
                "<#compress>${'x'?new()}</#compress>",
                "<#assign x>${'x'?new()}</#assign>",
                "<#assign a = 1, b = 'x'?new()>",
                "${customer.name!'x'?new()}",
                "${customer?api.class}",
                "${customer?api}",
                "${'${7}'?interpret}",
                "<@'<#include \"/etc/passwd\">'?interpret/>",
                "${'1'?eval}",
                "${'{}'?eval_json}",
                "${'x'?absolute_template_name}",
                "${'x'?left_pad(1000000000)}",
                "${'x'?right_pad(1000000000)}",
                "${'x'?matches('(a+)+b')}",
                "${'x'?replace('(a+)+b', '', 'r')}",
                "${'x'?replace('(a+)+b', '', 'fr')}",
                "${'x'?split('(a+)+b', 'r')?size}",
                "${'x'?keep_after('(a+)+b', 'r')}",
                "${'x'?ensure_starts_with('(a+)+b', 'x')}",
                "${'x'?replace('x', customer.name)}",
                "<#assign f = 'x'?replace>",
                "${1?string(customer.name)}",
                "${customer.name?no_esc}",
                "${('a' + customer.name)?no_esc}",
                "${\"${customer.name}\"?no_esc}",
                "${.data_model.customer.name}",
                "${.globals.customer}",
                "${.main.x}",
                "${.vars['customer']}",
                "${.now}",
                "${.template_name}",
                "${.caller_template_name}",
                "${.get_optional_template('x').exists?c}",
                "${.version}",
                "<#attempt>${x}<#recover></#attempt>",
                "<#visit x>",
                "<#foreach x in y></#foreach>",
                "<#recurse x>",
                "<#ftl output_format='plainText'>",
                " \n<#ftl auto_esc=false>",
                "[#ftl]${x}",
                "<#outputformat 'plainText'>x</#outputformat>",
                "<#noautoesc>x</#noautoesc>",
                "<#escape x as x?upper_case>${a}</#escape>",
                "<#flush>",
                "<#setting classic_compatible=true>",
                "<#setting output_encoding='UTF-16'>",
                "<#setting locale=customer.language>",
                "<#include customer.name>",
                "<#include \"x\" + \".ftlh\">",
                "<#include \"${customer.name}\">",
                "<#include 'x.ftlh' parse=false>",
                "<#import customer.name as x>",
                "<#assign s = s + s><#assign s += s>",
                "<#global s += s>",
                "${(1..)?filter(x -> false)?size}",
                "<#list (1..)?filter(x -> false) as x></#list>",
                "${x?chunk(1000000000)?size}",
                "${x?chunk(n)?size}",
                "${x?with_args(1)}",
                "${x?html}",
                "${x?upperCase}",
                "<#foo>",
                "${",
                "<#if x>",
                "<#if x></#list>",
                "${x?}",
                "${}",
                "<#assign>",
                "${x!!!?}",
                "<@x",
                "<#list x>",
                "<#else>",
                "${'unclosed}",
            })
    void whatIsNotAllowedIsRefusedWithItsPlace(String source) {
        workshop.with("a.ftlh", source);
        InputProblem problem = catchThrowableOfType(InputProblem.class, () -> workshop.html("a.ftlh"));
        assertThat(problem).as(source).isNotNull();
        for (Problem p : problem.problems()) {
            assertThat(p.place().file()).isEqualTo(folder.getFileName() + "/a.ftlh");
            assertThat(p.place().line()).isPositive();
            assertThat(p.message()).doesNotContain("\n").doesNotContain("FreeMarker");
        }
    }

    @Test
    void allMistakesAreToldAtOnceInTheOrderOfTheFiles() {
        workshop.with("a.ftlh", "<#import 'lib.ftlh' as l>\n${x?uper_case}\n  ${y?eval} <#include 'none.ftlh'>")
                .with("lib.ftlh", "<#macro m>\n${z?new()}</#macro>");
        assertThatThrownBy(() -> workshop.html("a.ftlh"))
                .isInstanceOfSatisfying(
                        InputProblem.class, e -> assertThat(e.problems()).hasSize(1));
        workshop.with("a.ftlh", "<#import 'lib.ftlh' as l>\n${x?trim}\n  ${y?eval}");
        InputProblem problem = catchThrowableOfType(InputProblem.class, () -> workshop.html("a.ftlh"));
        assertThat(problem.problems().stream()
                        .map(p -> p.place().line() + ":" + p.place().column() + " " + p.message()))
                .containsExactly("3:7 ?eval is not allowed in a template");
    }

    @Test
    void theNearestAllowedNameIsOffered() {
        InputProblem problem =
                catchThrowableOfType(InputProblem.class, () -> workshop.line("Hi ${customer.name?uper_case}"));
        assertThat(problem.problems())
                .containsExactly(new Problem(
                        Place.at("spring.yaml", 4, 30),
                        "?uper_case is not allowed in a template",
                        "Did you mean ?upper_case? The guide to templates lists what is."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.ftlh",
                "/etc/passwd",
                "sub/../../outside.ftlh",
                "file:///etc/passwd",
                "link.ftlh",
                "linked/x.ftlh",
                "*/x.ftlh",
                "C:\\x.ftlh",
                "",
                " ",
                "a\u0000.ftlh",
                "none.ftlh",
                "plain.ftl",
                "a.ftlh",
                "dir.ftlh"
            })
    void noFileOutsideTheFolderAndNoneOfAnotherKindIsIncluded(String name) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("templates"));
        var room = new Workshop(inner);
        room.with("../outside.ftlh", "secret").with("../away/x.ftlh", "secret").with("plain.ftl", "x");
        Files.createDirectories(inner.resolve("dir.ftlh"));
        Files.createSymbolicLink(inner.resolve("link.ftlh"), folder.resolve("outside.ftlh"));
        Files.createSymbolicLink(inner.resolve("linked"), folder.resolve("away"));
        for (String form : List.of("<#include \"%s\">", "<#import \"%s\" as x>")) {
            room.with("a.ftlh", form.formatted(name.replace("\\", "\\\\")));
            assertThatThrownBy(() -> room.html("a.ftlh")).as(name).isInstanceOf(InputProblem.class);
        }
    }

    @Test
    void whatIsThereAndCannotBeReadIsNotCalledMissing() throws IOException {
        Files.createDirectories(folder.resolve("parts.ftlh"));
        Files.createSymbolicLink(folder.resolve("broken.ftlh"), folder.resolve("away.ftlh"));
        workshop.with("shared", "a file where a folder is meant");
        workshop.with(
                "a.ftlh",
                "<#include \"parts.ftlh\"><#include \"broken.ftlh\"><#include \"shared/x.ftlh\">"
                        + "<#include \"none.ftlh\">");
        String name = folder.getFileName() + "/";

        assertThatThrownBy(() -> workshop.html("a.ftlh"))
                .hasMessageContaining(name + "parts.ftlh: expected a file, found a folder")
                .hasMessageContaining(name + "broken.ftlh: the file cannot be read: there is no such file or folder")
                .hasMessageContaining(name + "shared/x.ftlh: the file cannot be read: Not a directory")
                .hasMessageContaining("there is no template \"none.ftlh\"");
    }

    @Test
    void aSubjectCannotReadFiles() {
        workshop.with("x.ftl", "secret");
        assertThatThrownBy(() -> workshop.line("<#include 'x.ftl'>")).isInstanceOf(InputProblem.class);
    }

    @Test
    void sourcesMayHaveAByteOrderMarkAndAnyLineEnds() {
        workshop.with("a.ftlh", "\uFEFF<#if true>\r\nüber\r\n</#if>\r\n${customer.name}\r");
        assertThat(fill(workshop.html("a.ftlh"), customer("name", "Ann"))).isEqualTo("über\nAnn\n");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() {
        workshop.with("a.ftlh", new byte[] {'a', (byte) 0xE4, 'b'});
        assertThatThrownBy(() -> workshop.html("a.ftlh"))
                .hasMessage(folder.getFileName()
                        + "/a.ftlh: expected text in UTF-8, found other bytes. Save the file with the encoding UTF-8.");
    }

    @Test
    void nestingWithoutEndIsRefusedWhenRead() {
        for (String source : List.of(
                "${" + "(".repeat(60_000) + "1" + ")".repeat(60_000) + "}",
                "${" + "(".repeat(500) + "1" + ")".repeat(500) + "}",
                "${" + "[".repeat(20_000) + "}",
                "${x" + " + x".repeat(20_000) + "}",
                "${" + "!".repeat(100_000) + "x}",
                "${x" + "?trim".repeat(5_000) + "}",
                "<#if x>".repeat(20_000) + "</#if>".repeat(20_000),
                "${\"".repeat(500))) {
            assertThatThrownBy(() -> workshop.line(source))
                    .as(source.substring(0, 20))
                    .isInstanceOf(InputProblem.class);
        }
    }

    @Test
    void preparationSeesEveryHtmlFileAndColumnsStayThoseOfTheAuthor() {
        var prepared = new Workshop(folder, source -> source.replace("<p>", "<p style=\"margin:0\">"));
        prepared.with("a.ftlh", "<p>${customer.name}</p><#include 'b.ftlh'>").with("b.ftlh", "<p>b</p>");
        Template template = prepared.html("a.ftlh");
        assertThat(fill(template, customer("name", "Ann")))
                .isEqualTo("<p style=\"margin:0\">Ann</p><p style=\"margin:0\">b</p>");
        assertThat(Workshop.failure(template, customer()).place())
                .isEqualTo(Place.at(folder.getFileName() + "/a.ftlh", 1, 6));
    }
}
