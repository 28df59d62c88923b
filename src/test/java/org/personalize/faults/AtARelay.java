package org.personalize.faults;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder for a shop, and a relay that it mails to. */
abstract class AtARelay {

    @TempDir
    Path folder;

    Relay relay;

    @BeforeEach
    final void openRelay() throws IOException {
        relay = new Relay();
    }

    @AfterEach
    final void closeRelay() throws IOException {
        relay.close();
    }
}
