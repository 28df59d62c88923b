/**
 * Handing a mail over: a courier takes a rendered mail and gives back an outcome. One writes previews; the other is a line
 * to a relay, and what it hands over is the same message, headers and all.
 *
 * <p>Open {@link org.personalize.deliver.Courier} and {@link org.personalize.deliver.Outcome} first, then {@link
 * org.personalize.deliver.MimeMail} for the message, and {@link org.personalize.deliver.SmtpCourier} for the line: a
 * courier opens a {@code Line} over a {@code Wire}, on which Jakarta Mail speaks the {@code Opening} and a {@code
 * Transaction} every mail. {@link org.personalize.deliver.Berths} and {@link org.personalize.deliver.Pace} say how many
 * lines there may be, and how fast mails go.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.deliver;
