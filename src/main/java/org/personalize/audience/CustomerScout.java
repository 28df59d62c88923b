package org.personalize.audience;

import org.jspecify.annotations.Nullable;
import org.personalize.csv.Table.Row;
import org.personalize.csv.Table.Scout;

/** Reads the addresses of rows before they are taken, and has the memory fetched where many mailboxes and ids are kept. */
final class CustomerScout implements Scout {

    private static final long NO_MAILBOX = -1;

    private final Columns columns;
    private final People people;

    /** The folded hash of each row's mailbox, or that it has none. */
    private final long[] mailboxes = new long[TOGETHER];

    private final int[] ids = new int[TOGETHER];
    private int seen;

    CustomerScout(Columns columns, People people) {
        this.columns = columns;
        this.people = people;
    }

    @Override
    public void see(Row row) {
        String id = columns.id() < 0 ? null : row.cell(columns.id());
        mailboxes[seen] = mailbox(row.cell(columns.email()));
        ids[seen] = id == null ? 0 : id.hashCode();
        seen++;
    }

    private static long mailbox(@Nullable String email) {
        return email == null
                ? NO_MAILBOX
                : Mailbox.read(email)
                        .map(mailbox -> Integer.toUnsignedLong(mailbox.foldedHash()))
                        .orElse(NO_MAILBOX);
    }

    @Override
    public long[] found() {
        people.approach(mailboxes, ids, seen);
        seen = 0;
        return mailboxes;
    }

    /** Whether the row has an address that mail is sent to. */
    static boolean hasMailbox(Row row) {
        return row.found() != NO_MAILBOX;
    }

    /** The folded hash of the row's mailbox. */
    static int mailboxHash(Row row) {
        return (int) row.found();
    }
}
