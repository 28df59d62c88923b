/**
 * The words: subject, HTML, text part, inlined style, pictures, and the one lint engine behind every command.
 *
 * <p>Open {@link org.personalize.render.Renderer} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.render;
