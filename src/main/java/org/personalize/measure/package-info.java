/**
 * Honest figures: means with their intervals, splits forward in time, ranking, timing and calibration scores. Whatever
 * judges a model, a plan or a campaign does it with these, so that two figures with one name mean the same.
 *
 * <p>Open {@link org.personalize.measure.Interval} first, then {@link org.personalize.measure.ForwardSplit} and {@link
 * org.personalize.measure.RankingScore}.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.measure;
