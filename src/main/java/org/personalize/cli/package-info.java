/**
 * The door: options become records, a flow runs, its summary is printed, an exit code is returned.
 *
 * <p>Open {@link org.personalize.cli.PersonalizeCommand} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.cli;
