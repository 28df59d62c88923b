/**
 * What people did: events in compact arrays, what they say about each person, and the words a condition may use.
 *
 * <p>Open {@link org.personalize.history.History} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.history;
