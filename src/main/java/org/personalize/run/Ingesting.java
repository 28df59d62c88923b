package org.personalize.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Mailbox;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.EventMapping;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.SecretKey;
import org.personalize.csv.CsvWriter;
import org.personalize.csv.PrivateFile;
import org.personalize.history.Kind;
import org.personalize.intake.EventKeys;
import org.personalize.intake.Form;
import org.personalize.intake.Intake;
import org.personalize.intake.Links;
import org.personalize.intake.Manner;
import org.personalize.intake.OptOutBox;
import org.personalize.intake.Pages;
import org.personalize.intake.Proofs;
import org.personalize.intake.Returned;
import org.personalize.ledger.KeptEvent;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Segments;
import org.personalize.ledger.Taking;
import org.personalize.plan.Reason;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * Takes in files of what came back: what is new is kept in the ledger's segments, and who hard bounced, complained or opted
 * out is suppressed with it, where that may be believed; all events can be written to a file.
 */
public final class Ingesting {

    /** After so many events it is looked whether somebody wants to stop. */
    private static final int LOOK_UP_EVERY = 4_096;

    private static final List<String> COLUMNS =
            Stream.concat(Stream.of("source"), Returned.COLUMNS.stream()).toList();

    private final Request request;
    private final Campaign campaign;
    private final Proofs proofs;
    private final Taking taking;
    private final SoftBounces softBounces = new SoftBounces();
    private final AddressBook addresses;
    private final List<IngestStory.Part> parts = new ArrayList<>();
    private long unproven;
    private long timeless;
    private long strangers;
    private @Nullable InputProblem unknowable;
    private long taken;

    private Ingesting(Request request, Campaign campaign, Proofs proofs, Taking taking) {
        this.request = request;
        this.campaign = campaign;
        this.proofs = proofs;
        this.taking = taking;
        addresses = new AddressBook(campaign);
    }

    /**
     * What is asked for.
     *
     * @param files also folders, of which every file is taken
     * @param form what the files are; null to find out
     * @param mapping what tables of one's own call things
     * @param eventsOut where everything understood is written; null for nowhere
     * @param who names this process to others
     */
    public record Orders(
            List<Path> files,
            @Nullable Form form,
            EventMapping mapping,
            @Nullable Path eventsOut,
            String who) {
        public Orders {
            files = List.copyOf(files);
        }
    }

    public static IngestStory run(Request request, Orders orders) throws IOException, Occupied {
        Campaign campaign =
                CampaignFile.read(request.campaign(), request.environment(), EnumSet.of(Demand.LEDGER, Demand.SECRET));
        List<Path> files = existing(orders.files());
        var tally = new IngestTally();
        try (Ledger ledger = WorkspaceLedger.toWrite(campaign)) {
            Segments segments = KnownEvents.segments(campaign, ledger);
            Proofs proofs = proofs(WorkspaceKey.toRead(campaign, ledger), segments);
            try (Taking taking = segments.take(orders.who(), tally, request.now())) {
                var ingesting = new Ingesting(request, campaign, proofs, taking);
                ingesting.readAll(files, orders);
                ingesting.softBounces.settle(segments, taking);
                taking.merge();
                return new IngestStory(
                        campaign.name(),
                        ingesting.parts,
                        tally.kinds,
                        ingesting.unproven,
                        ingesting.timeless,
                        ingesting.strangers,
                        tally.suppressed,
                        request.maxRejects());
            }
        }
    }

    /** Whether a file begins like one of all events that were understood; such a one may be named under data.events. */
    public static boolean wrote(Path file) {
        byte[] head = String.join(",", COLUMNS).getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(head, in.readNBytes(head.length));
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> existing(List<Path> named) throws IOException {
        var all = new ArrayList<Path>();
        for (Path path : named) {
            if (!Files.exists(path)) {
                throw problem(path, "there is no such file", "Name one that exists.");
            }
            if (!Files.isReadable(path)) {
                throw problem(path, "it may not be read", "Check its rights.");
            }
            if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
                throw problem(
                        path,
                        "expected a file or a folder, found a pipe or a device",
                        "Write what it holds to a file first; it is looked at more than once.");
            }
            all.addAll(Intake.files(path));
        }
        return all;
    }

