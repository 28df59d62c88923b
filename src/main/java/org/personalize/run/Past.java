package org.personalize.run;

import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;

/** A campaign, whom it may mean, and what happened: what mails that went out are judged by. */
record Past(Campaign campaign, Audience audience, Catalog catalog, History history) {}
