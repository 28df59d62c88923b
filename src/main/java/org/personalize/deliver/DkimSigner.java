package org.personalize.deliver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.personalize.campaign.Dkim;
import org.personalize.campaign.Smtp.Relay;

/**
 * Signs messages so that a receiver can tell that the domain sent them and that nobody changed them on the way (RFC 6376,
 * RFC 8463). For any number of threads.
 */
final class DkimSigner {

    /** What a receiver's program acts on. Headers that a provider takes out are not among them. */
    private static final List<String> SIGNED = List.of(
            "From",
            "Reply-To",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Feedback-ID",
            "List-Id",
            "MIME-Version",
            "Content-Type");

    /** Amazon SES writes these two anew and asks that they be left out. */
    private static final List<String> REWRITTEN_BY_SES = List.of("Date", "Message-ID");

    /** Named once more than it is there, so that nobody can add a second sender above the first. */
    private static final String ALONE = "From";

    private static final int LINE = 74;
    private static final String BREAK = "\r\n ";

    private final String domain;
    private final List<Pen> pens;
    private final List<String> names;

    private DkimSigner(String domain, List<Pen> pens, List<String> names) {
        this.domain = domain;
        this.pens = pens;
        this.names = names;
    }

    /** Reads the keys; one that cannot be used is an InputProblem. */
    static DkimSigner of(Dkim dkim, Relay relay) throws IOException {
        List<Pen> pens = new ArrayList<>();
        pens.add(new Pen(dkim.selector(), DkimKey.read(DkimKey.Kind.RSA, dkim.key())));
        Dkim.Ed25519 second = dkim.ed25519();
        if (second != null) {
            pens.add(new Pen(second.selector(), DkimKey.read(DkimKey.Kind.ED25519, second.key())));
        }
        List<String> names = new ArrayList<>(SIGNED);
        names.removeAll(relay == Relay.SES ? REWRITTEN_BY_SES : List.of());
        return new DkimSigner(Postbox.asciiDomain(dkim.domain()), pens, names);
    }

    /**
     * The signatures as headers, to be put before the others.
     *
     * @param header all other headers, each with its line break
     * @param body as it goes over the wire, but for the dots that SMTP doubles
     */
    String sign(String header, byte[] body, Instant at) {
        String bodyHash = Base64.getEncoder().encodeToString(sha256(RelaxedForm.body(body)));
        List<String> signed = new ArrayList<>();
        var hashed = new StringBuilder(header.length());
        for (String field : fields(header)) {
            signed.add(field.substring(0, field.indexOf(':')));
            hashed.append(RelaxedForm.header(field)).append("\r\n");
        }
        signed.add(ALONE);
        var signatures = new StringBuilder();
        for (Pen pen : pens) {
            String open = open(pen, signed, bodyHash, at);
            byte[] text = (hashed + RelaxedForm.header(open)).getBytes(StandardCharsets.UTF_8);
            signatures.append(open).append(folded(Base64.getEncoder().encodeToString(pen.sign(text))));
            signatures.append("\r\n");
        }
        return signatures.toString();
    }

    /** The headers to be signed, in the order of our list, each with its folded lines. */
    private List<String> fields(String header) {
        String[] all = header.split("\r\n(?![ \t])", -1);
        List<String> fields = new ArrayList<>(names.size());
        for (String name : names) {
            for (String field : all) {
                if (field.length() > name.length()
                        && field.charAt(name.length()) == ':'
                        && field.regionMatches(true, 0, name, 0, name.length())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    /** The signature's own header, whose last value is still missing. */
    private String open(Pen pen, List<String> signed, String bodyHash, Instant at) {
        var open = new StringBuilder("DKIM-Signature: v=1; a=")
                .append(pen.key.kind().dkimName())
                .append("-sha256; c=relaxed/relaxed; d=")
                .append(domain)
                .append(';')
                .append(BREAK)
                .append("s=" + pen.selector + "; t=" + at.getEpochSecond() + ";" + BREAK + "h=");
        int lineStart = open.length() - 2;
        for (int i = 0; i < signed.size(); i++) {
            if (open.length() - lineStart + signed.get(i).length() > LINE) {
                open.append(BREAK);
                lineStart = open.length();
            }
            open.append(signed.get(i).toLowerCase(Locale.ROOT)).append(i + 1 < signed.size() ? ':' : ';');
        }
        return open.append(BREAK + "bh=" + bodyHash + ";" + BREAK + "b=").toString();
    }

    private static String folded(String base64) {
        var lines = new StringBuilder(base64.length() + base64.length() / 16);
        for (int start = 0; start < base64.length(); start += LINE) {
            lines.append(start == 0 ? "" : BREAK).append(base64, start, Math.min(start + LINE, base64.length()));
        }
        return lines.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A key with the name under which its public half is found. */
    private static final class Pen {

        private final String selector;
        private final DkimKey key;

        /** Preparing one takes longer than many other steps, and none can be used by two threads at once. */
        private final ThreadLocal<Signature> signature = ThreadLocal.withInitial(this::prepare);

        Pen(String selector, DkimKey key) {
            this.selector = selector;
            this.key = key;
        }

        private Signature prepare() {
            try {
                Signature prepared = Signature.getInstance(key.kind().signature());
                prepared.initSign(key.key());
                return prepared;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a key that was read can sign", e);
            }
        }

        /** Ed25519 signs the hash of the text (RFC 8463); RSA hashes it as part of signing. */
        byte[] sign(byte[] text) {
            try {
                Signature prepared = signature.get();
                prepared.update(
                        switch (key.kind()) {
                            case RSA -> text;
                            case ED25519 -> sha256(text);
                        });
                return prepared.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a key that was read can sign", e);
            }
        }
    }
}
