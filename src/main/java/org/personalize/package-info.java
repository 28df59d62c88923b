/**
 * One e-mail per person instead of one e-mail per list.
 *
 * <p>The packages are rooms, and the map is the way the data goes. A room imports only rooms to its left:
 *
 * <pre>
 * problem - template - csv - campaign - audience - catalog - history - measure - rhythm - taste - learn - plan - render -
 * deliver - ledger - intake - report - run - cli
 * </pre>
 *
 * <p>Start with {@link org.personalize.cli.PersonalizeCommand} for what a user can type, then {@link
 * org.personalize.run.DryRun} for the whole way from files to previews on one screen. What is decided stands in {@link
 * org.personalize.plan.Planner}, what it is decided by in {@link
 * org.personalize.learn.Model}, what is written to a person in {@link org.personalize.render.Renderer}. Each room's own page
 * says what to open first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize;
