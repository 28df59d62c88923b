/**
 * What training is as a whole: it lets the rooms before it choose and learn, writes the papers that say from what and how
 * well, and keeps all of it in one checked file.
 *
 * <p>Open {@link org.personalize.learn.Model} first, then {@link org.personalize.learn.Training} for how it comes about and
 * {@link org.personalize.learn.ModelFile} for how it is kept.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.learn;
