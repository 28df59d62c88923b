package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.history.Messages;
import org.personalize.ledger.Ledger;
import org.personalize.measure.Forecast;
import org.personalize.measure.Sight;
import org.personalize.measure.Sight.Question;
import org.personalize.plan.Costing;
import org.personalize.plan.Costs;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.Known;
import org.personalize.plan.Plan;
import org.personalize.plan.Sharing;
import org.personalize.report.Health.Forecasts;
import org.personalize.rhythm.Rhythms;
import org.personalize.taste.Interests;
import org.personalize.taste.Taste;

/**
 * What can be said of a plan before anything is sent: forecasts, and what a comparison will be able to see.
 *
 * @param costs empty where there is nothing to value
 * @param sights what the groups will show; empty where nothing is known of the past
 * @param sharing empty where the hours had room for all
 * @param past what the model says of mails that went out lately, beside what came of them; empty where none can be judged
 * @param heldOut how forecasts of the model came out on time that it had not seen; empty without a trained model
 */
public record Foresight(
        Optional<Costs> costs,
        List<Sight> sights,
        Optional<Sharing> sharing,
        Optional<Forecasts> past,
        List<Forecast> heldOut) {

    private static final long WEEK_SECONDS = 7 * 86_400;

    /** The group that a campaign without any could have. */
    private static final double USUAL_NO_MAIL = 0.05;

    public Foresight {
        sights = List.copyOf(sights);
        heldOut = List.copyOf(heldOut);
    }

    /** @param ledger null where nothing was ever sent */
    static Foresight of(Material material, Plan plan, @Nullable Ledger ledger, Instant now) throws IOException {
        return new Foresight(
                Costing.of(material.planning(), plan, history -> known(material, history, now)),
                sights(material, plan),
                plan.sharing(),
                ModelHealth.forecasts(material.past(), ledger, now),
                heldOut(material));
    }

    private static List<Forecast> heldOut(Material material) {
        return material.learned().model().papers().stream()
                .flatMap(papers -> papers.chapters().stream())
                .flatMap(chapter -> chapter.forecasts().stream())
                .toList();
    }

    private static Known known(Material material, History history, Instant now) {
        var model = material.learned().model();
        var interests = new Interests(material.audience(), material.catalog());
        return new Known(
                new Rhythms(model.rhythm(), material.audience(), history, now),
                new Taste(model.taste(), material.audience(), material.catalog(), history, interests, now));
    }

    private static List<Sight> sights(Material material, Plan plan) {
        long noMail = count(plan, Status.NO_MAIL, Group.NO_MAIL);
        long plain = count(plan, Status.PLANNED, Group.PLAIN_MAIL);
        long personal = count(plan, Status.PLANNED, Group.NONE);
        if (plain + personal == 0) {
            return List.of();
        }
        double bought = boughtInAWeek(material);
        double reacted = reactedPerMail(material);
        List<Sight> sights = new ArrayList<>();
        boolean isNoMailSet = noMail > 0;
        if (bought > 0 && (isNoMailSet || plain == 0)) {
            long all = noMail + plain + personal;
            long others = isNoMailSet ? noMail : Math.round(all * USUAL_NO_MAIL);
            sights.add(Sight.of(Question.MAIL, isNoMailSet, all - others, others, bought));
        }
        if (reacted > 0 && plain > 0) {
            sights.add(Sight.of(Question.PERSONAL, true, personal, plain, reacted));
        }
        return sights;
    }

    private static long count(Plan plan, Status status, Group group) {
        return IntStream.range(0, plan.size())
                .mapToObj(plan::decision)
                .filter((Decision decision) -> decision.status() == status && decision.group() == group)
                .count();
    }

    /** The share of everybody who bought in the last week of which the log tells. */
    private static double boughtInAWeek(Material material) {
        History history = material.history();
        int people = material.audience().size();
        long newest = history.newest().getEpochSecond();
        int first = history.firstFrom(newest - WEEK_SECONDS);
        long buyers = IntStream.range(first, history.size())
                .filter(event -> history.kind(event) == Kind.PURCHASE && !history.isTakenBack(event))
                .map(history::person)
                .distinct()
                .count();
        return people == 0 ? 0 : (double) buyers / people;
    }

    /** The share of mails after which somebody clicked or bought. */
    private static double reactedPerMail(Material material) {
        Messages messages = Messages.of(material.audience(), material.history());
        long reacted = IntStream.range(0, messages.size())
                .filter(message -> messages.weight(message) >= 1)
                .count();
        return messages.size() == 0 ? 0 : (double) reacted / messages.size();
    }
}
