package org.personalize.plan;

import org.personalize.campaign.Schedule;

/**
 * When each person is mailed: the permitted hour in which the person, or as long as too little is known of them the people
 * around them, are likeliest to be there, and within it a drawn quarter, so that not everybody's mail leaves on the hour.
 */
final class Appointments implements HourTable {

    private final Planning planning;
    private final Schedule schedule;
    private final SendWindows windows;
    private final Draft draft;
    private final double[] common;

    /**
     * @param common the chances of the hours over everybody, for those whose mail is not personal
     */
    Appointments(Planning planning, SendWindows windows, Draft draft, double[] common) {
        this.planning = planning;
        schedule = planning.campaign().schedule();
        this.windows = windows;
        this.draft = draft;
        this.common = common;
    }

    /**
     * Gives people the hour they wish for: all of them where the relay takes any number, else only those who get no mail
     * and take no room, but are judged as if they did.
     */
    void grant(int from, int to) {
        boolean isLimited = RelayRoom.isLimited(planning);
        Lots lots = new Lots(planning);
        for (int person = from; person < to; person++) {
            if (draft.isLeftOut(person) || (draft.isPlanned(person) && !isLimited)) {
                grant(person, lots);
            }
        }
    }

    private void grant(int person, Lots lots) {
        if (!schedule.isGiven()) {
            draft.appoint(person, planning.now().getEpochSecond(), 1);
            return;
        }
        Wish wish = wish(person, lots);
        SendWindow window = windows.of(person);
        int quarter = (int) (wish.place() * window.quartersIn(wish.hour()));
        draft.appoint(person, window.second(wish.hour(), quarter), chance(wish, window));
    }

    @Override
    public SendWindow window(int person) {
        return windows.of(person);
    }

    boolean isPlain(int person) {
        return draft.isPlain(person);
    }

    /** Whether the hour that this person would have had is over, so that another must do. */
    boolean isBestPast(int person) {
        SendWindow window = windows.of(person);
        if (!window.starts().isBefore(window.opens())) {
            return false;
        }
        double[] values = values(person);
        SendWindow whole = windows.whole(person);
        double best = values[whole.localHour(whole.best(values))];
        return best > values[window.localHour(window.best(values))];
    }

    /** What this person would get if there were no others. */
    private Wish wish(int person, Lots lots) {
        String id = planning.audience().customer(person).id();
        SendWindow window = windows.of(person);
        double place = lots.place(id);
        if (!draft.isPlain(person) && lots.isHourRandom(id)) {
            return new Wish(person, lots.hour(id, window.hours()), true, place);
        }
        return new Wish(person, window.best(values(person)), false, place);
    }

    @Override
    public double[] values(int person) {
        return draft.isPlain(person) ? common : planning.hours().telling(person, windows.days(person));
    }

    /**
     * With which chance the hour came about, over both draws: whether it is random at all, and which hour then. The
     * quarter within the hour is no decision.
     */
    private double chance(Wish wish, SendWindow window) {
        double random = schedule.randomHours();
        if (draft.isPlain(wish.person()) || random <= 0) {
            return 1;
        }
        boolean isChosen = !wish.isRandom() || wish.hour() == window.best(values(wish.person()));
        return (isChosen ? 1 - random : 0) + random / window.hours();
    }

    /**
     * An hour that somebody should get.
     *
     * @param hour its number within the window of the person's zone
     * @param place where within the hour, from 0 to less than 1
     */
    private record Wish(int person, int hour, boolean isRandom, double place) {}
}
