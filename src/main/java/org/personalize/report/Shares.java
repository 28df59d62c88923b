package org.personalize.report;

import java.util.List;
import java.util.Locale;

/**
 * Parts of a whole, drawn and written beside it.
 *
 * @param label what the drawing shows, for those who cannot see it
 */
record Shares(String label, List<Share> shares) {

    /** @param tone a class of the page's style: good, calm, left or bad */
    record Share(String name, long count, String tone) {}

    Shares {
        shares = List.copyOf(shares);
    }

    /** One bar cut into its parts, with a legend below. */
    Markup stacked() {
        var drawn = new Markup();
        drawn.open(
                "svg",
                "class",
                "stack",
                "viewBox",
                "0 0 1000 20",
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                label);
        double from = 0;
        for (Share share : shares) {
            double width = 1000.0 * share.count() / whole();
            drawn.open(
                    "rect",
                    "class",
                    "tone-" + share.tone(),
                    "x",
                    decimal(from),
                    "width",
                    decimal(width),
                    "height",
                    "20");
            drawn.element("title", share.name() + ": " + Plain.count(share.count()))
                    .close();
            from += width;
        }
        drawn.close();
        return drawn.add(legend());
    }

    private Markup legend() {
        var legend = new Markup().open("ul", "class", "legend");
        for (Share share : shares) {
            legend.open("li", "class", "tone-" + share.tone()).element("b", Plain.count(share.count()));
            legend.element("span", share.name())
                    .element("i", Plain.share(share.count(), whole()))
                    .close();
        }
        return legend.close();
    }

    /** A bar each, beside its name and count. */
    Markup bars() {
        var bars = new Markup().open("ul", "class", "bars", "aria-label", label);
        for (Share share : shares) {
            bars.open("li").value(share.name());
            bars.open("svg", "viewBox", "0 0 1000 8", "preserveAspectRatio", "none", "aria-hidden", "true");
            bars.element(
                    "rect",
                    "",
                    "class",
                    "tone-" + share.tone(),
                    "width",
                    decimal(1000.0 * share.count() / whole()),
                    "height",
                    "8");
            bars.close()
                    .element("b", Plain.count(share.count()))
                    .element("i", Plain.share(share.count(), whole()))
                    .close();
        }
        return bars.close();
    }

    private long whole() {
        return Math.max(1, shares.stream().mapToLong(Share::count).sum());
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
