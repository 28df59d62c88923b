package org.personalize.render;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;

/** The one lint engine behind every command: gathers what is said of single mails, and judges the campaign as a whole. */
public final class Lint {

    /** Messages may name a value of one person; beyond this many different ones only the known are counted on. */
    private static final int MOST_KINDS = 10_000;

    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(Finding::rule)
            .thenComparing(f -> f.place().file())
            .thenComparing(f -> f.place().line())
            .thenComparing(f -> f.place().column())
            .thenComparing(f -> f.place().field())
            .thenComparing(Finding::message);

    private record Kind(Severity severity, String rule, Place place, String message) {}

    private final Campaign campaign;
    private final Renderer renderer;
    private final Audience audience;
    private final Catalog catalog;
    private final History history;
    private final Map<Kind, Long> people = new LinkedHashMap<>();
    private final Map<String, BitSet> walked = new TreeMap<>();
    private boolean hasMails;
    private @Nullable List<Finding> findings;

    public Lint(Campaign campaign, Renderer renderer, Audience audience, Catalog catalog, History history) {
        this.campaign = campaign;
        this.renderer = renderer;
        this.audience = audience;
        this.catalog = catalog;
        this.history = history;
    }

    /** Takes what came of one person; called in the order of the people. */
    public void take(Rendered rendered) {
        findings = null;
        List<Finding> said = List.of();
        if (rendered instanceof Rendered.Ready ready) {
            walked.computeIfAbsent(ready.mail().language(), l -> new BitSet())
                    .or(ready.mail().branches());
            hasMails = true;
            said = ready.mail().findings();
        } else if (rendered instanceof Rendered.Held held) {
            said = held.findings();
        }
        for (Finding finding : said) {
            var kind = new Kind(finding.severity(), finding.rule(), finding.place(), finding.message());
            if (people.size() < MOST_KINDS || people.containsKey(kind)) {
                people.merge(kind, 1L, Long::sum);
            }
        }
    }

    /** Everything there is to say, the gravest first, equal ones gathered with the number of people they concern. */
    public List<Finding> findings() {
        List<Finding> known = findings;
        if (known == null) {
            known = gathered();
            findings = known;
        }
        return known;
    }

    private List<Finding> gathered() {
        var found = new ArrayList<>(CampaignLint.of(campaign, renderer, audience, catalog, history, walked, hasMails));
        var located = located(found);
        people.forEach((kind, number) -> {
            if (!located.containsKey(said(kind.rule(), kind.message()))) {
                found.add(new Finding(kind.severity(), kind.rule(), kind.place(), kind.message(), number));
            }
        });
        found.replaceAll(f -> concerning(f, located.getOrDefault(said(f.rule(), f.message()), f.people())));
        found.sort(GRAVEST_FIRST);
        return found.stream().distinct().toList();
    }

    /** What was found in mails and is known by its line in a template: told once, by the line. */
    private Map<String, Long> located(List<Finding> found) {
        var located = new HashMap<String, Long>();
        people.forEach((kind, number) -> {
            String said = said(kind.rule(), kind.message());
            if (found.stream().anyMatch(f -> said(f.rule(), f.message()).equals(said))) {
                located.merge(said, number, Math::max);
            }
        });
        return located;
    }

    private static String said(String rule, String message) {
        return rule + ' ' + message;
    }

    private static Finding concerning(Finding finding, long people) {
        return new Finding(finding.severity(), finding.rule(), finding.place(), finding.message(), people);
    }
}
