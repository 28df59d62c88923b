package org.personalize.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
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
        return new Inliner(new TemplateSources(FOLDER, files));
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
