package org.personalize.deliver;

import java.io.IOException;
import java.io.OutputStream;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.KeyedHash;
import org.personalize.render.Mail;

/** Writes a mail as the message that goes over the wire. */
public final class MimeMail {

    public MimeMail(Campaign campaign, KeyedHash hashes) {}

    public void write(Mail mail, OutputStream out) throws IOException {}
}
