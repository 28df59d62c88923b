package org.personalize.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;

/** Where the rows that were put aside can be read. */
final class RejectFile {

    private static final String NAME = "rejects.csv";
    private static final String DATABASE_ADDRESS = "jdbc:";

    private RejectFile() {}

    /** Writes the list beside the ledger; null, and no older list left to mislead, when there is nothing to list. */
    static @Nullable Path beside(Material material) throws IOException {
        return in(folder(material.campaign()), material);
    }

    static @Nullable Path in(Path folder, Material material) throws IOException {
        Path file = folder.resolve(NAME);
        if (material.rejects().count() == 0) {
            Files.deleteIfExists(file);
            return null;
        }
        material.rejects().write(file);
        return file;
    }

    private static Path folder(Campaign campaign) {
        boolean isFile = !campaign.ledger().startsWith(DATABASE_ADDRESS);
        return isFile
                ? Objects.requireNonNull(
                        campaign.workspace().resolve(campaign.ledger()).getParent())
                : campaign.workspace();
    }
}
