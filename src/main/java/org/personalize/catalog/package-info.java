/**
 * What can be shown: items, their prices, texts and availability, and the product files of shops that they come from.
 *
 * <p>Open {@link org.personalize.catalog.Catalog} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.catalog;
