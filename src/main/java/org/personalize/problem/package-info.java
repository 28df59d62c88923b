/**
 * What we say when we must stop: where it is, what was expected, what was found and what to do about it.
 *
 * <p>Open {@link org.personalize.problem.InputProblem} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.problem;
