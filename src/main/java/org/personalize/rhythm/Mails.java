package org.personalize.rhythm;

/**
 * The mails that one person got, and when they first reacted.
 *
 * @param seconds from when each lay there, since 1970
 * @param hours the hours it came in, since 1970 on the person's own clock
 * @param ages how many hours of that clock later the first reaction was; {@link #NO_REACTION} for none
 * @param weights how sure a reaction is
 */
@SuppressWarnings("ArrayRecordComponent")
record Mails(long[] seconds, long[] hours, int[] ages, double[] weights) {

    static final Mails NONE = new Mails(new long[0], new long[0], new int[0], new double[0]);

    static final int NO_REACTION = -1;

    /** A reaction this many hours after a mail is the last that is put down to it. */
    static final int OLDEST = 48;

    private static final int HOUR_SECONDS = 3_600;

    int size() {
        return hours.length;
    }

    /** The local hour of the day at some age of a mail. */
    int hourAt(int mail, int age) {
        return (int) Math.floorMod(hours[mail] + age, (long) Kernel.HOURS);
    }

    /** The last age at which a mail could be watched until a moment, or until the person reacted. */
    int watched(int mail, long until) {
        long age = Math.min(OLDEST, Math.floorDiv(until - seconds[mail], (long) HOUR_SECONDS));
        return (int) (ages[mail] == NO_REACTION ? age : Math.min(age, ages[mail]));
    }

    boolean isAnswered(int mail, long until) {
        return ages[mail] != NO_REACTION && seconds[mail] + (long) ages[mail] * HOUR_SECONDS < until;
    }

    /**
     * What came of the mails between two moments, by the local hour.
     *
     * @param reactions the weight of the reactions in each hour
     * @param exposure how much unanswered mail lay there in each hour, an old one counting less
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Tally(double[] reactions, double[] exposure) {}

    Tally tally(Fading fading, double[] ageing, long from, long until) {
        var reactions = new double[Kernel.HOURS];
        var exposure = new double[Kernel.HOURS];
        for (int mail = 0; mail < size(); mail++) {
            if (seconds[mail] >= from && seconds[mail] < until) {
                double left = fading.at(seconds[mail]);
                int watched = watched(mail, until);
                for (int age = 0; age <= watched; age++) {
                    exposure[hourAt(mail, age)] += left * ageing[age];
                }
                if (isAnswered(mail, until)) {
                    reactions[hourAt(mail, ages[mail])] += left * weights[mail];
                }
            }
        }
        return new Tally(reactions, exposure);
    }
}
