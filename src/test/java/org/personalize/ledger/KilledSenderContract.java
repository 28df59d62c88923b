package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.personalize.ledger.Sample.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.personalize.ledger.Shift.Recovery;

/** Real processes, killed by the operating system at moments that nobody chose. */
abstract class KilledSenderContract extends LedgerContract {

    /** What one sender may have in doubt: it asks for two final dots at a time. */
    private static final int DOTS_AT_ONCE = 2;

    private void planMany(int people) throws IOException {
        ledger.revise(
                SPRING,
                IntStream.range(0, people)
                        .mapToObj(i -> (Change) new Change.Promised(promise("p" + i)))
                        .toList(),
                CENSUS,
                NINE);
    }

    private int count(State... among) throws IOException {
        Set<State> wanted = Set.of(among);
        int count = 0;
        for (State state : states(ledger).values()) {
            count += wanted.contains(state) ? 1 : 0;
        }
        return count;
    }

    /** Reads some lines, kills, and reads what was still on its way. */
    private static List<String> killAfter(ChildSender child, int count) throws Exception {
        List<String> lines = new ArrayList<>();
        String line = child.line();
        while (line != null && lines.size() < count) {
            lines.add(line);
            line = child.line();
        }
        child.kill();
        while (line != null) {
            lines.add(line);
            line = child.line();
        }
        return lines;
    }

    @Test
    void aKilledSendersMailsAreDueAgainOrDoubtfulAndNoneIsLost() throws Exception {
        planMany(200);
        survive(new Random(7), 2, 200);
    }

    @Test
    @Tag("soak")
    void twentyKillsLoseNothingThatWasSaidToBeWrittenDown() throws Exception {
        planMany(3_000);
        survive(new Random(11), 20, 3_000);
    }

    private void survive(Random random, int kills, int people) throws Exception {
        Set<String> done = new HashSet<>();
        int doubtful = 0;
        for (int kill = 0; kill < kills; kill++) {
            List<String> said;
            try (ChildSender child = ChildSender.start(place.address(), HOST)) {
                said = killAfter(child, 1 + random.nextInt(60));
            }
            for (String line : said) {
                if (line.startsWith("done ")) {
                    assertThat(done.add(line.substring(5))).as(line + " twice").isTrue();
                }
            }
            Map<String, State> left = states(ledger);
            assertThat(left).hasSize(people);
            assertThat(done).allSatisfy(person -> assertThat(left.get(person)).isEqualTo(State.ACCEPTED));
            int claimed = count(State.CLAIMED);
            List<String> finishing = left.keySet().stream()
                    .filter(person -> left.get(person) == State.FINISHING)
                    .toList();
            assertThat(finishing).hasSizeLessThanOrEqualTo(DOTS_AT_ONCE);
            try (Shift next = begin(ledger)) {
                Recovery found = next.recovery();
                assertThat(found.dueAgain()).isEqualTo(claimed);
                assertThat(found.doubtful()).containsExactlyInAnyOrderElementsOf(finishing);
            }
            doubtful += finishing.size();
            assertThat(count(State.CLAIMED, State.FINISHING)).isZero();
            assertThat(count(State.DOUBTFUL)).isEqualTo(doubtful);
            assertThat(count(State.PLANNED) + count(State.ACCEPTED) + doubtful).isEqualTo(people);
        }
    }

    @Test
    void anotherProcessAtWorkIsNamedAndItsDeathFreesTheCampaign() throws Exception {
        planMany(2_000);
        try (ChildSender child = ChildSender.start(place.address(), HOST)) {
            assertThat(child.line()).isEqualTo("begun");
            assertThatThrownBy(() -> begin(ledger))
                    .isInstanceOf(Occupied.class)
                    .hasMessageStartingWith(WHO + ", since ");
            child.kill();
            beginOnceFree().close();
        }
    }

    /** A server needs a moment to see that a connection is gone. */
    private Shift beginOnceFree() throws Exception {
        for (long start = System.nanoTime(); ; Thread.onSpinWait()) {
            try {
                return begin(ledger);
            } catch (Occupied e) {
                if (System.nanoTime() - start > 10_000_000_000L) {
                    throw e;
                }
            }
        }
    }

    @Test
    @Tag("soak")
    void fourSendersOneOfThemKilledMailEverybodyOnce() throws Exception {
        if (!place.hasManySenders()) {
            planMany(10);
            return;
        }
        planMany(2_000);
        List<ChildSender> children = new ArrayList<>();
        Map<String, Integer> dots = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            children.add(ChildSender.start(place.address(), "mail" + (i + 2)));
        }
        killAfter(children.get(0), 40).forEach(line -> countDot(dots, line));
        List<Thread> readers = new ArrayList<>();
        for (ChildSender child : children.subList(1, 4)) {
            var reader = new Thread(() -> {
                try {
                    for (String line = child.line(); line != null; line = child.line()) {
                        countDot(dots, line);
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            reader.start();
            readers.add(reader);
        }
        for (Thread reader : readers) {
            reader.join();
        }
        for (ChildSender child : children) {
            child.close();
        }
        begin(ledger).close();
        assertThat(Collections.max(dots.values())).as("dots for one person").isEqualTo(1);
        assertThat(count(State.ACCEPTED) + count(State.DOUBTFUL)).isEqualTo(2_000);
        assertThat(count(State.DOUBTFUL)).isLessThanOrEqualTo(DOTS_AT_ONCE);
    }

    private static void countDot(Map<String, Integer> dots, String line) {
        if (line.startsWith("dot ")) {
            synchronized (dots) {
                dots.merge(line.substring(4), 1, Integer::sum);
            }
        }
    }
}
