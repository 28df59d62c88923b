package org.personalize.deliver;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.personalize.campaign.Campaign;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** A test mail as it arrived, with what the receiver wrote above it. */
public final class ReceivedMail {

    private static final int LONGEST = 10 * 1024 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final String HOW =
            "Send one with the test command, and save it from the mail program with all of its headers.";

    private final MimeMessage message;

    private ReceivedMail(MimeMessage message) {
        this.message = message;
    }

    /** Reads the source of a mail; a file that is none is an InputProblem. */
    public static ReceivedMail read(Path file) throws IOException {
        Place place = Place.file(file.toString());
        if (Files.isDirectory(file)) {
            throw new InputProblem(place, "expected a file with one mail, found a folder", HOW);
        }
        if (!Files.isRegularFile(file)) {
            throw new InputProblem(place, "there is no such file", HOW);
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST + 1);
        }
        if (bytes.length > LONGEST) {
            throw new InputProblem(place, "expected a mail of at most " + LONGEST / 1024 / 1024 + " MB", HOW);
        }
        try {
            var mail = new ReceivedMail(new MimeMessage(null, new ByteArrayInputStream(bytes)));
            if (mail.headers("From").isEmpty() || mail.headers("Received").isEmpty()) {
                throw new InputProblem(place, "expected the source of a mail that was received, found none", HOW);
            }
            return mail;
        } catch (MessagingException e) {
            throw new InputProblem(place, "expected the source of a mail that was received, found none", HOW);
        }
    }

    /** How the mail fared, in the order in which people fix it. Reads the campaign's DKIM keys for the lines to paste. */
    public List<Tick> ticks(Campaign campaign) throws IOException {
        var lines = DnsLines.of(campaign);
        String from = fromDomain();
        List<Tick> ticks = new ArrayList<>(new SenderTicks(results(), from, lines, signatures()).all());
        ticks.add(new Passage(headers("Received")).tick());
        ticks.addAll(new OneClick(this, signedNames(from)).ticks());
        ticks.add(messageId(lines.from()));
        ticks.add(text());
        return ticks;
    }

    /** All values of a header, unfolded, from the topmost down. */
    List<String> headers(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null
                    ? List.of()
                    : Stream.of(values)
                            .limit(MOST_HEADERS)
                            .map(MimeUtility::unfold)
                            .toList();
        } catch (MessagingException e) {
            throw new IllegalStateException("the headers of a message in memory can be read", e);
        }
    }

    private String fromDomain() {
        try {
            InternetAddress[] senders =
                    InternetAddress.parseHeader(headers("From").get(0), false);
            return senders.length == 0 || senders[0].getAddress() == null
                    ? ""
                    : SenderDomain.of(senders[0].getAddress());
        } catch (MessagingException e) {
            return "";
        }
    }

    /**
     * The topmost were written by the receiver; whoever else wrote some, further down, may have written anything. One who
     * names nobody is known by the place alone.
     */
    private List<AuthenticationResults.Method> results() {
        List<AuthenticationResults> all = headers("Authentication-Results").stream()
                .map(AuthenticationResults::of)
                .toList();
        String server = all.isEmpty() ? "" : all.get(0).server();
        Stream<AuthenticationResults> own = server.isEmpty()
                ? all.stream().limit(1)
                : all.stream().takeWhile(r -> house(r.server()).equals(house(server)));
        return own.flatMap(r -> r.methods().stream()).toList();
    }

    /** Some receivers have a server for each check, all in one domain. */
    private static String house(String server) {
        int dot = server.lastIndexOf('.', server.lastIndexOf('.') - 1);
        return server.substring(dot + 1);
    }

    /** What the signatures of the sender's own domain that the receiver could verify cover, in small letters. */
    private List<String> signedNames(String from) {
        List<String> passed = results().stream()
                .filter(m -> m.name().equals("dkim") && m.isPassed())
                .map(m -> SenderTicks.signer(m))
                .filter(domain -> SenderDomain.areAligned(domain, from))
                .toList();
        return headers("DKIM-Signature").stream()
                .filter(s -> passed.contains(tag(s, "d").toLowerCase(Locale.ROOT)))
                .flatMap(s -> Stream.of(tag(s, "h").toLowerCase(Locale.ROOT).split(":", -1)))
                .toList();
    }

    private List<String> signatures() {
        return headers("DKIM-Signature").stream()
                .map(signature -> SenderTicks.signature(tag(signature, "s"), tag(signature, "d")))
                .toList();
    }

    private static String tag(String signature, String name) {
        for (String tag : signature.split(";", -1)) {
            String bare = tag.replaceAll("\\s", "");
            if (bare.startsWith(name + "=")) {
                return bare.substring(name.length() + 1);
            }
        }
        return "";
    }

    private Tick messageId(String from) {
        String id = String.join(" ", headers("Message-ID"));
        return id.matches("<[a-z2-7]{32}@" + from.replace(".", "\\.") + ">")
                ? Tick.ok("Message-ID", "the one we gave it")
                : Tick.wrong(
                        "Message-ID",
                        "the relay gave the mail another one",
                        "Bounces are told apart by bounce_to or the relay's own reports then.");
    }

    private Tick text() {
        try {
            String broken = "";
            if (message.getContent() instanceof MimeMultipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    broken += brokenPart(parts.getBodyPart(i));
                }
            }
            return broken.isEmpty()
                    ? Tick.ok("text", "arrived letter by letter")
                    : Tick.wrong(
                            "text",
                            "characters were lost in " + broken.strip(),
                            "A relay on the way does not pass on 8 bits, though it says so: use another relay.");
        } catch (MessagingException | IOException e) {
            return Tick.wrong("text", "the parts cannot be read", "Save the mail's source as a file, not its text.");
        }
    }

    private static String brokenPart(BodyPart part) throws MessagingException, IOException {
        boolean isBroken = part.getContent() instanceof String text && text.indexOf('\uFFFD') >= 0;
        return isBroken ? part.getContentType().replaceFirst(";.*", "") + " " : "";
    }
}
