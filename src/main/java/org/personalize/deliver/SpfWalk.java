package org.personalize.deliver;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Walks through a domain's SPF record as a receiver does (RFC 7208), to see whether an address may send for it. What a
 * receiver learns only from a mail itself, such as macros, is not guessed.
 */
final class SpfWalk {

    /** After more, a receiver gives up. */
    private static final int MOST_LOOKUPS = 10;

    private static final int BITS_OF_OCTET = 8;
    private static final String VERSION = "v=spf1";

    private final DnsLookup lookup;
    private final byte[] address;
    private int lookups;

    private SpfWalk(DnsLookup lookup, InetAddress address) {
        this.lookup = lookup;
        this.address = address.getAddress();
    }

    /** What a receiver would make of a mail from an address. */
    enum Result {
        PASS,
        /** Refused, or looked at with suspicion. */
        FAIL,
        NEUTRAL,
        /** The record cannot be followed to its end, by anybody. */
        BROKEN,
        /** It takes more look-ups than a receiver makes. */
        TOO_LONG,
        /** It depends on what cannot be seen from here. */
        UNSEEN
    }

    static Result of(String record, String domain, InetAddress address, DnsLookup lookup) throws IOException {
        return new SpfWalk(lookup, address).walk(record, domain);
    }

    private Result walk(String record, String domain) throws IOException {
        String redirect = "";
        for (String term : record.strip().split("\\s+", -1)) {
            if (term.equalsIgnoreCase(VERSION) || term.toLowerCase(Locale.ROOT).startsWith("exp=")) {
                continue;
            }
            if (term.toLowerCase(Locale.ROOT).startsWith("redirect=")) {
                redirect = term.substring(term.indexOf('=') + 1);
                continue;
            }
            char sign = term.isEmpty() ? '+' : term.charAt(0);
            boolean isSigned = "+-~?".indexOf(sign) >= 0;
            Result match = match(isSigned ? term.substring(1) : term, domain);
            if (match == Result.PASS) {
                return isSigned ? meaning(sign) : Result.PASS;
            } else if (match != Result.NEUTRAL) {
                return match;
            }
        }
        return redirect.isEmpty() ? Result.NEUTRAL : ofRecordOf(redirect);
    }

    private static Result meaning(char sign) {
        return switch (sign) {
            case '-', '~' -> Result.FAIL;
            case '?' -> Result.NEUTRAL;
            default -> Result.PASS;
        };
    }

    /** PASS where a mechanism means the address, NEUTRAL where it does not. */
    private Result match(String mechanism, String domain) throws IOException {
        int end = end(mechanism);
        String name = mechanism.substring(0, end).toLowerCase(Locale.ROOT);
        String rest = mechanism.substring(end);
        String value = rest.startsWith(":") ? rest.substring(1) : "";
        if (value.indexOf('%') >= 0) {
            return Result.UNSEEN;
        }
        return switch (name) {
            case "all" -> Result.PASS;
            case "ip4", "ip6" -> matched(isWithin(value));
            case "a" -> addresses(host(rest, domain), rest);
            case "mx" -> mailServers(host(rest, domain), rest);
            case "include" -> included(value);
            case "exists", "ptr" -> count() ? Result.UNSEEN : Result.TOO_LONG;
            default -> Result.BROKEN;
        };
    }

    private static int end(String mechanism) {
        for (int i = 0; i < mechanism.length(); i++) {
            if (mechanism.charAt(i) == ':' || mechanism.charAt(i) == '/') {
                return i;
            }
        }
        return mechanism.length();
    }

    private static String host(String rest, String domain) {
        String value = rest.startsWith(":") ? rest.substring(1) : "";
        int slash = value.indexOf('/');
        String host = slash < 0 ? value : value.substring(0, slash);
        return host.isEmpty() ? domain : host;
    }

    private Result included(String domain) throws IOException {
        Result inner = ofRecordOf(domain);
        return inner == Result.FAIL ? Result.NEUTRAL : inner;
    }

    private Result ofRecordOf(String domain) throws IOException {
        if (!count()) {
            return Result.TOO_LONG;
        }
        List<String> records = lookup.texts(domain).stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(VERSION))
                .toList();
        return records.size() == 1 ? walk(records.get(0), domain) : Result.BROKEN;
    }

    private Result addresses(String host, String rest) throws IOException {
        return count() ? matched(isAnyWithin(lookup.addresses(host), rest)) : Result.TOO_LONG;
    }

    private Result mailServers(String domain, String rest) throws IOException {
        if (!count()) {
            return Result.TOO_LONG;
        }
        for (String server : lookup.mailServers(domain)) {
            String host = server.substring(server.indexOf(' ') + 1).replaceAll("\\.$", "");
            if (isAnyWithin(lookup.addresses(host), rest)) {
                return Result.PASS;
            }
        }
        return Result.NEUTRAL;
    }

    private boolean count() {
        lookups++;
        return lookups <= MOST_LOOKUPS;
    }

    private static Result matched(boolean isMatch) {
        return isMatch ? Result.PASS : Result.NEUTRAL;
    }

    private boolean isAnyWithin(Set<String> addresses, String rest) {
        int slash = rest.indexOf('/');
        String[] lengths = slash < 0 ? new String[0] : rest.substring(slash + 1).split("//", -1);
        String length = "";
        if (address.length == 4 && lengths.length > 0) {
            length = lengths[0];
        } else if (address.length > 4 && lengths.length > 1) {
            length = lengths[1];
        }
        String suffix = length.isEmpty() ? "" : '/' + length;
        return addresses.stream().anyMatch(one -> isWithin(one + suffix));
    }

    /** Whether the address lies in a block such as {@code 192.0.2.0/24}. */
    private boolean isWithin(String block) {
        int slash = block.indexOf('/');
        byte[] other = IpLiteral.read(slash < 0 ? block : block.substring(0, slash))
                .map(InetAddress::getAddress)
                .orElse(new byte[0]);
        String length = slash < 0 ? "" : block.substring(slash + 1);
        int bits = length.matches("\\d{1,3}") ? Integer.parseInt(length) : other.length * BITS_OF_OCTET;
        if (other.length != address.length || bits > other.length * BITS_OF_OCTET) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 1 << (BITS_OF_OCTET - 1 - bit % BITS_OF_OCTET);
            if ((other[bit / BITS_OF_OCTET] & mask) != (address[bit / BITS_OF_OCTET] & mask)) {
                return false;
            }
        }
        return true;
    }
}
