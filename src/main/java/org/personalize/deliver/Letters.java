package org.personalize.deliver;

import org.personalize.render.Mail;

/** What goes over the wire for a mail. */
public interface Letters {

    /**
     * The whole message; dots are not stuffed yet.
     *
     * @param eightBit whether the relay takes bytes over 127 in a body
     * @param utf8 whether it is sent as an international message, so that headers may hold UTF-8
     * @throws IllegalArgumentException when a value would become a header of its own
     */
    Message message(Mail mail, boolean eightBit, boolean utf8);

    /** Where bounces go; blank for nowhere. */
    String envelopeSender(Mail mail);
}
