package org.personalize.ledger;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A database that is no file failed: whoever reads of it must look at the server, and at the line to it. */
public final class DatabaseFault extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param cause null where it could tell a secret */
    DatabaseFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
