package org.personalize.cli;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.personalize.ledger.Row;

/**
 * Tells what came of one person's mail, as the ledger has it.
 *
 * @param moments how a moment is written
 * @param planned for when it was planned, and as what
 */
record OutcomeTelling(Row row, Function<Instant, String> moments, String planned) {

    /** The state's word in JSON. */
    static String word(Row row) {
        return row.state().name().toLowerCase(Locale.ROOT);
    }

    String words() {
        String after = planned.isEmpty() ? "" : " It was planned for " + planned + ".";
        return switch (row.state()) {
            case ACCEPTED -> "Sent" + on() + ", accepted by the relay." + after;
            case REFUSED -> "Refused by the relay" + on() + answer() + after;
            case DEFERRED ->
                "Put off by the relay, to be tried again from " + moments.apply(row.due()) + " on" + answer() + after;
            case DOUBTFUL ->
                "Doubtful: handed to the relay" + on() + ", and it may have arrived or not" + answer()
                        + " It is sent again only when send is told --resend-doubtful." + after;
            case EXPIRED -> "Given up" + on() + ", since its time had run out" + answer() + after;
            case HELD -> "Held by an error of its own" + answer() + " It is tried again once that is mended." + after;
            case PLANNED, CLAIMED, FINISHING, SKIPPED, NO_MAIL ->
                throw new IllegalStateException("nothing came yet of a mail that is " + word(row));
        };
    }

    private String on() {
        Instant done = row.doneAt();
        return done == null ? "" : " on " + moments.apply(done);
    }

    /** Ends the sentence, with what was answered where anything was. */
    private String answer() {
        String answer = row.answer().strip();
        return answer.isEmpty() ? "." : ": " + answer + (answer.endsWith(".") ? "" : ".");
    }
}
