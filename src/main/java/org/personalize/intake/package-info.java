/**
 * What comes back: reports of mail providers, returned mail, web servers' logs and other systems' exports, read as one
 * sequence of events, whatever form they have. A file's form is recognised by what stands in it, its parts are read one after
 * the other, and of each it is said what became of it: understood, left out for a reason, or unreadable.
 *
 * <p>Open {@link org.personalize.intake.Intake} first, then {@link org.personalize.intake.Returned}.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.intake;
