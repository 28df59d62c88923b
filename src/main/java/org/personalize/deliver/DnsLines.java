package org.personalize.deliver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Dkim;
import org.personalize.campaign.Smtp;
import org.personalize.campaign.Smtp.Relay;

/** The lines that a campaign's domains need at their name servers, ready to be pasted. */
record DnsLines(String from, String bounces, String spfRule, List<Key> keys) {

    private static final int LONGEST_PIECE = 255;

    /** A key for DKIM: the name under which it is published, and the text. */
    record Key(String domain, String selector, String record) {

        String name() {
            return selector + "._domainkey." + domain;
        }

        String line() {
            return txt(name(), record);
        }
    }

    DnsLines {
        keys = List.copyOf(keys);
    }

    /** Reads the DKIM keys of the campaign, to publish their public halves. */
    static DnsLines of(Campaign campaign) throws IOException {
        String from = Postbox.of(campaign.from().address()).domain();
        Smtp smtp = campaign.smtp();
        String bounceTo = smtp == null ? null : smtp.bounceTo();
        return new DnsLines(
                from,
                bounceTo == null ? from : Postbox.of(bounceTo).domain(),
                spfRule(smtp == null ? Relay.PLAIN : smtp.relay()),
                keys(campaign.dkim()));
    }

    private static List<Key> keys(@Nullable Dkim dkim) throws IOException {
        List<Key> keys = new ArrayList<>();
        if (dkim != null) {
            String domain = Postbox.asciiDomain(dkim.domain());
            String rsa = DkimKey.read(DkimKey.Kind.RSA, dkim.key()).dnsRecord();
            keys.add(new Key(domain, dkim.selector(), rsa));
            Dkim.Ed25519 second = dkim.ed25519();
            if (second != null) {
                String ed25519 =
                        DkimKey.read(DkimKey.Kind.ED25519, second.key()).dnsRecord();
                keys.add(new Key(domain, second.selector(), ed25519));
            }
        }
        return keys;
    }

    /** Where a provider sends from is its own business; of a plain relay only its owner knows. */
    private static String spfRule(Relay relay) {
        return switch (relay) {
            case PLAIN -> "ip4:ADDRESS-OF-THE-RELAY";
            case SES -> "include:amazonses.com";
            case SENDGRID -> "include:sendgrid.net";
            case MAILGUN -> "include:mailgun.org";
            case POSTMARK -> "include:spf.mtasv.net";
            case BREVO -> "include:spf.brevo.com";
        };
    }

    /** For the domain of the envelope sender, which is the one that SPF looks at. */
    String spf() {
        return txt(bounces, "v=spf1 " + spfRule + " ~all");
    }

    String dmarc() {
        String domain = SenderDomain.organization(from);
        return txt("_dmarc." + domain, "v=DMARC1; p=none; rua=mailto:dmarc@" + domain);
    }

    /** Texts of more than 255 characters are published in several pieces, which belong together. */
    private static String txt(String name, String text) {
        var line = new StringBuilder(name + ". TXT");
        for (int start = 0; start < text.length(); start += LONGEST_PIECE) {
            line.append(" \"")
                    .append(text, start, Math.min(text.length(), start + LONGEST_PIECE))
                    .append('"');
        }
        return line.toString();
    }
}
