package org.personalize.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Draw;
import org.personalize.campaign.Smtp;
import org.personalize.deliver.Berths;
import org.personalize.deliver.Courier;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Mark;
import org.personalize.ledger.Shift;
import org.personalize.plan.Decision;
import org.personalize.plan.Fate;
import org.personalize.plan.OpenHours;
import org.personalize.plan.OpenHours.Stretch;
import org.personalize.render.Rendered;
import org.personalize.render.Renderer;

/** What the couriers of one run share, and the rules by which they act together. */
final class Dispatch {

    private final Material material;
    private final Refresh refresh;
    private final Campaign campaign;
    private final Renderer renderer;
    private final Ledger ledger;
    private final RunSetting setting;
    private final LedgerWriter writer;
    private final Desk desk;
    private final Retry retry;
    private final OpenHours hours;
    private final Watch watch;
    private final Results results;
    private final Postponing postponing;
    private final Logbook logbook;
    private final AtomicLong unwritten = new AtomicLong();
    private final Berths berths;
    private final AtomicLong denials = new AtomicLong();

    Dispatch(Material material, Renderer renderer, Ledger ledger, Shift shift, RunSetting setting, Results results) {
        this.material = material;
        refresh = new Refresh(material);
        this.renderer = renderer;
        this.ledger = ledger;
        this.setting = setting;
        this.results = results;
        campaign = material.campaign();
        Smtp smtp = campaign.relay();
        berths = new Berths(smtp.connections(), setting.nanos());
        writer = new LedgerWriter(
                shift,
                setting.clock(),
                setting.allowance(),
                smtp.connections(),
                () -> brakes().pull(Brakes.Why.LEDGER, ""));
        logbook = new Logbook(setting.log(), setting.clock(), campaign.name(), this::fail);
        desk = new Desk(shift, setting);
        retry = new Retry(smtp, new Draw(campaign.seed()), material.edition().toString());
        hours = new OpenHours(campaign.schedule(), material.occurrence());
        watch = new Watch(material, ledger, writer, setting);
        postponing = new Postponing(this, shift);
    }

    /** Sends what is due, and comes back when nothing more can be done. */
    void run(List<? extends Courier> couriers, long due, Progress progress) throws IOException {
        try {
            carryOut(couriers, due, progress);
        } catch (IOException | UncheckedIOException e) {
            throw BrokenOff.of(writer.failure(), e, campaign.name(), results.of(Fate.ACCEPTED), unwritten.get());
        }
    }

    private void carryOut(List<? extends Courier> couriers, long due, Progress progress) throws IOException {
        try {
            watch.begin();
            footing().begin();
            postponing.wakeOverdue();
            new Errands(this, setting).work(couriers, due, progress);
            if (footing().isInVain()) {
                brakes().blameRelay(footing().words());
            }
            logbook.catchUp();
            obeyBrake();
            for (Claim claim : desk.leftovers()) {
                release(claim);
            }
        } finally {
            writer.close();
        }
        throwIfBroken();
    }

    /** For opt-outs that come meanwhile. */
    void listen() throws IOException {
        setting.optOuts().listen(material.audience(), ledger, now());
    }

    /** Makes every copy of the ledger that was taken up to now too old to go on with. */
    void countStep() throws IOException {
        LastRun.countStep(campaign, ledger);
    }

    private void throwIfBroken() throws IOException {
        Throwable failure = writer.failure();
        if (failure instanceof IOException disk) {
            throw disk;
        }
        if (failure instanceof RuntimeException ours) {
            throw ours;
        }
    }

    Postponing postponing() {
        return postponing;
    }

    Desk desk() {
        return desk;
    }

    LedgerWriter writer() {
        return writer;
    }

    Material material() {
        return material;
    }

    Results results() {
        return results;
    }

    Berths berths() {
        return berths;
    }

    Logbook logbook() {
        return logbook;
    }

    Footing footing() {
        return setting.footing();
    }

    Retry retry() {
        return retry;
    }

    Brakes brakes() {
        return setting.brakes();
    }

    Instant now() {
        return setting.clock().instant();
    }

    Watch watch() {
        return watch;
    }

    Refresh refresh() {
        return refresh;
    }

    Rendered rendered(Decision decision) {
        return renderer.render(decision);
    }

    /** The next moment from one on at which a claim's mail may leave, by the clock of where the person lives now. */
    Optional<Stretch> permitted(Claim claim, Instant moment) {
        int person = claim.promise().personIn(material.audience());
        boolean isKnown = person >= 0;
        return hours.from(
                moment,
                isKnown
                        ? material.audience().customer(person).zone()
                        : claim.promise().zone());
    }

    /** To be asked when the relay will not pass on a mail: whether that is about all of ours, as it has not taken more. */
    boolean isDenialOfAll() {
        return denials.incrementAndGet() > results.of(Fate.ACCEPTED);
    }

    /** Whatever is claimed by now would only be rendered and cut off at its mark: nobody begins another. */
    void obeyBrake() throws IOException {
        if (ledger.brake(campaign.name()) != Brake.OFF) {
            brakes().pull(Brakes.Why.PAUSED, "");
        }
    }

    /** Gives a mail back as it was, unless the campaign was cancelled meanwhile. */
    void release(Claim claim) throws IOException {
        if (writer.failure() == null && ledger.brake(campaign.name()) == Brake.CANCELLED) {
            write(new Entry.Skipped(claim, org.personalize.plan.Reason.WITHDRAWN), "skipped", "withdrawn");
        } else {
            write(new Entry.Released(claim), "released", "");
        }
    }

    void write(Entry entry, String event, String answer) {
        String customer = entry.claim().promise().customerId();
        writer.write(entry, new LedgerWriter.Listener() {
            @Override
            public void written(Mark mark) {
                logbook.write(event, customer, answer);
            }

            @Override
            public void failed() {
                unwritten.addAndGet(entry instanceof Entry.Accepted ? 1 : 0);
                brakes().pull(Brakes.Why.LEDGER, "");
            }
        });
    }

    /** Has the next run compare the files with the ledger, whether or not they change until then. */
    void forgetStamps() throws IOException {
        ledger.stamp(material.edition(), List.of(), null);
    }

    void tell(String event, Claim claim, String words) {
        logbook.write(event, claim.promise().customerId(), words);
    }

    /** What the user should know of this run. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(logbook.rebuffs().notes(brakes()));
        notes.addAll(watch.notes());
        notes.addAll(setting.optOuts().notes());
        notes.addAll(postponing.notes());
        return notes;
    }

    void fail(Throwable failure) {
        writer.fail(failure);
    }
}
