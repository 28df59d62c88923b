/**
 * Measured results, and the pages people look at: the gallery of previews, a training, a campaign's report. The pages are
 * built from one small kit.
 *
 * <p>Open {@link org.personalize.report.CampaignReport} first, and of the pages {@link org.personalize.report.ReportPage}.
 * The kit is {@link org.personalize.report.Page}, one file that works from disk, reaches no network and runs no script but
 * its own; {@link org.personalize.report.Drawing} for plots; {@link org.personalize.report.FigureTable} for tables that can be
 * sorted and saved. Every value enters a page through {@link org.personalize.report.Markup} or {@link
 * org.personalize.plan.Json}, which make it harmless.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.report;
