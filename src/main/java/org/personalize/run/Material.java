package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.audience.Customers;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Occurrence;
import org.personalize.campaign.SecretKey;
import org.personalize.campaign.Token;
import org.personalize.catalog.Catalog;
import org.personalize.csv.Rejects;
import org.personalize.history.History;
import org.personalize.history.PersonScope;
import org.personalize.history.Sendings;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Promise.Shown;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Choice;
import org.personalize.plan.LedgerFacts;
import org.personalize.plan.OpenHours;
import org.personalize.plan.Plan;
import org.personalize.plan.Planner;
import org.personalize.plan.Planning;
import org.personalize.plan.Planning.Conditions;
import org.personalize.plan.VariantShares;
import org.personalize.render.Purpose;
import org.personalize.render.Renderer;
import org.personalize.template.TemplateRoom;

/**
 * Everything that a campaign's files say, read once: what a plan follows from.
 *
 * @param variants how they are shared out by what was learned; empty where the campaign says it
 * @param notices what the user should be told about the files, a sentence each
 * @param suppressed who must not be written to; null where there is no ledger to keep it
 */
record Material(
        Campaign campaign,
        Customers audience,
        Catalog catalog,
        History history,
        PersonScope scopes,
        Occurrence occurrence,
        KeptPromises promises,
        Planning planning,
        Learned learned,
        Optional<VariantLearning> variants,
        Rejects rejects,
        List<String> notices,
        @Nullable Suppressed suppressed) {

    /**
     * Reads the campaign's files; whatever is wrong with them ends here, before anything is written.
     *
     * @param ledger null where nothing was ever sent
     */
    static Material gather(Request request, Selection selection, Campaign campaign, @Nullable Ledger ledger)
            throws IOException {
        return gather(request, selection, campaign, Occurrence.of(campaign, request.now()), ledger, Keeping.ALL);
    }

    static Material gather(
            Request request,
            Selection selection,
            Campaign campaign,
            Occurrence occurrence,
            @Nullable Ledger ledger,
            Keeping keeping)
            throws IOException {
        return Heard.of(request.stop(), () -> {
            TemplateRoom room = Evidence.room(campaign);
            Conditions conditions = Conditions.of(campaign, room);
            Tripwires.checkAges(campaign, request.now());
            Evidence evidence = Evidence.gather(request, campaign, room);
            Suppressed suppressed = ledger == null ? null : Suppressed.of(evidence.audience(), ledger, request.now());
            request.progress().report("learning", 0, 0);
            return of(request, selection, evidence, occurrence, ledger, suppressed, conditions, keeping);
        });
    }

    /** Decides for everybody. */
    Plan plan(Request request) throws IOException {
        request.progress().report("planning", 0, 0);
        return Heard.of(request.stop(), () -> Planner.plan(planning));
    }

    /** Whoever rehearses a campaign is told that it would not be sent now. */
    private static List<String> brakeNotes(Ledger ledger, String campaign) throws IOException {
        return switch (ledger.brake(campaign)) {
            case OFF ->
                ledger.heldDomains(campaign).keySet().stream()
                        .map(domain -> "Mail to " + domain + " is held: nobody there is mailed before resume.")
                        .toList();
            case PAUSED -> List.of("This campaign is paused: nobody is mailed before resume.");
            case STOPPED -> List.of("This campaign was stopped by stop_when: nobody is mailed before resume.");
            case CANCELLED -> List.of("This campaign was cancelled: nobody is mailed any more.");
        };
    }

    private static Material of(
            Request request,
            Selection selection,
            Evidence evidence,
            Occurrence occurrence,
            @Nullable Ledger ledger,
            @Nullable Suppressed suppressed,
            Conditions conditions,
            Keeping keeping)
            throws IOException {
        Campaign campaign = evidence.campaign();
        Customers audience = evidence.audience();
        Catalog catalog = evidence.catalog();
        History history = evidence.history();
        Learned learned = Learned.of(evidence, request.now());
        var edition = new Edition(campaign.name(), occurrence.id());
        LedgerFacts facts = ledger == null ? LedgerFacts.NONE : ledger.facts(edition, Instant.EPOCH);
        var scopes = new PersonScope(
                audience, catalog, history, request.now(), learned.forecasts(), sendings(audience, facts));
        Set<Integer> only = selection.people(audience);
        KeptPromises promises = ledger == null
                ? KeptPromises.none(audience)
                : KeptPromises.of(
                        ledger,
                        edition,
                        audience,
                        catalog,
                        campaign,
                        keeping.standsFor(
                                only, audience, new OpenHours(campaign.schedule(), occurrence), request.now()));
        Optional<VariantLearning> variants = VariantLearning.of(evidence, ledger, request.now());
        var planning = new Planning(
                campaign,
                occurrence.id(),
                occurrence.start(),
                occurrence.end(),
                audience,
                catalog,
                history,
                scopes::of,
                conditions,
                learned.hours(),
                learned.ranking(),
                facts,
                promises,
                variants.map(VariantLearning::shares).orElseGet(() -> VariantShares.of(campaign)),
                request.now(),
                selection.limit(),
                only);
        List<String> notices = evidence.notices();
        if (ledger != null) {
            notices.addAll(brakeNotes(ledger, campaign.name()));
        }
        notices.addAll(learned.notices());
        notices.addAll(promises.notices());
        if (keeping == Keeping.ALL) {
            promises.newMoments().ifPresent(notices::add);
        }
        notices.addAll(KnownNames.check(campaign, conditions, audience, catalog));
        notices.addAll(NamedCampaigns.check(campaign, history, ledger, request.environment()));
        return new Material(
                campaign,
                audience,
                catalog,
                history,
                scopes,
                occurrence,
                promises,
                planning,
                learned,
                variants,
                evidence.rejects(),
                List.copyOf(notices),
                suppressed);
    }

    /** Whatever becomes of this run: no later file lifts what those of today say. */
    void keepOptOuts(Ledger ledger, Instant now) throws IOException {
        if (suppressed != null) {
            suppressed.keep(ledger, now);
        }
    }

    private static Sendings sendings(Audience audience, LedgerFacts facts) {
        return (person, campaign) -> facts.mailings(audience.customer(person).id()).stream()
                .filter(mailing -> mailing.hasLeft() && mailing.campaign().equals(campaign))
                .mapToLong(mailing -> mailing.at().getEpochSecond())
                .max()
                .orElse(Sendings.NEVER);
    }

    Past past() {
        return new Past(campaign, audience, catalog, history);
    }

    Edition edition() {
        return new Edition(campaign.name(), occurrence.id());
    }

    /** The decision behind a promise, for the moment at which its mail goes out. */
    Decision decision(int person, Promise promise, Instant at) {
        Map<String, List<Choice>> slots = new LinkedHashMap<>();
        promise.slots().forEach((slot, shown) -> slots.put(slot, known(shown)));
        return new Decision(
                person,
                Decision.Status.PLANNED,
                null,
                at,
                promise.hourChance(),
                promise.variant(),
                promise.variantChance(),
                promise.group(),
                slots);
    }

    /** A decision's items as the ledger keeps them. */
    Map<String, List<Shown>> shown(Decision decision) {
        Map<String, List<Shown>> slots = new LinkedHashMap<>();
        decision.slots().forEach((slot, choices) -> {
            List<Shown> items = new ArrayList<>(choices.size());
            for (Choice choice : choices) {
                items.add(new Shown(catalog.item(choice.item()).id(), choice.why(), choice.chance()));
            }
            slots.put(slot, items);
        });
        return slots;
    }

    /** The promised items that the item file still has. */
    private List<Choice> known(List<Shown> shown) {
        List<Choice> choices = new ArrayList<>(shown.size());
        for (Shown one : shown) {
            int item = catalog.itemOf(one.item());
            if (item >= 0) {
                choices.add(new Choice(item, one.why(), one.chance()));
            }
        }
        return choices;
    }

    /** Renders this campaign's mails for being looked at. */
    Renderer renderer(SecretKey key) {
        return renderer(key, Token.Kind.TEST, Purpose.PREVIEW);
    }

    Renderer renderer(SecretKey key, Token.Kind kind, Purpose purpose) {
        return Renderer.of(
                campaign,
                planning.occurrence(),
                audience,
                catalog,
                scopes::of,
                new Tokens(kind, campaign, planning.occurrence(), key),
                purpose);
    }
}
