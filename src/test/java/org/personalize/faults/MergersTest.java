package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;
import org.personalize.plan.Counts;
import org.personalize.plan.Reason;
import org.personalize.run.PlanOrders;
import org.personalize.run.PlanRun;
import org.personalize.run.Selection;
import org.personalize.run.Sending;

/** Customers that become one, part again, exchange their mailboxes, vanish and come back between two runs. */
class MergersTest extends AtARelay {

    private static final int STEPS = 25;
    private static final int MOST_CUSTOMERS = 12;
    private static final Duration BETWEEN_RUNS = Duration.ofMinutes(20);

    /** Two customers with a mail each in the ledger; one has had it when both become one person. */
    @ParameterizedTest
    @CsvSource({"c0, c0", "c0, c1", "c1, c0", "c1, c1"})
    void whoHadTheMailBeforeTwoBecameOneIsNotWrittenToAgain(String mailed, String first) throws IOException, Occupied {
        Shop shop = Shop.of(folder, relay, 3);
        shop.with("customers: customers.csv}", "customers: customers.csv, expect: 0..100}");
        plan(shop, Instant.now(), false);
        send(shop, Instant.now(), List.of(mailed));
        String kept = mailed.equals("c0") ? Shop.address(1) : Shop.address(0);
        String other = first.equals("c0") ? "c1" : "c0";
        shop.write("customers.csv", """
                customer_id,email,first_name,opt_in
                %s,%s,Ann,yes
                %s,%s,Ann,yes
                c2,%s,Ann,yes
                """.formatted(first, kept, other, kept, Shop.address(2)));

        shop.sendAt(Instant.now());

        String mailbox = Shop.address(mailed.equals("c0") ? 0 : 1);
        assertThat(relay.accepted()).isEqualTo(Map.of(mailbox, 1, Shop.address(2), 1));
        Counts counts = shop.counts();
        assertThat(counts.accepted()).isEqualTo(2);
        assertThat(counts.gone()).as("the row that is nobody's any more").isEqualTo(1);
    }

