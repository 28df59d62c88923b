/**
 * Who gets what and when, as a pure function of campaign, audience, history, seed and clock.
 *
 * <p>Open {@link org.personalize.plan.Planner} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.plan;
