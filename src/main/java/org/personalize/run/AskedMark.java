package org.personalize.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.personalize.deliver.Permission;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Mark;
import org.personalize.ledger.Promise.Shown;
import org.personalize.render.Mail;

/** The second mark of a mail, asked for while its body goes out. */
final class AskedMark implements Permission, LedgerWriter.Listener {

    private final Dispatch dispatch;
    private final Claim claim;
    private final Instant until;
    private final @Nullable Map<String, List<Shown>> news;
    private final Supplier<@Nullable Mail> following;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile @Nullable Mark answer;

    /** @param following what is to go next, asked for while this mark is on its way */
    AskedMark(Dispatch dispatch, Ready ready, Supplier<@Nullable Mail> following) {
        this.dispatch = dispatch;
        claim = ready.claim();
        until = ready.until();
        news = ready.news();
        this.following = following;
    }

    Claim claim() {
        return claim;
    }

    @Override
    public void ask() {
        if (dispatch.now().isBefore(until)) {
            dispatch.writer().write(new Entry.Finish(claim, news), this);
        } else {
            written(Mark.LATE);
        }
    }

    @Override
    public @Nullable Mail next() {
        return following.get();
    }

    @Override
    public boolean isGranted() throws InterruptedException {
        answered.await();
        Mark heard = answer;
        return heard != null && heard.isGranted();
    }

    @Override
    public void written(Mark mark) {
        answer = mark;
        answered.countDown();
        if (news != null && mark.isGranted()) {
            dispatch.tell("refreshed", claim, Refresh.words(news, claim.promise()));
        }
    }

    @Override
    public void failed() {
        answered.countDown();
    }

    /** Null while there is no answer, or when nobody knows it. */
    @Nullable
    Mark known() {
        return answer;
    }
}
