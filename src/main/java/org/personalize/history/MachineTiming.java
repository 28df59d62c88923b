package org.personalize.history;

import java.util.BitSet;

/**
 * Tells machines by their haste: what is opened or clicked within seconds of the delivery of its campaign, clicks on many
 * links of a campaign at once, and pictures fetched within minutes of nearly every delivery to a person. Any other open that
 * nobody can judge is a person's after all if they clicked in the same visit.
 */
final class MachineTiming {

    static final int AT_ONCE_SECONDS = 10;
    static final int BURST_SECONDS = 5;

    /** Providers that fetch pictures ahead do it about this soon, whenever the person looks. */
    static final int AHEAD_SECONDS = 600;

    /** Nobody reads so many mails, and so large a part of them, the moment they come. */
    private static final int FEWEST_AHEAD = 5;

    private static final double SHARE_AHEAD = 0.6;

    private static final long NOT_YET = Long.MIN_VALUE;

    /** Whoever opens a mail and follows a link in it does so in one visit. */
    private static final int VISIT_SECONDS = 3_600;

    /** Different items clicked within a burst, or clicks of any kind; the second is for logs that name no items. */
    private static final int BURST_ITEMS = 3;

    private static final int BURST_CLICKS = 5;

    /** A burst is looked for among so many events after its first; only an account that many people share has more. */
    private static final int LONGEST_SEARCH = 200;

    private final EventColumns columns;
    private final PersonIndex people;
    private final LatestByCampaign latest;
    private final LatestByCampaign answered;
    private final int[] burst = new int[LONGEST_SEARCH];

    MachineTiming(EventColumns columns, PersonIndex people, int campaigns) {
        this.columns = columns;
        this.people = people;
        latest = new LatestByCampaign(campaigns);
        answered = new LatestByCampaign(campaigns);
    }

    void settle(int person) {
        if (hasReactions(person)) {
            markHaste(person);
            markBursts(person);
            markAhead(person);
            believeOpensBeforeClicks(person);
        }
    }

    private boolean hasReactions(int person) {
        for (int i = people.from(person); i < people.to(person); i++) {
            if (kind(people.at(i)).isTracked()) {
                return true;
            }
        }
        return false;
    }

    private void markHaste(int person) {
        latest.clear();
        for (int i = people.from(person); i < people.to(person); i++) {
            int event = people.at(i);
            int mark = columns.marks.get(event);
            Kind kind = Mark.kind(mark);
            boolean isDelivery = kind == Kind.SENT || kind == Kind.DELIVERED;
            if (isDelivery && !Mark.isHourless(mark)) {
                latest.put(Mark.campaign(mark), columns.second(event));
            } else if (kind.isTracked() && !Mark.isHourless(mark)) {
                long age = columns.second(event) - latest.of(Mark.campaign(mark), Long.MIN_VALUE / 2);
                if (age <= AT_ONCE_SECONDS) {
                    mark(event, Reaction.AT_ONCE);
                }
            }
        }
    }

    private void markBursts(int person) {
        for (int i = people.from(person); i < people.to(person); i++) {
            if (kind(people.at(i)) == Kind.CLICK) {
                markBurst(i, people.to(person));
            }
        }
    }

    private void markBurst(int first, int end) {
        int event = people.at(first);
        int campaign = Mark.campaign(columns.marks.get(event));
        int clicks = 0;
        for (int i = first; i < Math.min(end, first + LONGEST_SEARCH); i++) {
            int other = people.at(i);
            if (columns.second(other) - columns.second(event) > BURST_SECONDS) {
                break;
            }
            int mark = columns.marks.get(other);
            if (Mark.kind(mark) == Kind.CLICK && Mark.campaign(mark) == campaign && !Mark.isHourless(mark)) {
                burst[clicks++] = other;
            }
        }
        if (clicks >= BURST_CLICKS || items(clicks) >= BURST_ITEMS) {
            for (int i = 0; i < clicks; i++) {
                mark(burst[i], Reaction.ALL_LINKS);
            }
        }
    }

    /** How many different items the first clicks of the burst are on, counted up to what makes a machine. */
    private int items(int clicks) {
        int different = 0;
        for (int i = 0; i < clicks && different < BURST_ITEMS; i++) {
            int item = columns.items.get(burst[i]);
            boolean isNew = item >= 0;
            for (int j = 0; j < i && isNew; j++) {
                isNew = columns.items.get(burst[j]) != item;
            }
            different += isNew ? 1 : 0;
        }
        return different;
    }

    private void markAhead(int person) {
        int first = people.from(person);
        var ahead = new BitSet();
        int deliveries = 0;
        int hasty = 0;
        latest.clear();
        answered.clear();
        for (int i = first; i < people.to(person); i++) {
            int event = people.at(i);
            int mark = columns.marks.get(event);
            int campaign = Mark.campaign(mark);
            if (Mark.kind(mark) == Kind.SENT && !Mark.isHourless(mark)) {
                latest.put(campaign, columns.second(event));
                answered.put(campaign, NOT_YET);
                deliveries++;
            } else if (isAhead(event, mark)) {
                hasty += answered.of(campaign, NOT_YET) == NOT_YET ? 1 : 0;
                answered.put(campaign, columns.second(event));
                ahead.set(i - first);
            }
        }
        if (hasty >= Math.max(FEWEST_AHEAD, SHARE_AHEAD * deliveries)) {
            ahead.stream().forEach(i -> mark(people.at(first + i), Reaction.AHEAD));
        }
    }

    private boolean isAhead(int event, int mark) {
        return Mark.kind(mark) == Kind.OPEN
                && Mark.reaction(mark).reader() == Reader.UNKNOWN
                && columns.second(event) - latest.of(Mark.campaign(mark), Long.MIN_VALUE / 2) <= AHEAD_SECONDS;
    }

    private void believeOpensBeforeClicks(int person) {
        latest.clear();
        for (int i = people.to(person) - 1; i >= people.from(person); i--) {
            int event = people.at(i);
            int mark = columns.marks.get(event);
            Reader reader = Mark.reaction(mark).reader();
            if (Mark.kind(mark) == Kind.CLICK && reader == Reader.HUMAN) {
                latest.put(Mark.campaign(mark), columns.second(event));
            } else if (Mark.kind(mark) == Kind.OPEN && reader == Reader.UNKNOWN) {
                long click = latest.of(Mark.campaign(mark), Long.MAX_VALUE);
                if (click - columns.second(event) <= VISIT_SECONDS) {
                    columns.marks.set(event, Mark.withReaction(mark, Reaction.HUMAN));
                }
            }
        }
    }

    private Kind kind(int event) {
        return Mark.kind(columns.marks.get(event));
    }

    /** What a row said of itself stays its reason. */
    private void mark(int event, Reaction reaction) {
        int mark = columns.marks.get(event);
        if (Mark.reaction(mark).reader() != Reader.MACHINE) {
            columns.marks.set(event, Mark.withReaction(mark, reaction));
        }
    }
}
