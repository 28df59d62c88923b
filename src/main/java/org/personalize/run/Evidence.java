package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.audience.Customers;
import org.personalize.campaign.Campaign;
import org.personalize.catalog.Catalog;
import org.personalize.csv.Rejects;
import org.personalize.history.Happenings;
import org.personalize.history.History;
import org.personalize.history.OptOuts;
import org.personalize.history.Reading;
import org.personalize.history.SignalRule;
import org.personalize.ledger.Ledger;
import org.personalize.template.Limits;
import org.personalize.template.TemplateRoom;

/** What a campaign's data files say, read once: who there is, what there is, and what happened. */
record Evidence(Campaign campaign, Customers audience, Catalog catalog, History history, Rejects rejects) {

    /** Whatever is wrong with the files ends here, before anything is written. */
    static Evidence gather(Request request, Campaign campaign, TemplateRoom room) throws IOException {
        return gather(request, campaign, room, null, (audience, catalog) -> MailTeller.NONE);
    }

    /**
     * What the files would have said on a day in the past, as far as they tell: events and opt-outs until then, but the
     * customers and items of today.
     */
    static Evidence asOf(Instant moment, Request request, Campaign campaign) throws IOException {
        return gather(request, campaign, room(campaign), moment, (audience, catalog) -> MailTeller.NONE);
    }

    /**
     * @param meanwhile is told of the people and items before the event files are read, which takes longer than all else,
     *     and is asked for its mails after that
     */
    static Evidence gather(Request request, Campaign campaign, BiFunction<Customers, Catalog, MailTeller> meanwhile)
            throws IOException {
        return gather(request, campaign, room(campaign), null, meanwhile);
    }

    private static Evidence gather(
            Request request,
            Campaign campaign,
            TemplateRoom room,
            @Nullable Instant end,
            BiFunction<Customers, Catalog, MailTeller> meanwhile)
            throws IOException {
        List<SignalRule> rules = SignalRule.of(campaign, room);
        var rejects = new RejectCount(request.maxRejects());
        request.progress().report("reading customers", 0, 0);
        Customers audience = Audience.read(campaign, rejects.rejects());
        rejects.checkAfter(audience.counts());
        Tripwires.checkSize(campaign, audience);
        request.stop().obey();
        request.progress().report("reading items", 0, 0);
        Catalog catalog = Catalog.read(campaign, rejects.rejects());
        rejects.checkAfter("items", catalog.counts().getOrDefault("read", 0L));
        MailTeller mails = meanwhile.apply(audience, catalog);
        request.progress().report("reading events", 0, 0);
        Reading reading = reading(campaign, request.now(), end, rules, audience, catalog);
        History history = history(campaign, reading, mails, rejects.rejects());
        rejects.checkAfter("events", ofFiles(history));
        request.stop().obey();
        boolean areMachinesCounted = SignalRule.countsMachines(campaign);
        return new Evidence(
                campaign,
                audience,
                catalog,
                areMachinesCounted ? history.countingMachines() : history,
                rejects.rejects());
    }

    /** The event files' events, and those that the ledger knows of. */
    private static History history(Campaign campaign, Reading reading, MailTeller mails, Rejects rejects)
            throws IOException {
        try (Ledger ledger = WorkspaceLedger.toRead(campaign).orElse(null)) {
            Happenings known = ledger == null
                    ? Happenings.NONE
                    : new KnownEvents(KnownEvents.segments(campaign, ledger), reading.audience(), mails);
            return History.read(campaign.data().events(), known, reading, rejects);
        }
    }

    private static long ofFiles(History history) {
        Map<String, Long> counts = history.counts();
        return counts.getOrDefault("read", 0L) - counts.getOrDefault("from_the_ledger", 0L);
    }

    private static Reading reading(
            Campaign campaign,
            Instant now,
            @Nullable Instant end,
            List<SignalRule> rules,
            Customers audience,
            Catalog catalog) {
        ZoneId zone = campaign.schedule().zone();
        OptOuts optOuts = OptOuts.into(audience.suppressions());
        return end == null
                ? new Reading(zone, now, rules, audience, catalog, optOuts)
                : new Reading(
                        zone, now, end.minusSeconds(1), rules, audience, catalog, optOuts.before(end.getEpochSecond()));
    }

    static Evidence gather(Request request, Campaign campaign) throws IOException {
        return gather(request, campaign, room(campaign));
    }

    /** Where the campaign's templates and conditions are compiled. */
    static TemplateRoom room(Campaign campaign) {
        return new TemplateRoom(Objects.requireNonNull(campaign.file().getParent()), source -> source, Limits.MAIL);
    }

    Past past() {
        return new Past(campaign, audience, catalog, history);
    }

    /** What the user should be told about the files, a sentence each. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        campaign.warnings().forEach(p -> notices.add(p.toString()));
        notices.addAll(audience.warnings());
        notices.addAll(catalog.notes());
        notices.addAll(history.notes());
        notices.addAll(ReadingNotes.of(catalog, history));
        return notices;
    }
}
