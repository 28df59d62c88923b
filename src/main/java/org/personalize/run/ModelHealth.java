package org.personalize.run;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.learn.Model;
import org.personalize.learn.ModelFile;
import org.personalize.learn.Papers;
import org.personalize.ledger.Ledger;
import org.personalize.measure.Calibration;
import org.personalize.measure.Interval;
import org.personalize.report.Health;
import org.personalize.report.Health.Due;
import org.personalize.report.Health.Forecasts;
import org.personalize.report.Health.Week;
import org.personalize.report.Mails;
import org.personalize.rhythm.Rhythms;
import org.personalize.rhythm.Weekdays;
import org.personalize.run.MailMoments.Mail;

/**
 * Lays what the model says beside what came of mails that really went out. The ledger keeps no forecasts: they are made again,
 * by the model of today from what was known before the mails.
 */
final class ModelHealth {

    /** More are not looked at: every second, third … mail stands for the others. */
    private static final int MOST_MAILS = 50_000;

    /** By fewer a model cannot be judged. */
    private static final int LEAST_MAILS = 500;

    private static final int MOST_PEOPLE = 20_000;

    /** A forecast so many times too high or too low is off. */
    private static final double OFF_BY = 1.25;

    private static final long OLD_DAYS = 35;

    private final Past past;
    private final Model model;
    private final Papers papers;
    private final Instant now;

    private ModelHealth(Past past, Model model, Papers papers, Instant now) {
        this.past = past;
        this.model = model;
        this.papers = papers;
        this.now = now;
    }

    /** @param mails of the campaign */
    static Health of(Past past, Mails mails, Instant now) throws IOException {
        Optional<ModelHealth> trained = trained(past, now);
        return trained.isEmpty() ? Health.UNTRAINED : trained.get().health(MailMoments.of(mails, past, now));
    }

    /**
     * What the model says of mails that went out lately; empty where none can be judged.
     *
     * @param ledger null where nothing was ever sent
     */
    static Optional<Forecasts> forecasts(Past past, @Nullable Ledger ledger, Instant now) throws IOException {
        Optional<ModelHealth> trained = trained(past, now);
        return trained.isEmpty() ? Optional.empty() : trained.get().forecasts(MailMoments.of(ledger, past, now));
    }

    /** Empty where no model was trained: the usual settings foretell nothing that could be judged. */
    private static Optional<ModelHealth> trained(Past past, Instant now) throws IOException {
        ModelFile file = Learned.file(past.campaign());
        if (!file.exists()) {
            return Optional.empty();
        }
        Model model = file.read();
        return model.papers().map(papers -> new ModelHealth(past, model, papers, now));
    }

    private Health health(MailMoments mails) {
        Optional<Forecasts> forecasts = forecasts(mails);
        long behind = daysBehind(papers.newest());
        return new Health(
                Optional.of(papers.newest()),
                behind,
                personalHours(),
                heldOutError(),
                forecasts,
                due(forecasts, behind));
    }

    /** Days of events that the model has not seen. */
    private long daysBehind(Instant learned) {
        Duration later = Duration.between(learned, past.history().newest());
        return Math.max(0, later.toDays());
    }

    private Optional<Double> heldOutError() {
        OptionalDouble mean = papers.chapters().stream()
                .flatMap(chapter -> chapter.forecasts().stream())
                .mapToDouble(forecast -> forecast.calibration().error())
                .average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }

    /** Among those who allow profiling: others never have one. */
    private double personalHours() {
        var rhythms = new Rhythms(model.rhythm(), past.audience(), past.history(), now);
        int[] some = IntStream.of(past.audience().byLot())
                .filter(past.audience()::allowsPersonalization)
                .limit(MOST_PEOPLE)
                .toArray();
        long own = IntStream.of(some).filter(rhythms::hasPersonalHour).count();
        return some.length == 0 ? 0 : (double) own / some.length;
    }

    private Optional<Forecasts> forecasts(MailMoments mails) {
        LastKnown known = LastKnown.of(model, mails.seconds(), now);
        int later = mails.since(known.until().getEpochSecond());
        if (later == 0) {
            return Optional.empty();
        }
        Rhythms rhythms = known.rhythms(model, past);
        if (!rhythms.areValuesChances()) {
            return Optional.empty();
        }
        List<Mail> some =
                mails.last(later, (later + MOST_MAILS - 1) / MOST_MAILS).toList();
        double[] said = some.stream().mapToDouble(mail -> said(rhythms, mail)).toArray();
        double[] came = came(some);
        return Optional.of(new Forecasts(
                known.until(),
                known.isLearnedFrom(),
                later,
                Interval.of(said).mean(),
                Interval.of(came),
                Calibration.of(said, came),
                weeks(some, said, came)));
    }

    private double[] came(List<Mail> mails) {
        var gains = new Gains(past.audience(), past.history(), Goal.CLICK, now);
        int campaign = gains.number(past.campaign().name());
        return mails.stream()
                .mapToDouble(mail ->
                        gains.weight(mail.person(), campaign, mail.at(), mail.at() + JudgedMails.REACTION_SECONDS))
                .toArray();
    }

    private double said(Rhythms rhythms, Mail mail) {
        ZoneId zone = past.audience().customer(mail.person()).zone();
        int hour = Instant.ofEpochSecond(mail.at()).atZone(zone).getHour();
        return Math.max(0, Math.min(1, rhythms.values(mail.person(), Weekdays.ANY)[hour]));
    }

    private List<Week> weeks(List<Mail> mails, double[] said, double[] came) {
        ZoneId zone = past.campaign().schedule().zone();
        Map<LocalDate, List<Integer>> byWeek = new TreeMap<>();
        for (int i = 0; i < mails.size(); i++) {
            LocalDate monday = LocalDate.ofInstant(
                            Instant.ofEpochSecond(mails.get(i).at()), zone)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            byWeek.computeIfAbsent(monday, week -> new ArrayList<>()).add(i);
        }
        List<Week> weeks = new ArrayList<>();
        byWeek.forEach((monday, places) -> {
            double[] saidThen = places.stream().mapToDouble(i -> said[i]).toArray();
            double[] cameThen = places.stream().mapToDouble(i -> came[i]).toArray();
            weeks.add(new Week(
                    monday,
                    places.size(),
                    Interval.of(saidThen).mean(),
                    Interval.of(cameThen),
                    Calibration.of(saidThen, cameThen).error()));
        });
        return weeks;
    }

    private static Due due(Optional<Forecasts> forecasts, long behind) {
        if (forecasts.isPresent() && forecasts.get().mails() >= LEAST_MAILS && isOff(forecasts.get())) {
            return Due.OFF;
        }
        if (behind > OLD_DAYS) {
            return Due.OLD;
        }
        return forecasts.isEmpty() || forecasts.get().mails() < LEAST_MAILS ? Due.UNKNOWN : Due.FINE;
    }

    /** Beyond what chance explains, and by so much that it matters. */
    private static boolean isOff(Forecasts forecasts) {
        Interval came = forecasts.came();
        boolean isTooHigh = forecasts.said() > came.high() && forecasts.said() > OFF_BY * came.mean();
        boolean isTooLow = forecasts.said() < came.low() && OFF_BY * forecasts.said() < came.mean();
        return isTooHigh || isTooLow;
    }
}
