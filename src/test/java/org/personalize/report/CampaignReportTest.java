package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalize.measure.Interval;
import org.personalize.measure.Share;
import org.personalize.report.Breakdown.By;
import org.personalize.report.Breakdown.Cell;

class CampaignReportTest {

    @Test
    void onlyWhatWasSentHasATimeLine() {
        assertThat(SomeReports.spring().isAnythingSent()).isTrue();
        assertThat(SomeReports.blocked().mail().difference()).isEmpty();
        assertThat(SomeReports.nothingSent().isAnythingSent()).isFalse();
    }

    @Test
    void ofFewerThanTwentyPeopleNothingCanBeTold() {
        Share share = Share.of(1, 19);
        var few = new Outcomes(19, 19, share, share, share, share, share, share, share, new Interval(0, 0, 0, 19), 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Breakdown(By.COUNTRY, List.of(new Cell("IS", few, false)), 0, 0));
    }
}
