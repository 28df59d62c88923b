package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.personalize.audience.Mailbox;
import org.personalize.campaign.SecretKey;
import org.personalize.ledger.Census;
import org.personalize.ledger.Change;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;
import org.personalize.plan.Decision.Group;

/** A workspace whose ledger promises a mail of the spring campaign to some customers: c1, c2 and so on. */
final class PromisedMails {

    private PromisedMails() {}

    /** @return the key that signs names and links */
    static SecretKey lay(Path folder, String... addresses) throws IOException {
        List<Change> mails = IntStream.range(0, addresses.length)
                .mapToObj(place -> mail("c" + (place + 1), addresses[place]))
                .toList();
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            var census = new Census(mails.size(), 0, 0, 0, Map.of());
            ledger.revise(new Edition("spring", ""), mails, census, Terminal.NOW);
        }
        return SecretKey.readOrCreate(folder.resolve("personalize.key"));
    }

    private static Change mail(String customer, String address) {
        return new Change.Promised(new Promise(
                customer,
                Mailbox.read(address).orElseThrow(),
                ZoneOffset.UTC,
                Terminal.NOW,
                Terminal.NOW.plusSeconds(3600),
                "only",
                1,
                1,
                Group.NONE,
                Map.of()));
    }
}
