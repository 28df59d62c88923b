package org.personalize.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.learn.Papers.Origin;
import org.personalize.ledger.Ledger;
import org.personalize.measure.Interval;
import org.personalize.measure.OffPolicy;
import org.personalize.measure.Work;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * Lives past weeks through again, one after the other: learns from what was known then, plans, and looks how far the plan
 * agreed with what people did afterwards. Writes nothing.
 */
public final class Backtest {

    private static final Set<Demand> DEMANDS = EnumSet.of(Demand.DATA, Demand.CONSENT);

    private Backtest() {}

    /**
     * What came of it.
     *
     * @param hours empty of people where the campaign has no schedule, {@code items} where it has no slots
     * @param isBuyingMeant whether taking an item means buying it
     * @param forecast what the models said of their own hours, and what came
     * @param logged what the models' hours would have earned, by the chances that were logged with past mails
     */
    public record Result(
            String campaign,
            List<Week> weeks,
            Agreed hours,
            Agreed items,
            boolean isBuyingMeant,
            Forecast forecast,
            OffPolicy logged,
            List<String> notices) {
        public Result {
            weeks = List.copyOf(weeks);
            notices = List.copyOf(notices);
        }
    }

    /** @param planned people who would have got a personal mail */
    public record Week(PastWeek week, int planned, Agreed hours, Agreed items) {}

    /** @param people who can be judged, since they did something afterwards */
    public record Agreed(long people, List<Score> scores) {
        public Agreed {
            scores = List.copyOf(scores);
        }
    }

    /**
     * @param policy the way of deciding
     * @param lead how much more the models agree than this, on the same people
     */
    public record Score(String policy, Interval mean, Interval lead) {}

    /** @param off what came less what was said */
    public record Forecast(double said, Interval came, Interval off) {}

    /**
     * @param weeks how many to live through, at most
     * @param seconds the budget of each training
     */
    public static Result run(Request request, int weeks, long seconds, String version) throws IOException {
        return Heard.of(request.stop(), () -> livedThrough(request, weeks, seconds, version));
    }

    private static Result livedThrough(Request request, int weeks, long seconds, String version) throws IOException {
        Campaign campaign = CampaignFile.read(request.campaign(), request.environment(), DEMANDS);
        Evidence today = Evidence.gather(request, campaign);
        List<PastWeek> past =
                PastWeek.last(weeks, today.history(), campaign.schedule().zone(), request.now());
        if (past.isEmpty()) {
            throw new InputProblem(
                    Place.file(campaign.file().toString()),
                    "the events cover less than five whole weeks, and there is no week to live through again",
                    "Add older event files, or come back later.");
        }
        Origin origin = Origins.of(campaign, request, seconds, version);
        var deeds = new LaterDeeds(today.audience(), today.history(), campaign.goal());
        try (Ledger ledger = WorkspaceLedger.toRead(campaign).orElse(null)) {
            LoggedMails logged = LoggedMails.of(ledger, today.audience(), today.history(), campaign.name());
            var replayed = new Replayed(today.audience().size());
            for (PastWeek week : past) {
                request.progress().report("living through " + week.monday(), replayed.weeks.size(), past.size());
                Replay replay = Replay.of(week, request, campaign, origin, Work.ofSeconds((double) seconds), deeds);
                replayed.add(replay);
                logged.judge(week, replay::sendAt);
            }
            return replayed.result(campaign, deeds, logged.worth(), today.notices());
        }
    }

    /** What was found in all weeks so far. */
    private static final class Replayed {

        private final List<Week> weeks = new ArrayList<>();
        private final Agreement hours;
        private final Agreement items;
        private final Foretold foretold = new Foretold();

        Replayed(int people) {
            hours = new Agreement(people);
            items = new Agreement(people);
        }

        void add(Replay replay) {
            weeks.add(new Week(
                    replay.week(),
                    replay.planned(),
                    replay.hours().agreed(),
                    replay.items().agreed()));
            hours.addAll(replay.hours());
            items.addAll(replay.items());
            foretold.addAll(replay.foretold());
        }

        Result result(Campaign campaign, LaterDeeds deeds, OffPolicy logged, List<String> notices) {
            return new Result(
                    campaign.name(),
                    weeks,
                    hours.agreed(),
                    items.agreed(),
                    deeds.isBuyingMeant(),
                    foretold.forecast(),
                    logged,
                    notices);
        }
    }
}
