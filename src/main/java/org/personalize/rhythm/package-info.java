/**
 * When people are there. Two models learn it: one from the hours at which people are active, drawn towards the rhythms of
 * people like them; the other from mails and what came of them, corrected by the hours at which mail lay there. Training
 * chooses between them, and their settings, by splits forward in time, and says so where one hour for everybody is as good.
 *
 * <p>Open {@link org.personalize.rhythm.Rhythms} first for what is said of a person, {@link
 * org.personalize.rhythm.RhythmTraining} for how it is learned, then {@link org.personalize.rhythm.HabitRhythm} and {@link
 * org.personalize.rhythm.ReplyRhythm} for the formulas.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.rhythm;
