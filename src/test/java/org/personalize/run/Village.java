package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.personalize.audience.Mailbox;
import org.personalize.campaign.Campaign;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Census;
import org.personalize.ledger.Change;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Promise.Shown;
import org.personalize.ledger.Shift;
import org.personalize.plan.Decision.Group;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** People, the mails of one campaign that a relay took, and what the people did. */
final class Village {

    static final Edition EDITION = new Edition("spring", "");

    final SmallAudience audience = new SmallAudience();
    final SmallCatalog catalog = SmallCatalog.of("tent", "map", "rope");
    private final List<String> deeds = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private int people;

    /** Somebody who gets no mail. */
    String person() {
        String id = "c" + people++;
        audience.add(id);
        return id;
    }

    /** Somebody whose mail is accepted in the minute for which it was promised. */
    String mailed(Instant at, String variant, double variantChance, double hourChance, Map<String, List<Shown>> slots) {
        return mailed(at, variant, variantChance, hourChance, Group.NONE, slots);
    }

    String mailed(
            Instant at,
            String variant,
            double variantChance,
            double hourChance,
            Group group,
            Map<String, List<Shown>> slots) {
        String id = person();
        promises.add(new Promise(
                id,
                new Mailbox(id, "example.org"),
                ZoneOffset.UTC,
                at,
                at.plus(Duration.ofDays(1)),
                variant,
                variantChance,
                hourChance,
                group,
                slots));
        return id;
    }

    void did(String id, String what, Instant when, String campaign, String value) {
        deeds.add(id + ";" + what + ";" + when + ";;" + value + ";;" + campaign + ";");
    }

    History history() {
        return new Log(audience, catalog).of(deeds.toArray(String[]::new));
    }

    Past past(Campaign campaign, History history) {
        return new Past(campaign, audience, catalog, history);
    }

    /** Everybody's mail is handed over at its own moment. */
    Ledger ledger(Path folder) throws IOException, Occupied {
        Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString());
        Instant before =
                promises.stream().map(Promise::sendAt).min(Instant::compareTo).orElse(Instant.EPOCH);
        List<Change> changes = new ArrayList<>();
        promises.forEach(promise -> changes.add(new Change.Promised(promise)));
        ledger.revise(EDITION, changes, new Census(people, 0, 0, 0, Map.of()), before);
        List<Instant> moments =
                promises.stream().map(Promise::sendAt).distinct().sorted().toList();
        try (Shift shift = ledger.begin(EDITION, "test", "here", before)) {
            for (Instant moment : moments) {
                List<Claim> claims = shift.claim(people, moment, Caps.NONE);
                shift.commit(List.copyOf(claims.stream().map(Entry.Finish::new).toList()), moment, Caps.NONE);
                shift.commit(
                        List.copyOf(claims.stream()
                                .map(claim -> new Entry.Accepted(claim, "250 ok", null))
                                .toList()),
                        moment,
                        Caps.NONE);
            }
        }
        return ledger;
    }
}
