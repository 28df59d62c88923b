/**
 * The few flows that tie the rooms together; each fits one screen.
 *
 * <p>Open {@link org.personalize.run.DryRun} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.run;
