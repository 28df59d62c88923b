/**
 * Pages people look at, built from one small kit: for now the gallery of previews.
 *
 * <p>Open {@link org.personalize.report.Gallery} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.report;
