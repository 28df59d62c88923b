package org.personalize.ledger;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's errors mean to somebody who has a ledger, and what to do about them. */
final class SqliteFault {

    /** The lower half of a code says what went wrong, the upper half where. */
    private static final int KIND = 0xFF;

    private SqliteFault() {}

    static boolean isLocked(SQLException e) {
        return e instanceof SQLiteException sqlite
                && switch (kind(sqlite.getResultCode())) {
                    case SQLITE_BUSY, SQLITE_LOCKED -> true;
                    default -> false;
                };
    }

    /** @param holder who keeps the ledger locked, where it is */
    static String words(SQLException e, String holder) {
        String words = e instanceof SQLiteException sqlite ? words(sqlite.getResultCode(), holder) : "";
        return words.isEmpty() ? String.valueOf(e.getMessage()) : words;
    }

    private static SQLiteErrorCode kind(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & KIND);
    }

    private static String words(SQLiteErrorCode code, String holder) {
        // The memory that connections share lies in a file, and only a full disk keeps that from growing.
        boolean isFull = kind(code) == SQLiteErrorCode.SQLITE_FULL || code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
        return isFull
                ? "the disk is full. Make room and run the command again; nothing was half done."
                : otherWords(code, holder);
    }

    private static String otherWords(SQLiteErrorCode code, String holder) {
        return switch (kind(code)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                holder + " keeps the ledger locked. Run the command again when it has ended.";
            case SQLITE_READONLY, SQLITE_PERM -> "the ledger cannot be written. Its file and folder must be writable.";
            case SQLITE_CANTOPEN -> "the ledger cannot be opened. Its file and folder must be accessible.";
            case SQLITE_CORRUPT -> "the ledger is damaged. Restore it from a backup; it is left as it is.";
            case SQLITE_NOTADB -> "this is no ledger, or it is damaged. It is left as it is.";
            case SQLITE_IOERR -> "the disk failed (" + code + ").";
            default -> "";
        };
    }
}
