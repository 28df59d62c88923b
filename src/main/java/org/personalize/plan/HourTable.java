package org.personalize.plan;

/** When people may be mailed, and what each hour is worth to them. */
interface HourTable {

    SendWindow window(int person);

    /** By the hour of the day on the person's own clock. */
    double[] values(int person);
}
