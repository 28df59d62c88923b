package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.personalize.measure.Share;
import org.personalize.measure.Spending;

class ReportTellingTest {

    @Test
    void whatAFewPeopleDidIsNotTold() {
        assertThat(ReportTelling.told(Share.of(2, 18))).isEqualTo("– fewer than 20");
        assertThat(ReportTelling.told(Share.of(2, 20))).startsWith("10.00 % (");
    }

    @Test
    void revenueOfOneBuyerHasNoRange() {
        assertThat(ReportTelling.money(new Spending(40, 0, 0).interval()))
                .isEqualTo("0.00 (no range: fewer than two bought)");
        assertThat(ReportTelling.money(new Spending(40, 20, 400).interval()))
                .isEqualTo("0.50 (no range: fewer than two bought)");
        assertThat(ReportTelling.money(new Spending(40, 20, 200).interval())).startsWith("0.50 (0.1");
    }
}
