package org.personalize.render;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;
import org.personalize.template.Template;
import org.personalize.template.Template.Branch;

/** What is wrong with a campaign as a whole, once every mail of it was rendered. */
final class CampaignLint {

    /** Fewer bought items than this known to the item file: what people want can hardly be learned. */
    static final double LEAST_KNOWN_SHARE = 0.8;

    private static final int PERCENT = 100;
    private static final String PLACEHOLDER_LEFT = "placeholder-left";

    /** The last branch of a switch is there for what should not come. */
    private static final String SAFETY_NET = "<#default>";

    private final Campaign campaign;
    private final Renderer renderer;
    private final List<Finding> found = new ArrayList<>();

    private CampaignLint(Campaign campaign, Renderer renderer) {
        this.campaign = campaign;
        this.renderer = renderer;
    }

    /**
     * @param walked language to every branch of its template that somebody's mail took
     * @param hasMails false where nobody was rendered, and nothing is known about branches
     */
    static List<Finding> of(
            Campaign campaign,
            Renderer renderer,
            Audience audience,
            Catalog catalog,
            History history,
            Map<String, BitSet> walked,
            boolean hasMails) {
        var lint = new CampaignLint(campaign, renderer);
        lint.placeholders(audience);
        lint.preheader();
        if (hasMails) {
            lint.branches(walked);
        }
        lint.purchases(catalog, history);
        lint.found.addAll(new FieldLint(campaign, audience, catalog).findings(lint.everyTemplate()));
        lint.found.addAll(TemplateLint.of(renderer.sources()));
        lint.found.addAll(ForeignTags.of(campaign, renderer.sources()));
        lint.found.addAll(FormatLint.of(campaign, renderer.sources()));
        lint.found.addAll(OwnLines.withHtml(campaign));
        lint.found.addAll(TrackedFiles.of(campaign, () -> isInvented(audience)));
        return lint.found;
    }

    private List<Template> everyTemplate() {
        var templates = new ArrayList<>(renderer.templates().values());
        templates.addAll(renderer.texts());
        templates.addAll(renderer.lines());
        return templates;
    }

    /** What stands for one's own words in a new workspace, where mail would go to real people. */
    private void placeholders(Audience audience) {
        var before = found.size();
        var sender = campaign.from();
        String unsubscribe = campaign.compliance().unsubscribe();
        if (unsubscribe != null && Placeholders.isExample(unsubscribe)) {
            left("compliance.unsubscribe leads to a site that is kept for examples: nobody could opt out");
        }
        if (Placeholders.isExample(sender.address())) {
            left("the sender's address is one that is kept for examples: " + sender.address());
        }
        if (sender.name().equals(Placeholders.SHOP)) {
            left("the sender is still called " + Placeholders.SHOP);
        }
        if (Placeholders.POSTAL_ADDRESS.equals(campaign.compliance().postalAddress())) {
            left("compliance.postal_address is still that of nobody");
        }
        firstWords();
        if (found.size() > before && isInvented(audience)) {
            found.subList(before, found.size()).clear();
        }
    }

    private void firstWords() {
        renderer.sources().files().forEach((file, source) -> {
            if (source.contains(Placeholders.FIRST_WORDS)) {
                Place place = Place.file(renderer.sources().nameOf(file));
                String message = "still says: " + Placeholders.FIRST_WORDS;
                found.add(new Finding(Severity.WARNING, PLACEHOLDER_LEFT, place, message, 0));
            }
        });
    }

    private void left(String message) {
        add(Severity.WARNING, PLACEHOLDER_LEFT, message);
    }

    private void preheader() {
        if (campaign.preheader() == null) {
            add(
                    Severity.NOTE,
                    "no-preheader",
                    "without a preheader, mail programs show the first words of the mail beside the subject");
            return;
        }
        renderer.templates().forEach((language, template) -> {
            if (template.references().stream().noneMatch(r -> r.path().equals("preheader"))) {
                add(
                        Severity.WARNING,
                        "preheader-not-shown",
                        "the campaign has a preheader, but the template of language " + language
                                + " does not write ${preheader}");
            }
        });
    }

    /**
     * A template that several languages share has a branch in use as soon as one of them uses it. What templates import
     * is there for other campaigns, too.
     */
    private void branches(Map<String, BitSet> walked) {
        var unused = new TreeMap<String, TreeMap<Long, String>>();
        var used = new HashSet<Place>();
        var own = renderer.sources().ownNames(campaign);
        renderer.templates().forEach((language, template) -> {
            List<Branch> branches = template.branches();
            BitSet taken = walked.getOrDefault(language, new BitSet());
            for (int i = 0; i < branches.size(); i++) {
                Branch branch = branches.get(i);
                if (taken.get(i)) {
                    used.add(branch.place());
                } else if (walked.containsKey(language)
                        && own.contains(branch.place().file())
                        && !branch.source().startsWith(SAFETY_NET)) {
                    unused.computeIfAbsent(branch.place().file(), f -> new TreeMap<>())
                            .put(branch.place().line(), branch.source());
                }
            }
        });
        unused.forEach((file, lines) -> {
            lines.keySet().removeIf(line -> used.stream().anyMatch(p -> p.file().equals(file) && p.line() == line));
            if (!lines.isEmpty()) {
                found.add(new Finding(
                        Severity.NOTE, "unused-branch", Place.line(file, lines.firstKey()), unused(lines), 0));
            }
        });
    }

    private static String unused(SortedMap<Long, String> lines) {
        String first = "nobody's mail shows what stands behind " + lines.get(lines.firstKey());
        List<String> others =
                lines.keySet().stream().skip(1).map(String::valueOf).toList();
        return others.isEmpty()
                ? first
                : first + ", nor behind the branches of " + (others.size() == 1 ? "line " : "lines ")
                        + String.join(", ", others);
    }

    /** Whether all addresses are in domains that are kept for examples, so that nobody real stands in the files. */
    private static boolean isInvented(Audience audience) {
        for (int person = 0; person < audience.size(); person++) {
            if (!Placeholders.isInvented(audience.customer(person).email())) {
                return false;
            }
        }
        return true;
    }

    private void purchases(Catalog catalog, History history) {
        long bought = 0;
        long known = 0;
        for (int event = 0; event < history.size(); event++) {
            if (history.kind(event) == Kind.PURCHASE) {
                bought++;
                known += history.item(event) < 0 ? 0 : 1;
            }
        }
        if (catalog.size() > 0 && known < bought * LEAST_KNOWN_SHARE) {
            add(
                    Severity.WARNING,
                    "unknown-items",
                    String.format(
                            Locale.ROOT,
                            "the item file knows only %d %% of the %,d bought items; do both files use the same ids?",
                            known * PERCENT / bought,
                            bought));
        }
    }

    private void add(Severity severity, String rule, String message) {
        Place file = Place.file(String.valueOf(campaign.file().getFileName()));
        found.add(new Finding(severity, rule, file, message, 0));
    }
}
