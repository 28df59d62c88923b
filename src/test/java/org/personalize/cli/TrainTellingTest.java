package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.personalize.learn.SomePapers;
import org.personalize.run.TrainRun.Trained;

class TrainTellingTest {

    private static String told(boolean isNew) throws IOException {
        var out = new StringWriter();
        var folder = Path.of("/shop");
        var door = new Door(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                new StringReader(""),
                InstantSource.fixed(SomePapers.NOW),
                Map.of(),
                folder,
                false,
                new AtomicBoolean());
        var trained = new Trained(
                SomePapers.of(SomePapers.origin()), folder.resolve("models/spring.model"), isNew, List.of());
        TrainTelling.of(trained, null, door, false);
        return out.toString().replace('\u00a0', ' ');
    }

    @Test
    void aTrainingIsToldWhole() throws IOException {
        assertThat(told(true)).isEqualTo("""
                spring <b>sale</b>: what was learned, by the clock of 2026-11-02 09:00 UTC

                  read    2,000 people, 150 items, 220,101 events up to 2026-10-31 06:31 UTC
                  of them open 39,264

                Scores are on what came later and was not learned from; ± is the 95 % interval, * what was chosen.
                Columns: how many observations of a person were known, and of how many people.

                which send hours: 16 rhythms and own hours
                  What people did later fell within an hour of these hours more often than of one hour for
                  everybody.

                  share within 1 h of the best hour, held out 2026-08-01 to 2026-10-31
                                                   all: 1,234      0: 1,234    1–4: 1,234   5–19: 1,234    20+: 1,234
                    one hour for everybody       0.320 ±0.012  0.320 ±0.012  0.320 ±0.012  0.320 ±0.012  0.320 ±0.012
                    own commonest hour           0.340 ±0.012  0.340 ±0.012  0.340 ±0.012  0.340 ±0.012  0.340 ±0.012
                  * 16 rhythms and own hours     0.360 ±0.012  0.360 ±0.012  0.360 ±0.012  0.360 ±0.012  0.360 ±0.012

                which items: popular lately
                  Nothing did better.

                Do chances come true? a purchase within 30 days, held out 2026-10-01 to 2026-10-31: off by 0.6 % on
                average.
                    told      came       people
                    1.5 %     2.0 %         100
                    4.5 %     5.0 %         100
                    7.5 %     6.0 %         100
                    10.5 %    10.0 %        100
                    13.5 %    13.0 %        100
                    16.5 %    16.0 %        100
                    19.5 %    19.0 %        100
                    22.5 %    22.0 %        100
                    25.5 %    26.0 %        100
                    28.5 %    28.0 %        100

                792 of 2,000 people (39.6 %) get an hour of their own.
                Mail went out at 9 and 10 h only, so little is known of the night.

                Model written to models/spring.model
                """);
    }

    @Test
    void aModelThatIsKeptIsToldAsSuch() throws IOException {
        assertThat(told(false))
                .startsWith("Nothing has changed since this model was trained; it is kept.")
                .endsWith("The model stays: models/spring.model\n");
    }
}
