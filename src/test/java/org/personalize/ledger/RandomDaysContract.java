package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalize.ledger.Sample.*;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.plan.Reason;

/** Whatever happens in whatever order, a ledger says what a plain table in memory says. */
abstract class RandomDaysContract {

    private static final int STEPS = 400;
    private static final List<String> PEOPLE = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

    abstract Place place() throws IOException;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aLedgerAgreesWithAPlainTable(long seed) throws Exception {
        try (Place place = place();
                Ledger ledger = place.open()) {
            var day = new Day(ledger, new Random(seed));
            for (int step = 0; step < STEPS; step++) {
                String what = day.step();
                assertThat(states(ledger))
                        .as("seed %d, step %d: %s", seed, step, what)
                        .isEqualTo(day.states());
            }
        }
    }

    /** One mail, as simply as it can be written down. */
    private static final class Known {
        State state;
        Reason reason;
        Instant due;
        Instant closes;
        int attempts;
        final int order;

        Known(int order) {
            this.order = order;
        }
    }

    private static final class Day {
        private final Ledger ledger;
        private final Random random;
        private final Map<String, Known> table = new LinkedHashMap<>();
        private final Map<String, Claim> claims = new TreeMap<>();
        private final List<String> suppressed = new ArrayList<>();
        private Brake brake = Brake.OFF;
        private Instant now = NINE;
        private Shift shift;

        Day(Ledger ledger, Random random) throws Exception {
            this.ledger = ledger;
            this.random = random;
            shift = begin(ledger);
        }

        Map<String, State> states() {
            Map<String, State> states = new TreeMap<>();
            table.forEach((person, known) -> states.put(person, known.state));
            return states;
        }

        String step() throws Exception {
            String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            switch (random.nextInt(12)) {
                case 0, 1 -> promise(person, random.nextInt(5) == 0 ? State.NO_MAIL : State.PLANNED);
                case 2 -> takeBack(person);
                case 3 -> suppressOrLift(person);
                case 4 -> brake();
                case 5 -> now = now.plus(Duration.ofMinutes(random.nextInt(300)));
                case 6, 7 -> claim();
                case 8 -> claimOverdue();
                case 9 -> goHome();
                default -> {
                    return work();
                }
            }
            return person;
        }

        private void promise(String person, State state) throws IOException {
            Promise promise = Sample.promise(person, now.plus(Duration.ofMinutes(random.nextInt(60) - 30)));
            revise(ledger, state == State.PLANNED ? new Change.Promised(promise) : new Change.KeptBack(promise));
            Known known = table.get(person);
            if (known == null || (known.state == State.SKIPPED && known.reason != Reason.WITHDRAWN)) {
                Known fresh = known == null ? new Known(table.size()) : known;
                fresh.state = state;
                fresh.reason = null;
                fresh.due = promise.sendAt();
                fresh.closes = promise.closes();
                table.put(person, fresh);
            }
        }

        private void takeBack(String person) throws IOException {
            Reason reason = random.nextInt(4) == 0 ? Reason.WITHDRAWN : Reason.NO_CONSENT;
            revise(ledger, new Change.TakenBack(person, reason), new Change.TriedAgain(person));
            Known known = table.get(person);
            if (known == null) {
                return;
            }
            switch (known.state) {
                case PLANNED, DEFERRED, HELD, NO_MAIL -> {
                    known.state = State.SKIPPED;
                    known.reason = reason;
                }
                case CLAIMED, FINISHING -> known.reason = known.reason == null ? reason : known.reason;
                case ACCEPTED, REFUSED, DOUBTFUL, EXPIRED, SKIPPED -> {}
            }
        }

        private void suppressOrLift(String person) throws IOException {
            var mailbox = Sample.promise(person).mailbox();
            if (suppressed.remove(person)) {
                ledger.lift(mailbox, now);
            } else if (random.nextBoolean()) {
                ledger.suppress(mailbox, Reason.SUPPRESSED, "test", now);
                suppressed.add(person);
            }
        }

        private void brake() throws IOException {
            brake = brake == Brake.OFF ? Brake.PAUSED : Brake.OFF;
            ledger.setBrake("spring-sale", brake, "", now);
        }

