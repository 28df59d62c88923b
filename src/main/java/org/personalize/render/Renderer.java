package org.personalize.render;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;
import org.personalize.campaign.Campaign;
import org.personalize.catalog.Catalog;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Choice;
import org.personalize.render.Addressing.Ways;
import org.personalize.render.Finding.Severity;
import org.personalize.template.Fields;
import org.personalize.template.Limits;
import org.personalize.template.RenderFailure;
import org.personalize.template.Template;
import org.personalize.template.Template.Rendering;
import org.personalize.template.TemplateRoom;

/**
 * Turns decisions into mails. Built once per campaign, which parses its templates and inlines their style; then used from
 * many threads at once.
 */
public final class Renderer {

    private final Campaign campaign;
    private final String occurrence;
    private final TemplateSources sources;
    private final Audience audience;
    private final Catalog catalog;
    private final IntFunction<Fields> persons;
    private final Map<String, LanguageKit> kits = new LinkedHashMap<>();
    private final Map<String, Object> compliance;
    private final Addressing addressing;
    private final MailLint lint;
    private final KnownText known = new KnownText();
    private final Sights sights;

    private Renderer(
            Campaign campaign,
            String occurrence,
            Audience audience,
            Catalog catalog,
            IntFunction<Fields> persons,
            TokenSource tokens,
            Purpose purpose) {
        this.campaign = campaign;
        this.occurrence = occurrence;
        this.audience = audience;
        this.catalog = catalog;
        this.persons = persons;
        this.addressing = new Addressing(campaign, audience, catalog, tokens);
        this.sources = TemplateSources.of(campaign);
        var rooms = new HashMap<Path, TemplateRoom>();
        var files = new HashMap<Path, Template>();
        for (String language : campaign.languages()) {
            var room = rooms.computeIfAbsent(LanguageKit.nearest(campaign.template(), language), this::room);
            kits.put(language, LanguageKit.of(language, campaign, room, files, catalog.columns()));
        }
        this.compliance = compliance(campaign.compliance());
        this.lint = new MailLint(campaign, audience, catalog, sources, purpose);
        this.sights = new Sights(sources);
    }

    /**
     * @param occurrence which coming of a recurring campaign this is; blank for a single one
     * @param persons what is known about a person before anything is decided
     */
    public static Renderer of(
            Campaign campaign,
            String occurrence,
            Audience audience,
            Catalog catalog,
            IntFunction<Fields> persons,
            TokenSource tokens,
            Purpose purpose) {
        return new Renderer(campaign, occurrence, audience, catalog, persons, tokens, purpose);
    }

    /** One for each language's template: a file that several share has another's style in each. */
    private TemplateRoom room(Path template) {
        return new TemplateRoom(sources.folder(), new Inliner(sources.only(template))::inline, Limits.MAIL);
    }

    public Pictures pictures() {
        return addressing.pictures();
    }

    /** The HTML template of each of the campaign's languages; two languages may share one. */
    public Map<String, Template> templates() {
        var templates = new LinkedHashMap<String, Template>();
        kits.forEach((language, kit) -> templates.put(language, kit.html()));
        return templates;
    }

    /** The HTML sources as they were read, before anything was inlined. */
    TemplateSources sources() {
        return sources;
    }

