/**
 * Pages people look at, built from one small kit: for now the gallery of previews.
 *
 * <p>Open {@link org.personalize.report.Gallery} first. {@link org.personalize.report.Page} is the kit: one file that
 * works from disk, reaches no network and runs no script but its own. Every value enters a page through {@link
 * org.personalize.report.Markup} or {@link org.personalize.plan.Json}, which make it harmless.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.report;
