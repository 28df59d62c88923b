package org.personalize.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.personalize.deliver.Permission;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Mark;
import org.personalize.ledger.Promise.Shown;

/** The second mark of a mail, asked for while its body goes out. */
final class AskedMark implements Permission, LedgerWriter.Listener {

    private final Dispatch dispatch;
    private final Claim claim;
    private final @Nullable Map<String, List<Shown>> news;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile @Nullable Mark answer;

    /** @param news what the mail shows that was not promised; null where it shows what was */
    AskedMark(Dispatch dispatch, Claim claim, @Nullable Map<String, List<Shown>> news) {
        this.dispatch = dispatch;
        this.claim = claim;
        this.news = news;
    }

    Claim claim() {
        return claim;
    }

    @Override
    public void ask() {
        dispatch.writer().write(new Entry.Finish(claim, news), this);
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
