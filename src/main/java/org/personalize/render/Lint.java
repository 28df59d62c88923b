package org.personalize.render;

import java.util.List;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;

/** The one lint engine behind every command: gathers what is said of single mails, and judges the campaign as a whole. */
public final class Lint {

    public Lint(Campaign campaign, Renderer renderer, Audience audience, Catalog catalog, History history) {}

    /** Takes what came of one person; called in the order of the people. */
    public void take(Rendered rendered) {}

    /** Everything there is to say, the gravest first, equal ones gathered with the number of people they concern. */
    public List<Finding> findings() {
        return List.of();
    }
}
