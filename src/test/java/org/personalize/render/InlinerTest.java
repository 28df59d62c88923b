package org.personalize.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InlinerTest {

    private static final Path FOLDER = Path.of("/templates");

    private static String inlined(String css, String body) {
        String source = "<style>" + css + "</style>" + body;
        String all = inliner(source).inline(source);
        assertThat(all).startsWith("<style>" + css + "</style>");
        return all.substring(("<style>" + css + "</style>").length());
    }

    private static Inliner inliner(String... sources) {
        var files = new LinkedHashMap<Path, String>();
        for (String source : sources) {
            files.put(FOLDER.resolve("file" + files.size() + ".ftlh"), source);
        }
        return new Inliner(new TemplateSources(FOLDER, files.keySet(), files));
    }

    @Test
    void aPlainRuleIsWrittenIntoItsTags() {
        assertThat(inlined("p { color: red; margin: 0 }", "<p>a</p>\n<P class='x'>b</P><br/>"))
                .isEqualTo(
                        "<p style=\"color:red;margin:0\">a</p>\n<P class='x' style=\"color:red;margin:0\">b</P><br/>");
    }

    @Test
    void theRestOfASourceStaysByteByByte() {
        String body =
                "<#-- <p> -->\r\n<#if a gt 1 && (b > 2)>\n\t<p   id=x>${x!\"<p>\"}</p >\n</#if>\n<#list xs as x><@m.p x/></#list>&nbsp;";

        String result = inlined("p { color: red }", body);

        assertThat(result.replace(" style=\"color:red\"", "")).isEqualTo(body);
        assertThat(result).contains("<p   id=x style=\"color:red\">");
        assertThat(result.lines().count()).isEqualTo(body.lines().count());
    }

    @Test
    void whatDependsOnTheScreenOrAStateStaysInTheBlock() {
        assertThat(inlined(
                        "@media (max-width: 600px) { p { color: red } } a:hover { color: blue }",
                        "<p>a</p><a href='x'>b</a>"))
                .isEqualTo("<p>a</p><a href='x'>b</a>");
    }

    @Test
    void anAttributeOfTheAuthorsOwnWinsUnlessTheSheetIsImportant() {
        assertThat(inlined("p { color: red; margin: 0 }", "<p style=\"color: blue\">a</p>"))
                .isEqualTo("<p style=\"margin:0;color: blue\">a</p>");
        assertThat(inlined("p { color: red !important }", "<p style='color: blue'>a</p>"))
                .isEqualTo("<p style='color: blue;color:red'>a</p>");
    }

    @Test
    void theMoreSpecificRuleWinsAndThenTheLater() {
        assertThat(inlined(".a { color: red } p { color: blue } p { color: green }", "<p class=\"a\">x</p><p>y</p>"))
                .isEqualTo("<p class=\"a\" style=\"color:red\">x</p><p style=\"color:green\">y</p>");
    }

    @Test
    void rulesOfOneFileReachTheOthers() {
        assertThat(inliner("<style>.card { margin: 0 }</style>", "").inline("<tr><td class=\"card\">x</td></tr>"))
                .isEqualTo("<tr><td class=\"card\" style=\"margin:0\">x</td></tr>");
    }

    /** The tags of a template that uses a shared file, with the styles of both. */
    private static String using(String shared, String source) {
        var files = new LinkedHashMap<Path, String>();
        files.put(FOLDER.resolve("shared.ftlh"), shared);
        files.put(FOLDER.resolve("mail.ftlh"), source);
        var sources = new TemplateSources(FOLDER, Set.of(FOLDER.resolve("mail.ftlh")), files);
        return new Inliner(sources).inline(source);
    }

    @Test
    void aStyleOfABranchIsNotForThoseWhoDoNotGetTheBranch() {
        String gold = "<#if vip><style>h1 { background: gold }</style></#if>";

        assertThat(inliner(gold + "<h1>a</h1>").inline(gold + "<h1>a</h1>")).isEqualTo(gold + "<h1>a</h1>");
    }

    @Test
    void aStyleOfABranchIsForTheTagsOfThatBranch() {
        String source = "<#if vip><style>p { margin: 0 }</style><p>a</p><#else><p>b</p></#if><p>c</p>";

        assertThat(inliner(source).inline(source))
                .isEqualTo("<#if vip><style>p { margin: 0 }</style><p style=\"margin:0\">a</p>"
                        + "<#else><p>b</p></#if><p>c</p>");
    }

    @Test
    void whatABranchMayStyleAnewIsLeftForTheMailProgramToDecide() {
        String head = "<style>h1 { margin: 0; background-color: red }</style>"
                + "<#if vip><style>h1 { background: gold }</style></#if>";

        assertThat(inliner(head + "<h1>a</h1>").inline(head + "<h1>a</h1>"))
                .isEqualTo(head + "<h1 style=\"margin:0\">a</h1>");
    }

    @Test
    void aBranchWithinABlockMayStyleAnewToo() {
        assertThat(inlined(
                        "h1 { color: red; margin: 0 } <#if vip>h1 { color: gold }<#else>b { margin: 0 }</#if>",
                        "<h1>a</h1>"))
                .isEqualTo("<h1 style=\"margin:0\">a</h1>");
        assertThat(inlined("h1 { margin: 0 } p { <#if vip>color: gold<#else>margin: 0</#if> }", "<h1>a</h1>"))
                .isEqualTo("<h1 style=\"margin:0\">a</h1>");
    }

    @Test
    void whatABranchCannotStyleAnewIsWritten() {
        String head = "<style>h1.a { color: red }</style><#if vip><style>h1 { color: gold }</style></#if>";

        assertThat(inliner(head + "<h1 class=\"a\">a</h1>").inline(head + "<h1 class=\"a\">a</h1>"))
                .isEqualTo(head + "<h1 class=\"a\" style=\"color:red\">a</h1>");
    }

    @Test
    void aStyleOfAMacroIsForAllWhereTheMacroAlwaysRuns() {
        String layout = "<#macro page><style>p { margin: 0 }</style><#nested></#macro>";

        assertThat(using(layout, "<#import \"shared.ftlh\" as mail><@mail.page><p>a</p></@mail.page>"))
                .contains("<p style=\"margin:0\">");
        assertThat(using(layout, "<#import \"shared.ftlh\" as mail><#if vip><@mail.page/></#if><p>a</p>"))
                .contains("<p>");
        assertThat(using(layout, "<#-- <@mail.page/> --><#import \"shared.ftlh\" as mail><p>a</p>"))
                .contains("<p>");
    }

    @Test
    void aStyleOfAFileThatABranchIncludesIsNotForAll() {
        String css = "<style>p { margin: 0 }</style>";

        assertThat(using(css, "<#include \"shared.ftlh\"><p>a</p>")).contains("<p style=\"margin:0\">");
        assertThat(using(css, "<#if vip><#include \"shared.ftlh\"></#if><p>a</p>"))
                .contains("<p>");
    }

    @Test
    void directivesAndValuesInATagAreLeftAlone() {
        assertThat(inlined(
                        "a { color: red }", "<a <#if x>class=\"b\"</#if> href=\"${u}?a=<#if y>1<#else>2</#if>\">z</a>"))
                .isEqualTo(
                        "<a <#if x>class=\"b\"</#if> href=\"${u}?a=<#if y>1<#else>2</#if>\" style=\"color:red\">z</a>");
    }

    @Test
    void aValueInTheSheetStaysInTheSheet() {
        assertThat(inlined("p { color: ${brand}; margin: 0 }", "<p>a</p>")).isEqualTo("<p style=\"margin:0\">a</p>");
    }

    @Test
    void conditionalCommentsAreNotTouched() {
        String body = "<!--[if mso]><p>a</p><table><tr><td><![endif]-->";

        assertThat(inlined("p, td { color: red }", body)).isEqualTo(body);
    }

    @Test
    void fontNamesDoNotEndTheAttribute() {
        assertThat(inlined("p { font-family: \"Open Sans\", serif }", "<p>a</p>"))
                .isEqualTo("<p style=\"font-family:'Open Sans', serif\">a</p>");
    }
}
