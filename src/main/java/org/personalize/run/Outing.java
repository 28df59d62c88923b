package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.Occurrence;
import org.personalize.campaign.Smtp;
import org.personalize.campaign.Token;
import org.personalize.deliver.Courier;
import org.personalize.deliver.Letters;
import org.personalize.deliver.MimeMail;
import org.personalize.deliver.Pace;
import org.personalize.deliver.SmtpCourier;
import org.personalize.deliver.Timeouts;
import org.personalize.ledger.Edition;
import org.personalize.ledger.InputStamp;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Shift;
import org.personalize.plan.Counts;
import org.personalize.plan.Plan;
import org.personalize.render.Purpose;
import org.personalize.render.Renderer;
import org.personalize.run.SendStory.End;

/**
 * One coming's part in a run of sending: plans what is not planned, brings it into the ledger, and hands over what is due.
 */
final class Outing {

    /** So many mails are made before the first is sent, to see whether the campaign as a whole is sound. */
    private static final int PROOFS = 300;

    private final SendRun run;
    private final Request request;
    private final Selection selection;
    private final SendOrders orders;
    private final Campaign campaign;
    private final Ledger ledger;
    private final Occurrence occurrence;
    private final Edition edition;
    private @Nullable Material material;
    private OptOutFiles optOuts;
    private BooleanSupplier isOutdated = () -> false;
    private @Nullable Plan plan;
    private List<InputStamp> stamps = List.of();

    Outing(SendRun run, Occurrence occurrence) {
        this.run = run;
        this.occurrence = occurrence;
        request = run.request();
        selection = run.selection();
        orders = run.orders();
        campaign = run.campaign();
        ledger = run.ledger();
        edition = run.edition(occurrence);
        optOuts = new OptOutFiles(campaign, orders.nanos());
    }

    End go() throws IOException, Occupied {
        try (Shift shift = ledger.begin(edition, orders.who(), orders.host(), request.now())) {
            LastRun.write(campaign, ledger);
            return underWay(shift);
        }
    }

    /** Whether nobody has anything to do: nothing has changed since the plan was made, and nothing is due. */
    boolean isNeedless() throws IOException {
        return !ledger.isAnythingDue(edition, request.now())
                && toSendAgain() == 0
                && Stamps.areUnchanged(campaign, edition, ledger, request.now());
    }

    private End underWay(Shift shift) throws IOException {
        run.takeOver(shift.recovery());
        Story proposal = plan();
        long doubtful = toSendAgain();
        boolean isAnythingDue = ledger.isAnythingDue(edition, request.now());
        if (proposal != null || isAnythingDue || doubtful > 0) {
            if (!orders.question().test(asked(proposal == null ? storyWithoutPlan() : proposal, doubtful))) {
                return End.DECLINED;
            }
            record();
            if (doubtful > 0) {
                resendDoubtful();
            }
        }
        if (!ledger.isAnythingDue(edition, request.now())) {
            return End.DONE;
        }
        return send(shift);
    }

    /** At most so many mails that may have arrived are to be sent again. */
    private long toSendAgain() throws IOException {
        long doubtful = orders.resendsDoubtful()
                ? ledger.standings(edition, request.now()).doubtful()
                : 0;
        long most = selection.only().isEmpty()
                ? doubtful
                : Math.min(doubtful, selection.only().size());
        return Math.min(most, selection.limit());
    }

    private static Story asked(Story story, long doubtful) {
        return doubtful == 0
                ? story
                : story.noting("Up to " + doubtful + " mails that may have arrived would be sent again, as asked.");
    }

    /** What is open again is planned anew: whoever has left the audience since then is not written to a second time. */
    private void resendDoubtful() throws IOException {
        stamps = Stamps.of(campaign, ledger, request.now());
        List<String> again = ledger.resendDoubtful(edition, customers(gather()), selection.limit());
        run.dueAgain(again, "it may have arrived, and is sent again as asked");
        run.note(again.size() + " doubtful mails are due again, as asked.");
        material = gather();
        plan = planned(material);
        record();
    }

    private Plan planned(Material known) throws IOException {
        Path filed = orders.plan();
        return filed == null
                ? known.plan(request)
                : Heard.of(request.stop(), () -> FiledPlan.read(filed, known, ledger));
    }

