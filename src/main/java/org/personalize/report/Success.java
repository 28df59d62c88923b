package org.personalize.report;

import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.Interval;

/** What a campaign wants of people, in words and as the figure by which mails are compared. */
enum Success {
    CLICKED("clicked", "Share of mails that were clicked", Unit.SHARE, Unit.PER_HUNDRED, "people per 100 who clicked") {
        @Override
        Interval of(Outcomes outcomes) {
            return Plain.measured(outcomes.clicked());
        }
    },
    BOUGHT("bought", "Share of mails after which people bought", Unit.SHARE, Unit.PER_HUNDRED, "buyers per 100 people") {
        @Override
        Interval of(Outcomes outcomes) {
            return Plain.measured(outcomes.bought());
        }
    },
    REVENUE("revenue", "Revenue per mail, in the shop's own numbers", Unit.AMOUNT, Unit.AMOUNT, "revenue per person") {
        @Override
        Interval of(Outcomes outcomes) {
            return outcomes.revenue();
        }
    };

    private final String word;
    private final String title;
    private final Unit unit;
    private final Unit differenceUnit;
    private final String counted;

    Success(String word, String title, Unit unit, Unit differenceUnit, String counted) {
        this.word = word;
        this.title = title;
        this.unit = unit;
        this.differenceUnit = differenceUnit;
        this.counted = counted;
    }

    static Success of(Goal goal) {
        return switch (goal) {
            case CLICK -> CLICKED;
            case PURCHASE -> BOUGHT;
            case REVENUE -> REVENUE;
        };
    }

    /** Per accepted mail. */
    abstract Interval of(Outcomes outcomes);

    String word() {
        return word;
    }

    String title() {
        return title;
    }

    Unit unit() {
        return unit;
    }

    Unit differenceUnit() {
        return differenceUnit;
    }

    /** What a difference is counted in. */
    String counted() {
        return counted;
    }
}
