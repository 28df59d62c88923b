package org.personalize.report;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.Interval;
import org.personalize.measure.ShareContrast;
import org.personalize.report.Verdict.Layer;

/** Everything that one comparison adds up: the two groups, and the same by weekday and time zone. */
final class Tested {

    static final int WEEKDAYS = 7;
    private static final int MOST_ZONES = 8;

    private final Goal goal;
    private final String treatedName;
    private final String othersName;
    private final Counted treated = new Counted();
    private final Counted others = new Counted();
    private final Counted treatedBefore = new Counted();
    private final Counted othersBefore = new Counted();
    private final Served treatedServed = new Served();
    private final Served othersServed = new Served();
    private final Counted[] treatedOn = counted();
    private final Counted[] othersOn = counted();
    private final Map<String, Counted> treatedIn = new TreeMap<>();
    private final Map<String, Counted> othersIn = new TreeMap<>();

    Tested(Goal goal, String treatedName, String othersName) {
        this.goal = goal;
        this.treatedName = treatedName;
        this.othersName = othersName;
    }

    private static Counted[] counted() {
        var all = new Counted[WEEKDAYS];
        for (int day = 0; day < WEEKDAYS; day++) {
            all[day] = new Counted();
        }
        return all;
    }

    void add(boolean isTreated, ZoneId zone, PersonDeeds deeds) {
        (isTreated ? treated : others).add(deeds.happened(), deeds.revenue());
        (isTreated ? treatedBefore : othersBefore).add(deeds.boughtBefore(), deeds.revenueBefore());
        (isTreated ? treatedIn : othersIn)
                .computeIfAbsent(name(zone), id -> new Counted())
                .add(deeds.happened(), deeds.revenue());
        for (int day = 0; day < WEEKDAYS; day++) {
            (isTreated ? treatedOn : othersOn)[day].add(deeds.happenedOn(day), deeds.revenueOn(day));
        }
    }

    private static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    Goal goal() {
        return goal;
    }

    Counted treated() {
        return treated;
    }

    Counted others() {
        return others;
    }

    Counted treatedBefore() {
        return treatedBefore;
    }

    Counted othersBefore() {
        return othersBefore;
    }

    /** What became of the mails of the treated. */
    Served treatedServed() {
        return treatedServed;
    }

    /** What became of the mails of the others; nothing where they get none. */
    Served othersServed() {
        return othersServed;
    }

    Arm treatedArm() {
        return treated.arm(treatedName);
    }

    Arm othersArm() {
        return others.arm(othersName);
    }

    String treatedName() {
        return treatedName;
    }

    String othersName() {
        return othersName;
    }

    /** What the comparison is about: shares of people, or money per person. */
    static Optional<Interval> difference(Goal goal, Counted treated, Counted others, double width) {
        return goal == Goal.REVENUE
                ? treated.spending().less(others.spending(), width)
                : Optional.of(ShareContrast.of(treated.share(), others.share()).difference(width));
    }

    List<Layer> layers(double width) {
        List<Layer> layers = new ArrayList<>();
        for (int day = 0; day < WEEKDAYS; day++) {
            String name = DayOfWeek.of(day + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            add(layers, "weekday", name, treatedOn[day], othersOn[day], width);
        }
        treatedIn.entrySet().stream()
                .filter(zone -> othersIn.containsKey(zone.getKey()))
                .sorted(Comparator.comparing(zone -> -zone.getValue().people()))
                .limit(MOST_ZONES)
                .forEach(zone -> add(
                        layers,
                        "time zone",
                        zone.getKey(),
                        zone.getValue(),
                        Objects.requireNonNull(othersIn.get(zone.getKey())),
                        width));
        return layers;
    }

    private void add(List<Layer> layers, String by, String name, Counted some, Counted rest, double width) {
        boolean isAnything = some.share().count() + rest.share().count() > 0;
        if (isAnything
                && some.people() >= CampaignReport.LEAST_PEOPLE
                && rest.people() >= CampaignReport.LEAST_PEOPLE) {
            difference(goal, some, rest, width)
                    .ifPresent(difference ->
                            layers.add(new Layer(by, name, some.arm(treatedName), rest.arm(othersName), difference)));
        }
    }
}
