package org.personalize.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.campaign.Campaign.Signal;
import org.personalize.campaign.Campaign.Variant;
import org.personalize.problem.Problem;
import org.personalize.problem.Unreadable;

/** Turns the keys of a campaign into the records that the other rooms know. */
final class CampaignReading {

    static final String DEFAULT_LANGUAGE = "en";
    static final String DEFAULT_SEED = "personalize";

    /** What counts as wanting an item where the campaign does not say. */
    static final Map<String, Double> DEFAULT_SIGNALS =
            Map.of("purchase", 3.0, "cart", 2.0, "click", 1.0, "view", 0.3, "rating", 2.0);

    private final Block top;
    private final Set<Demand> demands;

    CampaignReading(Block top, Set<Demand> demands) {
        this.top = top;
        this.demands = demands;
    }

    /** Nothing only when a problem was found. */
    Optional<Campaign> read(Path file, Path workspace) {
        top.demand("campaign", "");
        demandKeys();
        List<String> languages = languages();
        var subject = new SubjectKeys(top, languages);
        List<Variant> variants = subject.subjects();
        if (demands.contains(Demand.TEMPLATE)) {
            subject.refuseLanguages(variants);
        }
        Sources data = SourcesKeys.read(top.block("data"));
        List<Slot> slots = SlotKeys.read(top);
        if (!slots.isEmpty()
                && data.items() == null
                && demands.contains(Demand.DATA)
                && !top.block("data").has("items")) {
            top.problem("slots", "slots are filled from items, and there are none", "Add data.items.");
        }
        Optional<Smtp> smtp = SmtpKeys.read(top.block("smtp"));
        return top.value("campaign", Kinds.SLUG)
                .map(name -> new Campaign(
                        name,
                        file,
                        workspace,
                        top.value("from", CampaignKeys.SENDER).orElse(null),
                        top.value("reply_to", Addresses.ADDRESS).orElse(null),
                        data,
                        languages,
                        variants,
                        subject.split(variants),
                        top.value("goal", CampaignKeys.GOAL, Goal.CLICK),
                        subject.preheader().orElse(null),
                        template("template", ".ftlh").orElse(null),
                        template("text_template", ".ftl").orElse(null),
                        signals(),
                        new LinkedHashSet<>(top.list("protected", Kinds.ONE_LINE)),
                        AudienceKeys.read(top.block("audience")),
                        AudienceKeys.groups(top.block("groups")),
                        slots,
                        ScheduleKeys.read(top.block("schedule")),
                        top.value("priority", CampaignKeys.PRIORITY, 0),
                        smtp.orElse(null),
                        MailKeys.dkim(top.block("dkim"), smtp).orElse(null),
                        MailKeys.compliance(top.block("compliance")),
                        MailKeys.links(top.block("links")),
                        MailKeys.images(top.block("images")),
                        top.value("models", Kinds.PATH, workspace.resolve("models")),
                        top.value(
                                "ledger",
                                CampaignKeys.LEDGER,
                                Workspace.usual(workspace).ledger()),
                        top.value(
                                "secret", Kinds.PATH, Workspace.usual(workspace).secret()),
                        top.value("seed", Kinds.ONE_LINE, DEFAULT_SEED)));
    }

    private void demandKeys() {
        for (Demand demand : Demand.values()) {
            if (demands.contains(demand)) {
                demand(demand);
            }
        }
    }

    private void demand(Demand demand) {
        switch (demand) {
            case DATA -> top.block("data").demand("customers", ": nobody to write to");
            case TEMPLATE -> {
                top.demand("template", "");
                top.demand("subject", "");
            }
            case FROM -> top.demand("from", "");
            case CONSENT ->
                top.block("audience")
                        .demand(
                                "consent",
                                ": without it nobody may be written to; {not_recorded: \"why\"} is the other" + " way");
            case COMPLIANCE -> {
                top.block("compliance").demand("postal_address", ": the law wants it in every mail");
                top.block("compliance").demand("unsubscribe", ": nobody could opt out");
            }
            case SMTP -> top.block("smtp").demand("host", "");
            case LEDGER, SECRET -> {
                // Both have a default place; the demand is for the variables they may name.
            }
        }
    }

    private List<String> languages() {
        Set<String> languages = new LinkedHashSet<>();
        for (String language : top.list("languages", Kinds.LANGUAGE)) {
            if (!languages.add(language)) {
                top.problem("languages", Problem.quote(language) + " stands twice", "Keep one.");
            }
        }
        return languages.isEmpty() ? List.of(DEFAULT_LANGUAGE) : List.copyOf(languages);
    }

    private Optional<Path> template(String key, String ending) {
        Optional<Path> path = top.value(key, Kinds.PATH);
        path.ifPresent(p -> {
            if (!p.toString().endsWith(ending)) {
                String found = Problem.quote(String.valueOf(p.getFileName()));
                top.problem(key, "expected a file that ends in " + ending + ", found " + found, "Rename the file.");
            } else if (demands.contains(Demand.TEMPLATE) && !Files.isRegularFile(p)) {
                noFile(key, p);
            }
        });
        return path;
    }

    private void noFile(String key, Path path) {
        String found = Files.isDirectory(path) ? "expected a file, found the folder " : "there is no file ";
        Unreadable.whyUnknown(path)
                .ifPresentOrElse(
                        why -> top.problem(key, path + " cannot be read: " + why, Unreadable.wayOut(path)),
                        () -> top.problem(key, found + path, "A path is relative to the file that names it."));
    }

    private List<Signal> signals() {
        Map<String, Node> written = top.made("signals", CampaignKeys.SIGNAL_VALUE);
        List<Signal> signals = new ArrayList<>();
        if (!top.has("signals")) {
            new TreeMap<>(DEFAULT_SIGNALS).forEach((event, weight) -> signals.add(new Signal(event, weight, null)));
        }
        written.forEach((event, node) -> signal("signals." + event, event, node).ifPresent(signals::add));
        return signals;
    }

    private Optional<Signal> signal(String where, String event, Node node) {
        if (node instanceof Node.Mapping map) {
            Block block = top.within(where, CampaignKeys.SIGNAL, map);
            block.demand("weight", "");
            var when = block.value("when", Kinds.CONDITION).orElse(null);
            return block.value("weight", Kinds.AMOUNT).map(weight -> new Signal(event, weight, when));
        }
        return top.read(where, node, Kinds.AMOUNT, CampaignKeys.SIGNAL_VALUE).map(w -> new Signal(event, w, null));
    }
}
