package org.personalize.cli;

import java.io.IOException;
import java.util.Locale;
import org.personalize.deliver.Outcome;
import org.personalize.plan.Json;
import org.personalize.run.TestMail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code personalize test CAMPAIGN --as CUSTOMER --to ADDRESS}. */
@Command(
        name = "test",
        description = "Sends one real mail with that customer's data to an address of yours, outside the ledger. Its"
                + " links carry test tokens, which change nothing.",
        footer = {"", "Example:", "  personalize test spring-sale.yaml --as c0017 --to me@example.com"})
final class TestCommand extends OneCampaignCommand {

    @Option(names = "--as", required = true, paramLabel = "CUSTOMER", description = "Whose data: an id or an address.")
    String customer = "";

    @Option(names = "--to", required = true, paramLabel = "ADDRESS", description = "Where the mail goes.")
    String to = "";

    @Option(names = "--unmarked", description = "Leave the [Test] before the subject away.")
    boolean isUnmarked;

    TestCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        TestMail.Sent sent = TestMail.send(request(), customer, to, !isUnmarked);
        Ending ending = Ending.of(sent.outcome());
        if (common.isJson) {
            Json json = Json.pretty(door.out());
            json.object()
                    .field("outcome", ending.name().toLowerCase(Locale.ROOT))
                    .field("answer", sent.answer())
                    .field("subject", sent.subject())
                    .end();
            door.out().println();
        } else {
            String word = ending.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            door.out().println("subject   " + sent.subject());
            door.out().printf(Locale.ROOT, "%-9s %s%n", word, sent.answer());
        }
        if (ending != Ending.ACCEPTED) {
            door.err().println("personalize: " + ending.fault.formatted(sent.answer()));
        }
        return ending.exitCode;
    }

    /** What became of the mail; the names are those of {@code --json}. */
    private enum Ending {
        ACCEPTED(ExitCode.DONE, ""),
        DEFERRED(ExitCode.SOMEBODY_LEFT_OUT, "the relay put the test mail off: %s. Try again in a while."),
        REFUSED(
                ExitCode.SOMEBODY_LEFT_OUT,
                "the relay refused the test mail: %s. See whether the address after --to is right."),
        DOUBTFUL(
                ExitCode.SOMEBODY_LEFT_OUT,
                "nobody knows whether the test mail went out: %s. Look whether it arrives."),
        TURNED_AWAY(ExitCode.RELAY, Ending.NO_RELAY),
        NOT_RELAYED(ExitCode.RELAY, Ending.NO_RELAY),
        RELAY_REFUSES(ExitCode.RELAY, Ending.NO_RELAY);

        private static final String NO_RELAY = "nothing was sent, the relay cannot be used: %s. Correct host, port,"
                + " security, username or password under smtp; personalize doctor looks at them.";

        private final int exitCode;
        private final String fault;

        Ending(int exitCode, String fault) {
            this.exitCode = exitCode;
            this.fault = fault;
        }

        static Ending of(Outcome outcome) {
            if (outcome instanceof Outcome.Accepted) {
                return ACCEPTED;
            } else if (outcome instanceof Outcome.Deferred) {
                return DEFERRED;
            } else if (outcome instanceof Outcome.Refused) {
                return REFUSED;
            } else if (outcome instanceof Outcome.Doubtful) {
                return DOUBTFUL;
            } else if (outcome instanceof Outcome.TurnedAway) {
                return TURNED_AWAY;
            } else if (outcome instanceof Outcome.NotRelayed) {
                return NOT_RELAYED;
            } else if (outcome instanceof Outcome.RelayRefuses) {
                return RELAY_REFUSES;
            }
            throw new IllegalStateException("a test mail is mailed, and its mark is always given: " + outcome);
        }
    }
}
