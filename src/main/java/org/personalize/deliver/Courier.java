package org.personalize.deliver;

import java.io.IOException;
import org.personalize.render.Mail;

/** Takes a rendered mail and says what became of it. */
public interface Courier extends AutoCloseable {

    Outcome deliver(Mail mail) throws IOException;

    @Override
    void close() throws IOException;
}
