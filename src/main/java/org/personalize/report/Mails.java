package org.personalize.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.personalize.audience.Audience;
import org.personalize.campaign.Draw;
import org.personalize.catalog.Catalog;
import org.personalize.history.LocalClock;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.GroupLot;

/**
 * Everybody's rows in some editions, as columns of numbers: some forty bytes each, so that a million fit beside their
 * events. Fill it first, then {@link #settle} it, then ask.
 */
public final class Mails {

    /** Of somebody who has left the customer file. */
    static final int GONE = -1;

    private static final int FIRST_SIZE = 1 << 10;
    private static final List<State> STATES = List.of(State.values());
    private static final List<Group> GROUPS = List.of(Group.values());

    private final Audience audience;
    private final Draw draw;
    private final boolean keepsNames;
    private final List<Edition> editions = new ArrayList<>();
    private final Leavers leavers = new Leavers();
    private final Names variants = new Names();
    private final Map<ZoneId, LocalClock> clocks = new HashMap<>();
    private final Shown shown;
    private final List<String> ids = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private int size;
    private int[] persons = new int[FIRST_SIZE];
    private int[] seconds = new int[FIRST_SIZE];
    private double[] lots = new double[FIRST_SIZE];
    private float[] chances = new float[FIRST_SIZE];
    private short[] editionOf = new short[FIRST_SIZE];
    private short[] variantOf = new short[FIRST_SIZE];
    private byte[] states = new byte[FIRST_SIZE];
    private byte[] groups = new byte[FIRST_SIZE];
    private final BitSet takenBack = new BitSet();
    private byte[] hours = new byte[FIRST_SIZE];
    private byte[] weekdays = new byte[FIRST_SIZE];
    private int[] shownUpTo = new int[FIRST_SIZE];
    private int[] starts = new int[1];
    private int[] order = new int[0];

    /**
     * @param seed by which people were drawn into groups
     * @param keepsNames whether ids and addresses are wanted afterwards
     */
    public Mails(Audience audience, Catalog catalog, String seed, boolean keepsNames) {
        this.audience = audience;
        shown = new Shown(catalog);
        draw = new Draw(seed);
        this.keepsNames = keepsNames;
    }

    /** What comes next belongs to this edition. */
    public void begin(Edition edition) {
        if (editions.size() == Short.MAX_VALUE) {
            throw new IllegalStateException("more than " + Short.MAX_VALUE + " editions");
        }
        editions.add(edition);
    }

    public void add(Row row) {
        if (size == persons.length) {
            grow(2 * size);
        }
        Promise promise = row.promise();
        persons[size] = promise.personIn(audience);
        long second = moment(row).getEpochSecond();
        seconds[size] = (int) second;
        lots[size] = GroupLot.of(draw, promise.customerId());
        chances[size] = (float) promise.variantChance();
        editionOf[size] = (short) (editions.size() - 1);
        variantOf[size] = (short) variants.number(promise.variant());
        states[size] = (byte) STATES.indexOf(row.state());
        takenBack.set(size, row.reason() != null && !Served.isOfThePerson(row.reason()));
        groups[size] = (byte) GROUPS.indexOf(promise.group());
        LocalClock clock = clocks.computeIfAbsent(promise.zone(), LocalClock::new);
        hours[size] = (byte) clock.hour(second);
        weekdays[size] = (byte) clock.weekday(second);
        if (row.state() == State.ACCEPTED) {
            shown.add(promise.slots());
        }
        shownUpTo[size] = shown.size();
        if (keepsNames) {
            ids.add(promise.customerId());
            addresses.add(promise.mailbox().toString());
            reasons.add(row.reason() == null ? "" : row.reason().word());
        }
        size++;
    }

    /** When the relay took it, or else when it is or was to go. */
    private static Instant moment(Row row) {
        Instant doneAt = row.doneAt();
        return row.state() == State.ACCEPTED && doneAt != null
                ? doneAt
                : row.promise().sendAt();
    }

