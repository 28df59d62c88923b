/**
 * When people read: the hours at which each person was active, shrunk towards everybody's.
 *
 * <p>Open {@link org.personalize.rhythm.ActivityHours} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.rhythm;
