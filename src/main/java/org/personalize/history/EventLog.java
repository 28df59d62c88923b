package org.personalize.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The history in memory: 32 bytes an event. */
final class EventLog implements History {

    private final EventColumns columns;
    private final float[] weights;
    private final List<String> campaigns;
    private final Map<String, Long> counts;
    private final List<String> notes;
    private final PersonIndex people;
    private final boolean countsMachines;

    EventLog(
            EventColumns columns,
            float[] weights,
            List<String> campaigns,
            Map<String, Long> counts,
            List<String> notes,
            PersonIndex people) {
        this(columns, weights, campaigns, counts, notes, people, false);
    }

    private EventLog(
            EventColumns columns,
            float[] weights,
            List<String> campaigns,
            Map<String, Long> counts,
            List<String> notes,
            PersonIndex people,
            boolean countsMachines) {
        this.columns = columns;
        this.weights = weights;
        this.campaigns = List.copyOf(campaigns);
        this.counts = counts;
        this.notes = notes;
        this.people = people;
        this.countsMachines = countsMachines;
    }

    @Override
    public int size() {
        return columns.size();
    }

    @Override
    public int person(int event) {
        return columns.persons.get(event);
    }

    @Override
    public int item(int event) {
        return columns.items.get(event);
    }

    @Override
    public Kind kind(int event) {
        return Mark.kind(columns.marks.get(event));
    }

    @Override
    public long second(int event) {
        return columns.second(event);
    }

    @Override
    public double value(int event) {
        return columns.values.get(event);
    }

    @Override
    public float weight(int event) {
        int mark = columns.marks.get(event);
        float weight = weights[Mark.weight(mark)];
        return countsMachines ? weight : weight * Mark.reaction(mark).reader().weight();
    }

    @Override
    public Reaction reaction(int event) {
        return countsMachines ? Reaction.HUMAN : Mark.reaction(columns.marks.get(event));
    }

    @Override
    public History countingMachines() {
        List<String> told = notes.stream().map(EventCounts::countingMachines).toList();
        return new EventLog(columns, weights, campaigns, counts, told, people, true);
    }

    @Override
    public @Nullable String campaign(int event) {
        int campaign = campaignNumber(event);
        return campaign == 0 ? null : campaigns.get(campaign - 1);
    }

    @Override
    public int campaignNumber(int event) {
        return Mark.campaign(columns.marks.get(event));
    }

    @Override
    public int campaigns() {
        return campaigns.size();
    }

    @Override
    public int basket(int event) {
        return columns.baskets.get(event);
    }

    @Override
    public boolean isTakenBack(int event) {
        return Mark.isTakenBack(columns.marks.get(event));
    }

    @Override
    public boolean isSoftBounce(int event) {
        return Mark.isPassing(columns.marks.get(event));
    }

    @Override
    public boolean hasHour(int event) {
        return !Mark.isHourless(columns.marks.get(event));
    }

    @Override
    public int[] eventsOf(int person) {
        return people.of(person);
    }

    @Override
    public int events(int person) {
        return people.to(person) - people.from(person);
    }

    @Override
    public int event(int person, int nth) {
        return people.at(people.from(person) + nth);
    }

    @Override
    public Map<String, Long> counts() {
        return counts;
    }

    @Override
    public List<String> notes() {
        return notes;
    }
}
