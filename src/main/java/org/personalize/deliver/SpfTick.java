package org.personalize.deliver;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Smtp;

/** Whether the world lets the relay send for the domain of the envelope sender. */
final class SpfTick {

    private static final String NAME = "SPF";
    private static final String UNLESS =
            ", unless the relay sends from another address, which cannot be seen from here.";

    private final DnsLines lines;
    private final DnsLookup lookup;
    private final @Nullable Smtp smtp;

    SpfTick(DnsLines lines, @Nullable Smtp smtp, DnsLookup lookup) {
        this.lines = lines;
        this.smtp = smtp;
        this.lookup = lookup;
    }

    Tick look() throws IOException {
        List<String> found = lookup.texts(lines.bounces()).stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("v=spf1"))
                .toList();
        if (found.isEmpty()) {
            return Tick.missing(NAME, lines.bounces() + " names no senders", "Publish: " + lines.spf());
        } else if (found.size() > 1) {
            return Tick.wrong(NAME, found.size() + " texts, of which there may be one", "Make them one text.");
        }
        String record = found.get(0);
        if (record.matches("(?i).*\\s\\+?all")) {
            return Tick.wrong(NAME, "everybody may send: " + record, "End it with ~all or -all.");
        }
        return smtp != null && smtp.relay() != Smtp.Relay.PLAIN ? ofProvider(record) : ofHost(record);
    }

    /** A provider sends from addresses that only its own record knows. */
    private Tick ofProvider(String record) {
        String rule = lines.spfRule();
        return List.of(record.toLowerCase(Locale.ROOT).split("\\s+", -1)).contains(rule)
                ? Tick.ok(NAME, record + ", which names the relay")
                : unseenProvider(record, rule);
    }

    private static Tick unseenProvider(String record, String rule) {
        return record.contains("include:") || record.contains("redirect=")
                ? Tick.unknown(
                        NAME,
                        record + ": whether that holds " + rule + " cannot be seen from here",
                        "A test mail shows it: doctor --received.")
                : Tick.wrong(NAME, record + " does not name the relay", "Add to it: " + rule);
    }

    private Tick ofHost(String record) throws IOException {
        List<InetAddress> addresses = addresses();
        if (addresses.isEmpty()) {
            return Tick.unknown(
                    NAME,
                    record + ": from which address the relay sends cannot be seen from here",
                    "A test mail shows it: doctor --received.");
        }
        Tick last = Tick.ok(NAME, record + ", which names " + names(addresses));
        for (InetAddress address : addresses) {
            SpfWalk.Result result = SpfWalk.of(record, lines.bounces(), address, lookup);
            if (result != SpfWalk.Result.PASS) {
                last = tick(result, record, address);
            }
        }
        return last;
    }

    private static Tick tick(SpfWalk.Result result, String record, InetAddress address) {
        String one = address.getHostAddress();
        String kind = address.getAddress().length == 4 ? "ip4:" : "ip6:";
        return switch (result) {
            case FAIL, NEUTRAL ->
                Tick.wrong(NAME, record + " does not name " + one + ", the relay", "Add to it: " + kind + one + UNLESS);
            case TOO_LONG ->
                Tick.wrong(
                        NAME, record + " takes more than 10 look-ups: receivers give up", "Name fewer others in it.");
            case BROKEN ->
                Tick.wrong(NAME, record + " has a term that leads nowhere", "Correct the term, or take it out.");
            case UNSEEN, PASS ->
                Tick.unknown(
                        NAME,
                        record + ": whether it names " + one + " only a receiver can tell",
                        "A test mail shows it: doctor --received.");
        };
    }

    private static String names(List<InetAddress> addresses) {
        return String.join(
                ", ", addresses.stream().map(InetAddress::getHostAddress).toList());
    }

    /** Those of the relay that others see. */
    private List<InetAddress> addresses() throws IOException {
        List<InetAddress> found = new ArrayList<>();
        if (smtp != null) {
            boolean isLiteral = IpLiteral.read(smtp.host()).isPresent();
            Set<String> texts = isLiteral ? Set.of(smtp.host()) : named(smtp.host());
            texts.forEach(
                    text -> IpLiteral.read(text).filter(IpLiteral::isPublic).ifPresent(found::add));
        }
        return found;
    }

    private Set<String> named(String host) throws IOException {
        return host.indexOf('.') < 0 ? Set.of() : lookup.addresses(host);
    }
}
