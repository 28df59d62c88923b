package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Shift;

/** What is explained of a mail that was promised, and of one of which something came. */
class ExplainOutcomeTest extends InTheShop {

    private void plan() {
        assertThat(terminal.type("plan", "spring.yaml")).as(terminal.err()).isZero();
    }

    private void sent(String customer, boolean isFinished, Function<Claim, Entry> outcome) throws Exception {
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString());
                Shift shift = ledger.begin(new Edition("spring", ""), "test", "here", Terminal.NOW)) {
            Claim claim = shift.claim(customer, Terminal.NOW, Caps.NONE).get(0);
            if (isFinished) {
                shift.commit(List.of(new Entry.Finish(claim)), Terminal.NOW, Caps.NONE);
            }
            shift.commit(List.of(outcome.apply(claim)), Terminal.NOW, Caps.NONE);
        }
    }

    private String explained(String customer) {
        assertThat(terminal.type("explain", "spring.yaml", customer))
                .as(terminal.err())
                .isZero();
        return terminal.out().replaceAll("\\s+", " ");
    }

    private String outcome(String customer) {
        terminal.type("explain", "spring.yaml", customer, "--json");
        assertThat(terminal.out()).contains("\"status\": \"planned\"", "\"promised\": true");
        return terminal.out()
                .lines()
                .filter(line -> line.contains("\"outcome\""))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    @Test
    void whatIsPromisedIsPlannedUntilSomethingComesOfIt() {
        plan();
        assertThat(explained("c1")).contains("Planned: ", "Promised by an earlier run, and kept.");
        assertThat(outcome("c1")).isEqualTo("\"outcome\": null,");
    }

    @Test
    void aMailThatWentOutIsNotPlannedAnyMore() throws Exception {
        plan();
        sent("c1", true, claim -> new Entry.Accepted(claim, "250 ok", null));
        assertThat(explained("c1"))
                .contains("Sent on Monday 2 March 2026, 09:00 in Europe/London, accepted by the relay.")
                .doesNotContain("Planned:", "and kept");
        assertThat(outcome("c1")).isEqualTo("\"outcome\": \"accepted\",");
    }

    @Test
    void aMailThatTheRelayRefusedIsExplainedByItsAnswer() throws Exception {
        plan();
        sent("c2", true, claim -> new Entry.Refused(claim, "550 5.1.1 no such user", true));
        assertThat(explained("c2"))
                .contains(
                        "Refused by the relay on Monday 2 March 2026, 10:00 in Europe/Berlin: 550 5.1.1 no such user.")
                .doesNotContain("Planned:");
        assertThat(outcome("c2")).isEqualTo("\"outcome\": \"refused\",");
    }

    @Test
    void aMailThatWasPutOffOrHeldSaysWhatItWaitsFor() throws Exception {
        plan();
        sent(
                "c1",
                false,
                claim -> new Entry.Deferred(
                        claim, "451 4.7.1 later", Terminal.NOW.plusSeconds(300), Terminal.NOW.plusSeconds(9_000)));
        sent("c3", false, claim -> new Entry.Held(claim, "${customer.shoe} is missing"));
        assertThat(explained("c1"))
                .contains("Put off by the relay, to be tried again from Monday 2 March 2026, 09:05 in Europe/London on:"
                        + " 451 4.7.1 later.");
        assertThat(outcome("c1")).isEqualTo("\"outcome\": \"deferred\",");
        assertThat(explained("c3")).contains("Held by an error of its own: ${customer.shoe} is missing.");
        assertThat(outcome("c3")).isEqualTo("\"outcome\": \"held\",");
    }

    @Test
    void aMailInDoubtAndOneThatWasGivenUpAreToldAsSuch() throws Exception {
        plan();
        sent("c1", true, claim -> new Entry.Doubtful(claim, "the line was cut"));
        sent("c2", false, claim -> new Entry.Expired(claim, "the window is over"));
        assertThat(explained("c1"))
                .contains("Doubtful: handed to the relay on Monday 2 March 2026, 09:00 in Europe/London,"
                        + " and it may have arrived or not: the line was cut.");
        assertThat(outcome("c1")).isEqualTo("\"outcome\": \"doubtful\",");
        assertThat(explained("c2"))
                .contains("Given up on Monday 2 March 2026, 10:00 in Europe/Berlin, since its time had run out:"
                        + " the window is over.");
        assertThat(outcome("c2")).isEqualTo("\"outcome\": \"expired\",");
    }

    @Test
    void todaysDrawsDoNotContradictWhatAnEarlierRunPromised() throws IOException {
        assertThat(explained("c1")).contains("By chance").doesNotContain("An earlier run");
        plan();
        shop.write("spring.yaml", shop.read("spring.yaml") + "groups: {no_mail: 99%}\n");
        assertThat(explained("c1"))
                .contains("Planned: ", "below 0.99 no mail")
                .contains("By chance An earlier run promised this by what it drew then. Today's draws, which follow,"
                        + " decide nothing of it. group drew");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start: 2026-03-29T01:30, end: 2026-03-30T20:00 | starts",
                "start: 2026-03-28T08:00, end: 2026-03-29T01:30 | ends"
            })
    void anEdgeOfTheWindowThatTheClocksSkipIsTold(String window, String verb) throws IOException {
        shop.write("spring.yaml", shop.read("spring.yaml") + "schedule: {" + window.strip() + "}\n");
        assertThat(explained("c1"))
                .contains("The window " + verb.strip() + " on 29 March 2026 at 01:30, an hour that the clocks in"
                        + " Europe/London skip on that day: for this person it is 02:30.");
        terminal.type("explain", "spring.yaml", "c1", "--json");
        assertThat(terminal.out())
                .contains(
                        "\"edge\": \"" + verb.strip().replaceAll("s$", "") + "\"",
                        "\"written\": \"2026-03-29T01:30\"",
                        "\"instead\": \"2026-03-29T02:30\"");
        assertThat(explained("c2")).doesNotContain("clocks");
        terminal.type("explain", "spring.yaml", "c2", "--json");
        assertThat(terminal.out()).contains("\"moved\": []");
        shop.change("spring.yaml", "T01:30", "T01:30Z");
        shop.change("spring.yaml", window.contains("T20:00") ? "T20:00" : "T08:00", "T12:00Z");
        assertThat(explained("c1")).doesNotContain("clocks");
    }

    @Test
    void aModelOfNoEventsIsNotOneOfTheYear1970() throws IOException {
        String events = shop.read("events.csv");
        shop.write("events.csv", events.lines().findFirst().orElseThrow() + "\n");
        assertThat(terminal.type("train", "spring.yaml", "--budget", "5s"))
                .as(terminal.err())
                .isZero();
        assertThat(explained("c1")).contains("The model learned from no events").doesNotContain("1970");
        terminal.type("explain", "spring.yaml", "c1", "--json");
        assertThat(terminal.out()).contains("\"trained_until\": null");
        shop.write("events.csv", events);
        plan();
        assertThat(terminal.out() + terminal.err())
                .contains("The model learned from no events, and there are events up to 2026-02-21;")
                .doesNotContain("1970");
    }
}
