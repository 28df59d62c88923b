package org.personalize.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Mailbox;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.SecretKey;
import org.personalize.csv.CsvWriter;
import org.personalize.csv.PrivateFile;
import org.personalize.history.Kind;
import org.personalize.intake.Form;
import org.personalize.intake.Intake;
import org.personalize.intake.Links;
import org.personalize.intake.Pages;
import org.personalize.intake.Proofs;
import org.personalize.intake.Returned;
import org.personalize.ledger.Ledger;
import org.personalize.plan.Reason;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * Takes in files of what came back: who hard bounced, complained or opted out is suppressed at once, where that may be
 * believed; all events can be written to a file.
 */
public final class Ingesting {

    private static final String SOURCE = "ingest";

    private final Request request;
    private final Campaign campaign;
    private final Proofs proofs;
    private final @Nullable CsvWriter out;
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, Integer> suppressed = new TreeMap<>();
    private final List<IngestStory.Part> parts = new ArrayList<>();
    private @Nullable Ledger ledger;
    private long events;
    private long linked;
    private long unproven;

    private Ingesting(Request request, Campaign campaign, Proofs proofs, @Nullable CsvWriter out) {
        this.request = request;
        this.campaign = campaign;
        this.proofs = proofs;
        this.out = out;
    }

    /**
     * @param files also folders, of which every file is taken
     * @param form what the files are; null to find out
     * @param eventsOut where everything understood is written; null for nowhere
     */
    public static IngestStory run(Request request, List<Path> files, @Nullable Form form, @Nullable Path eventsOut)
            throws IOException {
        Campaign campaign =
                CampaignFile.read(request.campaign(), request.environment(), EnumSet.of(Demand.LEDGER, Demand.SECRET));
        List<Path> all = existing(files);
        Proofs proofs = proofs(campaign);
        if (eventsOut == null) {
            return new Ingesting(request, campaign, proofs, null).readAll(all, form);
        }
        var story = new ArrayList<IngestStory>();
        PrivateFile.write(eventsOut, stream -> {
            var writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            CsvWriter csv = CsvWriter.verbatim(writer);
            var columns = new ArrayList<>(List.of("source"));
            columns.addAll(Returned.COLUMNS);
            csv.row(columns);
            story.add(new Ingesting(request, campaign, proofs, csv).readAll(all, form));
            writer.flush();
        });
        return story.get(0);
    }

    private static List<Path> existing(List<Path> named) throws IOException {
        var all = new ArrayList<Path>();
        for (Path path : named) {
            if (!Files.exists(path)) {
                throw new InputProblem(Place.file(path.toString()), "there is no such file", "Name one that exists.");
            }
            all.addAll(Intake.files(path));
        }
        return all;
    }

    private static Proofs proofs(Campaign campaign) throws IOException {
        if (!Files.exists(campaign.secret())) {
            return new Proofs(null, Links.NONE);
        }
        SecretKey key = SecretKey.read(campaign.secret());
        Optional<Ledger> found = Ledger.openExisting(campaign.ledger());
        try (Ledger ledger = found.orElse(null)) {
            return new Proofs(
                    key, ledger == null ? Links.NONE : SentMails.of(ledger, campaign.name(), new KeyedHash(key)));
        }
    }

    private IngestStory readAll(List<Path> files, @Nullable Form form) throws IOException {
        try {
            Pages pages = pages();
            for (Path file : files) {
                request.stop().obey();
                String source = String.valueOf(file.getFileName());
                parts.add(new IngestStory.Part(file, Intake.read(file, form, pages, event -> take(source, event))));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (ledger != null) {
                ledger.close();
            }
        }
        return new IngestStory(campaign.name(), parts, events, linked, unproven, suppressed);
    }

    private Pages pages() {
        return Pages.of(
                orBlank(campaign.compliance().unsubscribe()),
                orBlank(campaign.compliance().preferences()),
                orBlank(campaign.links().personIdParameter()));
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void take(String source, Returned event) {
        Proofs.Judged judged = proofs.judge(event);
        events++;
        linked += judged.link().isPresent() ? 1 : 0;
        boolean isDoubted = !judged.event().reason().equals(event.reason());
        unproven += isDoubted ? 1 : 0;
        try {
            if (out != null) {
                var cells = new ArrayList<>(List.of(source));
                cells.addAll(judged.event().cells());
                out.row(cells);
            }
            if (!judged.suppressed().isEmpty()) {
                suppress(judged.suppressed(), reason(event));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reason reason(Returned event) {
        return event.event() == Kind.COMPLAINT
                ? Reason.COMPLAINED
                : event.event() == Kind.UNSUBSCRIBE ? Reason.UNSUBSCRIBED : Reason.BOUNCED;
    }

    private void suppress(String address, Reason reason) throws IOException {
        Optional<Mailbox> mailbox = Mailbox.read(address);
        if (mailbox.isEmpty() || !wanted.add(reason + " " + mailbox.get().foldedKey())) {
            return;
        }
        if (ledger == null) {
            ledger = Ledger.open(campaign.ledger());
        }
        if (ledger.suppress(mailbox.get(), reason, SOURCE, request.now())) {
            suppressed.merge(reason.word(), 1, Integer::sum);
        }
    }
}
