/**
 * What can be shown: items, their availability, their texts, and the product feeds they come from.
 *
 * <p>Open {@link org.personalize.catalog.Catalog} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.catalog;
