package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.campaign.Slot;
import org.personalize.catalog.Item;
import org.personalize.history.History;
import org.personalize.learn.Papers;
import org.personalize.learn.Papers.Subject;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Row;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Choice;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.Fate;
import org.personalize.plan.HourFate;
import org.personalize.plan.LotStory;
import org.personalize.plan.Omissions;
import org.personalize.plan.Planner;
import org.personalize.plan.Planning;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.rhythm.HourStory;
import org.personalize.run.Explanation.Chosen;
import org.personalize.run.Explanation.KeptOut;
import org.personalize.run.Explanation.MovedEdge;
import org.personalize.run.Explanation.Past;
import org.personalize.run.Explanation.SlotStory;
import org.personalize.run.Explanation.Thing;
import org.personalize.taste.Interests;
import org.personalize.taste.ItemStory;

/** Tells of one person: why they get this content at this time, as the plan of everybody decides it. Writes nothing. */
public final class Explaining {

    private static final Set<Demand> DEMANDS = EnumSet.of(Demand.DATA, Demand.CONSENT);

    private static final Pattern DAYS = Pattern.compile("\\d{4}-\\d\\d-\\d\\d to \\d{4}-\\d\\d-\\d\\d");

    private final Material material;
    private final Planning planning;
    private final int person;
    private final Decision decision;
    private final Interests interests;

    private Explaining(Material material, int person) {
        this.material = material;
        this.person = person;
        planning = material.planning();
        interests = new Interests(material.audience(), material.catalog());
        decision = Planner.decide(planning, person);
    }

    /** @param customer an id or an address */
    public static Explanation run(Request request, String customer) throws IOException {
        Campaign campaign = CampaignFile.read(request.campaign(), request.environment(), DEMANDS);
        try (Ledger ledger = WorkspaceLedger.toRead(campaign).orElse(null)) {
            Material material = Material.gather(request, Selection.EVERYBODY, campaign, ledger);
            int person = material.audience().find(customer);
            if (person < 0) {
                throw new InputProblem(
                        Place.file(campaign.file().toString()),
                        "there is no customer " + Problem.quote(customer) + " in its customer file",
                        "Name one by id or by address.");
            }
            request.progress().report("planning", 0, 0);
            return new Explaining(material, person).explanation(outcome(material, ledger, person));
        }
    }

    /** The ledger's row of a person with whose mail something was done. */
    private static Optional<Row> outcome(Material material, @Nullable Ledger ledger, int person) throws IOException {
        KeptPromises promises = material.promises();
        return ledger == null || !promises.isMade(person) || promises.fate(person) == Fate.OPEN
                ? Optional.empty()
                : OwnRows.rowOf(person, material.audience(), ledger, material.edition());
    }

    private Explanation explanation(Optional<Row> outcome) {
        boolean mayLearn = material.audience().allowsPersonalization(person);
        HourStory hours = mayLearn ? material.learned().hours().story(person, Planner.days(planning, person)) : null;
        Optional<Papers> papers = material.learned().model().papers();
        var data = new OwnData(material.audience(), material.history(), person);
        return new Explanation(
                material.campaign(),
                material.audience().customer(person),
                decision,
                planning.promises().isMade(person),
                outcome,
                isPlain(),
                fate(hours),
                LotStory.of(planning, person),
                material.variants(),
                moved(),
                hours,
                slots(),
                papers.flatMap(Explaining::horizonDays).orElse(null),
                mayLearn ? material.learned().forecasts().chanceToBuy(person) : null,
                data.used(),
                data.unused(),
                papers.isPresent(),
                papers.flatMap(Papers::newestEvent).orElse(null),
                material.notices());
    }

    private List<MovedEdge> moved() {
        List<MovedEdge> moved = new ArrayList<>();
        addMoved(true, planning.start(), moved);
        addMoved(false, planning.end(), moved);
        return moved;
    }

    private void addMoved(boolean isStart, @Nullable Edge edge, List<MovedEdge> moved) {
        if (edge != null) {
            edge.movedIn(material.audience().customer(person).zone())
                    .ifPresent(instead -> moved.add(new MovedEdge(isStart, edge.local(), instead)));
        }
    }

    private @Nullable HourFate fate(@Nullable HourStory hours) {
        boolean isChosen = decision.status() == Status.PLANNED
                && !isPlain()
                && material.campaign().schedule().isGiven();
        return hours != null && isChosen ? HourFate.of(planning, decision, hours) : null;
    }

    /** As long as the latest stretch of time on which it was tried whether chances of items come true. */
    private static Optional<Long> horizonDays(Papers papers) {
        return papers.chapters().stream()
                .filter(chapter -> chapter.subject() == Subject.ITEMS)
                .flatMap(chapter -> chapter.forecasts().stream())
                .filter(forecast -> DAYS.matcher(forecast.window()).matches())
                .findFirst()
                .map(forecast -> forecast.window().split(" to ", 2))
                .map(days -> ChronoUnit.DAYS.between(LocalDate.parse(days[0]), LocalDate.parse(days[1])) + 1);
    }

    private boolean isPlain() {
        return decision.group() == Group.PLAIN_MAIL || !material.audience().allowsPersonalization(person);
    }

    private List<SlotStory> slots() {
        if (decision.status() != Status.PLANNED) {
            return List.of();
        }
        var omissions = isPlain() ? null : new Omissions(planning, decision);
        List<SlotStory> slots = new ArrayList<>();
        for (Slot slot : material.campaign().slots()) {
            List<Choice> choices = decision.slots().getOrDefault(slot.name(), List.of());
            List<KeptOut> keptOut = omissions == null
                    ? List.of()
                    : omissions.of(slot).stream().map(this::keptOut).toList();
            slots.add(new SlotStory(
                    slot.name(), choices.stream().map(this::chosen).toList(), keptOut));
        }
        return slots;
    }

    private KeptOut keptOut(Omissions.Omission omission) {
        return new KeptOut(
                omission.rule(),
                omission.count(),
                omission.betterCount(),
                omission.better().stream().map(this::thing).toList());
    }

    private Chosen chosen(Choice choice) {
        Thing item = thing(choice.item());
        if (isPlain()) {
            return new Chosen(item, choice.why(), null, List.of(), null, List.of());
        }
        ItemStory story = material.learned().ranking().story(person, choice.item());
        List<List<Past>> because = story.contributions().stream()
                .map(contribution ->
                        contribution.because().stream().map(this::past).toList())
                .toList();
        return new Chosen(
                item,
                choice.why(),
                story,
                because,
                story.foremost(choice.item(), choice.why()).map(this::past).orElse(null),
                interests.asked(person, choice.item()));
    }

    /** What the person did with the item last, of what counts as wanting it most. */
    private Past past(ItemStory.Because because) {
        History history = material.history();
        int told = -1;
        for (int event : history.eventsOf(person)) {
            boolean isOfItem = history.item(event) == because.item() && history.weight(event) > 0;
            if (isOfItem && (told < 0 || history.weight(event) >= history.weight(told))) {
                told = event;
            }
        }
        Thing item = thing(because.item());
        return told < 0
                ? new Past(item, "", null, because.logOdds())
                : new Past(
                        item,
                        OwnData.word(history.kind(told)),
                        Instant.ofEpochSecond(history.second(told)),
                        because.logOdds());
    }

    private Thing thing(int number) {
        Item item = material.catalog().item(number);
        return new Thing(item.id(), item.title());
    }
}
