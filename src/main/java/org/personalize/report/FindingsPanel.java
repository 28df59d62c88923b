package org.personalize.report;

import java.util.Comparator;
import java.util.List;
import org.personalize.render.Finding;

/**
 * What the lint engine said of the campaign, worst first, and after it what the plan warned of.
 */
record FindingsPanel(List<Finding> findings, List<String> warnings) {

    /** A campaign with more different findings than this needs its template mended before anybody reads on. */
    private static final int SHOWN = 100;

    FindingsPanel {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .reversed()
                        .thenComparing(Comparator.comparingLong(Finding::people).reversed()))
                .toList();
        warnings = List.copyOf(warnings);
    }

    Markup markup() {
        var panel = new Markup();
        panel.open("section", "class", "panel findings", "aria-labelledby", "findings-title");
        panel.element("h3", "What to look at before sending", "id", "findings-title");
        if (findings.isEmpty() && warnings.isEmpty()) {
            panel.element("p", "Nothing was found that needs mending.", "class", "all-well");
        } else {
            panel.open("ul");
            findings.stream().limit(SHOWN).forEach(finding -> item(panel, finding));
            warnings.stream().limit(SHOWN).forEach(warning -> item(panel, warning));
            panel.close();
        }
        if (findings.size() > SHOWN) {
            panel.element("p", "and " + Plain.count(findings.size() - SHOWN) + " more", "class", "hint");
        }
        return panel.close();
    }

    private static void item(Markup panel, String warning) {
        panel.open("li", "class", "finding").element("span", "Plan", "class", "badge badge-Warning");
        panel.open("div").open("p").value(warning).close().close().close();
    }

    private static void item(Markup panel, Finding finding) {
        String word = Plain.severity(finding.severity());
        panel.open("li", "class", "finding").element("span", word, "class", "badge badge-" + word);
        panel.open("div").open("p").value(finding.message()).close();
        panel.open("p", "class", "hint").element("code", finding.rule());
        if (!finding.place().toString().isEmpty()) {
            panel.text(" · ").value(finding.place().toString());
        }
        if (finding.people() > 0) {
            panel.text(" · " + Plain.count(finding.people(), "mail", "mails") + " ");
            panel.element(
                    "button",
                    "Show them",
                    "type",
                    "button",
                    "class",
                    "link",
                    "data-rule",
                    finding.rule(),
                    "hidden",
                    "");
        }
        panel.close().close().close();
    }
}
