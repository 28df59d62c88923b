package org.personalize.audience;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Sources.Source;
import org.personalize.csv.ColumnType;
import org.personalize.csv.ColumnTyping;
import org.personalize.csv.Rejects;
import org.personalize.csv.Table;
import org.personalize.csv.TableSource;
import org.personalize.csv.TypedColumns;
import org.personalize.problem.Amount;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * The audience as the customer and suppression files have it. Safe to read from many threads once the events' opt-outs
 * are entered into its {@link #suppressions()}.
 */
public final class Customers implements Audience {

    private static final int MAX_REMEMBERED_NAMES = 1_000;

    private final Table table;
    private final Columns columns;
    private final People people;
    private final Zones zones;
    private final Languages languages;
    private final TypedColumns types;
    private final Counts counts;
    private final List<String> warnings;
    private final Suppressions suppressions;
    private final Map<String, Integer> positions = new ConcurrentHashMap<>();

    /** Made when it is asked for first: a million ids take a while, and not every command learns. */
    private volatile int @Nullable [] byLot;

    private Customers(
            Table table,
            Columns columns,
            CustomerReading reading,
            ColumnTyping typing,
            Zones zones,
            Counts counts,
            Campaign campaign) {
        this.table = table;
        this.columns = columns;
        this.people = reading.people();
        this.zones = zones;
        this.languages = new Languages(campaign.languages());
        this.types = typing.decide();
        this.counts = counts;
        this.warnings = new ArrayList<>(table.notes());
        this.warnings.addAll(reading.warnings());
        this.suppressions = new Suppressions(people.size());
    }

    private Customers(Customers all, Suppressions suppressions) {
        table = all.table;
        columns = all.columns;
        people = all.people;
        zones = all.zones;
        languages = all.languages;
        types = all.types;
        counts = all.counts;
        warnings = all.warnings;
        this.suppressions = suppressions;
    }

    /** Reads the campaign's customer and suppression files; rows of no use go to the rejects. */
    static Customers read(Campaign campaign, Rejects rejects) {
        Source source = campaign.data().customers();
        if (source == null) {
            throw new InputProblem(
                    Place.file(String.valueOf(campaign.file().getFileName())),
                    "expected data.customers, found nothing",
                    "Say where the customer file is.");
        }
        var table = Table.open(new TableSource(
                "customers",
                source.base(),
                source.pattern(),
                source.columns(),
                CustomerHeaders.people(),
                List.of(CustomerHeaders.EMAIL),
                campaign.audience().permissionColumns(),
                source.place()));
        var columns = Columns.of(table, campaign, source.place());
        ZoneId zone = campaign.schedule().zone();
        var zones = new Zones(zone);
        var typing = ColumnTyping.of(table, source.types(), Columns.TEXTS, zone, source.place());
        var reading = new CustomerReading(table, columns, campaign.audience(), typing, zones);
        Table.Reading read = table.read(rejects, reading, new CustomerScout(columns, reading.people()));
        var counts = new Counts(read.rows(), reading.duplicates(), read.putAside());
        var customers = new Customers(table, columns, reading, typing, zones, counts, campaign);
        new OptOuts(customers.people, customers.suppressions, zone)
                .read(campaign.data().suppressions(), rejects);
        return customers;
    }

    /**
     * The same people without what any file or event has said of them, but for their subscriptions: to be told what
     * {@link #hear} finds.
     */
    public Customers unheard() {
        return new Customers(this, suppressions.anew());
    }

    /** Reads one more suppression file; what stands before a mistake that ends the reading is heard all the same. */
    public void hear(Source optOuts, ZoneId zone, Rejects rejects) {
        new OptOuts(people, suppressions, zone).read(List.of(optOuts), rejects);
    }

    @Override
    public int size() {
        return people.size();
    }

    @Override
    public Customer customer(int person) {
        if (person < 0 || person >= size()) {
            throw new IndexOutOfBoundsException("person " + person + " of " + size());
        }
        return new Person(this, person);
    }

    @Override
    public int personOf(String customerId) {
        String id = customerId.strip();
        return columns.id() < 0 ? personAt(id) : people.byId(id);
    }

    @Override
    public int[] personsOf(List<String> customerIds) {
        if (columns.id() < 0 || size() == 0) {
            return Audience.super.personsOf(customerIds);
        }
        int[] found = people.likely(customerIds);
        for (int i = 0; i < found.length; i++) {
            String id = customerIds.get(i);
            found[i] = people.hasId(found[i], id) ? found[i] : personOf(id);
        }
        return found;
    }

    @Override
    public int personAt(String address) {
        return Mailbox.read(address).map(this::at).orElse(-1);
    }

    /** Everybody at an address, and at those that differ from it in capitals alone: all whom an opt-out may mean. */
    public List<Integer> everybodyAt(String address) {
        return Mailbox.read(address).map(people::alike).orElse(List.of());
    }

    /** The mailbox as written, else the only one that differs from it in capitals alone. */
    private int at(Mailbox mailbox) {
        int exact = people.byMailbox(mailbox);
        if (exact >= 0) {
            return exact;
        }
        List<Integer> alike = people.alike(mailbox);
        return alike.size() == 1 ? alike.get(0) : -1;
    }

    @Override
    public Standing standing(int person) {
        Standing standing =
                suppressions.standing(person, () -> people.mailbox(person).domain());
        boolean lacksConsent = standing == Standing.MAY_BE_MAILED && !people.allows(person, People.CONSENT);
        return lacksConsent ? Standing.NO_CONSENT : standing;
    }

    @Override
    public boolean allowsTracking(int person) {
        return people.allows(person, People.TRACKING);
    }

    @Override
    public boolean allowsPersonalization(int person) {
        return people.allows(person, People.PERSONALIZATION);
    }

    @Override
    public int[] byLot() {
        int[] known = byLot;
        if (known == null) {
            known = Audience.super.byLot();
            byLot = known;
        }
        return known;
    }

    @Override
    public List<String> columns() {
        return table.columns();
    }

    @Override
    public int blanks(int person) {
        return people.blanks(person);
    }

    @Override
    public Counts counts() {
        return counts;
    }

    /** The ids of rows that were merged into an earlier one, each with the person whom it means as well. */
    public Map<String, Integer> aliases() {
        return people.aliases();
    }

    /** Where opt-outs from events are entered; everybody's standing reads from it. */
    public Suppressions suppressions() {
        return suppressions;
    }

    /** What one should know about the files, a sentence each. */
    public List<String> warnings() {
        var all = new ArrayList<>(warnings);
        if (suppressions.unknownCount() > 0) {
            all.add(Amount.of(suppressions.unknownCount(), "opt-out names", "opt-outs name")
                    + " nobody in the customer file");
        }
        return List.copyOf(all);
    }

    @Override
    public boolean hasColumn(String name) {
        return position(name) >= 0;
    }

    /** The columns from which nothing may be learned, as the file has them. */
    public Set<String> protectedColumns() {
        return columns.protectedOnes().stream().map(table.columns()::get).collect(Collectors.toUnmodifiableSet());
    }

    /** What a column holds; text when there is no such column. */
    public ColumnType type(String column) {
        int position = position(column);
        return position < 0 ? ColumnType.TEXT : types.type(position);
    }

    String email(int person) {
        return people.email(person);
    }

    String id(int person) {
        return people.id(person);
    }

    String language(int person) {
        return languages.meant(people.cellIfAny(person, columns.language()));
    }

    ZoneId zone(int person) {
        return zones.zone(people.cellIfAny(person, columns.timeZone()), people.cellIfAny(person, columns.country()));
    }

    @Nullable
    String text(int person, String column) {
        return people.cellIfAny(person, position(column));
    }

    @Nullable
    Object value(int person, String column) {
        int position = position(column);
        String cell = people.cellIfAny(person, position);
        if (cell == null) {
            return null;
        }
        if (columns.isList(position)) {
            List<String> words = Columns.list(cell);
            return words.isEmpty() ? null : words;
        }
        return types.value(position, cell);
    }

    private int position(String column) {
        Integer known = positions.get(column);
        if (known != null) {
            return known;
        }
        int position = table.column(column);
        if (positions.size() < MAX_REMEMBERED_NAMES) {
            positions.put(column, position);
        }
        return position;
    }
}
