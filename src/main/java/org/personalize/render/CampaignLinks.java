package org.personalize.render;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.personalize.campaign.Campaign;

/**
 * Adds {@code utm_*} parameters to web links, so that a web analysis can tell which campaign a visit came from. A
 * parameter that the author wrote by hand stays; links to opt-out and preferences are left alone.
 */
final class CampaignLinks {

    private static final String MEDIUM = "email";

    private final boolean isUtm;
    private final String source;
    private final String campaign;

    CampaignLinks(Campaign campaign) {
        this.isUtm = campaign.links().isUtm();
        this.source = encoded(campaign.compliance().topic());
        this.campaign = encoded(campaign.name());
    }

    boolean changesNothing() {
        return !isUtm;
    }

    /**
     * @param contents the address of every chosen item to {@code slot/item}
     */
    String tracked(String target, Map<String, String> contents) {
        if (!target.startsWith("https://") && !target.startsWith("http://")) {
            return target;
        }
        int fragment = target.indexOf('#');
        String base = fragment < 0 ? target : target.substring(0, fragment);
        var url = new StringBuilder(base);
        add(url, base, "utm_source", source);
        add(url, base, "utm_medium", MEDIUM);
        add(url, base, "utm_campaign", campaign);
        String content = contents.get(target);
        if (content != null) {
            add(url, base, "utm_content", content);
        }
        return url.append(target, base.length(), target.length()).toString();
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
