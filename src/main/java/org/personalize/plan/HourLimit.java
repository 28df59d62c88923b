package org.personalize.plan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.personalize.problem.Amount;

/**
 * Shares out the hours where the relay takes only so many mails in a UTC clock hour, or in a day: so that the hours that
 * people get are together worth as much as they can be, and whoever finds no place is who loses least by it.
 */
final class HourLimit {

    /** How much may be looked at: some seconds of work, which no plan of usual size needs. */
    private static final long MOST_STEPS = 3_000_000_000L;

    /** What a sum of rounded numbers may lack is nothing to speak of. */
    private static final double WORTH_SAYING = 1e-6;

    private final Draft draft;
    private final Appointments appointments;
    private final int[] people;
    private final ClockHours clock;
    private final RelayRoom relay;
    private final RandomHours random;
    private int leftOut;

    HourLimit(Planning planning, Draft draft, Appointments appointments) {
        this.draft = draft;
        this.appointments = appointments;
        people = IntStream.range(0, draft.size()).filter(draft::isPlanned).toArray();
        Set<SendWindow> windows = new HashSet<>();
        Arrays.stream(people).mapToObj(appointments::window).forEach(windows::add);
        clock = new ClockHours(windows);
        relay = new RelayRoom(planning, clock);
        random = new RandomHours(planning, people, appointments, clock);
    }

    Sharing shareOut(Notices notices) {
        Rooms rooms = relay.rooms();
        var hours = new AlikeHours(clock, random.settle(rooms));
        var wishes = new Wishes(people, appointments, hours, random::isSettled);
        Assignment assignment = Assignment.of(wishes, hours.rooms(), MOST_STEPS);
        new Evening(assignment.crowd(), wishes, hours).spread();
        give(new Dealing(people.length, wishes, hours, assignment, random::turn));
        if (leftOut > 0) {
            notices.say(shortage(rooms));
        }
        Sharing sharing = sharing(wishes, assignment);
        if (sharing.gap() > WORTH_SAYING) {
            notices.say("There was too much to compare: the hours were shared out to within "
                    + String.format(Locale.ROOT, "%.2f", 100 * sharing.gap()) + " % of the best there could be.");
        }
        return sharing;
    }

    private void give(Dealing dealing) {
        Chunks.each(people.length, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                if (random.isSettled(i)) {
                    give(i, random.slot(i), random.hour(i), dealing);
                } else if (dealing.slot(i) != dealing.nowhere()) {
                    give(i, dealing.slot(i), dealing.hour(i), dealing);
                } else {
                    draft.skip(people[i], Reason.NO_CAPACITY);
                }
            }
        });
        leftOut = (int) Arrays.stream(people)
                .filter(person -> draft.reason(person) == Reason.NO_CAPACITY)
                .count();
    }

    private void give(int i, int slot, int hour, Dealing dealing) {
        ZoneHours zone = clock.of(appointments.window(people[i]));
        long second = zone.second(slot, hour, random.place(i));
        draft.appoint(people[i], second, random.chance(i, hour, dealing.chance(i, hour)));
    }

    private Sharing sharing(Wishes wishes, Assignment assignment) {
        long bidding =
                IntStream.range(0, wishes.size()).mapToLong(wishes::people).sum();
        long placed = bidding - assignment.crowd().people(assignment.crowd().nowhere());
        return new Sharing(
                people.length - leftOut,
                leftOut,
                wishes.valued(assignment.worth(), placed),
                wishes.valued(Math.max(assignment.worth(), assignment.bound()), placed));
    }

    /** What would do: by the room of all permitted hours together, as if everybody could have any of them. */
    private String shortage(Rooms rooms) {
        int hours = clock.size();
        int enough = (int) Math.ceil((double) people.length / hours);
        String relayWords = Amount.of(leftOut) + " of " + Amount.of(people.length, "person does", "people do")
                + " not fit: " + relay.words() + ", and " + Amount.of(hours, "clock hour is", "clock hours are")
                + " permitted. ";
        return relayWords
                + (rooms.byDay().length > 0
                        ? "A longer window would do, or a quicker warm-up."
                        : "About " + Math.max(relay.perHour() + 1, enough) + " an hour would do, or a longer window.");
    }
}
