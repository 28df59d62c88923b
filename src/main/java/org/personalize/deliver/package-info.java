/**
 * Handing a mail over: a courier takes a rendered mail and gives back an outcome.
 *
 * <p>Open {@link org.personalize.deliver.Courier} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.deliver;
