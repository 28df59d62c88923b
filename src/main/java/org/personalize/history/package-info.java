/**
 * What people did: events in compact arrays, what they weigh, and what a condition may ask of them: {@code profile.…},
 * {@code received}, {@code clicked} and {@code bought_since}. The opt-outs among the events are passed on to the audience.
 *
 * <p>Open {@link org.personalize.history.History} first, then {@link org.personalize.history.PersonScope}.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.history;
