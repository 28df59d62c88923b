package org.personalize.render;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;

/**
 * Whose web servers may learn who follows a link: those that already learn it from the pages for opting out. Their hosts, what
 * is below them, and the sender's domain where one of these hosts belongs to it. Links that are not encrypted, or
 * that look otherwise than usual, are nobody's own.
 */
final class OwnHosts {

    static final OwnHosts NONE = new OwnHosts(Set.of());

    private static final String SCHEME = "https://";
    private static final String WWW = "www.";

    private final Set<String> domains;

    private OwnHosts(Set<String> domains) {
        this.domains = Set.copyOf(domains);
    }

    static OwnHosts of(Campaign campaign) {
        Set<String> hosts = new TreeSet<>();
        add(campaign.compliance().unsubscribe(), hosts);
        add(campaign.compliance().preferences(), hosts);
        String address = campaign.from().address();
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (hosts.stream().anyMatch(host -> isWithin(host, domain))) {
            hosts.add(domain);
        }
        return new OwnHosts(hosts);
    }

    private static void add(@Nullable String page, Set<String> hosts) {
        String host = page == null ? null : host(page);
        if (host != null) {
            hosts.add(host.startsWith(WWW) ? host.substring(WWW.length()) : host);
        }
    }

    boolean own(String target) {
        String host = host(target);
        return host != null && domains.stream().anyMatch(domain -> isWithin(host, domain));
    }

    private static boolean isWithin(String host, String domain) {
        return host.equals(domain) || host.endsWith('.' + domain);
    }

    /** The host of a plain address, in lower case; null where anything about it is unusual. */
    private static @Nullable String host(String target) {
        if (!target.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        int end = SCHEME.length();
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        String authority = target.substring(SCHEME.length(), end).toLowerCase(Locale.ROOT);
        int port = authority.indexOf(':');
        String host = port < 0 ? authority : authority.substring(0, port);
        boolean isPortPlain = port < 0 || authority.substring(port + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        boolean isPlain = isPortPlain && !host.isEmpty() && host.chars().allMatch(OwnHosts::isPlain);
        return isPlain ? host : null;
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
    }
}
