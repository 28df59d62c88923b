package org.personalize.ledger;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a ledger to its database: one to write, and one to read that does not wait for it; each opened when needed. */
final class Connections implements AutoCloseable {

    private final Database database;
    private final boolean isReadOnly;
    private @Nullable Line writing;
    private @Nullable Line reading;
    private Database.Use use = Database.Use.WRITING;

    Connections(Database database, boolean isReadOnly) {
        this.database = database;
        this.isReadOnly = isReadOnly;
    }

    boolean isReadOnly() {
        return isReadOnly;
    }

    boolean isShared() {
        return database.isShared();
    }

    <T> T write(Line.Work<T, RuntimeException> work) throws IOException {
        return writing().transact(work);
    }

    <T> T read(Line.Work<T, RuntimeException> work) throws IOException {
        return reading().transact(work);
    }

    void change(Line.Task work) throws IOException {
        write(work.done());
    }

    void look(Line.Task work) throws IOException {
        read(work.done());
    }

    void refuseToWrite() {
        if (isReadOnly) {
            throw new IllegalStateException("this ledger was opened only to be read");
        }
    }

    private synchronized Line writing() throws IOException {
        refuseToWrite();
        Line line = writing;
        if (line == null || line.isLost()) {
            line = Line.open(database, use);
            writing = line;
        }
        return line;
    }

    private synchronized Line reading() throws IOException {
        Line line = reading;
        if (line != null && (line.isLost() || database.isOutdated())) {
            line.close();
            line = null;
        }
        if (line == null) {
            line = Line.open(database, Database.Use.READING);
            reading = line;
        }
        return line;
    }

    /** From now on there is something to lose by giving up. */
    synchronized void becomePatient() throws IOException {
        Line hasty = writing;
        if (use == Database.Use.WRITING && hasty != null) {
            writing = null;
            hasty.close();
        }
        use = Database.Use.SENDING;
    }

    @Override
    public synchronized void close() throws IOException {
        Line first = reading;
        Line last = writing;
        reading = null;
        writing = null;
        try (last;
                first) {
            // Both are closed, whatever becomes of either.
        }
    }
}
