package org.personalize.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.SecretKey;
import org.personalize.csv.PrivateFile;
import org.personalize.deliver.MimeMail;
import org.personalize.render.Mail;
import org.personalize.render.Page;
import org.personalize.render.PlainText;

/** How many messages of 15 KB are written, and signed, in a second of processor time. */
public final class MimeBench {

    private static final int MAILS = 20_000;
    private static final int SIGNED_MAILS = 2_000;
    private static final int ROUNDS = 4;

    private MimeBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("mime-bench");
        try {
            var hashes = new KeyedHash(SecretKey.preview());
            var plain = new MimeMail(campaign(folder, ""), hashes);
            var rsa = MimeMail.signed(campaign(folder, dkim(folder, "")), hashes);
            var both = MimeMail.signed(campaign(folder, dkim(folder, second(folder))), hashes);
            for (int round = 0; round < ROUNDS; round++) {
                measure(
                        "quoted-printable",
                        MAILS,
                        n -> plain.message(mail(n), false, false).length());
                measure("8-bit", MAILS, n -> plain.message(mail(n), true, false).length());
                measure(
                        "signed, RSA-2048",
                        SIGNED_MAILS,
                        n -> rsa.message(mail(n), false, false).length());
                measure(
                        "signed, and Ed25519",
                        SIGNED_MAILS,
                        n -> both.message(mail(n), false, false).length());
            }
        } finally {
            for (File file : folder.toFile().listFiles()) {
                Files.delete(file.toPath());
            }
            Files.delete(folder);
        }
    }

    private static String second(Path folder) throws IOException {
        return ", ed25519: {selector: s2, key: " + key(folder, "Ed25519", 255) + "}";
    }

    private static String dkim(Path folder, String second) throws IOException {
        return "dkim: {domain: acme.example, selector: s1, key: " + key(folder, "RSA", 2048) + second + "}\n";
    }

    private static String key(Path folder, String algorithm, int bits) throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
            String lines = Base64.getMimeEncoder().encodeToString(der);
            String pem = "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
            PrivateFile.write(folder.resolve(algorithm + ".pem"), out -> out.write(pem.getBytes(US_ASCII)));
            return algorithm + ".pem";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 knows both kinds", e);
        }
    }

    private interface Work {
        long write(int number) throws IOException;
    }

    private static void measure(String what, int mails, Work work) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long bytes = 0;
        for (int i = 0; i < mails; i++) {
            bytes += work.write(i);
        }
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.println(String.format(
                Locale.ROOT, "%-28s %8.0f mails per CPU-second, %d bytes each", what, mails / seconds, bytes / mails));
    }

    private static Campaign campaign(Path folder, String more) throws IOException {
        Path file = folder.resolve("bench.yaml");
        Files.writeString(file, "campaign: spring-sale\nfrom: Acme Outdoor <news@acme.example>\n" + more);
        return CampaignFile.read(file, Map.of(), Set.of(Demand.FROM));
    }

    private static final String HTML = """
            <tr><td style="padding:0 24px 16px;font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:24px">
            <a href="https://acme.example/p/4711?utm_source=mail" style="color:#14532d">Ein Zelt für zwei – 149,00 €</a>
            Größer, leichter und schöner: für Wochenenden, an denen der Regen nicht fragt.</td></tr>
            """.repeat(38);
    private static final String TEXT = "Ein Zelt für zwei – 149,00 €\nhttps://acme.example/p/4711\n\n".repeat(35);

    private static Mail mail(int number) {
        return new Mail(
                number,
                "c-" + number,
                "ann" + number + "@shop.example",
                "Ann Müller",
                "de",
                "plain",
                "",
                Instant.parse("2026-03-02T07:30:00Z"),
                "Frühling für dich, Ann",
                "",
                Page.of(HTML + number),
                PlainText.of(TEXT + number),
                "https://acme.example/u/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQrStUvWxYz0123456789",
                null,
                List.of(),
                new BitSet());
    }
}
