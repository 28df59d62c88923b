package org.personalize.render;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.problem.Nearest;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;
import org.personalize.template.Template;
import org.personalize.template.Template.Branch;
import org.personalize.template.Template.Reference;

/** The one lint engine behind every command: gathers what is said of single mails, and judges the campaign as a whole. */
public final class Lint {

    private static final String CUSTOMER = "customer.";
    private static final Comparator<Place> PLACES = Comparator.comparing((Place p) -> p.file())
            .thenComparingLong((Place p) -> p.line())
            .thenComparingLong((Place p) -> p.column())
            .thenComparing((Place p) -> p.field());
    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing((Finding f) -> f.severity(), Comparator.reverseOrder())
            .thenComparing(Finding::rule)
            .thenComparing(Finding::place, PLACES)
            .thenComparing(Finding::message);

    private final Renderer renderer;
    private final Audience audience;
    private final List<Finding> campaignWide;
    private final Map<Finding, Long> gathered = new TreeMap<>(GRAVEST_FIRST);
    private final Map<String, BitSet> walked = new TreeMap<>();
    private final Map<String, Reference> unguarded = new TreeMap<>();
    private final Map<String, Long> blanks = new TreeMap<>();
    private long rendered;

    public Lint(Campaign campaign, Renderer renderer, Audience audience, Catalog catalog, History history) {
        this.renderer = renderer;
        this.audience = audience;
        var found = new ArrayList<>(CampaignLint.of(campaign, renderer, history));
        var templates = new ArrayList<>(renderer.templates().values());
        templates.addAll(renderer.lines());
        templates.forEach(this::references);
        unguarded.forEach((field, reference) -> column(field, reference, found));
        this.campaignWide = List.copyOf(found);
    }

    private void references(Template template) {
        for (Reference reference : template.references()) {
            if (!reference.isGuarded() && reference.path().startsWith(CUSTOMER)) {
                String field = reference.path().substring(CUSTOMER.length()).split("[.\\[]", 2)[0];
                unguarded.putIfAbsent(field, reference);
            }
        }
    }

    private void column(String field, Reference reference, List<Finding> found) {
        if (!audience.columns().contains(field)) {
            String nearest = Nearest.to(field, audience.columns())
                    .map(n -> "; did you mean " + n + "?")
                    .orElse("");
            found.add(new Finding(
                    Severity.WARNING,
                    "unknown-field",
                    reference.place(),
                    "no customer file has a column " + field + nearest,
                    0));
        }
    }

    /** Takes what came of one person; called in the order of the people. */
    public void take(Rendered rendered) {
        if (rendered instanceof Rendered.Ready ready) {
            Mail mail = ready.mail();
            this.rendered++;
            mail.findings().forEach(this::gather);
            walked.computeIfAbsent(mail.language(), l -> new BitSet()).or(mail.branches());
            blanks(mail.person());
        } else if (rendered instanceof Rendered.Held held) {
            held.findings().forEach(this::gather);
            blanks(held.person());
        }
    }

    private void gather(Finding finding) {
        gathered.merge(finding, finding.people(), Long::sum);
    }

    private void blanks(int person) {
        if (unguarded.isEmpty()) {
            return;
        }
        var customer = audience.customer(person);
        for (String field : unguarded.keySet()) {
            if (customer.field(field) == null) {
                blanks.merge(field, 1L, Long::sum);
            }
        }
    }

    /** Everything there is to say, the gravest first, equal ones gathered with the number of people they concern. */
    public List<Finding> findings() {
        var all = new TreeSet<>(GRAVEST_FIRST);
        all.addAll(campaignWide);
        all.addAll(unwalked());
        Set<String> placed = new HashSet<>();
        campaignWide.forEach(f -> placed.add(f.rule()));
        gathered.forEach((finding, people) -> {
            boolean isSaidWithItsLine = finding.severity() != Severity.ERROR && placed.contains(finding.rule());
            if (!isSaidWithItsLine) {
                all.add(new Finding(finding.severity(), finding.rule(), finding.place(), finding.message(), people));
            }
        });
        blanks.forEach((field, people) -> all.add(blank(field, people)));
        return List.copyOf(all);
    }

    private Finding blank(String field, long people) {
        var reference = unguarded.get(field);
        return new Finding(
                Severity.WARNING,
                "unguarded-field",
                reference == null ? Place.NOWHERE : reference.place(),
                "customer." + field + " is blank for some; write ${customer." + field + "!'…'} to say what then",
                people);
    }

    /** A branch that no mail in any language walked may be a slip, or simply untested by the data. */
    private List<Finding> unwalked() {
        var open = new TreeMap<Place, Branch>(PLACES);
        var seen = new TreeSet<>(PLACES);
        renderer.templates().forEach((language, template) -> {
            var walkedHere = walked.getOrDefault(language, new BitSet());
            for (int i = 0; i < template.branches().size(); i++) {
                var branch = template.branches().get(i);
                open.putIfAbsent(branch.place(), branch);
                if (walkedHere.get(i)) {
                    seen.add(branch.place());
                }
            }
        });
        open.keySet().removeAll(seen);
        return rendered == 0
                ? List.of()
                : open.values().stream()
                        .map(b -> new Finding(
                                Severity.NOTE, "unused-branch", b.place(), "nobody's mail comes by " + b.source(), 0))
                        .toList();
    }
}
