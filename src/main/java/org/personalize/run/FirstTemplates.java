package org.personalize.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.render.Placeholders;
import org.personalize.run.ExportGuess.Role;

/** The shared templates of the sample shop as somebody's own shop starts with them: without what only the sample has. */
final class FirstTemplates {

    /** In words that are a text of FreeMarker's, and elsewhere. */
    private static final String SHOP_IN_WORDS = "Fernhill Outdoor";

    private static final String SHOP = ">" + SHOP_IN_WORDS + "<";
    private static final String SITE = "https://www.fernhill.example/";

    private static final Map<String, String> OWN_WORDS = Map.ofEntries(
            Map.entry("item.price_currency!\"EUR\"", "item.price_currency!\"\""),
            Map.entry("Read the story", "Read more"),
            Map.entry("Zur Geschichte", "Weiterlesen"),
            Map.entry("Lire le récit", "Lire la suite"),
            Map.entry("Fresh from our workshop", "Recommended by us"),
            Map.entry("Frisch aus unserer Werkstatt", "Von uns empfohlen"),
            Map.entry("Tout juste sorti de l’atelier", "Recommandé par nous"));

    /** The sample's categories have names of their own in each language; others are called as the file calls them. */
    private static final Pattern CATEGORY = Pattern.compile("(?s)<#function category id>.*?</#function>");

    private static final String OWN_CATEGORY = "<#function category id><#return id></#function>";

    private static final Pattern LOYALTY = Pattern.compile("(?s)<#function (tier|points) .*?</#function>\\R");
    private static final Pattern BRAND = Pattern.compile("<a (class=\"brand\") href=\"" + SITE + "\">(.*?)</a>");
    private static final Pattern LOGO = Pattern.compile("(?m)^<td class=\"logo-cell\".*\\R");
    private static final Pattern BADGE = Pattern.compile("(?s)<#if customer\\.loyalty_tier\\?\\?>\\R.*?\\R</#if>\\R");
    private static final Pattern BIRTHDAY =
            Pattern.compile("(?s)<#-- Whether the mail arrives in the month.*?</#function>\\R");
    private static final Pattern GREETING = Pattern.compile("<#if customer\\.first_name\\?\\?>.*?</#if>");

    /** What shows the items that were chosen for a person; where there are no items, nothing can be chosen. */
    private static final Pattern CHOSEN = Pattern.compile("(?s)<#import \"shared/item\\.ftlh\" as show>\\R"
            + "|<#if \\(slots\\.picks\\)\\?has_content>.*?</#if>\\R\\R|; what is chosen for each person comes below");

    private static final String LINK = "${item.url}";

    /** Shopify's products are found under their ids; of others this is no worse a start. */
    private static final String MADE_LINK = Placeholders.SITE + "products/${item.item_id?url}";

    private static final String ABOUT_LINKS =
            "<#-- CHANGE: your items have no links, so they are made of the items' ids here. -->\n";

    private final boolean hasNames;
    private final boolean hasItems;
    private final boolean hasLinks;
    private final Optional<String> site;

    FirstTemplates(FirstLook look) {
        hasNames = look.guesses().stream()
                .anyMatch(g -> g.role() == Role.CUSTOMERS && g.has("first_name", Audience.HEADERS));
        List<ExportGuess> items = look.all(Role.ITEMS);
        hasItems = !items.isEmpty();
        hasLinks = items.stream().anyMatch(g -> g.has("url", Catalog.HEADERS) || g.has("link", Catalog.HEADERS));
        site = items.stream().flatMap(g -> g.site().stream()).findFirst();
    }

    String own(String template) {
        String own = LOGO.matcher(template).replaceAll("");
        own = BADGE.matcher(own).replaceAll("");
        own = BIRTHDAY.matcher(own).replaceAll("");
        if (!hasNames) {
            own = GREETING.matcher(own).replaceAll("");
        }
        if (!hasItems) {
            own = CHOSEN.matcher(own).replaceAll("");
        }
        own = CATEGORY.matcher(own).replaceAll(Matcher.quoteReplacement(OWN_CATEGORY));
        own = LOYALTY.matcher(own).replaceAll("");
        for (Map.Entry<String, String> word : OWN_WORDS.entrySet()) {
            own = own.replace(word.getKey(), word.getValue());
        }
        own = own.replace(SHOP, ">${campaign.from}<").replace(SHOP_IN_WORDS, "\" + campaign.from + \"");
        own = BRAND.matcher(own)
                .replaceAll(
                        site.map(home -> "<a $1 href=\"" + home + "\">$2</a>").orElse("<span $1>$2</span>"));
        return hasLinks || !own.contains(LINK) ? own : ABOUT_LINKS + own.replace(LINK, MADE_LINK);
    }
}
