package org.personalize.render;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Sources.Source;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;
import org.personalize.template.Template;

/** What is wrong with a campaign as a whole, before anybody's mail is looked at. */
final class CampaignLint {

    /** Below this share of purchases, recommendations rest on too little. */
    private static final double FEW_KNOWN = 0.9;

    private static final String ADDRESS_PATH = "compliance.postal_address";

    private final Campaign campaign;
    private final Place file;
    private final List<Finding> found = new ArrayList<>();

    private CampaignLint(Campaign campaign) {
        this.campaign = campaign;
        this.file = Place.file(String.valueOf(campaign.file().getFileName()));
    }

    static List<Finding> of(Campaign campaign, Renderer renderer, History history) {
        var lint = new CampaignLint(campaign);
        lint.compliance(renderer);
        lint.purchases(history);
        lint.tracked();
        lint.found.addAll(WordsLint.of(campaign));
        var images = campaign.images();
        lint.found.addAll(
                TemplateLint.of(renderer.sources(), images.folder() != null && images.publicUrl() != null));
        lint.found.addAll(StyleLint.of(renderer.sources()));
        return List.copyOf(lint.found);
    }

    private void compliance(Renderer renderer) {
        var compliance = campaign.compliance();
        if (compliance.unsubscribe() == null) {
            boolean isMailto = compliance.unsubscribeMailto() != null;
            add(
                    Severity.ERROR,
                    isMailto ? "only-mailto" : "no-unsubscribe",
                    file.withField("compliance.unsubscribe"),
                    isMailto
                            ? "the only way to unsubscribe is a mail; Gmail and Yahoo ask for one click on an https address"
                            : "there is no way to unsubscribe");
        }
        String address = compliance.postalAddress();
        if (address == null) {
            add(Severity.ERROR, "no-postal-address", file.withField("compliance.postal_address"), "there is no postal address, which the law asks for in every mail");
        } else if (renderer.templates().values().stream().noneMatch(t -> isShown(t, renderer, address))) {
            add(Severity.ERROR, "no-postal-address", Place.file(String.valueOf(campaign.template().getFileName())), "the template does not show ${compliance.postal_address}");
        }
    }

    private static boolean isShown(Template template, Renderer renderer, String address) {
        return template.references().stream().anyMatch(r -> r.path().equals(ADDRESS_PATH))
                || renderer.sources().files().values().stream().anyMatch(source -> source.contains(address));
    }

    /** Taste is learned from purchases of items that the item file knows; old items should stay in it. */
    private void purchases(History history) {
        if (history.counts().getOrDefault("unknown_items", 0L) == 0) {
            return;
        }
        long bought = 0;
        long known = 0;
        for (int event = 0; event < history.size(); event++) {
            if (history.kind(event) == Kind.PURCHASE) {
                bought++;
                known += history.item(event) >= 0 ? 1 : 0;
            }
        }
        if (known < bought) {
            add(
                    known < FEW_KNOWN * bought ? Severity.WARNING : Severity.NOTE,
                    "unknown-items",
                    Place.NOWHERE.withField("item_id"),
                    "the item file knows the item of " + 100 * known / bought + " % of purchases; keep sold-out items in it");
        }
    }

    /** Customers, keys and the ledger do not belong under version control: whoever has a copy has them for ever. */
    private void tracked() {
        Set<Path> tracked = GitIndex.tracked(campaign.workspace());
        if (tracked.isEmpty()) {
            return;
        }
        var data = campaign.data();
        var guarded = new LinkedHashSet<Path>();
        addMatches(guarded, data.customers(), tracked);
        addMatches(guarded, data.events(), tracked);
        data.suppressions().forEach(s -> addMatches(guarded, s, tracked));
        guarded.add(campaign.secret());
        var dkim = campaign.dkim();
        if (dkim != null) {
            guarded.add(dkim.key());
        }
        guarded.add(campaign.workspace().resolve(campaign.ledger().replaceFirst("^jdbc:.*", "personalize.db")));
        for (Path path : guarded) {
            if (tracked.contains(path.toAbsolutePath().normalize())) {
                String name = campaign.workspace().toAbsolutePath().normalize().relativize(path.toAbsolutePath().normalize()).toString();
                add(Severity.WARNING, "tracked-by-git", Place.file(name), "git tracks this file, which holds people or a key; add it to .gitignore and remove it with git rm --cached");
            }
        }
    }

    private static void addMatches(Set<Path> paths, @Nullable Source source, Set<Path> tracked) {
        if (source == null) {
            return;
        }
        Path base = source.base().toAbsolutePath().normalize();
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + source.pattern());
        tracked.stream().filter(p -> p.startsWith(base) && matcher.matches(base.relativize(p))).forEach(paths::add);
        if (source.pattern().matches("[^*?\\[{]*")) {
            paths.add(base.resolve(source.pattern()));
        }
    }

    private void add(Severity severity, String rule, Place place, String message) {
        found.add(new Finding(severity, rule, place, message, 0));
    }
}
