package org.personalize.report;

import java.util.List;

/**
 * The outcomes of accepted mails by group. Groups of fewer than {@link CampaignReport#LEAST_PEOPLE} people are told
 * together, as the last; where even they are too few, they are left out and {@link #peopleLeftOut} counts them.
 *
 * @param cells in a natural order, such as that of the hours
 * @param merged how many groups are in the last one together; 0 where every group is told for itself
 * @param peopleLeftOut in groups too small to be told even together
 */
public record Breakdown(By by, List<Cell> cells, int merged, long peopleLeftOut) {

    public Breakdown {
        cells = List.copyOf(cells);
        for (Cell cell : cells) {
            if (cell.outcomes().people() < CampaignReport.LEAST_PEOPLE) {
                throw new IllegalArgumentException(
                        "a group of " + cell.outcomes().people());
            }
        }
    }

    /** By what mails are told apart. */
    public enum By {
        CAMPAIGN("campaign"),
        VARIANT("variant"),
        GROUP("group"),
        HOUR("local hour"),
        WEEKDAY("weekday"),
        POSITION("slot and position"),
        ITEM("item"),
        LANGUAGE("language"),
        COUNTRY("country"),
        LIFECYCLE("stage of life as a customer");

        private final String words;

        By(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether only clicks and purchases of the very item count, in the mails that showed it. */
        public boolean isOfItems() {
            return this == POSITION || this == ITEM;
        }
    }

    /**
     * @param name such as {@code 08} for an hour, {@code picks 2} for a position
     * @param isOthers whether it holds the groups that are too small by themselves
     */
    public record Cell(String name, Outcomes outcomes, boolean isOthers) {}
}
