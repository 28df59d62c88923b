package org.personalize.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalize.audience.Audience;
import org.personalize.audience.Customers;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.Occurrence;
import org.personalize.catalog.Catalog;
import org.personalize.csv.Rejects;
import org.personalize.history.History;
import org.personalize.history.OptOuts;
import org.personalize.history.PersonScope;
import org.personalize.history.Reading;
import org.personalize.plan.Decision;
import org.personalize.plan.LedgerFacts;
import org.personalize.plan.Plan;
import org.personalize.plan.Planner;
import org.personalize.plan.Planning;
import org.personalize.plan.Promises;
import org.personalize.plan.VariantShares;
import org.personalize.rhythm.RhythmModel;
import org.personalize.rhythm.Rhythms;
import org.personalize.taste.Interests;
import org.personalize.taste.Taste;
import org.personalize.taste.TasteModel;
import org.personalize.template.Condition;
import org.personalize.template.Limits;
import org.personalize.template.TemplateRoom;

/** A workspace of a few files, read, planned and rendered as the program does it. */
final class SmallShop {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    static final String CAMPAIGN = """
            campaign: spring
            from: Shop <news@shop.example>
            data: {customers: customers.csv, items: items.csv, events: events.csv}
            languages: [en, de]
            subject: {only: {en: "Hello ${customer.first_name!'friend'}", de: "Hallo ${customer.first_name!'du'}"}}
            preheader: "Chosen for you"
            template: mail.ftlh
            audience: {consent: {not_recorded: "customers of the shop"}}
            slots: {picks: {pick: 2, otherwise: popular}}
            compliance: {postal_address: "Shop & Sons, 1 Hill Road", unsubscribe: "https://shop.example/u/${token}"}
            """;

    static final String TEMPLATE = """
            <html lang="en"><head><style>p { color: #222222 }</style></head><body>
            <div style="display:none">${preheader}</div>
            <h1>Hello ${customer.first_name!"friend"}</h1>
            <p>We have put aside a few things that we believe you will like, and hope that you come by soon.</p>
            <#list slots.picks as item><p><a href="${item.url}">${item.title}</a></p></#list>
            <p><a href="${links.unsubscribe}">Unsubscribe</a></p><p>${compliance.postal_address}</p>
            </body></html>
            """;

    private final Path folder;
    private final Map<String, String> files = new HashMap<>();

    SmallShop(Path folder) {
        this.folder = folder;
        with("campaign.yaml", CAMPAIGN);
        with("mail.ftlh", TEMPLATE);
        with(
                "customers.csv",
                "customer_id,email,first_name,last_name,language,note\nc-1001,ann@mail.example,Ann,Lee,en,\n"
                        + "c-1002,bea@mail.example,,,de,x\n");
        with(
                "items.csv",
                "item_id,title,title_de,url,in_stock\ntent-1,Tent,Zelt,https://shop.example/tent?a=1,yes\n"
                        + "boot-1,Boots,Stiefel,https://shop.example/boots#top,yes\n");
        with(
                "events.csv",
                "customer_id,event,timestamp,item_id\nc-1001,purchase,2026-02-01T10:00:00Z,tent-1\n"
                        + "c-1002,purchase,2026-02-01T10:00:00Z,tent-1\n");
    }

    SmallShop with(String file, String content) {
        files.put(file, content);
        return this;
    }

    SmallShop withTemplate(String old, String replacement) {
        return with("mail.ftlh", replaced(files.get("mail.ftlh"), old, replacement));
    }

    SmallShop withCampaign(String old, String replacement) {
        return with("campaign.yaml", replaced(files.get("campaign.yaml"), old, replacement));
    }

    private static String replaced(String text, String old, String replacement) {
        if (!text.contains(old)) {
            throw new IllegalStateException("not there: " + old);
        }
        return text.replace(old, replacement);
    }

    /** What came of everybody who is planned, in the order of the people, and what lint says. */
    record Run(Campaign campaign, List<Rendered> rendered, List<Finding> findings) {

        Mail mail(int number) {
            return ((Rendered.Ready) rendered.get(number)).mail();
        }

        List<Finding> said(int number) {
            return rendered.get(number) instanceof Rendered.Held held
                    ? held.findings()
                    : mail(number).findings();
        }

        List<String> rules() {
            return findings.stream().map(Finding::rule).distinct().toList();
        }

        Finding finding(String rule) {
            return findings.stream()
                    .filter(f -> f.rule().equals(rule))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Run run() {
        return run(Purpose.MAIL);
    }

    Run run(Purpose purpose) {
        try {
            for (var file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Campaign campaign = CampaignFile.read(
                folder.resolve("campaign.yaml"), Map.of(), Set.of(Demand.DATA, Demand.TEMPLATE, Demand.FROM));
        var rejects = new Rejects();
        Customers audience = Audience.read(campaign, rejects);
        Catalog catalog = Catalog.read(campaign, rejects);
        History history = History.read(
                campaign.data().events(),
                new Reading(campaign.schedule().zone(), NOW, List.of(), audience, catalog, OptOuts.IGNORED),
                rejects);
        var scopes = new PersonScope(audience, catalog, history, NOW);
        Plan plan = Planner.plan(planning(campaign, audience, catalog, history, scopes));
        Renderer renderer = Renderer.of(
                campaign, "2026-W10", audience, catalog, scopes::of, c -> "token-of-" + c.number(), purpose);
        var lint = new Lint(campaign, renderer, audience, catalog, history);
        var rendered = new ArrayList<Rendered>();
        for (int person = 0; person < plan.size(); person++) {
            if (plan.decision(person).status() == Decision.Status.PLANNED) {
                rendered.add(renderer.render(plan.decision(person)));
            }
        }
        rendered.forEach(lint::take);
        return new Run(campaign, rendered, lint.findings());
    }

    private static Planning planning(
            Campaign campaign, Customers audience, Catalog catalog, History history, PersonScope scopes) {
        var room = new TemplateRoom(campaign.workspace(), source -> source, Limits.MAIL);
        var wheres = new HashMap<String, Condition>();
        campaign.slots().forEach(slot -> {
            var where = slot.where();
            if (where != null) {
                wheres.put(slot.name(), room.condition(where.source(), where.place()));
            }
        });
        Occurrence occurrence = Occurrence.at(campaign.schedule(), NOW);
        return new Planning(
                campaign,
                occurrence.id(),
                occurrence.start(),
                occurrence.end(),
                audience,
                catalog,
                history,
                scopes::of,
                new Planning.Conditions(null, wheres),
                new Rhythms(RhythmModel.untrained(), audience, history, NOW),
                new Taste(TasteModel.untrained(), audience, catalog, history, new Interests(audience, catalog), NOW),
                LedgerFacts.NONE,
                Promises.NONE,
                VariantShares.of(campaign),
                NOW,
                Integer.MAX_VALUE,
                Set.of());
    }
}
