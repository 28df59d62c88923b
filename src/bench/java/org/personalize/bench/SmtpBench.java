package org.personalize.bench;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.personalize.campaign.Smtp;
import org.personalize.deliver.Letters;
import org.personalize.deliver.Message;
import org.personalize.deliver.Outcome;
import org.personalize.deliver.Permission;
import org.personalize.deliver.SmtpCourier;
import org.personalize.deliver.Timeouts;
import org.personalize.render.Mail;
import org.personalize.render.Page;
import org.personalize.render.PlainText;

/**
 * How many mails couriers hand to postfix's smtp-sink beside postfix's own smtp-source, which sends the same bytes in as
 * many sessions, and beside a plain loop over one Transport of jakarta.mail. All take turns; medians are compared.
 */
public final class SmtpBench {

    private static final int ROUNDS = 3;
    private static final int MAILS = 20_000;
    private static final int LINES = 8;
    private static final int BYTES = 15_360;

    /** The plain loop stands still for 45 ms in every mail. */
    private static final int LOOP_MAILS = 200;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Sink sink;
    private final byte[] message = message();

    private SmtpBench(Sink sink) {
        this.sink = sink;
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
        try (Sink sink = Sink.open()) {
            new SmtpBench(sink).compare();
        }
    }

    private void compare() throws IOException, InterruptedException, ExecutionException, MessagingException {
        double[] ours = new double[ROUNDS];
        double[] postfix = new double[ROUNDS];
        double[] loop = new double[ROUNDS];
        couriers(MAILS / 4);
        for (int round = 0; round < ROUNDS; round++) {
            postfix[round] = postfix();
            ours[round] = couriers(MAILS);
            loop[round] = loop();
        }
        double best = median(postfix);
        print("smtp-source -s 8 -d", best, best);
        print("8 couriers", median(ours), best);
        print("one Transport", median(loop), best);
        System.out.printf(Locale.ROOT, "couriers are %.1f times the one Transport%n", median(ours) / median(loop));
    }

    private static void print(String who, double rate, double best) {
        System.out.printf(Locale.ROOT, "%-20s %8.0f mails/s  %.2f of smtp-source%n", who, rate, rate / best);
    }

    private double postfix() throws IOException, InterruptedException {
        long start = System.nanoTime();
        sink.fillBySource(MAILS, BYTES, LINES);
        return rate(MAILS, start);
    }

    private double couriers(int mails) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        ExecutorService crew = Executors.newFixedThreadPool(LINES);
        var lines = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < LINES; i++) {
            lines.add(() -> line(mails / LINES));
        }
        for (Future<Integer> accepted : crew.invokeAll(lines)) {
            if (accepted.get() != mails / LINES) {
                throw new IllegalStateException("not all were accepted");
            }
        }
        crew.shutdown();
        return rate(mails, start);
    }

    private int line(int mails) {
        int accepted = 0;
        try (var courier = SmtpCourier.of(smtp(), new Prebuilt(message), Timeouts.USUAL)) {
            for (int i = 0; i < mails; i++) {
                Outcome outcome = courier.deliver(mail(i), Permission.GIVEN);
                accepted += outcome instanceof Outcome.Accepted ? 1 : 0;
            }
        }
        return accepted;
    }

    private double loop() throws MessagingException {
        Session session = Session.getInstance(new Properties());
        var mail = new MimeMessage(session, new ByteArrayInputStream(message));
        Address[] to = {new InternetAddress("ann@shop.example")};
        long start = System.nanoTime();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(Sink.HOST, sink.port(), null, null);
            for (int i = 0; i < LOOP_MAILS; i++) {
                transport.sendMessage(mail, to);
            }
        }
        return rate(LOOP_MAILS, start);
    }

    private static double rate(int mails, long start) {
        return mails / ((System.nanoTime() - start) / NANOS_PER_SECOND);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private Smtp smtp() {
        return new Smtp(
                Sink.HOST,
                sink.port(),
                Smtp.Security.NONE,
                null,
                null,
                LINES,
                0,
                Map.of(),
                List.of(),
                List.of(),
                Duration.ofDays(1),
                Smtp.Relay.PLAIN,
                null,
                new Smtp.StopWhen(0, 0));
    }

    private static Mail mail(int number) {
        return new Mail(
                number,
                "c" + number,
                "person" + number + "@shop.example",
                null,
                "en",
                "plain",
                "",
                Instant.EPOCH,
                "Hello",
                "",
                Page.of(""),
                PlainText.of(""),
                null,
                null,
                List.of(),
                new BitSet());
    }

    private static byte[] message() {
        String header = "From: news@acme.example\r\nTo: ann@shop.example\r\nSubject: hello\r\n\r\n";
        String line = "x".repeat(76) + "\r\n";
        String body = line.repeat((BYTES - header.length()) / line.length());
        return (header + body).getBytes(StandardCharsets.US_ASCII);
    }

    private record Prebuilt(byte[] bytes) implements Letters {
        @Override
        public Message message(Mail mail, boolean eightBit, boolean utf8) {
            return Message.of(bytes);
        }

        @Override
        public String envelopeSender(Mail mail) {
            return "bounce@acme.example";
        }
    }
}
