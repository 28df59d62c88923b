package org.personalize.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.personalize.audience.Audience;
import org.personalize.measure.Choice;
import org.personalize.measure.Interval;
import org.personalize.measure.Judged;
import org.personalize.measure.Trial;

/** Tells whether what was chosen serves some group of a protected column worse than the others. */
final class GroupAudit {

    /** With fewer people of a group nothing can be told of it. */
    private static final int LEAST_PEOPLE = 20;

    private final List<Judged> judged;

    private GroupAudit(List<Judged> judged) {
        this.judged = judged;
    }

    /** @param columns the protected ones; those of which nothing is known are passed over */
    static List<Choice> of(Audience audience, Set<String> columns, List<Judged> judged) {
        var audit = new GroupAudit(judged);
        List<Choice> choices = new ArrayList<>();
        for (String column : new TreeSet<>(columns)) {
            for (Judged one : judged) {
                Groups groups = Groups.of(audience, column, one.people());
                if (!one.isBaseline() && groups.isAnyKnown()) {
                    choices.add(audit.choice(groups, one));
                }
            }
        }
        return choices;
    }

    private Choice choice(Groups groups, Judged chosen) {
        List<Trial> trials = new ArrayList<>();
        for (Judged one : judged) {
            if (one.metric().equals(chosen.metric())) {
                trials.addAll(trials(groups, one));
            }
        }
        return new Choice("by " + groups.column() + task(chosen), chosen.candidate(), why(groups, chosen), trials);
    }

    /** Of what the lists were, such as new things, where several kinds are judged. */
    private String task(Judged chosen) {
        boolean isOnlyOne = judged.stream().allMatch(one -> one.metric().equals(chosen.metric()));
        String word = chosen.metric().substring(chosen.metric().lastIndexOf(' ') + 1);
        return isOnlyOne ? "" : ", " + word + " things";
    }

    private static List<Trial> trials(Groups groups, Judged one) {
        List<Trial> trials = new ArrayList<>();
        for (int group = 0; group < groups.names().size(); group++) {
            Interval score = Interval.of(groups.of(group, one.scores()));
            if (score.number() >= LEAST_PEOPLE) {
                trials.add(new Trial(
                        one.candidate(),
                        one.window(),
                        groups.names().get(group),
                        one.metric(),
                        score,
                        one.isBaseline()));
            }
        }
        return trials;
    }

    private static String why(Groups groups, Judged chosen) {
        List<String> worse = new ArrayList<>();
        int told = 0;
        for (int group = 0; group < groups.names().size(); group++) {
            Interval own = Interval.of(groups.of(group, chosen.scores()));
            Interval others = Interval.of(groups.others(group, chosen.scores()));
            if (own.number() >= LEAST_PEOPLE && others.number() >= LEAST_PEOPLE) {
                told++;
                double width = StrictMath.hypot(own.high() - own.mean(), others.high() - others.mean());
                if (others.mean() - own.mean() > width) {
                    worse.add("%s (%s, the others %s)"
                            .formatted(
                                    groups.names().get(group),
                                    chosen.written(own.mean()),
                                    chosen.written(others.mean())));
                }
            }
        }
        if (told == 0) {
            return "There are too few people of each group to tell.";
        }
        return worse.isEmpty()
                ? "No group is served worse than the others by more than chance explains."
                : "Served worse than the others by more than chance explains: " + String.join(", ", worse) + ".";
    }
}