        private List<String> open() {
            return table.entrySet().stream()
                    .filter(e -> e.getValue().state == State.PLANNED || e.getValue().state == State.DEFERRED)
                    .filter(e -> brake == Brake.OFF)
                    .sorted(Comparator.comparing((Map.Entry<String, Known> e) -> e.getValue().due)
                            .thenComparing(e -> e.getValue().order))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private void claim() throws IOException {
            int most = 1 + random.nextInt(3);
            List<String> expected = open().stream()
                    .filter(p -> !table.get(p).due.isAfter(now)
                            && table.get(p).closes.isAfter(now))
                    .filter(p -> !suppressed.contains(p))
                    .limit(most)
                    .toList();
            take(shift.claim(most, now, Caps.NONE), expected);
        }

        private void claimOverdue() throws IOException {
            List<String> expected = open().stream()
                    .filter(p -> !table.get(p).closes.isAfter(now))
                    .toList();
            take(shift.claimOverdue(100, now), expected);
        }

        private void take(List<Claim> taken, List<String> expected) {
            assertThat(taken).extracting(c -> c.promise().customerId()).isEqualTo(expected);
            for (Claim claim : taken) {
                Known known = table.get(claim.promise().customerId());
                assertThat(claim.attempts()).isEqualTo(known.attempts);
                known.state = State.CLAIMED;
                claims.put(claim.promise().customerId(), claim);
            }
        }

        private void goHome() throws Exception {
            shift.close();
            for (String person : claims.keySet()) {
                Known known = table.get(person);
                if (known.state == State.FINISHING) {
                    known.state = State.DOUBTFUL;
                } else {
                    giveBack(known);
                }
            }
            claims.clear();
            shift = begin(ledger);
            if (random.nextInt(3) == 0) {
                ledger.resendDoubtful(SPRING, List.of(), 9);
                table.values().stream().filter(k -> k.state == State.DOUBTFUL).forEach(k -> {
                    k.state = State.PLANNED;
                    k.reason = null;
                    k.attempts = 0;
                });
            }
        }

        private static void giveBack(Known known) {
            known.state = known.reason != null ? State.SKIPPED : known.attempts > 0 ? State.DEFERRED : State.PLANNED;
        }

        /** Something with one of the mails that the sender holds. */
        private String work() throws IOException {
            if (claims.isEmpty()) {
                return "no work";
            }
            String person = new ArrayList<>(claims.keySet()).get(random.nextInt(claims.size()));
            Claim claim = claims.get(person);
            Known known = table.get(person);
            if (known.state == State.CLAIMED && random.nextBoolean()) {
                assertThat(write(new Entry.Finish(claim))).isEqualTo(expected(person, known));
                return "finish " + person;
            }
            claims.remove(person);
            int kind = random.nextInt(known.state == State.FINISHING ? 9 : 7);
            outcome(kind, claim, known);
            return "outcome " + kind + " of " + person;
        }

        private Mark expected(String person, Known known) {
            if (brake != Brake.OFF) {
                return Mark.BRAKED;
            } else if (known.reason != null || suppressed.contains(person)) {
                return Mark.takenBack(known.reason != null ? known.reason : Reason.SUPPRESSED);
            } else if (!known.closes.isAfter(now)) {
                return Mark.LATE;
            }
            known.state = State.FINISHING;
            return Mark.GRANTED;
        }

        private Mark write(Entry entry) throws IOException {
            return shift.commit(List.of(entry), now, Caps.NONE).get(0);
        }

        private void outcome(int kind, Claim claim, Known known) throws IOException {
            Instant later = now.plusSeconds(60);
            switch (kind) {
                case 0 -> write(new Entry.Refused(claim, "550", false));
                case 1 -> write(new Entry.Deferred(claim, "450", later, later.plusSeconds(3_600)));
                case 2 -> write(new Entry.Held(claim, "error"));
                case 3 -> write(new Entry.Expired(claim, "late"));
                case 4 -> write(new Entry.Skipped(claim, Reason.SUPPRESSED));
                case 5 -> write(new Entry.Released(claim));
                case 6 -> write(new Entry.Moved(claim, later, later.plusSeconds(3_600)));
                case 7 -> write(new Entry.Accepted(claim, "250", "id"));
                default -> write(new Entry.Doubtful(claim, "cut"));
            }
            State said = switch (kind) {
                case 0 -> State.REFUSED;
                case 1 -> State.DEFERRED;
                case 2 -> State.HELD;
                case 3 -> State.EXPIRED;
                case 4 -> State.SKIPPED;
                case 7 -> State.ACCEPTED;
                case 8 -> State.DOUBTFUL;
                default -> State.PLANNED;
            };
            known.attempts += kind == 1 ? 1 : 0;
            if (kind == 1 || kind == 6) {
                known.due = later;
                known.closes = later.plusSeconds(3_600);
            }
            if (said == State.SKIPPED && known.reason == null) {
                known.reason = Reason.SUPPRESSED;
            }
            if (said.isFinal()) {
                known.state = said;
                known.reason = null;
            } else if (known.reason != null) {
                known.state = State.SKIPPED;
            } else if (said == State.PLANNED) {
                giveBack(known);
            } else {
                known.state = said;
            }
        }
    }
}
