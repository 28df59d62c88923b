package org.personalize.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.HashIndex;
import org.personalize.csv.RowStore;

/**
 * Everybody's row and permissions, and the way to them by id and by mailbox: compact bytes, a few bits and two hash slots
 * per person.
 */
final class People {

    static final byte CONSENT = 1;
    static final byte TRACKING = 2;
    static final byte PERSONALIZATION = 4;
    static final byte ALL_PERMISSIONS = CONSENT | TRACKING | PERSONALIZATION;

    /** Two rows disagree on the first name, so that no later one may fill it in. */
    static final byte NAME_IN_DOUBT = 8;

    private static final int FIRST_CAPACITY = 1 << 10;

    private final Columns columns;
    private final RowStore rows;
    private final HashIndex ids = new HashIndex();
    private final IdShapes idShapes = new IdShapes();
    private final HashIndex mailboxes = new HashIndex();
    private final Map<String, Integer> aliases = new HashMap<>();
    private int[] rowOf = new int[FIRST_CAPACITY];
    private byte[] marks = new byte[FIRST_CAPACITY];
    private int size;

    /** Written and never read: were nobody able to read it, the compiler could leave out looking ahead. */
    @SuppressWarnings("UnusedVariable")
    private volatile int fetched;

    People(Columns columns, int width) {
        this.columns = columns;
        this.rows = new RowStore(width);
    }

    int size() {
        return size;
    }

    void add(int mailboxHash, @Nullable String id, @Nullable String[] cells, byte permissions) {
        if (size == rowOf.length) {
            rowOf = Arrays.copyOf(rowOf, size + size / 2);
            marks = Arrays.copyOf(marks, size + size / 2);
        }
        rowOf[size] = rows.add(cells);
        marks[size] = permissions;
        mailboxes.add(mailboxHash, size);
        if (id != null) {
            ids.add(id.hashCode(), size);
            idShapes.add(id);
        }
        size++;
    }

    /** Gives a person other cells and marks than they had. */
    void replace(int person, @Nullable String[] cells, byte marksNow) {
        rowOf[person] = rows.add(cells);
        marks[person] = marksNow;
    }

    void alias(String id, int person) {
        aliases.putIfAbsent(id, person);
        idShapes.add(id);
    }

    /** The ids of later rows, each with the person whom it means as well. */
    Map<String, Integer> aliases() {
        return Collections.unmodifiableMap(aliases);
    }

    byte marks(int person) {
        return marks[person];
    }

    @Nullable
    String cell(int person, int column) {
        return rows.cell(rowOf[person], column);
    }

    int blanks(int person) {
        return rows.blanks(rowOf[person]);
    }

    /** The cell of a column that the file may lack. */
    @Nullable
    String cellIfAny(int person, int column) {
        return column < 0 ? null : cell(person, column);
    }

    int byId(String id) {
        if (!idShapes.mayHold(id)) {
            return -1;
        }
        int person = ids.find(id.hashCode(), candidate -> hasId(candidate, id));
        return person >= 0 ? person : aliases.getOrDefault(id, -1);
    }

    /** Who most likely has each of these ids; brings near what {@link #hasId} needs to say so for sure. */
    int[] likely(List<String> wanted) {
        var hashes = new int[wanted.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = wanted.get(i).hashCode();
        }
        int[] likely = ids.candidates(hashes);
        var likelyRows = new int[likely.length];
        for (int i = 0; i < likely.length; i++) {
            likelyRows[i] = rowOf[likely[i]];
        }
        fetched = rows.fetch(likelyRows);
        return likely;
    }

    boolean hasId(int person, String id) {
        return rows.isCell(rowOf[person], columns.id(), id);
    }

    /** Brings near where people of these mailboxes and ids are looked for; both by their hashes. */
    void approach(long[] mailboxHashes, int[] idHashes, int count) {
        int seen = 0;
        for (int i = 0; i < count; i++) {
            seen += mailboxes.touch((int) mailboxHashes[i]) + ids.touch(idHashes[i]);
        }
        fetched = seen;
    }

    /** Whoever has the mailbox of an address; {@code hash} is its folded one. */
    int byAddress(String address, int hash) {
        return mailboxes.find(hash, candidate -> Mailbox.read(address).equals(Mailbox.read(email(candidate))));
    }

    int byMailbox(Mailbox mailbox) {
        return mailboxes.find(mailbox.foldedHash(), candidate -> mailbox.equals(mailbox(candidate)));
    }

    /** Everybody whose mailbox differs from this one in capitals at most. */
    List<Integer> alike(Mailbox mailbox) {
        var people = new ArrayList<Integer>();
        String folded = mailbox.foldedKey();
        mailboxes.find(mailbox.foldedHash(), candidate -> {
            if (mailbox(candidate).foldedKey().equals(folded)) {
                people.add(candidate);
            }
            return false;
        });
        return people;
    }

    String email(int person) {
        String email = cell(person, columns.email());
        if (email == null) {
            throw new IllegalStateException("nobody is taken without an address");
        }
        return email;
    }

    Mailbox mailbox(int person) {
        return Mailbox.read(email(person))
                .orElseThrow(() -> new IllegalStateException("nobody is taken without a mailbox"));
    }

    String id(int person) {
        String id = cellIfAny(person, columns.id());
        return id == null ? mailbox(person).key() : id;
    }

    boolean allows(int person, byte permission) {
        return (marks[person] & permission) != 0;
    }
}
