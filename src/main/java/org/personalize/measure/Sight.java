package org.personalize.measure;

import java.util.OptionalDouble;

/**
 * What a campaign's comparison will be able to see, said before it begins. Differences are in shares: 0.01 is one of a
 * hundred people.
 *
 * @param question what is compared
 * @param isSet whether the campaign has this group, or only could have
 * @param treated how many get the mail that is judged
 * @param others how many they are compared with
 * @param rate how often it happens without, as far as the past tells
 * @param asSet the smallest difference seen with groups of this size; empty where none could be seen
 * @param twice with others of twice their number
 * @param tenfold with ten such campaigns taken together, as if people decided anew in each
 */
public record Sight(
        Question question,
        boolean isSet,
        long treated,
        long others,
        double rate,
        OptionalDouble asSet,
        OptionalDouble twice,
        OptionalDouble tenfold) {

    private static final int CAMPAIGNS = 10;

    /** What is compared with what, and by what. */
    public enum Question {
        /** Those who are mailed with those who are not: who buys within a week. */
        MAIL,
        /** The personal mail with the plain one: who clicks or buys after it. */
        PERSONAL
    }

    public static Sight of(Question question, boolean isSet, long treated, long others, double rate) {
        long more = Math.min(others, treated);
        return new Sight(
                question,
                isSet,
                treated,
                others,
                rate,
                Power.smallest(rate, treated, others),
                Power.smallest(rate, treated - more, others + more),
                Power.smallest(rate, CAMPAIGNS * treated, CAMPAIGNS * others));
    }
}
