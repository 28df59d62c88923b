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
        footer = {"", "Example:", "  personalize test spring-sale.yaml --as 17 --to me@example.com"})
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
        Outcome outcome = sent.outcome();
        String word = word(outcome);
        if (common.isJson) {
            Json json = Json.pretty(door.out());
            json.object()
                    .field("outcome", word)
                    .field("answer", sent.answer())
                    .field("subject", sent.subject())
                    .end();
            door.out().println();
        } else {
            door.out().println("subject   " + sent.subject());
            door.out().printf(Locale.ROOT, "%-9s %s%n", word.replace('_', ' '), sent.answer());
        }
        if (outcome instanceof Outcome.Accepted) {
            return ExitCode.DONE;
        }
        door.err().println("personalize: " + fault(outcome, sent.answer()));
        return outcome instanceof Outcome.RelayRefuses
                        || outcome instanceof Outcome.NotRelayed
                        || outcome instanceof Outcome.TurnedAway
                ? ExitCode.RELAY
                : ExitCode.SOMEBODY_LEFT_OUT;
    }

    /** As in {@code --json}. */
    private static String word(Outcome outcome) {
        return outcome.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static String fault(Outcome outcome, String answer) {
        if (outcome instanceof Outcome.Deferred) {
            return "the relay put the test mail off: " + answer + ". Try again in a while.";
        } else if (outcome instanceof Outcome.Refused) {
            return "the relay refused the test mail: " + answer + ". See whether the address after --to is right.";
        } else if (outcome instanceof Outcome.Doubtful) {
            return "nobody knows whether the test mail went out: " + answer + ". Look whether it arrives.";
        }
        return "nothing was sent, the relay cannot be used: " + answer
                + ". Correct host, port, security, username or password under smtp; personalize doctor looks at them.";
    }
}
