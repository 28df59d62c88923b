package org.personalize.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.personalize.campaign.Seal;
import org.personalize.campaign.SecretKey;
import org.personalize.campaign.Token;

/** The tokens in the mails of a folder's campaigns, each of which may have a key of its own. */
public final class FolderTokens {

    private FolderTokens() {}

    /** The first token in a text that any of them signed. */
    public static Optional<Token> find(String text, Path folder, Map<String, String> environment) throws IOException {
        List<Path> keys = List.copyOf(UsedLedgers.keys(folder, environment));
        if (keys.stream().noneMatch(Files::exists)) {
            // Says that there is none.
            SecretKey.read(keys.get(0));
        }
        for (Path key : keys) {
            Optional<Token> found = Files.exists(key) ? new Seal(SecretKey.read(key)).find(text) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
