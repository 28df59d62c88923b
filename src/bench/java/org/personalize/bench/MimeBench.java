package org.personalize.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import org.personalize.deliver.MimeMail;
import org.personalize.render.Mail;

/** How many messages of 15 KB are written in a second of processor time. */
public final class MimeBench {

    private static final int MAILS = 20_000;
    private static final int ROUNDS = 7;

    private MimeBench() {}

    public static void main(String[] args) throws IOException {
        var mime = new MimeMail(campaign(), new KeyedHash(SecretKey.preview()));
        for (int round = 0; round < ROUNDS; round++) {
            measure("7-bit", n -> mime.message(mail(n), false, false).length);
            measure("8-bit", n -> mime.message(mail(n), true, false).length);
        }
    }

    private interface Work {
        long write(int number) throws IOException;
    }

    private static void measure(String what, Work work) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long bytes = 0;
        for (int i = 0; i < MAILS; i++) {
            bytes += work.write(i);
        }
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.println(String.format(
                Locale.ROOT, "%-28s %8.0f mails per CPU-second, %d bytes each", what, MAILS / seconds, bytes / MAILS));
    }

    private static Campaign campaign() throws IOException {
        Path file = Files.createTempFile("mime-bench", ".yaml");
        try {
            Files.writeString(file, "campaign: spring-sale\nfrom: Acme Outdoor <news@acme.example>\n");
            return CampaignFile.read(file, Map.of(), Set.of(Demand.FROM));
        } finally {
            Files.delete(file);
        }
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
                HTML + number,
                TEXT + number,
                "https://acme.example/u/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQrStUvWxYz0123456789",
                null,
                List.of(),
                new BitSet());
    }
}
