package org.personalize.rhythm;

/** Which days of the week are told apart. */
enum DayKinds {
    ALIKE("every day alike"),
    WEEKEND("weekends apart"),
    SATURDAY_AND_SUNDAY("Saturday and Sunday apart"),
    EACH("every day of the week apart");

    static final int DAYS = 7;

    private static final int SATURDAY = 5;

    private final String words;

    DayKinds(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** @param day from Monday, 0 */
    int of(int day) {
        return switch (this) {
            case ALIKE -> 0;
            case WEEKEND -> day < SATURDAY ? 0 : 1;
            case SATURDAY_AND_SUNDAY -> Math.max(0, day - SATURDAY + 1);
            case EACH -> day;
        };
    }
}
