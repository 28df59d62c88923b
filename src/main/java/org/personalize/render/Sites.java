package org.personalize.render;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sites to which mails lead. Most links lead to few, and each site is looked at once. */
final class Sites {

    private static final int MOST = 1_000;

    private final Set<String> fine = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> examples = new ConcurrentHashMap<>();

    /** Why a link leads nowhere. */
    Optional<String> fault(String link) {
        String site = link.substring(0, end(link));
        if (fine.contains(site)) {
            return Optional.empty();
        }
        Optional<String> fault = DeadLink.fault(link);
        if (fault.isEmpty() && !site.isEmpty() && fine.size() < MOST) {
            fine.add(site);
        }
        return fault;
    }

    /** Whether an address is one of those kept for examples. */
    boolean isExample(String target) {
        int end = end(target);
        if (end == 0 || target.indexOf('@') >= 0) {
            return Placeholders.isExample(target);
        }
        String site = target.substring(0, end);
        Boolean known = examples.get(site);
        if (known == null) {
            known = Placeholders.isExample(site);
            if (examples.size() < MOST) {
                examples.put(site, known);
            }
        }
        return known;
    }

    /** Where the site's name ends in a link; 0 in one that names no site. */
    private static int end(String link) {
        int slashes = link.indexOf("://");
        if (slashes < 0) {
            return 0;
        }
        int end = slashes + "://".length();
        while (end < link.length() && "/?#".indexOf(link.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
