package org.personalize.render;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;
import org.personalize.campaign.Campaign;
import org.personalize.catalog.Catalog;
import org.personalize.plan.Decision;

/** Where the mails of one campaign lead: their two ways out, and the links and pictures as a mail must carry them. */
final class Addressing {

    private static final String TOKEN = "${token}";

    private final @Nullable String unsubscribe;
    private final @Nullable String preferences;
    private final boolean hasTokens;
    private final TokenSource tokens;
    private final CampaignLinks links;
    private final LinkMarks marks;
    private final Pictures pictures;

    Addressing(Campaign campaign, Audience audience, Catalog catalog, TokenSource tokens) {
        this.unsubscribe = campaign.compliance().unsubscribe();
        this.preferences = campaign.compliance().preferences();
        this.hasTokens = holdsToken(unsubscribe) || holdsToken(preferences);
        this.tokens = tokens;
        this.links = new CampaignLinks(campaign);
        this.marks = new LinkMarks(links, audience, catalog, tokens);
        this.pictures = new Pictures(campaign.images());
    }

    /** One person's own addresses to opt out and to say what is liked, each where the campaign names one. */
    record Ways(@Nullable String unsubscribe, @Nullable String preferences) {

        /** By the names that templates know. */
        Map<String, Object> names() {
            var names = new HashMap<String, Object>();
            if (unsubscribe != null) {
                names.put("unsubscribe", unsubscribe);
            }
            if (preferences != null) {
                names.put("preferences", preferences);
            }
            return names;
        }

        private boolean hold(String target) {
            return target.equals(unsubscribe) || target.equals(preferences);
        }
    }

    Ways ways(Customer customer) {
        String token = hasTokens ? tokens.tokenOf(customer) : "";
        return new Ways(withToken(unsubscribe, token), withToken(preferences, token));
    }

    Pictures pictures() {
        return pictures;
    }

    /**
     * The page with its links and pictures as the mail must carry them; the two ways out stay as they are.
     *
     * @param localColumns of items, in the mail's language
     */
    Page addressed(Page page, Decision decision, Map<String, String> localColumns, Ways ways, KnownText known) {
        if (links.changesNothing()) {
            return pictures.changeNothing() ? page : Rewriting.pictures(page, known, pictures::mailed);
        }
        var carried = marks.of(decision, localColumns);
        return Rewriting.of(
                page, known, target -> ways.hold(target) ? target : links.tracked(target, carried), pictures::mailed);
    }

    private static @Nullable String withToken(@Nullable String address, String token) {
        return address == null ? null : address.replace(TOKEN, token);
    }

    private static boolean holdsToken(@Nullable String address) {
        return address != null && address.contains(TOKEN);
    }
}
