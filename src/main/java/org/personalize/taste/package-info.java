/**
 * What people want: how popular things are lately, what a person had before, what others had who had the same, what reads
 * alike; each a {@link org.personalize.taste.Clue}, blended into log-odds by weights that training found on stretches of
 * time, one after the other.
 *
 * <p>Open {@link org.personalize.taste.Taste} first, then {@link org.personalize.taste.TasteTraining}.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.taste;
