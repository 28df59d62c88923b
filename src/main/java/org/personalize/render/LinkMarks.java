package org.personalize.render;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;
import org.personalize.catalog.Catalog;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Choice;
import org.personalize.render.CampaignLinks.Marks;

/** Works out what the links of one mail carry: which items stand in it, and whose it is. */
final class LinkMarks {

    private final CampaignLinks links;
    private final Audience audience;
    private final Catalog catalog;
    private final TokenSource tokens;

    LinkMarks(CampaignLinks links, Audience audience, Catalog catalog, TokenSource tokens) {
        this.links = links;
        this.audience = audience;
        this.catalog = catalog;
        this.tokens = tokens;
    }

    /** @param localColumns of items, in the mail's language */
    Marks of(Decision decision, Map<String, String> localColumns) {
        Customer customer = audience.customer(decision.person());
        boolean isNamed = links.namesPeople() && audience.allowsTracking(decision.person());
        return new Marks(
                contents(decision, localColumns),
                Objects.requireNonNull(decision.variant()),
                isNamed ? tokens.linkTokenOf(customer) : "");
    }

    private Map<String, String> contents(Decision decision, Map<String, String> localColumns) {
        var contents = new HashMap<String, String>();
        decision.slots().forEach((slot, choices) -> {
            for (Choice choice : choices) {
                var item = catalog.item(choice.item());
                if (new ShownItem(item, choice.why(), localColumns).field("url") instanceof String url) {
                    contents.putIfAbsent(url, CampaignLinks.encoded(slot + "/" + item.id()));
                }
            }
        });
        return contents;
    }
}
