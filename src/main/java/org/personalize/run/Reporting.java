package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Customers;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.catalog.Catalog;
import org.personalize.history.Happening;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Suppression;
import org.personalize.plan.Counts;
import org.personalize.plan.Reason;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.report.Account;
import org.personalize.report.CampaignReport;
import org.personalize.report.Health;
import org.personalize.report.Mails;
import org.personalize.report.RecipientsCsv;
import org.personalize.report.WhatIf;

/** Reports what was sent and what came of it. Writes nothing but the files that are asked for. */
public final class Reporting {

    private static final Set<Demand> DEMANDS = EnumSet.of(Demand.DATA);
    private static final String ALL = "all campaigns";

    private final Request request;
    private final Orders orders;
    private final Campaign campaign;
    private final Map<String, Long> states = new LinkedHashMap<>();
    private final Map<Reason, Long> skipped = new EnumMap<>(Reason.class);
    private final Set<String> names = new HashSet<>();

    private Reporting(Request request, Orders orders, Campaign campaign) {
        this.request = request;
        this.orders = orders;
        this.campaign = campaign;
    }

    /**
     * What is asked for.
     *
     * @param isAll whether all campaigns of the ledger are meant, and not only the request's
     * @param countsMachines whether what programs did counts as people's
     * @param recipients where to write what came of each mail; null for nowhere
     * @param isWhatIf whether to work out what other ways of deciding would have earned
     */
    public record Orders(
            boolean isAll, boolean countsMachines, @Nullable Path recipients, boolean isWhatIf) {

        public Orders(boolean isAll, boolean countsMachines, @Nullable Path recipients) {
            this(isAll, countsMachines, recipients, false);
        }
    }

    /**
     * @param learning how the variants are shared out by what was learned; empty where the campaign says it
     * @param notices what the user should be told about the files, a sentence each
     */
    public record Result(CampaignReport report, Optional<VariantLearning> learning, List<String> notices) {
        public Result {
            notices = List.copyOf(notices);
        }
    }

    public static Result run(Request request, Orders orders) throws IOException {
        Campaign campaign = CampaignFile.read(request.campaign(), request.environment(), DEMANDS);
        return new Reporting(request, orders, campaign).run();
    }

    /** Some campaign of a folder, by whose workspace all are found; the first in the order of their names. */
    public static Path anyCampaign(Path folder, Map<String, String> environment) throws IOException {
        return new CampaignFolder(folder, environment)
                .campaigns()
                .findFirst()
                .map(Campaign::file)
                .orElseThrow(() -> new InputProblem(
                        Place.file(folder.toString()),
                        "there is no campaign in this folder that could be read",
                        "Name one beside --all; its workspace is meant."));
    }

    private Result run() throws IOException {
        try (var reading = new Beside<Mails>(request.stop())) {
            Evidence evidence = Evidence.gather(request, campaign, (audience, catalog) -> {
                reading.begin("ledger reader", stop -> mails(audience, catalog, stop));
                return taker -> {
                    request.progress().report("reading the ledger", 0, 0);
                    return tell(reading.result(), taker);
                };
            });
            return result(evidence, reading.result());
        }
    }

    private Result result(Evidence evidence, Mails mails) throws IOException {
        request.stop().obey();
        request.progress().report("counting", 0, 0);
        try (var judging = new Beside<Judged>(request.stop())) {
            judging.begin("judge", stop -> judged(evidence, mails));
            CommonGoal common = commonGoal();
            var account = new Account(
                    campaign,
                    common.goal(),
                    mails,
                    evidence.audience(),
                    evidence.catalog(),
                    evidence.history(),
                    request.now(),
                    orders.countsMachines());
            CampaignReport report =
                    account.report(orders.isAll() ? ALL : campaign.name(), states, skipped, common.notes());
            if (orders.recipients() != null) {
                RecipientsCsv.write(orders.recipients(), account, evidence.audience());
            }
            Judged judged = judging.result();
            return new Result(report.with(judged.whatIf(), judged.health()), judged.learning(), evidence.notices());
        }
    }

