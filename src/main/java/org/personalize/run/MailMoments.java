package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.Decision.Group;
import org.personalize.report.Mails;

/**
 * When the personal mails of the last weeks went out, and to whom: those to people who allow to be watched, and so old
 * that whoever wanted to react has done so. Eight bytes each, in the order of time and then of people.
 */
final class MailMoments {

    private static final int FIRST_SIZE = 1 << 10;
    private static final int PERSON_BITS = 31;

    private final Audience audience;
    private final long opened;
    private final long closed;
    /** Each a second in the upper bits, and a person in the lower. */
    private long[] keys = new long[FIRST_SIZE];

    private int size;

    private MailMoments(Past past, Instant now) {
        audience = past.audience();
        opened = now.minus(LastKnown.LOOK_BACK).minusNanos(1).getEpochSecond();
        closed = now.getEpochSecond() - JudgedMails.REACTION_SECONDS;
    }

    /** @param at the second at which the relay took it */
    record Mail(int person, long at) {}

    /** @param ledger null where nothing was ever sent */
    static MailMoments of(@Nullable Ledger ledger, Past past, Instant now) throws IOException {
        var moments = new MailMoments(past, now);
        if (ledger != null) {
            for (Edition edition : ledger.editions(past.campaign().name())) {
                ledger.rows(edition, moments::take);
            }
        }
        return moments.inOrder();
    }

    /** @param mails what was read of the campaign's editions */
    static MailMoments of(Mails mails, Past past, Instant now) {
        var moments = new MailMoments(past, now);
        for (int mail = 0; mail < mails.size(); mail++) {
            if (mails.isPersonal(mail)) {
                moments.add(mails.person(mail), mails.second(mail));
            }
        }
        return moments.inOrder();
    }

    private void take(Row row) {
        Instant doneAt = row.doneAt();
        boolean isPersonal = row.state() == State.ACCEPTED && row.promise().group() == Group.NONE;
        if (isPersonal && doneAt != null) {
            add(row.promise().personIn(audience), doneAt.getEpochSecond());
        }
    }

    private void add(int person, long at) {
        boolean isAsked = at > opened && at <= closed;
        if (isAsked && person >= 0 && audience.allowsPersonalization(person) && audience.allowsTracking(person)) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
            }
            keys[size++] = at << PERSON_BITS | person;
        }
    }

    /** A ledger gives its rows in no order, and sums of doubles depend on theirs. */
    private MailMoments inOrder() {
        Arrays.sort(keys, 0, size);
        return this;
    }

    LongStream seconds() {
        return Arrays.stream(keys, 0, size).map(key -> key >>> PERSON_BITS);
    }

    /** How many went out at this second or later. */
    int since(long second) {
        return (int) seconds().filter(at -> at >= second).count();
    }

    /** Of so many that went out last the first, and then one in so many steps. */
    Stream<Mail> last(int count, int step) {
        return IntStream.range(0, count).filter(i -> i % step == 0).mapToObj(i -> mail(size - count + i));
    }

    private Mail mail(int place) {
        return new Mail((int) (keys[place] & Integer.MAX_VALUE), keys[place] >>> PERSON_BITS);
    }
}