    /** Decides for whoever is not decided for yet; null when nothing has changed since the last time. */
    private @Nullable Story plan() throws IOException {
        Tripwires.checkAges(campaign, request.now());
        Path filed = orders.plan();
        if (filed != null) {
            Contradictions.checkInputs(filed, campaign, edition.occurrence(), request);
        } else if (Stamps.areUnchanged(campaign, edition, ledger, request.now())) {
            return null;
        } else {
            Stamps.newSettings(campaign, edition, ledger, request.now()).ifPresent(run::note);
            stamps = Stamps.of(campaign, ledger, request.now());
        }
        material = gather();
        material.promises().notices().forEach(run::note);
        material.promises().newMoments().ifPresent(run::note);
        material.keepOptOuts(ledger, request.now());
        Tripwires.checkWindow(material, ledger, request.now());
        Tripwires.emptyEnd(material, request.now()).ifPresent(run::note);
        Tripwires.checkChange(campaign, material.audience(), ledger);
        plan = planned(material);
        var proofs = new Proofs(material, plan, material.renderer(run.key(), Token.Kind.REAL, Purpose.MAIL));
        proofs.renderSome(request, PROOFS);
        Counts counts = Counts.of(material.planning(), plan).withWarnings(material.notices());
        Story story = Tally.of(material, plan, proofs.subjects())
                .story(counts, proofs.seriousFindings(), null, 0, RejectFile.beside(material));
        proofs.throwIfUnsound();
        return story;
    }

    /** Brings the plan into the ledger. */
    private void record() throws IOException {
        if (plan == null || material == null) {
            return;
        }
        Revision.write(material, plan, ledger, request);
        boolean isWhole = selection.equals(Selection.EVERYBODY) && orders.plan() == null;
        ledger.stamp(edition, isWhole ? stamps : List.of(), NextLook.after(material, plan, run.nextStart()));
        plan = null;
    }

    private End send(Shift shift) throws IOException {
        Brakes brakes = run.brakes();
        do {
            Material known = material == null ? gather() : material;
            material = null;
            long due = ledger.standings(edition, request.now()).due();
            Renderer renderer = known.renderer(run.key(), Token.Kind.REAL, Purpose.MAIL);
            var dispatch = new Dispatch(known, renderer, ledger, shift, setting(known), run.results());
            dispatch.run(couriers(due), due, request.progress());
            LastRun.countStep(campaign, ledger);
            run.takeOver(shift.recovery());
            dispatch.notes().forEach(run::note);
            run.complain(dispatch.watch().complaints());
        } while (brakes.endRest());
        return run.end();
    }

    /**
     * Reads everything. Opt-outs that come later are noticed from now on, and, where content is decided at the last
     * moment, newer items.
     */
    private Material gather() throws IOException {
        optOuts = new OptOutFiles(campaign, orders.nanos());
        if (campaign.schedule().refreshesContent() && selection.equals(Selection.EVERYBODY)) {
            isOutdated = new ItemFiles(campaign, orders.nanos())::haveChanged;
        }
        Material all = Material.gather(request, selection, campaign, occurrence, ledger, Keeping.ALL);
        run.noteZones(all.audience());
        return all;
    }

    private RunSetting setting(Material known) throws IOException {
        return new RunSetting(
                orders.clock(),
                orders.nanos(),
                run.brakes(),
                run.footing(),
                new Pace(campaign.relay().perSecond(), campaign.relay().perDomain(), orders.nanos()),
                new Allowance(campaign, ledger, orders.clock()),
                run.log(),
                selection.limit(),
                customers(known),
                isOutdated,
                optOuts);
    }

    /** The ids under which the ledger knows those who were asked for; none for everybody. */
    private List<String> customers(Material known) {
        return selection.only().stream()
                .map(name -> known.promises().ledgerId(known.audience().find(name)))
                .toList();
    }

    private List<Courier> couriers(long due) throws IOException {
        Smtp smtp = campaign.relay();
        Letters letters = MimeMail.signed(campaign, new KeyedHash(run.key()));
        List<Courier> couriers = new ArrayList<>();
        for (int number = 0; number < Math.min(smtp.connections(), Math.max(1, due)); number++) {
            couriers.add(SmtpCourier.of(smtp, letters, Timeouts.USUAL));
        }
        return couriers;
    }

    private Story storyWithoutPlan() throws IOException {
        return Story.of(
                LedgerCounts.of(ledger.standings(edition, request.now()), 0, run.notes()), edition.occurrence());
    }
}
