/**
 * What people want: decayed popularity, coloured by each person's own categories and by the interests they stated.
 *
 * <p>Open {@link org.personalize.taste.Popularity} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.taste;
