package org.personalize.ledger;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Promise.Shown;
import org.personalize.plan.Decision.Group;

/** Promises to write tests with, and short words for what tests do all the time. */
final class Sample {

    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant TEN = NINE.plus(Duration.ofHours(1));
    static final Edition SPRING = new Edition("spring-sale", "");
    static final Edition OTHER = new Edition("digest", "2026-W10");
    static final Census CENSUS = new Census(10, 1, 2, 3, Map.of());
    static final String HOST = "mail1";
    static final String WHO = "process 4711 on mail1";

    private Sample() {}

    static Promise promise(String customer) {
        return promise(customer, NINE);
    }

    static Promise promise(String customer, Instant sendAt) {
        return promise(customer, new Mailbox(customer, "example.com"), sendAt);
    }

    static Promise promise(String customer, Mailbox mailbox, Instant sendAt) {
        return new Promise(
                customer,
                mailbox,
                ZoneId.of("Europe/Berlin"),
                sendAt,
                sendAt.plus(Duration.ofHours(12)),
                "plain",
                0.5,
                1,
                Group.NONE,
                Map.of("picks", List.of(new Shown("tent-7", "popular"))));
    }

    static Promise plainMail(String customer) {
        Promise p = promise(customer);
        return new Promise(
                p.customerId(),
                p.mailbox(),
                p.zone(),
                p.sendAt(),
                p.closes(),
                p.variant(),
                1,
                1,
                Group.PLAIN_MAIL,
                Map.of());
    }

    static Promise noMail(String customer) {
        Promise p = promise(customer);
        return new Promise(
                p.customerId(), p.mailbox(), p.zone(), p.sendAt(), p.closes(), "", 1, 1, Group.NO_MAIL, Map.of());
    }

    /** Plans people at nine. */
    static void plan(Ledger ledger, String... customers) throws IOException {
        List<Change> changes = new ArrayList<>();
        for (String customer : customers) {
            changes.add(new Change.Promised(promise(customer)));
        }
        revise(ledger, changes.toArray(new Change[0]));
    }

    static List<String> revise(Ledger ledger, Change... changes) throws IOException {
        return ledger.revise(SPRING, List.of(changes), CENSUS, NINE);
    }

    static Shift begin(Ledger ledger) throws IOException, Occupied {
        return ledger.begin(SPRING, WHO, HOST, NINE);
    }

    /** Everybody's state, by customer. */
    static Map<String, State> states(Ledger ledger) throws IOException {
        Map<String, State> states = new TreeMap<>();
        ledger.rows(SPRING, row -> states.put(row.promise().customerId(), row.state()));
        return states;
    }

    static Row row(Ledger ledger, String customer) throws IOException {
        List<Row> found = new ArrayList<>();
        ledger.rows(SPRING, row -> {
            if (row.promise().customerId().equals(customer)) {
                found.add(row);
            }
        });
        return found.get(0);
    }

    static Claim claimOne(Shift shift) throws IOException {
        List<Claim> claims = shift.claim(1, NINE, Caps.NONE);
        if (claims.size() != 1) {
            throw new AssertionError("nothing to claim");
        }
        return claims.get(0);
    }

    static Mark commit(Shift shift, Entry entry) throws IOException {
        return shift.commit(List.of(entry), NINE, Caps.NONE).get(0);
    }

    /** Claims one, and has its final dot permitted. */
    static Claim finishOne(Shift shift) throws IOException {
        Claim claim = claimOne(shift);
        Mark mark = commit(shift, new Entry.Finish(claim));
        if (!mark.isGranted()) {
            throw new AssertionError("not permitted: " + mark);
        }
        return claim;
    }
}
