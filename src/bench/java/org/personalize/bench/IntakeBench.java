package org.personalize.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.SecretKey;
import org.personalize.intake.Intake;
import org.personalize.intake.Pages;
import org.personalize.run.IngestStory;

/**
 * Taking in a provider's file beside a bare loop over its JSON, by the processor time of this one thread; and the same with
 * every event linked to one of a hundred thousand mails and kept, new and known ones; Amazon's name each mail as the
 * relay did. With a number of millions as its argument it keeps so many lines once, to be run in little memory.
 */
public final class IntakeBench {

    private static final int EVENTS = 300_000;
    private static final int ROUNDS = 5;
    private static final int MAILS = 100_000;
    private static final double NANOS = 1e9;

    private static final String SENDGRID =
            "{\"email\":\"person%d@shop.example\",\"timestamp\":%d,\"smtp-id\":\"<k3w2abc%d@acme.example>\",\"event\":\"click\","
                    + "\"category\":[\"spring-sale\"],\"sg_event_id\":\"event-%d\",\"sg_message_id\":\"message.filter\",\"ip\":\"192.0.2.7\","
                    + "\"useragent\":\"Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)\",\"url\":\"https://acme.example/tent-7\","
                    + "\"campaign\":\"spring-sale\",\"person\":\"PERSON\",\"message\":\"MESSAGE\"}\n";

    private static final String SES =
            "{\"eventType\":\"Open\",\"mail\":{\"timestamp\":\"2026-03-02T07:00:00.123Z\",\"source\":\"news@acme.example\","
                    + "\"messageId\":\"relay-%d\",\"destination\":[\"person%d@shop.example\"],\"headersTruncated\":false,"
                    + "\"headers\":[{\"name\":\"From\",\"value\":\"news@acme.example\"},{\"name\":\"To\",\"value\":\"person@shop.example\"},"
                    + "{\"name\":\"Subject\",\"value\":\"Spring\"},{\"name\":\"Message-ID\",\"value\":\"<k3w2abc@acme.example>\"}],"
                    + "\"commonHeaders\":{\"from\":[\"news@acme.example\"],\"messageId\":\"<k3w2abc%d@acme.example>\",\"subject\":\"Spring\"},"
                    + "\"tags\":{\"ses:source-ip\":[\"192.0.2.7\"],\"campaign\":[\"spring-sale\"],\"person\":[\"PERSON\"],\"message\":[\"MESSAGE\"]}},"
                    + "\"open\":{\"ipAddress\":\"192.0.2.7\",\"timestamp\":\"2026-03-02T08:00:00.123Z\",\"userAgent\":\"Mozilla/5.0 (iPhone)\"}}\n";

    /** Amazon's, as its notification service hands it out: JSON within a text of JSON. */
    private static final String SNS =
            "{\"Type\":\"Notification\",\"MessageId\":\"22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324\","
                    + "\"TopicArn\":\"arn:aws:sns:eu-west-1:123456789012:mail\",\"Subject\":\"Amazon SES Email Event Notification\","
                    + "\"Message\":\"" + SES.strip().replace("\"", "\\\"")
                    + "\",\"Timestamp\":\"2026-03-02T08:00:01.456Z\","
                    + "\"SignatureVersion\":\"1\",\"Signature\":\"" + "EXAMPLEw6JRNsignature".repeat(16) + "\","
                    + "\"SigningCertURL\":\"https://sns.eu-west-1.amazonaws.com/SimpleNotificationService.pem\","
                    + "\"UnsubscribeURL\":\"https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe\"}\n";

    private IntakeBench() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            keepMany(Integer.parseInt(args[0]) * 1_000_000);
            return;
        }
        compare("SendGrid", SENDGRID);
        compare("Amazon SES", SES);
        compare("Amazon SES over SNS", SNS);
        keep("SendGrid", SENDGRID);
        keep("Amazon SES", SES);
        keep("Amazon SES over SNS", SNS);
    }

    private static void keep(String title, String pattern) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            try (var shop = IntakeShop.make(MAILS)) {
                Path file = shop.folder().resolve("events.json");
                write(file, pattern, EVENTS, shop.names());
                long start = time();
                IngestStory first = shop.ingest(file);
                long middle = time();
                IngestStory again = shop.ingest(file);
                long end = time();
                say(
                        "%s, round %d: kept %.0f events/s (%d new, %d linked), told again %.0f events/s (%d new)",
                        title,
                        round,
                        EVENTS / ((middle - start) / NANOS),
                        first.fresh(),
                        first.linked(),
                        EVENTS / ((end - middle) / NANOS),
                        again.fresh());
            }
        }
    }

    private static void keepMany(int events) throws Exception {
        try (var shop = IntakeShop.make(MAILS)) {
            Path file = shop.folder().resolve("events.json");
            write(file, SENDGRID, events, shop.names());
            long start = time();
            IngestStory story = shop.ingest(file);
            long kept = time();
            long again = shop.ingest(file).fresh();
            say(
                    "%d events: %.0f events/s, %d new, %d linked; told again %.0f events/s, %d new; at most %d MB of heap",
                    events,
                    events / ((kept - start) / NANOS),
                    story.fresh(),
                    story.linked(),
                    events / ((time() - kept) / NANOS),
                    again,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static void compare(String title, String pattern) throws IOException {
        Path file = Files.createTempFile("intake-bench", ".json");
        try {
            write(file, pattern, EVENTS, new KeyedHash(SecretKey.preview()));
            for (int round = 1; round <= ROUNDS; round++) {
                long start = time();
                long tokens = bare(file);
                long middle = time();
                long[] events = {0};
                Intake.read(file, null, Pages.UNKNOWN, event -> events[0]++);
                long end = time();
                say(
                        "%s, round %d: bare loop %.0f events/s (%d tokens), intake %.0f events/s, %.2f times its time",
                        title,
                        round,
                        EVENTS / ((middle - start) / NANOS),
                        tokens,
                        events[0] / ((end - middle) / NANOS),
                        (double) (end - middle) / (middle - start));
            }
        } finally {
            Files.delete(file);
        }
    }

    /** @param names of mails and people as the relay was told them */
    private static void write(Path file, String pattern, int events, KeyedHash names) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < events; i++) {
                int person = i % MAILS;
                String line = pattern.equals(SENDGRID)
                        ? String.format(Locale.ROOT, pattern, person, 1_772_434_800L + i / 10, i, i)
                        : String.format(Locale.ROOT, pattern, person + 1, person, i);
                out.write(line.replace("PERSON", names.person("c" + person))
                        .replace("MESSAGE", names.envelope("spring-sale", "", "c" + person)));
            }
        }
    }

    /** All tokens, and the text of those that have some. */
    private static long bare(Path file) throws IOException {
        long seen = 0;
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = new JsonFactory().createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                seen += token.isScalarValue() && parser.getText().isEmpty() ? 0 : 1;
            }
        }
        return seen;
    }

    private static long time() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
