package org.personalize.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.personalize.plan.Appointments.Wish;
import org.personalize.problem.Amount;

/**
 * Shares out the hours where the relay takes only so many mails in each UTC clock hour: the best wish first, and whoever
 * finds an hour full gets the next best that has room.
 */
final class HourLimit {

    private static final int HOUR_SECONDS = 3600;

    private static final Comparator<Wish> BEST_FIRST = Comparator.comparingDouble(Wish::value)
            .reversed()
            .thenComparingDouble(Wish::place)
            .thenComparingInt(Wish::person);

    private final Planning planning;
    private final int most;
    private final SendWindows windows;
    private final Draft draft;
    private final Appointments appointments;
    private final Map<Long, Integer> room = new HashMap<>();
    private int unplaced;

    HourLimit(Planning planning, SendWindows windows, Draft draft, Appointments appointments) {
        this.planning = planning;
        most = planning.campaign().schedule().maxPerHour();
        this.windows = windows;
        this.draft = draft;
        this.appointments = appointments;
    }

    void shareOut(Notices notices) {
        PriorityQueue<Wish> wishes = wishes();
        int people = wishes.size();
        for (Wish wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            SendWindow window = windows.of(wish.person());
            long second = secondWithRoom(window, wish.hour(), wish.place());
            if (second >= 0) {
                room.merge(hour(second), -1, Integer::sum);
                draft.appoint(wish.person(), second, appointments.chance(wish, window));
            } else {
                wishAgain(wish, window, wishes);
            }
        }
        if (unplaced > 0) {
            notices.say(shortage(people));
        }
    }

    private PriorityQueue<Wish> wishes() {
        var wishes = new PriorityQueue<Wish>(Math.max(1, draft.size()), BEST_FIRST);
        Lots lots = new Lots(planning);
        for (int person = 0; person < draft.size(); person++) {
            if (draft.isPlanned(person)) {
                wishes.add(appointments.wish(person, lots));
            }
        }
        return wishes;
    }

    private void wishAgain(Wish wish, SendWindow window, PriorityQueue<Wish> wishes) {
        double[] chances = appointments.chances(wish.person());
        int best = -1;
        for (int hour = 0; hour < window.hours(); hour++) {
            boolean isBetter = best < 0 || chances[window.localHour(hour)] > chances[window.localHour(best)];
            if (isBetter && secondWithRoom(window, hour, wish.place()) >= 0) {
                best = hour;
            }
        }
        if (best >= 0) {
            wishes.add(new Wish(wish.person(), best, chances[window.localHour(best)], wish.place()));
        } else {
            unplaced++;
            draft.skip(wish.person(), Reason.NO_CAPACITY);
        }
    }

    /** The drawn quarter of the hour, else the next one round whose clock hour has room; -1 when there is none. */
    private long secondWithRoom(SendWindow window, int hour, double place) {
        int quarters = window.quartersIn(hour);
        int drawn = (int) (place * quarters);
        for (int step = 0; step < quarters; step++) {
            long second = window.second(hour, (drawn + step) % quarters);
            if (room.computeIfAbsent(hour(second), this::roomIn) > 0) {
                return second;
            }
        }
        return -1;
    }

    private int roomIn(long hour) {
        Instant start = Instant.ofEpochSecond(hour * HOUR_SECONDS);
        return Math.max(
                0,
                most - planning.facts().promisedIn(start) - planning.promises().in(start));
    }

    private static long hour(long second) {
        return Math.floorDiv(second, HOUR_SECONDS);
    }

    private String shortage(int people) {
        int hours = room.size();
        int enough = (int) Math.min(Integer.MAX_VALUE, (long) Math.ceil((double) people / hours));
        return unplaced + " of " + Amount.of(people, "person does", "people do") + " not fit: max_per_hour is " + most
                + ", and "
                + Amount.of(hours, "clock hour is", "clock hours are") + " permitted. About "
                + Math.max(most + 1, enough)
                + " an hour would do, or a longer window.";
    }
}
