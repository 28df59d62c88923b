package org.personalize.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.personalize.deliver.AuthenticationResults.Method;

/**
 * What a receiver found about who sent a mail, against what the sender's domain is.
 *
 * @param signatures those that the mail carries, as {@code selector at domain}, whether or not anybody verified them
 */
record SenderTicks(List<Method> results, String from, DnsLines lines, List<String> signatures) {

    private static final String NO_RESULTS = "the receiver wrote no Authentication-Results";
    private static final String OTHER_RECEIVER = "Send the test mail to a mailbox that writes them, such as Gmail's.";

    List<Tick> all() {
        List<Tick> ticks = new ArrayList<>();
        ticks.add(spf());
        ticks.addAll(dkim());
        ticks.add(dmarc());
        ticks.add(alignment());
        return ticks;
    }

    private List<Method> named(String name) {
        return results.stream().filter(m -> m.name().equals(name)).toList();
    }

    /** Who signed, as far as the receiver says: by {@code d} or, in older programs, by {@code i}. */
    static String signer(Method dkim) {
        String domain = dkim.property("header.d");
        return SenderDomain.of(domain.isEmpty() ? dkim.property("header.i") : domain);
    }

    static String signature(String selector, String domain) {
        return selector + " at " + domain.toLowerCase(Locale.ROOT);
    }

    private static String mailedBy(Method spf) {
        String envelope = spf.property("smtp.mailfrom");
        return SenderDomain.of(envelope.isEmpty() ? spf.property("smtp.helo") : envelope);
    }

    private Tick spf() {
        List<Method> spf = named("spf");
        if (spf.isEmpty()) {
            return silent("SPF", lines.spf());
        }
        String seen = spf.get(0).result() + " for " + mailedBy(spf.get(0));
        if (spf.get(0).isPassed()) {
            return Tick.ok("SPF", seen);
        }
        return Tick.wrong("SPF", seen, "Publish, with your own senders beside it: " + lines.spf());
    }

    private Tick silent(String name, String line) {
        return results.isEmpty()
                ? Tick.unknown(name, NO_RESULTS, OTHER_RECEIVER)
                : Tick.unknown(name, "the receiver says nothing of it", OTHER_RECEIVER + " Publish: " + line);
    }

    /** One tick for each of our keys; without any, one for whoever signed for the sender's domain. */
    private List<Tick> dkim() {
        List<Method> dkim = named("dkim");
        if (lines.keys().isEmpty() || dkim.isEmpty()) {
            return List.of(dkim.isEmpty() && !results.isEmpty() ? unsigned() : others(dkim));
        }
        return lines.keys().stream().map(key -> key(key, dkim)).toList();
    }

    private Tick key(DnsLines.Key key, List<Method> dkim) {
        String name = "DKIM " + key.selector();
        List<Method> own = dkim.stream()
                .filter(m -> signer(m).equals(key.domain()))
                .filter(m -> m.property("header.s").isEmpty()
                        || m.property("header.s").equals(key.selector()))
                .toList();
        if (own.isEmpty() && signatures.contains(signature(key.selector(), key.domain()))) {
            return Tick.unknown(
                    name, "the signature arrived, and the receiver says nothing of it", "Publish: " + key.line());
        }
        if (own.isEmpty()) {
            return Tick.missing(name, "no signature by " + key.domain() + " arrived", "Publish: " + key.line());
        }
        if (own.stream().anyMatch(Method::isPassed)) {
            return Tick.ok(name, "pass for " + key.domain());
        }
        return unverified(name, key, own.get(0).result(), isSigned(dkim));
    }

    /** Many receivers cannot verify the younger kind of signature, and say so in various words: only "fail" is a finding. */
    private static Tick unverified(String name, DnsLines.Key key, String result, boolean isSignedBesides) {
        String seen = result + " for " + key.domain();
        if (result.equals("fail")) {
            return Tick.wrong(
                    name, seen, "Publish: " + key.line() + " If it is there, the relay changes mails on the way.");
        }
        return isSignedBesides
                ? Tick.unknown(
                        name,
                        seen + ": the receiver cannot verify it, and another signature passed",
                        "Many receivers cannot verify Ed25519. If it is not there, publish: " + key.line())
                : Tick.wrong(name, seen, "Publish: " + key.line());
    }

    private boolean isSigned(List<Method> dkim) {
        return dkim.stream().anyMatch(m -> m.isPassed() && SenderDomain.areAligned(signer(m), from));
    }

    private Tick unsigned() {
        String remedy = lines.keys().isEmpty()
                ? "Give the campaign a key under dkim, or have the relay sign for " + from + "."
                : "Publish: " + lines.keys().get(0).line();
        return Tick.missing("DKIM", "no signature arrived", remedy);
    }

    private Tick others(List<Method> dkim) {
        if (dkim.isEmpty()) {
            return Tick.unknown("DKIM", NO_RESULTS, OTHER_RECEIVER);
        }
        List<String> passed =
                dkim.stream().filter(Method::isPassed).map(SenderTicks::signer).toList();
        if (passed.stream().anyMatch(domain -> SenderDomain.areAligned(domain, from))) {
            return Tick.ok("DKIM", "pass for " + String.join(", ", passed));
        }
        String seen = passed.isEmpty() ? "no signature could be verified" : "signed by " + String.join(", ", passed);
        return Tick.wrong("DKIM", seen, "Enter " + from + " at the relay, so that it signs for it.");
    }

    private Tick dmarc() {
        List<Method> dmarc = named("dmarc");
        if (dmarc.isEmpty()) {
            return silent("DMARC", lines.dmarc());
        }
        String result = dmarc.get(0).result();
        return switch (result) {
            case "pass", "bestguesspass" -> Tick.ok("DMARC", result + " for " + from);
            case "none" -> Tick.missing("DMARC", from + " has no policy", "Publish: " + lines.dmarc());
            default ->
                Tick.wrong(
                        "DMARC",
                        result + " for " + from,
                        "Mend SPF or DKIM, so that one of them passes for " + from + ".");
        };
    }

    /** SPF or DKIM must have passed for the very domain that people see as the sender. */
    private Tick alignment() {
        if (named("spf").isEmpty() && named("dkim").isEmpty()) {
            return Tick.unknown("alignment", NO_RESULTS, OTHER_RECEIVER);
        }
        List<String> ways = new ArrayList<>();
        if (named("spf").stream().anyMatch(m -> m.isPassed() && SenderDomain.areAligned(mailedBy(m), from))) {
            ways.add("SPF");
        }
        if (isSigned(named("dkim"))) {
            ways.add("DKIM");
        }
        return ways.isEmpty()
                ? Tick.wrong(
                        "alignment",
                        "nothing passed for " + from,
                        "Sign with a key of " + SenderDomain.organization(from)
                                + ", or let bounce_to be an address under it.")
                : Tick.ok("alignment", String.join(" and ", ways) + " for " + from);
    }
}
