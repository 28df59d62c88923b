package org.personalize.rhythm;

/** Which days of the week are told apart. */
enum DayKinds {
    ALIKE("every day alike", new int[] {0, 0, 0, 0, 0, 0, 0}),
    WEEKEND("weekends apart", new int[] {0, 0, 0, 0, 0, 1, 1}),
    SATURDAY_AND_SUNDAY("Saturday and Sunday apart", new int[] {0, 0, 0, 0, 0, 1, 2}),
    EACH("every day of the week apart", new int[] {0, 1, 2, 3, 4, 5, 6});

    static final int DAYS = 7;

    private final String words;
    private final int[] kindOfDay;

    DayKinds(String words, int[] kindOfDay) {
        this.words = words;
        this.kindOfDay = kindOfDay;
    }

    String words() {
        return words;
    }

    /** @param day from Monday, 0 */
    int of(int day) {
        return kindOfDay[day];
    }
}
