/**
 * When people are there: the hours at which each person was active, drawn towards those of their country and language, and
 * these towards everybody's. It says nothing of how a mail at another hour would do.
 *
 * <p>Open {@link org.personalize.rhythm.ActivityHours} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.rhythm;
