/**
 * Who gets what and when, as a pure function of campaign, audience, history, seed and clock; how everybody is counted; and
 * the plan as a file.
 *
 * <p>Open {@link org.personalize.plan.Planner} first, then {@link org.personalize.plan.Decision} for what comes out of it.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.plan;
