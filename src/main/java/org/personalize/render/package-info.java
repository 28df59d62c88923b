/**
 * The words: subject, HTML, text part, inlined style and pictures for one person; and the one lint engine that looks at
 * every mail and at the campaign as a whole.
 *
 * <p>Open {@link org.personalize.render.Renderer} first, then {@link org.personalize.render.Lint}.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.render;
