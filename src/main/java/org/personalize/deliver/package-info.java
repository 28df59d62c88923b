/**
 * Handing a mail over: a courier takes a rendered mail and gives back an outcome. The one there is writes previews; the
 * message itself, headers and all, is the one that a relay would get.
 * {@link org.personalize.deliver.ReceivedMail} and {@link org.personalize.deliver.DnsTicks} look at what became of it and at
 * what the world can see of the sender.
 *
 * <p>Open {@link org.personalize.deliver.Courier} first, then {@link org.personalize.deliver.MimeMail}.
 */
@org.jspecify.annotations.NullMarked
package org.personalize.deliver;
