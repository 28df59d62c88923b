package org.personalize.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.SecretKey;
import org.personalize.ledger.Ledger;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * The secret key for every command that signs, or believes what is signed. Where the ledger remembers a key, no other one
 * will do, and none is made in its place.
 */
final class WorkspaceKey {

    private WorkspaceKey() {}

    /** Made where nothing was ever signed. */
    static SecretKey toSign(Campaign campaign, @Nullable Ledger ledger) throws IOException {
        Optional<SecretKey> known = toRead(campaign, ledger);
        return known.isPresent() ? known.get() : SecretKey.readOrCreate(campaign.secret());
    }

    /** Empty where nothing was ever signed. */
    static Optional<SecretKey> toRead(Campaign campaign, @Nullable Ledger ledger) throws IOException {
        if (!Files.exists(campaign.secret())) {
            refuseLost(campaign, ledger);
            return Optional.empty();
        }
        SecretKey key = SecretKey.read(campaign.secret());
        if (ledger != null) {
            ledger.checkKey(
                    key.fingerprint(),
                    key.older().stream().map(SecretKey::fingerprint).toList());
        }
        return Optional.of(key);
    }

    private static void refuseLost(Campaign campaign, @Nullable Ledger ledger) throws IOException {
        if (ledger != null && ledger.knowsKey()) {
            throw new InputProblem(
                    Place.file(campaign.secret().toString()),
                    "the key file is missing, and the ledger remembers one",
                    "Restore it from a backup: links in mails that went out were signed with it, and no other key can tell"
                            + " whose opt-outs and bounces come back.");
        }
    }
}
