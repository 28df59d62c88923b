package org.personalize.history;

/**
 * Tells machines by their haste: what is opened or clicked within seconds of the delivery of its campaign, and clicks on
 * many links of a campaign at once. An open that nobody can judge is a person's after all if they clicked afterwards.
 */
final class MachineTiming {

    static final int AT_ONCE_SECONDS = 10;
    static final int BURST_SECONDS = 5;

    /** Different items clicked within a burst, or clicks of any kind; the second is for logs that name no items. */
    private static final int BURST_ITEMS = 3;

    private static final int BURST_CLICKS = 5;

    /** A burst is looked for among so many events after its first; only an account that many people share has more. */
    private static final int LONGEST_SEARCH = 200;

    private final EventColumns columns;
    private final PersonIndex people;
    private final LatestByCampaign latest;
    private final int[] burst = new int[LONGEST_SEARCH];

    MachineTiming(EventColumns columns, PersonIndex people, int campaigns) {
        this.columns = columns;
        this.people = people;
        latest = new LatestByCampaign(campaigns);
    }

    void settle(int person) {
        if (hasReactions(person)) {
            markHaste(person);
            markBursts(person);
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
                if (click - columns.second(event) <= Messages.WINDOW_SECONDS) {
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
