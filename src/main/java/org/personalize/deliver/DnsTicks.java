package org.personalize.deliver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.personalize.campaign.Campaign;

/** What name servers say of the domains that a campaign sends from. */
public final class DnsTicks {

    private final DnsLines lines;
    private final SpfTick spf;
    private final DnsLookup lookup;

    private DnsTicks(DnsLines lines, SpfTick spf, DnsLookup lookup) {
        this.lines = lines;
        this.spf = spf;
        this.lookup = lookup;
    }

    /** Reads the campaign's DKIM keys, and asks; a question that nobody answers is a tick of its own. */
    public static List<Tick> of(Campaign campaign, DnsLookup lookup) throws IOException {
        DnsLines lines = DnsLines.of(campaign);
        return new DnsTicks(lines, new SpfTick(lines, campaign.smtp(), lookup), lookup).all();
    }

    private interface Question {
        Tick ask() throws IOException;
    }

    private List<Tick> all() {
        List<Tick> ticks = new ArrayList<>();
        ticks.add(asked("SPF", spf::look));
        for (DnsLines.Key key : lines.keys()) {
            ticks.add(asked("DKIM " + key.selector(), () -> dkim(key)));
        }
        if (lines.keys().isEmpty()) {
            ticks.add(Tick.unknown(
                    "DKIM",
                    "the campaign has no key of its own",
                    "The relay must sign for " + lines.from() + " then."));
        }
        ticks.add(asked("DMARC", this::dmarc));
        ticks.add(asked("MX", this::mailServers));
        return ticks;
    }

    private static Tick asked(String name, Question question) {
        try {
            return question.ask();
        } catch (IOException e) {
            return Tick.unknown(name, String.valueOf(e.getMessage()), "Try again, or from another network.");
        }
    }

    private List<String> texts(String name, String beginning) throws IOException {
        return lookup.texts(name).stream()
                .filter(t -> t.toLowerCase(Locale.ROOT).startsWith(beginning))
                .toList();
    }

    private Tick dkim(DnsLines.Key key) throws IOException {
        String name = "DKIM " + key.selector();
        List<String> found = lookup.texts(key.name());
        if (found.isEmpty()) {
            return Tick.missing(name, "there is nothing at " + key.name(), "Publish: " + key.line());
        }
        String wanted = publicKey(key.record());
        return found.stream().anyMatch(t -> publicKey(t).equals(wanted))
                ? Tick.ok(name, "our key is at " + key.name())
                : Tick.wrong(name, "another key is at " + key.name(), "Publish: " + key.line());
    }

    private static String publicKey(String record) {
        for (String tag : record.replaceAll("\\s", "").split(";", -1)) {
            if (tag.startsWith("p=")) {
                return tag;
            }
        }
        return "";
    }

    /** Where a domain has no policy of its own, that of the registered domain counts. */
    private Tick dmarc() throws IOException {
        for (String domain : List.of(lines.from(), SenderDomain.organization(lines.from()))) {
            List<String> found = texts("_dmarc." + domain, "v=dmarc1");
            if (!found.isEmpty()) {
                return found.size() == 1
                        ? Tick.ok("DMARC", found.get(0))
                        : Tick.wrong("DMARC", found.size() + " texts, of which there may be one", "Keep one.");
            }
        }
        return Tick.missing("DMARC", lines.from() + " has no policy", "Publish: " + lines.dmarc());
    }

    private Tick mailServers() throws IOException {
        List<String> found = lookup.mailServers(lines.bounces());
        return found.isEmpty()
                ? Tick.missing(
                        "MX",
                        "nobody takes mail for " + lines.bounces(),
                        "Give it a mail server, or bounces and answers are lost.")
                : Tick.ok("MX", String.join(", ", found));
    }
}
