package org.personalize.sample;

/** What the shop sells, how much of it, and in which months people want it. */
enum Category {
    TENT("tent", 1.1, 4, 5, 8, 12, 15, 17, 16, 11, 7, 4, 3, 3),
    PACK("pack", 1.2, 6, 6, 8, 10, 12, 12, 12, 11, 9, 7, 6, 7),
    BOOT("boot", 1.3, 7, 7, 10, 11, 10, 9, 8, 9, 11, 11, 8, 7),
    JACKET("jacket", 1.3, 12, 9, 8, 7, 5, 4, 4, 6, 10, 14, 15, 14),
    SLEEPING("sleeping", 0.8, 6, 6, 8, 10, 12, 13, 12, 10, 8, 7, 6, 7),
    KITCHEN("kitchen", 0.8, 6, 5, 7, 9, 12, 14, 13, 11, 8, 6, 6, 9),
    CLIMBING("climbing", 0.7, 7, 7, 8, 10, 11, 10, 9, 9, 10, 8, 6, 8),
    STORY("story", 0.8, 10, 10, 9, 8, 8, 7, 7, 7, 8, 9, 10, 10);

    final String id;
    final double appeal;
    private final double[] months;

    Category(String id, double appeal, double... months) {
        this.id = id;
        this.appeal = appeal;
        this.months = months;
    }

    /** 1 in an average month. */
    double season(int month) {
        double sum = 0;
        for (double each : months) {
            sum += each;
        }
        return months[month - 1] * months.length / sum;
    }
}
