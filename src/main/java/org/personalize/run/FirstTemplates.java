package org.personalize.run;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.run.ExportGuess.Role;

/** The shared templates of the sample shop as somebody's own shop starts with them: without what only the sample has. */
final class FirstTemplates {

    private static final Map<String, String> OWN_WORDS = Map.of(
            "Fernhill Outdoor", "Your Shop",
            "https://www.fernhill.example/", "https://www.example.com/",
            "item.price_currency!\"EUR\"", "item.price_currency!\"\"");

    private static final Pattern LOGO = Pattern.compile("(?m)^<td class=\"logo-cell\".*\\R");
    private static final Pattern BADGE = Pattern.compile("(?s)<#if customer\\.loyalty_tier\\?\\?>\\R.*?\\R</#if>\\R");
    private static final Pattern BIRTHDAY =
            Pattern.compile("(?s)<#-- Whether the mail arrives in the month.*?</#function>\\R");
    private static final Pattern GREETING = Pattern.compile("<#if customer\\.first_name\\?\\?>.*?</#if>");

    private static final String LINK = "${item.url}";

    /** Shopify's products are found under their ids; of others this is no worse a start. */
    private static final String MADE_LINK = "https://www.example.com/products/${item.item_id?url}";

    private static final String ABOUT_LINKS =
            "<#-- CHANGE: your items have no links, so they are made of the items' ids here. -->\n";

    private final boolean hasNames;
    private final boolean hasLinks;

    FirstTemplates(FirstLook look) {
        hasNames = look.guesses().stream()
                .anyMatch(g -> g.role() == Role.CUSTOMERS && g.has("first_name", Audience.HEADERS));
        hasLinks = look.guesses().stream().anyMatch(g -> g.role() == Role.ITEMS && g.has("url", Catalog.HEADERS));
    }

    String own(String template) {
        String own = LOGO.matcher(template).replaceAll("");
        own = BADGE.matcher(own).replaceAll("");
        own = BIRTHDAY.matcher(own).replaceAll("");
        if (!hasNames) {
            own = GREETING.matcher(own).replaceAll("");
        }
        for (Map.Entry<String, String> word : new TreeMap<>(OWN_WORDS).entrySet()) {
            own = own.replace(word.getKey(), word.getValue());
        }
        return hasLinks || !own.contains(LINK) ? own : ABOUT_LINKS + own.replace(LINK, MADE_LINK);
    }
}
