/**
 * The door: options become records, a flow runs, its story is told as text or JSON, an exit code is returned. Nothing
 * else prints, looks at the clock or ends the process.
 *
 * <p>Open {@link org.personalize.cli.PersonalizeCommand} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.cli;
