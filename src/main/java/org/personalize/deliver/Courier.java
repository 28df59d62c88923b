package org.personalize.deliver;

import java.io.IOException;
import org.personalize.render.Mail;

/** Takes a rendered mail and says what became of it. */
public interface Courier extends AutoCloseable {

    /** @param permission asked before the last byte that makes the mail the receiver's */
    Outcome deliver(Mail mail, Permission permission) throws IOException;

    @Override
    void close() throws IOException;
}
