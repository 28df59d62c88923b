package org.personalize.campaign;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.personalize.campaign.Campaign.Sender;
import org.personalize.campaign.Kind.Written;

/** How mail and web addresses are written in a campaign file. */
final class Addresses {

    /** Stands for the person's own signed token. */
    static final String TOKEN = "${token}";

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_DISPLAY_NAME = 200;
    private static final Pattern LOCAL_FORM =
            Pattern.compile("[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern LABEL_FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final String SAMPLE_TOKEN = "token";
    private static final String MAIL_SCHEME = "mailto:";
    private static final String PLAIN_SCHEME = "http://";
    private static final String HTTPS_PATTERN = "^https://";
    private static final String TOKEN_PATTERN = "\\$\\{token\\}";

    private Addresses() {}

    static final Kind<String> ADDRESS =
            Kind.of("an address such as help@acme.example", Written.text("@"), Addresses::address);

    static final Kind<Sender> SENDER = Kind.of(
            "a name and address such as Acme Outdoor <news@acme.example>", Written.text("@"), Addresses::sender);

    static final Kind<String> DOMAIN =
            Kind.of("a domain such as acme.example", Written.text(""), text -> domain(text, text));

    /** Where the person's own pages are; must say where the token goes. */
    static final Kind<String> TOKEN_PAGE = Kind.of(
            "an https address with " + TOKEN, Written.text(HTTPS_PATTERN + ".*" + TOKEN_PATTERN), Addresses::page);

    static final Kind<String> HTTPS =
            Kind.of("an https address", Written.text(HTTPS_PATTERN), text -> https(text, text));

    /** An envelope sender of which every person has their own. */
    static final Kind<String> BOUNCE_ADDRESS = Kind.of(
            "an address with " + TOKEN + " such as b+" + TOKEN + "@bounce.acme.example",
            Written.text(TOKEN_PATTERN + ".*@"),
            Addresses::bounceAddress);

    /** Where an opt-out can be mailed to, as a mailto address. */
    static final Kind<String> MAILTO = Kind.of(
            "an address such as unsubscribe@acme.example?subject=" + TOKEN, Written.text("@"), Addresses::mailto);

    private static String address(String text) throws Misread {
        Kinds.oneLine(text);
        if (text.contains("<")) {
            throw new Misread("Leave the name and the angle brackets out.");
        }
        int at = text.lastIndexOf('@');
        if (at < 0) {
            throw new Misread("");
        }
        String local = text.substring(0, at);
        if (local.length() > LONGEST_LOCAL || !LOCAL_FORM.matcher(local).matches()) {
            throw new Misread("The part before @ is one to 64 letters, digits and signs, without blanks or commas.");
        }
        domain(text.substring(at + 1), text);
        return text;
    }

    /** A domain that a relay can look up, in whatever script it is written. */
    private static String domain(String domain, String whole) throws Misread {
        String ascii;
        try {
            ascii = IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new Misread("The domain has a character that no domain has.");
        }
        boolean isLocal = ascii.equals("localhost");
        boolean isWellFormed = ascii.length() <= LONGEST_DOMAIN
                && (isLocal || ascii.contains("."))
                && Arrays.stream(ascii.split("\\.", -1))
                        .allMatch(l -> LABEL_FORM.matcher(l).matches());
        if (!isWellFormed) {
            throw new Misread("A domain is names with dots between them.");
        }
        return whole;
    }

    private static Sender sender(String text) throws Misread {
        Kinds.oneLine(text);
        int open = text.lastIndexOf('<');
        if (open < 0) {
            return new Sender("", address(text));
        }
        if (!text.endsWith(">")) {
            throw new Misread("Close the angle bracket at the end.");
        }
        String name = displayName(text.substring(0, open).strip());
        return new Sender(
                name, address(text.substring(open + 1, text.length() - 1).strip()));
    }

    /** The name without its quotes; commas and emoji need none. */
    private static String displayName(String written) throws Misread {
        boolean isQuoted = written.length() >= 2 && written.startsWith("\"") && written.endsWith("\"");
        String name = isQuoted ? written.substring(1, written.length() - 1).replaceAll("\\\\(.)", "$1") : written;
        if (name.contains("<") || name.contains(">") || (name.contains("@") && name.contains(","))) {
            throw new Misread("Name one sender, with one address in angle brackets.");
        }
        if (name.length() > LONGEST_DISPLAY_NAME) {
            throw new Misread("A name has at most " + LONGEST_DISPLAY_NAME + " characters.");
        }
        return name;
    }

    private static String withToken(String text) throws Misread {
        int first = text.indexOf(TOKEN);
        if (first < 0) {
            throw new Misread("Put " + TOKEN + " where the person's own part of the address belongs.");
        }
        if (text.indexOf("${", first + 1) >= 0 || text.indexOf("${") < first) {
            throw new Misread("The address has one " + TOKEN + " and nothing else in braces.");
        }
        return text;
    }

    private static String https(String text, String sample) throws Misread {
        Kinds.oneLine(text);
        if (sample.regionMatches(true, 0, PLAIN_SCHEME, 0, PLAIN_SCHEME.length())) {
            throw new Misread("Write https:// and serve the page there.");
        }
        try {
            URI uri = new URI(sample);
            if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getAuthority() == null || uri.getUserInfo() != null) {
                throw new Misread("Begin with https:// and a host.");
            }
        } catch (URISyntaxException e) {
            throw new Misread("An address has no blanks, quotes or braces but those of " + TOKEN + ".");
        }
        return text;
    }

    private static String bounceAddress(String text) throws Misread {
        int at = text.lastIndexOf('@');
        if (text.indexOf(TOKEN) > at) {
            throw new Misread(TOKEN + " belongs before the @.");
        }
        address(withToken(text).replace(TOKEN, "x".repeat(KeyedHash.ENVELOPE_CHARACTERS)));
        return text;
    }

    static boolean isMailed(String text) {
        return text.regionMatches(true, 0, MAIL_SCHEME, 0, MAIL_SCHEME.length());
    }

    static String page(String text) throws Misread {
        return https(withToken(text), text.replace(TOKEN, SAMPLE_TOKEN));
    }

    static String mailto(String text) throws Misread {
        String bare = isMailed(text) ? text.substring(MAIL_SCHEME.length()) : text;
        int query = bare.indexOf('?');
        String address = query < 0 ? bare : bare.substring(0, query);
        withToken(bare);
        address(address.replace(TOKEN, "x".repeat(KeyedHash.ENVELOPE_CHARACTERS)));
        if (query >= 0
                && !bare.substring(query).replace(TOKEN, SAMPLE_TOKEN).matches("\\?(subject|body)=[A-Za-z0-9._~%-]+")) {
            throw new Misread("Only ?subject= or ?body= may follow the address, without blanks.");
        }
        return MAIL_SCHEME + bare;
    }
}
