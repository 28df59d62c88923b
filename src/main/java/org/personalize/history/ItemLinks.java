package org.personalize.history;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.catalog.Catalog;

/**
 * Which item a followed link leads to: the one that our own mails name in {@code utm_content}, else the one whose {@code url}
 * it is. Protocol, {@code www.}, a slash at the end, a fragment and parameters that only count visits do not matter; a path
 * alone, as a web server logs it, is enough where no two items share it.
 */
final class ItemLinks {

    private static final String COLUMN = "url";
    private static final String CONTENT = "utm_content=";
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    /** Signed names and tokens have at least so many signs; the numbers of products have fewer. */
    private static final int LONGEST_VALUE = 40;

    /** Links beyond these are looked at anew each time. */
    private static final int MOST_REMEMBERED = 100_000;

    private final Catalog catalog;
    private final Map<String, Integer> found = new HashMap<>();
    private @Nullable Map<String, Integer> byAddress;

    ItemLinks(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether a text that is no item's id may lead to one. */
    static boolean isLink(String text) {
        return text.startsWith("/") || text.startsWith("http://") || text.startsWith("https://");
    }

    /** The number of the item, or -1. */
    int itemOf(String link) {
        Integer known = found.get(link);
        if (known != null) {
            return known;
        }
        int item = ofLink(link);
        if (found.size() < MOST_REMEMBERED) {
            found.put(link, item);
        }
        return item;
    }

    private int ofLink(String link) {
        int content = link.indexOf(CONTENT);
        int slash = content < 0 ? NONE : decoded(value(link, content)).indexOf('/');
        int named =
                slash < 0 ? NONE : catalog.itemOf(decoded(value(link, content)).substring(slash + 1));
        return named >= 0 ? named : Math.max(NONE, addresses().getOrDefault(address(link), NONE));
    }

    private static String value(String link, int parameter) {
        int start = parameter + CONTENT.length();
        int end = start;
        while (end < link.length() && link.charAt(end) != '&' && link.charAt(end) != '#') {
            end++;
        }
        return link.substring(start, end);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private Map<String, Integer> addresses() {
        Map<String, Integer> known = byAddress;
        if (known == null) {
            known = new HashMap<>();
            for (int item = 0; item < catalog.size(); item++) {
                if (catalog.item(item).field(COLUMN) instanceof String url) {
                    put(known, address(url), item);
                    put(known, path(address(url)), item);
                }
            }
            byAddress = known;
        }
        return known;
    }

    private static void put(Map<String, Integer> addresses, String address, int item) {
        if (address.length() > 1) {
            addresses.merge(address, item, (one, other) -> one.equals(other) ? one : (Integer) SEVERAL);
        }
    }

    /** Host, path and the parameters that tell pages apart; of a link without a host, the path and those parameters. */
    static String address(String link) {
        int fragment = link.indexOf('#');
        String whole = fragment < 0 ? link : link.substring(0, fragment);
        int query = whole.indexOf('?');
        String page = query < 0 ? whole : whole.substring(0, query);
        int protocol = page.indexOf("://");
        if (protocol >= 0) {
            int path = page.indexOf('/', protocol + 3);
            String host = page.substring(protocol + 3, path < 0 ? page.length() : path)
                    .toLowerCase(Locale.ROOT);
            page = (host.startsWith("www.") ? host.substring(4) : host) + (path < 0 ? "" : page.substring(path));
        }
        String plain = page.endsWith("/") ? page.substring(0, page.length() - 1) : page;
        return query < 0 ? plain : plain + telling(whole.substring(query + 1));
    }

    /** A parameter of few letters that holds a signed name is as little part of the page as those of campaigns. */
    private static String telling(String query) {
        var kept = new StringBuilder();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            if (!parameter.startsWith("utm_") && !parameter.isEmpty() && value.length() < LONGEST_VALUE) {
                kept.append(kept.length() == 0 ? '?' : '&').append(parameter);
            }
        }
        return kept.toString();
    }

    private static String path(String address) {
        int slash = address.indexOf('/');
        return slash < 0 ? "" : address.substring(slash);
    }
}