    private static InputProblem problem(Path path, String message, String remedy) {
        return new InputProblem(Place.file(path.toString()), message, remedy);
    }

    private static Proofs proofs(Optional<SecretKey> key, Segments segments) throws IOException {
        return key.isPresent()
                ? new Proofs(key.get(), SentMails.of(segments, new KeyedHash(key.get())))
                : new Proofs(null, Links.NONE);
    }

    private void readAll(List<Path> files, Orders orders) throws IOException {
        Path eventsOut = orders.eventsOut();
        if (eventsOut == null) {
            readAll(files, manner(orders), null);
            return;
        }
        PrivateFile.removeRemains(eventsOut);
        PrivateFile.write(eventsOut, stream -> {
            var writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            CsvWriter csv = CsvWriter.verbatim(writer);
            csv.row(COLUMNS);
            readAll(files, manner(orders), csv);
            writer.flush();
        });
    }

    private Manner manner(Orders orders) {
        return Manner.of(orders.form(), pages(), box(), campaign.schedule().zone(), orders.mapping());
    }

    private void readAll(List<Path> files, Manner manner, @Nullable CsvWriter out) throws IOException {
        try {
            for (Path file : files) {
                request.stop().obey();
                String source = String.valueOf(file.getFileName());
                var keys = new EventKeys();
                parts.add(new IngestStory.Part(
                        file, Intake.read(file, manner, event -> take(source, event, keys.of(event), out))));
            }
            taking.keep();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        InputProblem problem = unknowable;
        if (problem != null) {
            throw problem;
        }
    }

    private Pages pages() {
        return Pages.of(
                orBlank(campaign.compliance().unsubscribe()),
                orBlank(campaign.compliance().preferences()),
                orBlank(campaign.links().personIdParameter()));
    }

    private OptOutBox box() {
        return OptOutBox.of(orBlank(campaign.compliance().unsubscribeMailto()));
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void take(String source, Returned event, long key, @Nullable CsvWriter out) {
        if (++taken % LOOK_UP_EVERY == 0) {
            request.stop().obey();
            request.progress().report("taking in", taken, 0);
        }
        Proofs.Judged judged = proofs.judge(event);
        timeless += event.hasMoment() ? 0 : 1;
        unproven += judged.event().reason().equals(event.reason()) ? 0 : 1;
        try {
            if (out != null) {
                var cells = new ArrayList<>(List.of(source));
                cells.addAll(judged.event().cells());
                out.row(cells);
            }
            KeptEvent kept = KeptForm.of(judged, key);
            taking.add(kept);
            softBounces.see(kept);
            suppress(judged, reason(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever must not be written to any more; whom the customer file does not have, as soon as it does. */
    private void suppress(Proofs.Judged judged, Reason reason) {
        String customer = judged.customerId();
        if (!judged.suppressesById()) {
            Mailbox.read(judged.suppressed()).ifPresent(mailbox -> taking.suppress(mailbox, customer, reason));
            return;
        }
        Optional<Mailbox> mailbox = unknowable == null ? addressOf(customer) : Optional.empty();
        if (mailbox.isPresent()) {
            taking.suppress(mailbox.get(), customer, reason);
        } else {
            taking.suppress(customer, reason);
            strangers++;
        }
    }

    /** Where the customer file cannot be read, all else counts before that is told. */
    private Optional<Mailbox> addressOf(String customerId) {
        try {
            return addresses.mailboxOf(customerId);
        } catch (InputProblem e) {
            unknowable = e;
            return Optional.empty();
        }
    }

    private static Reason reason(Returned event) {
        return event.event() == Kind.COMPLAINT
                ? Reason.COMPLAINED
                : event.event() == Kind.UNSUBSCRIBE ? Reason.UNSUBSCRIBED : Reason.BOUNCED;
    }
}
