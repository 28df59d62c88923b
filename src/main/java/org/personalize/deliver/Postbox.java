package org.personalize.deliver;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address as a header carries it: the domain in the ASCII form that name servers know. The part before the {@code @}
 * has no other form than its own; where it is not ASCII, the message needs a relay that offers SMTPUTF8.
 */
record Postbox(String local, String domain) {

    /** Signs with a meaning in a header: an address with one of them could be read as two, or as another. */
    private static final Pattern FOREIGN = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}<>()\\[\\],;:\"\\\\@]");

    Postbox {
        if (local.isEmpty() || domain.isEmpty() || hasForeign(local) || hasForeign(domain)) {
            throw new IllegalArgumentException("an address has one @, no blanks and no signs that part addresses");
        }
    }

    private static boolean hasForeign(String part) {
        return !isUsual(part) && FOREIGN.matcher(part).find();
    }

    /** Whether it has only letters, digits and the signs between them that nearly all addresses are made of. */
    private static boolean isUsual(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean isUsual = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '-'
                    || c == '_'
                    || c == '+';
            if (!isUsual) {
                return false;
            }
        }
        return true;
    }

    static Postbox of(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("an address has an @");
        }
        return new Postbox(address.substring(0, at), asciiDomain(address.substring(at + 1)));
    }

    /** A web address with its host and path in ASCII. */
    static String asciiUrl(String url) {
        if (Ascii.isPrintable(url) && url.indexOf(' ') < 0 && url.indexOf('<') < 0 && url.indexOf('>') < 0) {
            return url;
        }
        try {
            var uri = new URI(url);
            String authority = uri.getRawAuthority();
            int hostStart = url.indexOf("//") + 2;
            String rest = authority == null ? "" : url.substring(hostStart + authority.length());
            return authority == null
                    ? uri.toASCIIString()
                    : url.substring(0, hostStart) + asciiDomain(authority) + new URI(rest).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an opt-out is a web or mail address without blanks", e);
        }
    }

    /** A domain as name servers know it. */
    static String asciiDomain(String domain) {
        boolean isAscii = Ascii.isAll(domain);
        return isAscii
                ? domain
                : IDN.toASCII(Normalizer.normalize(domain, Normalizer.Form.NFC)).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return local + '@' + domain;
    }
}
