/**
 * Who may be written to: customers, mailboxes, consent, suppression and the merging of duplicate rows.
 *
 * <p>Open {@link org.personalize.audience.Audience} first.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.audience;
