package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.history.History;
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
    private final Audience audience;
    private final Gains gains;
    private final int number;
    private final List<Mail> mails = new ArrayList<>();

    private LoggedMails(Audience audience, History history, String campaign) {
        this.audience = audience;
        gains = new Gains(audience, history, Goal.CLICK, Instant.MAX);
        number = gains.number(campaign);
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
        return gains.isReactedTo(person, number, from, from + REACTION_SECONDS);
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
        var choices = new LoggedChoices();
        judged.forEach(mail -> choices.add(
                mail.person(), localHour(mail.person(), mail.at()), mail.chance(), mail.isReactedTo() ? 1 : 0));
        return choices.worth(
                i -> localHour(judged.get(i).person(), elsewhere(judged.get(i))),
                i -> hour(judged.get(i).at()) == hour(elsewhere(judged.get(i))));
    }

    private static Instant elsewhere(Mail mail) {
        return Objects.requireNonNull(mail.elsewhere());
    }

    private static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), (long) HOUR_SECONDS);
    }

    private int localHour(int person, Instant at) {
        return at.atZone(audience.customer(person).zone()).getHour();
    }
}
