package org.personalize.deliver;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.Dkim;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.SecretKey;
import org.personalize.problem.Place;
import org.personalize.render.Finding;
import org.personalize.render.Mail;
import org.personalize.render.Page;
import org.personalize.render.PlainText;

/** A sound mail of a small campaign; a test changes what it is about. */
final class Letter {

    String from = "Acme Outdoor <news@acme.example>";
    String replyTo = "";
    String campaignName = "spring-sale";
    String topic = "sales";
    String customerId = "c-1";
    String email = "ann@shop.example";
    String fullName = "Ann Smith";
    String language = "en";
    String variant = "plain";
    String occurrence = "";
    Instant sendAt = Instant.parse("2026-03-02T07:30:00Z");
    String subject = "Spring is here";
    String html = "<!doctype html><p>Hello Ann</p>\n";
    String text = "Hello Ann\n";
    String unsubscribe = "https://acme.example/u/abc";
    String mailto;
    String smtp = "";
    Dkim dkim;
    final List<Finding> findings = new ArrayList<>();

    Letter warned(Finding.Severity severity, String rule) {
        findings.add(new Finding(severity, rule, Place.NOWHERE, "said", 1));
        return this;
    }

    Mail mail() {
        return new Mail(
                0,
                customerId,
                email,
                fullName,
                language,
                variant,
                occurrence,
                sendAt,
                subject,
                "",
                Page.of(html),
                PlainText.of(text),
                unsubscribe,
                mailto,
                List.copyOf(findings),
                new BitSet());
    }

    MimeMail mime() {
        try {
            return MimeMail.signed(campaign(), new KeyedHash(SecretKey.preview()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Campaign campaign() {
        try {
            Path folder = Files.createTempDirectory("letter");
            Path file = folder.resolve("c.yaml");
            String reply = replyTo.isEmpty() ? "" : "reply_to: " + replyTo + "\n";
            Files.writeString(
                    file,
                    "campaign: " + campaignName + "\nfrom: '" + from + "'\n" + reply + "compliance: {topic: " + topic
                            + "}\n"
                            + (smtp.isEmpty() ? "" : "smtp: {" + smtp + "}\n")
                            + dkimKeys());
            Campaign campaign = CampaignFile.read(file, Map.of(), Set.of(Demand.FROM));
            Files.delete(file);
            Files.delete(folder);
            return campaign;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String dkimKeys() {
        if (dkim == null) {
            return "";
        }
        Dkim.Ed25519 second = dkim.ed25519();
        return "dkim: {domain: " + dkim.domain() + ", selector: " + dkim.selector() + ", key: '" + dkim.key() + "'"
                + (second == null
                        ? ""
                        : ", ed25519: {selector: " + second.selector() + ", key: '" + second.key() + "'}")
                + "}\n";
    }

    byte[] bytes() {
        return bytes(mime(), mail());
    }

    static byte[] bytes(MimeMail mime, Mail mail) {
        try {
            var out = new ByteArrayOutputStream();
            mime.write(mail, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message as bytes that happen to be letters. */
    String raw() {
        return new String(bytes(), StandardCharsets.ISO_8859_1);
    }

    /** The header's lines, folded ones in one piece. */
    List<String> headers() {
        String raw = raw();
        return List.of(raw.substring(0, raw.indexOf("\r\n\r\n"))
                .replaceAll("\r\n(?=[ \t])", "")
                .split("\r\n"));
    }

    /** The value of a header that must be there once. */
    String header(String name) {
        List<String> values = headers().stream()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .toList();
        if (values.size() != 1) {
            throw new AssertionError(name + " stands " + values.size() + " times");
        }
        return values.get(0);
    }

    MimeMessage read() {
        return read(bytes());
    }

    static MimeMessage read(byte[] bytes) {
        try {
            return new MimeMessage(null, new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
