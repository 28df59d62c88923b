package org.personalize.render;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;

/**
 * Adds {@code utm_*} parameters to web links, so that a web analysis can tell which campaign a visit came from, and a sealed
 * name of the person to links of one's own, so that a visit can be taken in as a click. A parameter that the author
 * wrote by hand stays; links to opt-out and preferences are left alone.
 */
final class CampaignLinks {

    private static final String MEDIUM = "email";

    private final boolean isUtm;
    private final @Nullable String personParameter;
    private final OwnHosts ownHosts;
    private final boolean hasVariants;
    private final String source;
    private final String campaign;

    CampaignLinks(Campaign campaign) {
        this.isUtm = campaign.links().isUtm();
        // Who never asked for consent to be watched has nobody's.
        this.personParameter = campaign.audience().trackingConsentColumn() == null
                ? null
                : campaign.links().personIdParameter();
        this.ownHosts = personParameter == null ? OwnHosts.NONE : OwnHosts.of(campaign);
        this.hasVariants = campaign.subjects().size() > 1;
        this.source = encoded(campaign.compliance().topic());
        this.campaign = encoded(campaign.name());
    }

    boolean changesNothing() {
        return !isUtm && personParameter == null;
    }

    /** Whether links of people who allow it name the person. */
    boolean namesPeople() {
        return personParameter != null;
    }

    /**
     * What the links of one mail carry.
     *
     * @param contents the address of every chosen item to {@code slot/item}
     * @param person the person's sealed name; blank for nobody
     */
    record Marks(Map<String, String> contents, String variant, String person) {}

    String tracked(String target, Marks marks) {
        if (!target.startsWith("https://") && !target.startsWith("http://")) {
            return target;
        }
        int fragment = target.indexOf('#');
        String base = fragment < 0 ? target : target.substring(0, fragment);
        var url = new StringBuilder(base);
        if (isUtm) {
            addUtm(url, base, target, marks);
        }
        if (personParameter != null && !marks.person().isEmpty() && ownHosts.own(base)) {
            add(url, base, personParameter, marks.person());
        }
        return url.append(target, base.length(), target.length()).toString();
    }

    private void addUtm(StringBuilder url, String base, String target, Marks marks) {
        add(url, base, "utm_source", source);
        add(url, base, "utm_medium", MEDIUM);
        add(url, base, "utm_campaign", campaign);
        if (hasVariants) {
            add(url, base, "utm_term", encoded(marks.variant()));
        }
        String content = content(target, base, marks.contents());
        if (content != null) {
            add(url, base, "utm_content", content);
        }
    }

    /** Of the item's own address, or of the same with parameters that the author added. */
    private static @Nullable String content(String target, String base, Map<String, String> contents) {
        String exact = contents.get(target);
        if (exact != null || contents.isEmpty()) {
            return exact;
        }
        String whole = contents.get(base);
        int query = base.indexOf('?');
        return whole != null || query < 0 ? whole : contents.get(base.substring(0, query));
    }

    private static void add(StringBuilder url, String base, String name, String value) {
        if (base.contains("?" + name + "=") || base.contains("&" + name + "=")) {
            return;
        }
        char last = url.charAt(url.length() - 1);
        url.append(url.indexOf("?") < 0 ? "?" : last == '?' || last == '&' ? "" : "&")
                .append(name)
                .append('=')
                .append(value);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
