package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    private static final String SPRING = ReportPage.html(SomeReports.spring(), "0.1.0");
    private static final String BLOCKED = ReportPage.html(SomeReports.blocked(), "0.1.0");
    private static final String NOTHING = ReportPage.html(SomeReports.nothingSent(), "0.1.0");
    private static final String ODD = ReportPage.html(OddReport.report(), "0.1.0");
    private static final String WHOLE = ReportPage.html(
            SomeReports.spring().with(Optional.of(SomeInsights.whatIf()), Optional.of(SomeInsights.health())), "0.1.0");
    private static final List<String> ALL = List.of(SPRING, BLOCKED, NOTHING, ODD, WHOLE);

    @Test
    void eachQuestionHasItsAnswerInAPanelOfItsOwn() {
        assertThat(panel(SPRING, "mail-earned"))
                .contains(
                        "<p class=\"answer is-sentence\">The mail earned 0.70 more buyers per 100 people (0.07 to 1.18).")
                .contains("<b>+0.70</b> <span>+0.07 to +1.18</span>", "1.50 (1.03 to 2.16) times the others")
                .contains("alike in both groups")
                .doesNotContain("Personalizing", "plain mail");
        assertThat(panel(SPRING, "personal-earned"))
                .contains("<p class=\"answer\">Not distinguishable</p>")
                .contains("38,110 people (personal mail) compared with 4,233 (plain mail), drawn by lot.")
                .contains("0.96 people per 100, found 8 times in 10")
                .doesNotContain("The mail earned", "no mail");
    }

    @Test
    void nothingIsClaimedOfGroupsThatAreNotAsTheyWereDrawn() {
        assertThat(panel(BLOCKED, "mail-earned"))
                .contains("<p class=\"answer\">No answer</p>", "are 19,410 to 590")
                .doesNotContain("<b>", "share", "times the others");
        assertThat(panel(BLOCKED, "personal-earned"))
                .contains("<p class=\"answer\">Not tested</p>", "Nobody was kept back to compare with.");
    }

    @Test
    void whatWasNotSentHasNoFigures() {
        assertThat(NOTHING).contains("Nothing was sent yet.", "1,902").doesNotContain("id=\"outcomes\"", "Who reacted");
    }

    @Test
    void figuresComeWithTheirRanges() {
        assertThat(SPRING)
                .contains(
                        "<strong>47,102</strong> mails were accepted by the relay; of the ",
                        " to people whose clicks may be counted, 4.47\u00a0% (4.27\u00a0% to 4.67\u00a0%) were clicked.")
                .contains("called it spam (Gmail not included)")
                .contains("Programs opened 9,211 mails and clicked in 640. They are not counted above.")
                .contains(
                        "Highest from 20 to 21 h, at 7.7\u00a0% (6.8\u00a0% to 8.8\u00a0%); other hours may be as good");
    }

    @Test
    void otherWaysStandBesideWhatWasSentOrSayNothing() {
        assertThat(WHOLE)
                .contains("<bdi>19 h</bdi></span>", "<b>4.0\u00a0%</b> <span>2.9\u00a0% to 5.1\u00a0%</span>")
                .contains("the same mails as they were sent")
                .contains("tent-7: refused: 2,000 mails say as much about it as 120 would")
                .contains("<bdi>Nothing of it was left to chance yet");
    }

    @Test
    void theModelSaysWhetherItsChancesCameTrue() {
        assertThat(WHOLE)
                .contains("Train: to 100 mails the model expected 4.47 reactions, and 4.25 came")
                .contains("23 February 2026: 4.4\u00a0% expected", "It has learned from some of these mails since")
                .doesNotContain("9 March 2026: ");
        assertThat(matches(WHOLE, "<circle class=\"point\"[^>]*r=\"5.0\"")).hasSize(9);
    }

    @Test
    void namesFromFilesAreTextAndNothingElse() {
        assertThat(ODD)
                .contains("<bdi>&lt;img src=x onerror=alert(1)&gt;\u202Egpj.")
                .contains("<bdi>" + OddReport.HEBREW + "</bdi>")
                .doesNotContain("<img", "NaN", "Infinity");
        assertThat(ODD.split("</script>", -1)).hasSize(3);
    }

    @Test
    void savedFilesHoldNoFormulas() {
        assertThat(ODD).contains("\"\\\"'=HYPERLINK(\\\"\\\"http://127.0.0.1:9/\\\"\\\")\\\",8993,8993,0.000111,");
    }

    @Test
    void groupsOfFewPeopleAreNotTold() {
        assertThat(ODD)
                .contains("few</bdi></th>", "<span class=\"withheld\">fewer than 20</span>")
                .contains("3 groups of fewer than 20 people are told together. 41 people are in groups too small")
                .doesNotContain("−500,000,000");
    }

    @Test
    void nothingIsAskedOfANetwork() {
        assertThat(ALL)
                .allSatisfy(page -> assertThat(page)
                        .contains("default-src 'none'")
                        .doesNotContain(" src=\"", "url(", "@import", "href=\"http", " style=\""));
    }

    @Test
    void everyTableHasACaptionEveryPlotItsWordsAndEveryHeadingItsPlace() {
        assertThat(ALL).allSatisfy(page -> {
            assertThat(page).contains("<html lang=\"en\">").containsOnlyOnce("<h1");
            assertThat(matches(page, "<table[^>]*>(?!<caption>[^<])")).isEmpty();
            assertThat(matches(page, "<svg(?![^>]*(aria-hidden=\"true\"|aria-label=\"[^\"]{5}))"))
                    .isEmpty();
            assertThat(levels(page)).satisfies(levels -> {
                for (int i = 1; i < levels.size(); i++) {
                    assertThat(levels.get(i) - levels.get(i - 1)).isLessThanOrEqualTo(1);
                }
            });
            List<String> ids = matches(page, " id=\"[^\"]*\"");
            assertThat(ids).doesNotHaveDuplicates();
        });
    }

    @Test
    void thePageSpeaksPlainly() {
        assertThat(ALL)
                .allSatisfy(page -> assertThat(page.substring(page.indexOf("<body>")))
                        .doesNotContainIgnoringCase("p-value", "p =", " CI ", "confidence", "significan", "SNIPS"));
    }

    private static String panel(String page, String id) {
        int start = page.indexOf("aria-labelledby=\"" + id);
        return page.substring(start, page.indexOf("</section>", start));
    }

    private static List<String> matches(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static List<Integer> levels(String page) {
        return Pattern.compile("<h([1-6])")
                .matcher(page)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }
}
