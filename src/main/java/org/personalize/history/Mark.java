package org.personalize.history;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The small facts of an event, packed into one number: its kind, whether its hour is unknown, whether it was taken back,
 * which weight it has, which campaign it belongs to and who is behind it.
 */
final class Mark {

    static final int MOST_WEIGHTS = 1 << 7;
    static final int KIND_BITS = 4;
    static final int MOST_KINDS = 1 << KIND_BITS;
    static final int MOST_CAMPAIGNS = 1 << 16;

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<Reaction> REACTIONS = List.of(Reaction.values());
    private static final Map<Kind, Integer> KIND_NUMBERS = numbers(KINDS, Kind.class);
    private static final Map<Reaction, Integer> REACTION_NUMBERS = numbers(REACTIONS, Reaction.class);
    private static final int KIND = MOST_KINDS - 1;
    private static final int TAKEN_BACK = 1 << 4;
    private static final int HOURLESS = 1 << 5;
    private static final int WEIGHT = MOST_WEIGHTS - 1;
    private static final int WEIGHT_SHIFT = 6;
    private static final int CAMPAIGN_SHIFT = 13;
    private static final int CAMPAIGN = MOST_CAMPAIGNS - 1;
    private static final int REACTION_SHIFT = 29;

    private Mark() {}

    /** The place of each in the list, found without a search. */
    private static <E extends Enum<E>> Map<E, Integer> numbers(List<E> all, Class<E> type) {
        var numbers = new EnumMap<E, Integer>(type);
        all.forEach(each -> numbers.put(each, numbers.size()));
        return numbers;
    }

    static int of(Kind kind, int weight, int campaign, boolean isHourless) {
        return KIND_NUMBERS.getOrDefault(kind, 0)
                | (isHourless ? HOURLESS : 0)
                | (weight << WEIGHT_SHIFT)
                | (campaign << CAMPAIGN_SHIFT);
    }

    static Kind kind(int mark) {
        return KINDS.get(mark & KIND);
    }

    /** The kind as a number below {@link #MOST_KINDS}, to count by. */
    static int kindNumber(int mark) {
        return mark & KIND;
    }

    static boolean isHourless(int mark) {
        return (mark & HOURLESS) != 0;
    }

    static int withHour(int mark) {
        return mark & ~HOURLESS;
    }

    static boolean isTakenBack(int mark) {
        return (mark & TAKEN_BACK) != 0 && !isBounce(mark);
    }

    static int takenBack(int mark) {
        return withWeight(mark, 0) | TAKEN_BACK;
    }

    /** Of a bounce, the bit that tells of a purchase whether it was taken back tells whether it was a passing one. */
    static boolean isPassing(int mark) {
        return isBounce(mark) && (mark & TAKEN_BACK) != 0;
    }

    static int passing(int mark) {
        return mark | TAKEN_BACK;
    }

    private static boolean isBounce(int mark) {
        return kind(mark) == Kind.BOUNCE;
    }

    static int weight(int mark) {
        return (mark >>> WEIGHT_SHIFT) & WEIGHT;
    }

    static int withWeight(int mark, int weight) {
        return (mark & ~(WEIGHT << WEIGHT_SHIFT)) | (weight << WEIGHT_SHIFT);
    }

    static int campaign(int mark) {
        return (mark >>> CAMPAIGN_SHIFT) & CAMPAIGN;
    }

    /** How many events somebody is behind. */
    record Count(Reaction reaction, long events) {}

    static List<Count> reactions(Ints marks) {
        var events = new long[REACTIONS.size()];
        for (int i = 0; i < marks.size(); i++) {
            events[marks.get(i) >>> REACTION_SHIFT]++;
        }
        return IntStream.range(0, events.length)
                .mapToObj(i -> new Count(REACTIONS.get(i), events[i]))
                .toList();
    }

    static Reaction reaction(int mark) {
        return REACTIONS.get(mark >>> REACTION_SHIFT);
    }

    static int withReaction(int mark, Reaction reaction) {
        return (mark & ~(-1 << REACTION_SHIFT)) | (REACTION_NUMBERS.getOrDefault(reaction, 0) << REACTION_SHIFT);
    }
}
