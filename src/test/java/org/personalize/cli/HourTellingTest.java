package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.personalize.measure.Interval;
import org.personalize.rhythm.HourStory;

/** Numbers are written as exactly as they are known, and no more. */
class HourTellingTest {

    @Test
    void aLargeRatioHasNoDecimals() {
        assertThat(HourTelling.times(0.123)).isEqualTo("1.12");
        assertThat(HourTelling.times(36.04)).isEqualTo("37");
        assertThat(HourTelling.times(705.2)).isEqualTo("more than 100");
    }

    @Test
    void anIntervalThatReachesFarSaysOnlyWhatIsAtLeastSo() {
        assertThat(HourTelling.interval(new Interval(3.88, 0.78, 12.4, 20)))
                .isEqualTo("at least about 1.8 times, by a 90 % interval");
        assertThat(HourTelling.interval(new Interval(0.12, -0.41, 1.11, 20)))
                .isEqualTo("90 % interval: 0.59 to 2.11 times");
    }

    @Test
    void anIntervalThatHoldsEverythingIsNotTold() {
        assertThat(HourTelling.gain(story(false, new Interval(705, -0.94, 7_730_575, 3))))
                .isEqualTo(
                        " At the best hour a reaction seems likelier than at the usual hour 18–19 h, but too little is known to"
                                + " say how much. It may be chance, but nothing known speaks for another hour.");
        assertThat(HourTelling.gain(story(false, new Interval(705, 12.4, 7_730_575, 3))))
                .isEqualTo(
                        " At the best hour a reaction is more than 100 times as likely as at the usual hour 18–19 h (at least"
                                + " about 13 times, by a 90 % interval).");
        assertThat(HourTelling.gain(story(false, new Interval(0.12, -0.41, 1.11, 20))))
                .isEqualTo(
                        " At the best hour a reaction is 1.12 times as likely as at the usual hour 18–19 h (90 % interval: 0.59"
                                + " to 2.11 times). It may be chance, but nothing known speaks for another hour.");
    }

    @Test
    void moreActionsInAnHourThanThereIsRoomForAreSaidToBeMore() {
        double[] own = {0, 0.3, 4.2, 98.6, 99.4, 180};
        assertThat(HourDial.counts(own)).isEqualTo("   .3 4  99 99 99+");
    }

    @Test
    void whereOneHourIsAsGoodForTheWholeListThatIsTheReason() {
        assertThat(HourTelling.usual(story(true)))
                .isEqualTo(
                        "4,320 own actions are known (recent ones count fully, older ones partly). For this list one hour"
                                + " for everybody foretold later activity as well as hours of one's own; the usual hour 18–19 h of"
                                + " the people around them is used, the highest of these.");
        assertThat(HourTelling.usual(story(false))).contains("That is too little, or the gain too small");
    }

    private static HourStory story(boolean isOneHourAsGood) {
        return story(isOneHourAsGood, new Interval(0, 0, 0, 0));
    }

    private static HourStory story(boolean isOneHourAsGood, Interval gain) {
        double[] none = new double[24];
        return new HourStory(true, false, isOneHourAsGood, "", 9, 12, 18, 4_320, gain, none, none, none, none, none);
    }

    @Test
    void actionsAreCountedWhole() {
        assertThat(HourTelling.known(15.3))
                .isEqualTo("15 own actions are known (recent ones count fully, older ones partly).");
        assertThat(HourTelling.known(1.1)).startsWith("1 own action is known");
        assertThat(HourTelling.known(0.2)).startsWith("Of their own actions less than a whole one counts");
        assertThat(HourTelling.known(0)).isEqualTo("No action of their own is known.");
    }
}
