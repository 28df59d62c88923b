/**
 * Who may be written to: customers, mailboxes, time zones and languages, consent, suppression, and the merging of rows
 * that mean the same mailbox.
 *
 * <p>Open {@link org.personalize.audience.Audience} first, then {@link org.personalize.audience.Suppressions} for who is
 * left in peace, and why.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.audience;
