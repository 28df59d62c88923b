/**
 * FreeMarker behind a locked door: templates and conditions that are checked when parsed and bounded when run.
 *
 * <p>Open {@link org.personalize.template.TemplateRoom} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.template;
