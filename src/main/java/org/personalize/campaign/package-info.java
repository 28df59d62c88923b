/**
 * What is asked for: the YAML files as records, with every mistake told at once; which occurrence is in force; the seeded
 * draw; and what only the workspace's secret key can make, such as the signed token of a link.
 *
 * <p>Open {@link org.personalize.campaign.Campaign} first, then {@link org.personalize.campaign.CampaignFile}. A new key
 * is one line in the {@code …Keys} class of its section and one where that class reads it; schema, guide and messages
 * follow.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.campaign;
