package org.personalize.run;

import org.personalize.deliver.AnswerMask;
import org.personalize.deliver.Outcome;

/** What a relay said about a mail, without anybody's address in it. */
final class Answers {

    private Answers() {}

    static String of(Outcome outcome) {
        return AnswerMask.ANY.over(words(outcome));
    }

    private static String words(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return accepted.reply().toString();
        }
        if (outcome instanceof Outcome.Refused refused) {
            return refused.reply().toString();
        }
        if (outcome instanceof Outcome.NotRelayed denied) {
            return denied.reply().toString();
        }
        if (outcome instanceof Outcome.Deferred deferred) {
            return deferred.why();
        }
        if (outcome instanceof Outcome.Doubtful doubtful) {
            return doubtful.why();
        }
        if (outcome instanceof Outcome.TurnedAway away) {
            return away.why();
        }
        return outcome instanceof Outcome.RelayRefuses refusal ? refusal.why() : "";
    }
}
