package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.history.Reader;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.measure.OffPolicy;
import org.personalize.plan.Decision.Group;

/** The campaign's mails that went out with a logged chance of their hour, and whether they were reacted to. */
final class LoggedMails {

    private static final int HOUR_SECONDS = 3600;
    private static final long REACTION_SECONDS = 7 * 86_400;
    private static final int FOLDS = 5;
    private static final int HOURS = 24;

    /** How many mails of the mean reaction an hour is drawn to. */
    private static final double SHRINK = 20;

    private final Audience audience;
    private final History history;
    private final String campaign;
    private final List<Mail> mails = new ArrayList<>();

    private LoggedMails(Audience audience, History history, String campaign) {
        this.audience = audience;
        this.history = history;
        this.campaign = campaign;
    }

    private record Mail(
            int person,
            Instant at,
            double chance,
            boolean isReactedTo,
            @Nullable Instant elsewhere) {}

    static LoggedMails of(@Nullable Ledger ledger, Audience audience, History history, String campaign)
            throws IOException {
        var logged = new LoggedMails(audience, history, campaign);
        if (ledger != null) {
            for (Edition edition : ledger.editions(campaign)) {
                ledger.rows(edition, logged::add);
            }
            logged.mails.sort(java.util.Comparator.comparing(Mail::at).thenComparingInt(Mail::person));
        }
        return logged;
    }

    private void add(Row row) {
        Promise promise = row.promise();
        int person = audience.personOf(promise.customerId());
        boolean isJudged = row.state() == State.ACCEPTED
                && promise.group() == Group.NONE
                && person >= 0
                && audience.allowsTracking(person)
                && audience.allowsPersonalization(person);
        if (isJudged && promise.hourChance() > 0) {
            mails.add(new Mail(
                    person, promise.sendAt(), promise.hourChance(), isReactedTo(person, promise.sendAt()), null));
        }
    }

    /** Whether the person followed one of its links, or bought something, within a week. */
    private boolean isReactedTo(int person, Instant at) {
        long from = at.getEpochSecond();
        for (int nth = 0; nth < history.events(person); nth++) {
            int event = history.event(person, nth);
            long second = history.second(event);
            if (second >= from && second < from + REACTION_SECONDS && isReaction(event)) {
                return true;
            }
        }
        return false;
    }

    private boolean isReaction(int event) {
        if (history.kind(event) == Kind.PURCHASE) {
            return true;
        }
        String named = history.campaign(event);
        return history.kind(event) == Kind.CLICK
                && history.reaction(event).reader() == Reader.HUMAN
                && (named == null || named.equals(campaign));
    }

    /** Says of the mails of one week when another way of deciding would have sent them; null for not at all. */
    void judge(PastWeek week, IntFunction<@Nullable Instant> sendAt) {
        mails.replaceAll(mail -> mail.at().isBefore(week.from()) || !mail.at().isBefore(week.to())
                ? mail
                : new Mail(mail.person(), mail.at(), mail.chance(), mail.isReactedTo(), sendAt.apply(mail.person())));
    }

    /** What that other way would have earned: the share of mails that are reacted to. */
    OffPolicy worth() {
        List<Mail> judged = mails.stream().filter(m -> m.elsewhere() != null).toList();
        var weights = new double[judged.size()];
        var rewards = new double[judged.size()];
        var forecasts = new double[judged.size()];
        var elsewhere = new double[judged.size()];
        double[][] byFold = forecasts(judged);
        for (int i = 0; i < weights.length; i++) {
            Mail mail = judged.get(i);
            Instant other = java.util.Objects.requireNonNull(mail.elsewhere());
            double[] forecast = byFold[mail.person() % FOLDS];
            weights[i] = hour(mail.at()) == hour(other) ? 1 / mail.chance() : 0;
            rewards[i] = mail.isReactedTo() ? 1 : 0;
            forecasts[i] = forecast[localHour(mail.person(), mail.at())];
            elsewhere[i] = forecast[localHour(mail.person(), other)];
        }
        return OffPolicy.of(weights, rewards, forecasts, elsewhere);
    }

    /** By local hour, the share of reactions among the mails of everybody who is not in the fold. */
    private double[][] forecasts(List<Mail> judged) {
        var forecasts = new double[FOLDS][HOURS];
        for (int fold = 0; fold < FOLDS; fold++) {
            var sent = new double[HOURS];
            var reactions = new double[HOURS];
            for (Mail mail : judged) {
                if (mail.person() % FOLDS != fold) {
                    int hour = localHour(mail.person(), mail.at());
                    sent[hour]++;
                    reactions[hour] += mail.isReactedTo() ? 1 : 0;
                }
            }
            double mean = Arrays.stream(reactions).sum()
                    / Math.max(1, Arrays.stream(sent).sum());
            for (int hour = 0; hour < HOURS; hour++) {
                forecasts[fold][hour] = (reactions[hour] + SHRINK * mean) / (sent[hour] + SHRINK);
            }
        }
        return forecasts;
    }

    private static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), (long) HOUR_SECONDS);
    }

    private int localHour(int person, Instant at) {
        return at.atZone(audience.customer(person).zone()).getHour();
    }
}
