/**
 * Handing a mail over: a courier takes a rendered mail and gives back an outcome. One writes previews, the other talks to
 * the relay over a line that it keeps; the message itself, headers and all, is the same for both. Signing, pace, and what a
 * received test mail and the name servers tell the doctor are here, too.
 *
 * <p>Open {@link org.personalize.deliver.Courier} first, then {@link org.personalize.deliver.MimeMail} for the message and
 * {@link org.personalize.deliver.SmtpCourier} with its {@code Transaction} for the way it goes.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.deliver;
