/**
 * What was promised, tried and accepted, for as long as the workspace lives; and who must never be written to. SQLite or
 * PostgreSQL hold it, and nobody outside this room knows which.
 *
 * <p>Two durable marks make sending safe: a mail is claimed before anything of it is rendered, and finishing before its
 * final dot is written. Open {@link org.personalize.ledger.Ledger} first, then {@link org.personalize.ledger.Shift}.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.ledger;
