/**
 * What is asked for: the YAML files as records, the seeded draw and the signed token.
 *
 * <p>Open {@link org.personalize.campaign.Campaign} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.campaign;