    private CommonGoal commonGoal() throws IOException {
        if (!orders.isAll()) {
            return new CommonGoal(campaign.goal(), List.of());
        }
        Path folder = Objects.requireNonNull(campaign.file().getParent());
        return CommonGoal.of(campaign, new CampaignFolder(folder, request.environment()).campaigns(), names);
    }

    /** What is said of decisions rather than of mails. */
    private record Judged(Optional<VariantLearning> learning, Optional<WhatIf> whatIf, Optional<Health> health) {}

    private Judged judged(Evidence evidence, Mails mails) throws IOException {
        try (Ledger ledger = WorkspaceLedger.toRead(campaign).orElse(null)) {
            if (orders.isAll()) {
                return new Judged(Optional.empty(), whatIf(evidence.past(), ledger), Optional.empty());
            }
            return new Judged(
                    VariantLearning.of(evidence, ledger, request.now()),
                    whatIf(evidence.past(), ledger),
                    Optional.of(ModelHealth.of(evidence.past(), mails, request.now())));
        }
    }

    private Optional<WhatIf> whatIf(Past past, @Nullable Ledger ledger) throws IOException {
        if (!orders.isWhatIf() || ledger == null) {
            return Optional.empty();
        }
        List<String> campaigns = orders.isAll()
                ? ledger.editions().stream()
                        .map(Edition::campaign)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of(campaign.name());
        return Optional.of(Otherwise.of(past, ledger, campaigns, request.now()));
    }

    private Mails mails(Customers audience, Catalog catalog, StopSignal stop) throws IOException {
        var mails = new Mails(audience, catalog, campaign.seed(), orders.recipients() != null);
        try (Ledger ledger = WorkspaceLedger.toRead(campaign).orElse(null)) {
            if (ledger != null) {
                read(ledger, mails, stop);
                var owners = new Owners(audience);
                ledger.suppressions(one -> leave(mails, owners, one));
            }
        }
        mails.settle();
        return mails;
    }

    private static void leave(Mails mails, Owners owners, Suppression one) {
        if (one.liftedAt() == null) {
            owners.meant(one)
                    .forEach(person -> mails.leavers().add(person, one.since().getEpochSecond()));
        }
    }

    private void read(Ledger ledger, Mails mails, StopSignal stop) throws IOException {
        for (Edition edition : orders.isAll() ? ledger.editions() : ledger.editions(campaign.name())) {
            count(LedgerCounts.of(ledger.standings(edition, request.now()), 0, List.of()));
            mails.begin(edition);
            names.add(edition.campaign());
            ledger.rows(edition, row -> {
                stop.obey();
                mails.add(row);
            });
        }
    }

    /** Person by person, since a ledger gives its rows in no order. */
    private static Set<Edition> tell(Mails mails, Consumer<Happening> taker) {
        IntConsumer tell = mail -> {
            String name = mails.editions().get(mails.edition(mail)).campaign();
            taker.accept(Happening.mail(mails.person(mail), name, mails.second(mail)));
        };
        mails.eachAccepted(tell);
        IntStream.range(0, mails.size())
                .filter(mail -> mails.person(mail) < 0 && mails.isAccepted(mail))
                .forEach(tell);
        return Set.copyOf(mails.editions());
    }

    private void count(Counts counts) {
        add("no_mail", counts.noMail());
        add("planned", counts.planned());
        add("plain_mail", counts.plainMail());
        add("waiting", counts.waiting());
        add("due", counts.due());
        add("accepted", counts.accepted());
        add("deferred", counts.deferred());
        add("refused", counts.refused());
        add("doubtful", counts.doubtful());
        add("expired", counts.expired());
        add("held", counts.held());
        counts.skipped().forEach((reason, people) -> skipped.merge(reason, people, Long::sum));
    }

    private void add(String state, long people) {
        states.merge(state, people, Long::sum);
    }
}