    private void grow(int length) {
        persons = Arrays.copyOf(persons, length);
        seconds = Arrays.copyOf(seconds, length);
        lots = Arrays.copyOf(lots, length);
        chances = Arrays.copyOf(chances, length);
        editionOf = Arrays.copyOf(editionOf, length);
        variantOf = Arrays.copyOf(variantOf, length);
        states = Arrays.copyOf(states, length);
        groups = Arrays.copyOf(groups, length);
        hours = Arrays.copyOf(hours, length);
        weekdays = Arrays.copyOf(weekdays, length);
        shownUpTo = Arrays.copyOf(shownUpTo, length);
    }

    /** Puts each person's mails together, in the order of time, behind those of people who have left the file. */
    public void settle() {
        starts = new int[audience.size() + 2];
        Arrays.stream(persons, 0, size).forEach(person -> starts[person + 2]++);
        Arrays.parallelPrefix(starts, Integer::sum);
        int gone = starts[1];
        order = new int[size];
        for (int mail = 0; mail < size; mail++) {
            // Once all are placed, each start has moved to the next one's, where the person before ends.
            place(mail, gone, starts[persons[mail] + 1]++);
        }
    }

    private void place(int mail, int gone, int end) {
        int at = end;
        while (at > gone && persons[order[at - 1]] == persons[mail] && second(order[at - 1]) > second(mail)) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = mail;
    }

    /** The accepted mails of people who are still in the file, person by person and each one's in the order of time. */
    public void eachAccepted(IntConsumer taker) {
        for (int place = starts[0]; place < size; place++) {
            if (isAccepted(order[place])) {
                taker.accept(order[place]);
            }
        }
    }

    /** Who must not be written to any more; to be filled by whoever knows. */
    public Leavers leavers() {
        return leavers;
    }

    public int size() {
        return size;
    }

    public List<Edition> editions() {
        return editions;
    }

    /** How many rows a person has. */
    int of(int person) {
        return starts[person + 1] - starts[person];
    }

    /** One of these, counted from 0 in the order of time. */
    int of(int person, int nth) {
        return order[starts[person] + nth];
    }

    /** -1 for somebody who has left the customer file. */
    public int person(int mail) {
        return persons[mail];
    }

    /** When the relay took it; of a mail that it did not take, the moment for which it was promised. */
    public long second(int mail) {
        return Integer.toUnsignedLong(seconds[mail]);
    }

    /** What decided on the comparison group. */
    double groupLot(int mail) {
        return lots[mail];
    }

    double variantChance(int mail) {
        return chances[mail];
    }

    public int edition(int mail) {
        return editionOf[mail];
    }

    int variant(int mail) {
        return variantOf[mail];
    }

    List<String> variants() {
        return variants.all();
    }

    State state(int mail) {
        return STATES.get(states[mail]);
    }

    public boolean isAccepted(int mail) {
        return state(mail) == State.ACCEPTED;
    }

    /** Whether the relay took it, and it was neither plain nor in a group that gets none. */
    public boolean isPersonal(int mail) {
        return isAccepted(mail) && group(mail) == Group.NONE;
    }

    /** Of a mail that was taken back: whether for a reason of the campaign's, and not of the person's. */
    boolean isTakenBackByUs(int mail) {
        return takenBack.get(mail);
    }

    Group group(int mail) {
        return GROUPS.get(groups[mail]);
    }

    /** By the clock of the person. */
    int hour(int mail) {
        return hours[mail];
    }

    /** 0 for Monday. */
    int weekday(int mail) {
        return weekdays[mail];
    }

    /** The number of the first item shown; those up to {@link #shownTo} are this mail's. */
    int shownFrom(int mail) {
        return mail == 0 ? 0 : shownUpTo[mail - 1];
    }

    int shownTo(int mail) {
        return shownUpTo[mail];
    }

    /** What the accepted mails showed, mail by mail. */
    Shown shown() {
        return shown;
    }

    String id(int mail) {
        return ids.get(mail);
    }

    /** Why a mail was taken back; blank where it was not. */
    String reason(int mail) {
        return reasons.get(mail);
    }

    String address(int mail) {
        return addresses.get(mail);
    }
}