    /** The text templates, where the author wrote any. */
    List<Template> texts() {
        return kits.values().stream()
                .map(LanguageKit::text)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Subjects and preheaders of all variants and languages. */
    public List<Template> lines() {
        return kits.values().stream()
                .flatMap(kit -> Stream.concat(kit.subjects().values().stream(), Stream.ofNullable(kit.preheader())))
                .toList();
    }

    /** The mail of somebody who is planned. */
    public Rendered render(Decision decision) {
        var customer = audience.customer(decision.person());
        String variant = Objects.requireNonNull(decision.variant(), "only a planned person has a mail");
        if (!kit(customer.language()).subjects().containsKey(variant)) {
            return new Rendered.Held(decision.person(), List.of(Finding.ofVariant(variant, campaign.file())));
        }
        try {
            return fill(decision, customer);
        } catch (RenderFailure failure) {
            return new Rendered.Held(decision.person(), List.of(Finding.of(failure)));
        }
    }

    private Rendered fill(Decision decision, Customer customer) throws RenderFailure {
        String language = customer.language();
        ZoneId zone = customer.zone();
        var kit = kit(language);
        String variant = Objects.requireNonNull(decision.variant(), "only a planned person has a mail");
        Instant sendAt = Objects.requireNonNull(decision.sendAt(), "only a planned person has a mail");
        Ways ways = addressing.ways(customer);
        var scope = scope(decision, kit, variant, sendAt.atZone(zone), ways);

        String subject = line(Objects.requireNonNull(kit.subjects().get(variant)), scope, kit, zone);
        if (subject.isEmpty()) {
            return new Rendered.Held(decision.person(), List.of(lint.emptySubject(decision)));
        }
        scope.knowSubject(subject);
        String preheader = kit.preheader() == null ? "" : line(kit.preheader(), scope, kit, zone);
        scope.knowPreheader(preheader);
        Rendering body = kit.html().render(scope, kit.locale(), zone);
        Page page =
                addressing.addressed(new Page(body.output(), body.blocks()), decision, kit.localColumns(), ways, known);
        Reading reading = known.moulds().read(page);
        PlainText words = kit.text() == null
                ? reading.words()
                : PlainText.of(kit.text().render(scope, kit.locale(), zone).output());

        var mail = new Mail(
                decision.person(),
                customer.id(),
                customer.email(),
                Mail.fullName(customer),
                kit.textLanguage(),
                variant,
                occurrence,
                sendAt,
                subject,
                preheader,
                page,
                words,
                ways.unsubscribe(),
                campaign.compliance().unsubscribeMailto(),
                List.of(),
                body.branches());
        return judged(mail, decision, reading);
    }

    private Rendered judged(Mail mail, Decision decision, Reading reading) {
        var findings = lint.findings(mail, decision, reading, sights.of(mail.page(), mail.unsubscribe()));
        if (!findings.isEmpty() && findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return new Rendered.Held(mail.person(), findings);
        }
        return new Rendered.Ready(findings.isEmpty() ? mail : mail.withFindings(findings));
    }

    private LanguageKit kit(String language) {
        var kit = kits.get(language);
        return kit == null
                ? Objects.requireNonNull(kits.get(campaign.languages().get(0)))
                : kit;
    }

    private static String line(Template line, Fields scope, LanguageKit kit, ZoneId zone) throws RenderFailure {
        return line.render(scope, kit.locale(), zone).output().strip();
    }

    private MailScope scope(Decision decision, LanguageKit kit, String variant, ZonedDateTime sendAt, Ways ways) {
        Map<String, Object> campaignNames =
                Map.of("name", campaign.name(), "from", from(), "variant", variant, "language", kit.language());
        Map<String, Object> send = Map.of("local_time", sendAt);
        return new MailScope(
                persons.apply(decision.person()),
                shown(decision, kit, sendAt.toInstant()),
                Map.of("campaign", campaignNames, "links", ways.names(), "compliance", compliance, "send", send));
    }

    /** Who writes, by name where there is one. */
    private String from() {
        var sender = campaign.from();
        return sender.name().isEmpty() ? sender.address() : sender.name();
    }

    private Map<String, List<Fields>> shown(Decision decision, LanguageKit kit, Instant sendAt) {
        var slots = new HashMap<String, List<Fields>>();
        for (var slot : campaign.slots()) {
            var choices = decision.slots().getOrDefault(slot.name(), List.of());
            var items = new ArrayList<Fields>(choices.size());
            for (Choice choice : choices) {
                items.add(new ShownItem(catalog.item(choice.item(), sendAt), choice.why(), kit.localColumns()));
            }
            slots.put(slot.name(), items);
        }
        return slots;
    }

    private static Map<String, Object> compliance(Campaign.Compliance given) {
        var names = new HashMap<String, Object>();
        if (given.postalAddress() != null) {
            names.put("postal_address", given.postalAddress());
        }
        names.put("topic", given.topic());
        return Map.copyOf(names);
    }
}
