package org.personalize.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.LedgerFacts;

/**
 * The mails of all other editions, held in a few numbers each. Customers are known by 96 bits of two hashes of their ids,
 * so that a million of them take no more than a hundred megabytes, and two are never taken for one.
 */
final class PastMails implements LedgerFacts {

    private static final int FIRST_SIZE = 1 << 10;
    private static final int END = -1;
    private static final long HOUR_SECONDS = 3_600;
    private static final long HOURS_A_DAY = 24;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** What went, or may have gone, and what may yet go; a mail that will never go is nobody's burden. */
    private static final String ALL = """
            SELECT m.edition, m.customer, m.slots, m.due, m.done_at, m.state IN ('accepted', 'doubtful') AS went
              FROM mail m
             WHERE m.edition <> ?
               AND ((m.state IN ('accepted', 'doubtful') AND m.done_at >= ?)
                    OR m.state IN ('planned', 'claimed', 'finishing', 'deferred', 'held'))
             ORDER BY m.id
            """;

    private final Map<Long, Edition> editions = new HashMap<>();
    private final Map<Edition, CampaignRules> rules = new HashMap<>();
    private final BitSet hasLeft = new BitSet();
    private final Map<Instant, Integer> hours = new HashMap<>();

    /** Permitted final dots by UTC hours since 1970, in the order of time. */
    private final NavigableMap<Long, Integer> gone = new TreeMap<>();

    private final Map<String, Integer> itemNumbers = new HashMap<>();
    private final List<String> items = new ArrayList<>();

    // One entry for each mail.
    private int mails;
    private long[] hashes = new long[FIRST_SIZE];
    private int[] checks = new int[FIRST_SIZE];
    private int[] nexts = new int[FIRST_SIZE];
    private long[] moments = new long[FIRST_SIZE];
    private int[] editionOf = new int[FIRST_SIZE];
    private int[] shownFrom = new int[FIRST_SIZE];

    private final List<Edition> editionList = new ArrayList<>();
    private int[] shown = new int[FIRST_SIZE];
    private int shownCount;
    private int[] heads = new int[0];

    private PastMails() {}

    static PastMails read(Session session, long except, Instant since) throws SQLException {
        var past = new PastMails();
        past.readEditions(session);
        session.each(
                "SELECT hour, granted FROM tally WHERE granted > 0",
                row -> past.gone.put(row.getLong(1), row.getInt(2)));
        session.each(ALL, past::add, except, since.getEpochSecond());
        past.link();
        return past;
    }

    private void readEditions(Session session) throws SQLException {
        session.each(
                "SELECT e.id, c.name, e.occurrence, "
                        + (Schema.knowsRules(session) ? "c.priority, c.quiet_days, c.max_per_week" : "0, 0, 0")
                        + " FROM edition e JOIN campaign c ON c.id = e.campaign",
                row -> {
                    var edition = new Edition(row.getString(2), row.getString(3));
                    editions.put(row.getLong(1), edition);
                    rules.put(edition, new CampaignRules(row.getInt(4), row.getInt(5), row.getInt(6), 0));
                });
    }

    private void add(ResultSet row) throws SQLException {
        grow();
        String customer = row.getString(2);
        boolean went = row.getBoolean("went");
        Instant at = Instant.ofEpochSecond(row.getLong(went ? "done_at" : "due"));
        hashes[mails] = hash(customer);
        checks[mails] = customer.hashCode();
        moments[mails] = at.getEpochSecond();
        editionOf[mails] = number(row.getLong(1));
        shownFrom[mails] = shownCount;
        hasLeft.set(mails, went);
        if (went) {
            addShown(row.getString(3));
        } else {
            hours.merge(at.truncatedTo(ChronoUnit.HOURS), 1, Integer::sum);
        }
        mails++;
    }

    private int number(long edition) {
        Edition known = editions.get(edition);
        if (known == null) {
            throw new IllegalStateException("a mail of no edition");
        }
        int last = editionList.size() - 1;
        int found = last >= 0 && editionList.get(last).equals(known) ? last : editionList.indexOf(known);
        if (found < 0) {
            editionList.add(known);
            return last + 1;
        }
        return found;
    }

    private void addShown(String slots) {
        for (List<Promise.Shown> list : SlotText.read(slots).values()) {
            for (Promise.Shown item : list) {
                if (shownCount == shown.length) {
                    shown = Arrays.copyOf(shown, shown.length * 2);
                }
                shown[shownCount++] = itemNumbers.computeIfAbsent(item.item(), id -> {
                    items.add(id);
                    return items.size() - 1;
                });
            }
        }
    }

    private void grow() {
        if (mails + 1 < hashes.length) {
            return;
        }
        int size = hashes.length * 2;
        hashes = Arrays.copyOf(hashes, size);
        checks = Arrays.copyOf(checks, size);
        nexts = Arrays.copyOf(nexts, size);
        moments = Arrays.copyOf(moments, size);
        editionOf = Arrays.copyOf(editionOf, size);
        shownFrom = Arrays.copyOf(shownFrom, size);
    }

    /** Mails in the same slot of the table form a chain. */
    private void link() {
        shownFrom[mails] = shownCount;
        heads = new int[Math.max(1, Integer.highestOneBit(mails) * 2)];
        Arrays.fill(heads, END);
        for (int mail = 0; mail < mails; mail++) {
            int slot = slot(hashes[mail]);
            nexts[mail] = heads[slot];
            heads[slot] = mail;
        }
    }

    private int slot(long hash) {
        return (int) (hash >>> 32) & (heads.length - 1);
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MIX;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private List<Integer> of(String customer) {
        List<Integer> found = new ArrayList<>();
        long hash = hash(customer);
        for (int mail = heads[slot(hash)]; mail != END; mail = nexts[mail]) {
            if (hashes[mail] == hash && checks[mail] == customer.hashCode()) {
                found.add(mail);
            }
        }
        return found;
    }

    @Override
    public List<Mailing> mailings(String customerId) {
        return of(customerId).stream()
                .map(this::mailing)
                .sorted(Comparator.comparing(Mailing::at)
                        .thenComparing(Mailing::campaign)
                        .thenComparing(Mailing::occurrence))
                .toList();
    }

    private Mailing mailing(int mail) {
        Edition edition = editionList.get(editionOf[mail]);
        CampaignRules asked = rules.getOrDefault(edition, CampaignRules.NONE);
        return new Mailing(
                edition.campaign(),
                edition.occurrence(),
                Instant.ofEpochSecond(moments[mail]),
                hasLeft.get(mail),
                asked.priority(),
                asked.quietDays(),
                asked.maxPerWeek());
    }

    @Override
    public Set<String> shownSince(String customerId, Instant since) {
        Set<String> seen = new TreeSet<>();
        for (int mail : of(customerId)) {
            if (moments[mail] >= since.getEpochSecond()) {
                for (int i = shownFrom[mail]; i < shownFrom[mail + 1]; i++) {
                    seen.add(items.get(shown[i]));
                }
            }
        }
        return seen;
    }

    @Override
    public int promisedIn(Instant hour) {
        return hours.getOrDefault(hour, 0);
    }

    @Override
    public int goneIn(Instant hour) {
        return gone.getOrDefault(Math.floorDiv(hour.getEpochSecond(), HOUR_SECONDS), 0);
    }

    @Override
    public @Nullable LocalDate firstDay() {
        return gone.isEmpty() ? null : LocalDate.ofEpochDay(Math.floorDiv(gone.firstKey(), HOURS_A_DAY));
    }
}