    /** Both had a row; the mail went to the mailbox that is the other's alone from now on. */
    @ParameterizedTest
    @ValueSource(strings = {"c0", "c1"})
    void whyNobodyWritesAgainAfterTwoHavePartedIsSaidAlikeByLedgerAndPlan(String leaver) throws IOException, Occupied {
        Shop shop = Shop.of(folder, relay, 3);
        shop.with("customers: customers.csv}", "customers: customers.csv, expect: 0..100}");
        String rows = "customer_id,email,first_name,opt_in\n%s,%s,Ann,yes\n%s,%s,Ann,yes\nc2,%s,Ann,yes\n";
        String stayer = leaver.equals("c0") ? "c1" : "c0";
        plan(shop, Instant.now(), false);
        shop.write("customers.csv", rows.formatted(leaver, Shop.address(0), stayer, Shop.address(0), Shop.address(2)));
        send(shop, Instant.now(), List.of());
        shop.write("customers.csv", rows.formatted(leaver, "new@d1.example", stayer, Shop.address(0), Shop.address(2)));
        send(shop, Instant.now(), List.of());

        assertThat(relay.accepted()).isEqualTo(Map.of(Shop.address(0), 1, Shop.address(2), 1));
        assertThat(shop.counts().skipped()).isEqualTo(Map.of(Reason.REPEAT_AFTER, 1L));
        assertThat(planned(shop, Instant.now()).skipped()).isEqualTo(Map.of(Reason.REPEAT_AFTER, 1L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nobodyIsMailedTwiceOrLostWhateverBecomesOfTheirRows(long seed) throws IOException, Occupied {
        Shop shop = Shop.of(folder, relay, 1);
        shop.with("customers: customers.csv}", "customers: customers.csv, expect: 0..100}");
        new Life(shop, seed).live();
    }

    private static void plan(Shop shop, Instant now, boolean isAgain) throws IOException {
        PlanRun.run(shop.request(now), Selection.EVERYBODY, new PlanOrders(null, null, null, isAgain, false), "test");
    }

    /** What would be planned now. */
    private static Counts planned(Shop shop, Instant now) throws IOException {
        var orders = new PlanOrders(null, null, null, false, true);
        return PlanRun.run(shop.request(now), Selection.EVERYBODY, orders, "test")
                .story()
                .counts();
    }

    private static void send(Shop shop, Instant now, List<String> only) throws IOException, Occupied {
        var selection = new Selection(Integer.MAX_VALUE, only);
        Sending.run(shop.request(now), selection, Shop.orders(now, "this machine"));
    }

    /** What an export says of a customer. */
    private record Account(String mailbox, boolean consents) {}

    /** A customer file that changes from night to night, and what must hold after every run. */
    private final class Life {

        private final Shop shop;
        private final long seed;
        private final Random random;
        private final List<String> story = new ArrayList<>();
        private final Map<String, Account> accounts = new LinkedHashMap<>();
        private final Map<String, Account> vanished = new LinkedHashMap<>();

        /** By the mailbox that got it, the id under which it went. */
        private final Map<String, String> mailed = new HashMap<>();

        private Instant now = Instant.now();
        private int made;

        Life(Shop shop, long seed) {
            this.shop = shop;
            this.seed = seed;
            random = new Random(seed);
        }

        void live() throws IOException, Occupied {
            for (int i = 0; i < MOST_CUSTOMERS / 2; i++) {
                arrive();
            }
            for (int step = 0; step < STEPS; step++) {
                for (int changes = random.nextInt(4); changes >= 0; changes--) {
                    change();
                }
                run();
            }
            relay.misbehaving(Mischief.NONE);
            accounts.replaceAll((id, account) -> new Account(account.mailbox(), true));
            run(() -> send(shop, now, List.of()), "the end");
            run(() -> send(shop, now, List.of()), "the end again");
            checkNobodyIsLost();
        }

        private void change() {
            switch (random.nextInt(8)) {
                case 0 -> arrive();
                case 1 -> vanish();
                case 2 -> comeBack();
                case 3, 4 -> move(anybody(), mailboxOf(anybody()));
                case 5 -> move(anybody(), "m" + made++ + "@d" + random.nextInt(9) + ".example");
                case 6 -> exchange(anybody(), anybody());
                default -> changeMind(anybody());
            }
        }

        private void arrive() {
            if (accounts.size() < MOST_CUSTOMERS) {
                String id = "c" + made++;
                accounts.put(id, new Account(id + "@d" + random.nextInt(9) + ".example", true));
                story.add(id + " arrives");
            }
        }

        private void vanish() {
            if (accounts.size() > 1) {
                String id = anybody();
                vanished.put(id, accounts.remove(id));
                story.add(id + " vanishes");
            }
        }

        private void comeBack() {
            vanished.keySet().stream().findFirst().ifPresent(id -> {
                accounts.put(id, vanished.remove(id));
                story.add(id + " comes back");
            });
        }

        private void move(String id, String mailbox) {
            accounts.computeIfPresent(id, (same, account) -> new Account(mailbox, account.consents()));
            story.add(id + " moves to " + mailbox);
        }

        private void exchange(String one, String other) {
            String mailbox = mailboxOf(one);
            move(one, mailboxOf(other));
            move(other, mailbox);
        }

        private void changeMind(String id) {
            accounts.computeIfPresent(id, (same, account) -> new Account(account.mailbox(), !account.consents()));
            story.add(id + " changes their mind");
        }

        private String anybody() {
            return List.copyOf(accounts.keySet()).get(random.nextInt(accounts.size()));
        }

        private String mailboxOf(String id) {
            return accounts.get(id).mailbox();
        }

        private void run() throws IOException, Occupied {
            boolean isSlow = random.nextInt(3) == 0;
            relay.misbehaving((stage, visit) ->
                    isSlow && stage == Stage.RCPT && visit.attempt() == 1 ? Fault.answer("451 4.7.1 later") : null);
            switch (random.nextInt(5)) {
                case 0 -> run(() -> plan(shop, now, false), "plan");
                case 1 -> run(() -> plan(shop, now, true), "plan again");
                case 2 -> {
                    run(() -> send(shop, now, List.of()), "send");
                    assertThat(shop.counts().skipped())
                            .as(told())
                            .isEqualTo(planned(shop, now).skipped());
                }
                default -> {
                    String one = anybody();
                    run(() -> send(shop, now, List.of(one)), "send to " + one);
                }
            }
        }

        /** What a night does. */
        private interface Deed {
            void happen() throws IOException, Occupied;
        }

        private void run(Deed deed, String what) throws IOException, Occupied {
            now = now.plus(BETWEEN_RUNS);
            List<String> ids = new ArrayList<>(accounts.keySet());
            Collections.shuffle(ids, random);
            var rows = new StringBuilder("customer_id,email,first_name,opt_in\n");
            Map<String, String> firstAt = new HashMap<>();
            for (String id : ids) {
                Account account = accounts.get(id);
                rows.append("%s,%s,Ann,%s\n".formatted(id, account.mailbox(), account.consents() ? "yes" : "no"));
                firstAt.putIfAbsent(account.mailbox(), id);
            }
            shop.write("customers.csv", rows.toString());
            story.add(what);
            try {
                deed.happen();
                shop.counts();
            } catch (IllegalStateException e) {
                throw new AssertionError(told(), e);
            }
            check(firstAt);
        }

        private void check(Map<String, String> firstAt) {
            Set<String> had = new HashSet<>(mailed.values());
            relay.accepted().forEach((mailbox, times) -> {
                assertThat(times).as("%s; mails to %s", told(), mailbox).isOne();
                if (!mailed.containsKey(mailbox)) {
                    String id = firstAt.get(mailbox);
                    assertThat(id).as("%s; %s is in the file", told(), mailbox).isNotNull();
                    assertThat(had.add(id))
                            .as("%s; %s is mailed at %s for the first time", told(), id, mailbox)
                            .isTrue();
                    assertThat(accounts.get(id).consents()).as(told()).isTrue();
                    mailed.put(mailbox, id);
                }
            });
        }

        /** Whoever never had it, under no id and at no mailbox of theirs, has it now. */
        private void checkNobodyIsLost() {
            Map<String, Set<String>> people = new HashMap<>();
            accounts.forEach((id, account) -> people.computeIfAbsent(account.mailbox(), m -> new LinkedHashSet<>())
                    .add(id));
            people.forEach((mailbox, ids) -> assertThat(
                            mailed.containsKey(mailbox) || ids.stream().anyMatch(mailed::containsValue))
                    .as("%s; %s at %s has it", told(), ids, mailbox)
                    .isTrue());
        }

        private String told() {
            return "seed " + seed + ": " + String.join(", ", story);
        }
    }
}
