package org.personalize.campaign;

import java.nio.file.Path;

/**
 * What all campaigns of a folder share.
 *
 * @param ledger the absolute path of a file, or {@code jdbc:postgresql://…}
 */
public record Workspace(Path folder, String ledger, Path secret) {

    /** The one that a campaign uses, which may name a ledger and a key of its own. */
    public static Workspace of(Campaign campaign) {
        return new Workspace(campaign.workspace(), campaign.ledger(), campaign.secret());
    }

    /** With everything under its usual name. */
    static Workspace usual(Path folder) {
        return new Workspace(folder, folder.resolve("personalize.db").toString(), folder.resolve("personalize.key"));
    }

    /** The ledger's address may hold a password. */
    @Override
    public String toString() {
        return "Workspace[" + folder + "]";
    }
}
