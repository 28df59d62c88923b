/**
 * The few flows that tie the rooms together, one for each command: dry run, plan, check and init. Each fits one screen.
 *
 * <p>Open {@link org.personalize.run.DryRun} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.run;
