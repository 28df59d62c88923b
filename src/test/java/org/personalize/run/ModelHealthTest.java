package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.campaign.Campaign;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.learn.Model;
import org.personalize.learn.Papers.Origin;
import org.personalize.learn.Training;
import org.personalize.ledger.Ledger;
import org.personalize.measure.Work;
import org.personalize.report.Health;
import org.personalize.report.Health.Due;
import org.personalize.report.Health.Forecasts;
import org.personalize.report.Mails;
import org.personalize.village.SmallCampaign;

/** People who were mailed for two months, a model that learned from it, and the mails of the week after. */
class ModelHealthTest {

    private static final Instant BEGIN = Instant.parse("2025-12-01T00:00:00Z");
    private static final int DAYS = 60;
    private static final Instant TRAINED = BEGIN.plus(Duration.ofDays(DAYS));
    private static final Instant NOW = TRAINED.plus(Duration.ofDays(7));
    private static final int PEOPLE = 300;

    @TempDir
    Path folder;

    private final Village village = new Village();
    private final Random random = new Random(21);

    private Campaign campaign() {
        return SmallCampaign.in(folder).campaign();
    }

    /** Most mail goes out at nine; everybody has an hour of their own at which they follow a link more often. */
    private void past() {
        for (int person = 0; person < PEOPLE; person++) {
            String id = village.person();
            int own = 8 + person % 12;
            for (int day = 0; day < DAYS; day += 2) {
                Instant at = BEGIN.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour()));
                village.did(id, "sent", at, "winter", "");
                click(id, at, own, 1, "winter");
            }
        }
    }

    private int hour() {
        return random.nextDouble() < 0.7 ? 9 : 7 + random.nextInt(14);
    }

    private void click(String id, Instant at, int own, double times, String campaign) {
        int hour = at.atZone(ZoneOffset.UTC).getHour();
        if (random.nextDouble() < times * (Math.abs(hour - own) <= 1 ? 0.4 : 0.05)) {
            village.did(id, "click", at.plusSeconds(120 + random.nextInt(3_000)), campaign, "");
        }
    }

    private void mailsAfterwards(double times) {
        for (int i = 0; i < 1_500; i++) {
            Instant at = TRAINED.plus(Duration.ofHours(24 + hour()));
            click(village.mailed(at, "only", 1, 1, Map.of()), at, 8 + i % 12, times, "spring");
        }
    }

    private void train() throws IOException {
        var origin = new Origin("spring", "test", "17", TRAINED, "spring", List.of(), List.of());
        var known = new HistoryUntil(village.history(), TRAINED.getEpochSecond());
        Model model = new Training(village.audience, village.catalog, known, TRAINED)
                .train(Set.of(), Work.ofSeconds(1), origin, stage -> {});
        Learned.file(campaign()).write(model);
    }

    private Health health(Instant now) throws Exception {
        Past past = village.past(campaign(), village.history());
        try (Ledger ledger = village.ledger(folder)) {
            Mails mails = mails();
            mails.begin(Village.EDITION);
            ledger.rows(Village.EDITION, mails::add);
            Health health = ModelHealth.of(past, mails, now);
            assertThat(ModelHealth.forecasts(past, ledger, now)).isEqualTo(health.forecasts());
            return health;
        }
    }

    private Mails mails() {
        return new Mails(village.audience, village.catalog, "", false);
    }

    @Test
    void aForecastThatComesTrueNeedsNoTraining() throws Exception {
        past();
        mailsAfterwards(1);
        train();
        Health health = health(NOW);
        Forecasts forecasts = health.forecasts().orElseThrow();
        assertThat(forecasts.mails()).isEqualTo(1_500);
        assertThat(forecasts.areLearnedFrom()).isFalse();
        assertThat(forecasts.said()).isBetween(0.08, 0.16);
        assertThat(forecasts.came().mean()).isBetween(0.08, 0.16);
        assertThat(forecasts.weeks()).hasSize(1);
        assertThat(health.due()).isEqualTo(Due.FINE);
        assertThat(health.sentence()).startsWith("No need to train: to 100 mails the model expected");
    }

    @Test
    void aForecastThatIsFarOffAsksForTraining() throws Exception {
        past();
        mailsAfterwards(0.2);
        train();
        Health health = health(NOW);
        assertThat(health.due()).isEqualTo(Due.OFF);
        assertThat(health.isTrainingDue()).isTrue();
        assertThat(health.sentence()).contains("further off than chance explains");
    }

    @Test
    void withoutAModelTrainingIsDue() throws Exception {
        mailsAfterwards(1);
        Health health = health(NOW);
        assertThat(health.due()).isEqualTo(Due.NEVER_TRAINED);
        assertThat(health.forecasts()).isEmpty();
        assertThat(ModelHealth.of(village.past(campaign(), village.history()), mails(), NOW)
                        .due())
                .isEqualTo(Due.NEVER_TRAINED);
    }

    @Test
    void whatWasKnownThenHoldsNothingLater() {
        past();
        History all = village.history();
        long middle = BEGIN.plus(Duration.ofDays(DAYS / 2)).getEpochSecond();
        History then = new HistoryUntil(all, middle);
        assertThat(then.size()).isBetween(1, all.size() - 1);
        assertThat(then.second(then.size() - 1)).isLessThan(middle);
        assertThat(all.second(then.size())).isGreaterThanOrEqualTo(middle);
        for (int person = 0; person < PEOPLE; person++) {
            int[] events = then.eventsOf(person);
            assertThat(events).hasSize(then.events(person));
            for (int event : events) {
                assertThat(then.second(event)).isLessThan(middle);
                assertThat(then.kind(event)).isIn(Kind.SENT, Kind.CLICK);
            }
        }
    }
}
