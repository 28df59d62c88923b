package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalize.learn.Papers;
import org.personalize.learn.SomePapers;

class TrainingPageTest {

    private static final Papers PAPERS = SomePapers.of(SomePapers.origin());

    @Test
    void everythingInThePapersIsOnThePage() {
        assertThat(TrainingPage.html(PAPERS))
                .contains("<strong>792</strong> of 2,000 people get an hour of their own.")
                .contains("16 rhythms and own hours", "own commonest hour", "36.0 ±1.2\u00a0%", "all: 1,234")
                .contains("62.0 % of people, most at 19 to 20 h", "38.0 % of people, most at 08 to 09 h")
                .contains("a purchase within 30 days", "off by")
                .contains("sha256 " + "cd".repeat(32), "events/2026-10.csv.gz, 1,234,567 bytes")
                .contains("Mail went out at 9 and 10 h only");
    }

    @Test
    void namesFromFilesAreTextAndNothingElse() {
        assertThat(TrainingPage.html(PAPERS))
                .contains("spring &lt;b&gt;sale&lt;/b&gt;")
                .doesNotContain("<b>sale");
    }

    @Test
    void nothingIsAskedOfANetwork() {
        assertThat(TrainingPage.html(PAPERS))
                .contains("default-src 'none'")
                .doesNotContain("src=\"", "url(", "@import", "href=\"http");
    }

    @Test
    void aTableKeepsTheChosenAndTheSimpleRulesWhenItIsCutShort() {
        ScoreTable table =
                ScoreTable.of(PAPERS.chapters().get(0).choices().get(0)).get(0);
        assertThat(table.size()).isEqualTo(3);
        assertThat(table.rows(1).stream().map(ScoreTable.Row::name)).containsExactly("16 rhythms and own hours");
        assertThat(table.rows(2).stream().map(ScoreTable.Row::name))
                .containsExactly("own commonest hour", "16 rhythms and own hours");
        assertThat(table.strata().stream().map(ScoreTable.Column::title))
                .isEqualTo(List.of("all: 1,234", "0: 1,234", "1–4: 1,234", "5–19: 1,234", "20+: 1,234"));
    }
}
