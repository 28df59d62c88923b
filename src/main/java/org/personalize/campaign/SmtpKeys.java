package org.personalize.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.personalize.campaign.Smtp.Relay;
import org.personalize.campaign.Smtp.Security;
import org.personalize.campaign.Smtp.StopWhen;

/** What can be written under {@code smtp}, and what holds where it is not. */
final class SmtpKeys {

    static final List<Duration> RETRY =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));
    static final Duration GIVE_UP = Duration.ofDays(3);
    static final int CONNECTIONS = 4;

    private static final int PLAIN_PORT = 25;
    private static final int TLS_PORT = 465;
    private static final Kind<Integer> PORT = Kinds.whole(1, 65_535);
    private static final Kind<Integer> CONNECTION_COUNT = Kinds.whole(1, 200);
    private static final Kind<Integer> MAILS = Kinds.whole(1, 1_000_000_000);
    private static final Kind<Integer> FAILURES = Kinds.whole(1, 1_000_000);
    private static final Kind<Security> SECURITY = Kind.word(List.of(Security.values()));
    private static final Kind<Relay> RELAY = Kind.word(List.of(Relay.values()));
    private static final Kind<String> HOST = Kind.of("a host such as localhost", Kind.Written.text(""), SmtpKeys::host);

    private static final Section STOP_WHEN = Section.of(
            new Key("failures_in_a_row", FAILURES, "Stops after so many refusals one after the other.", "50"),
            new Key("hard_bounces", Kinds.SHARE, "Stops when more than this share does not exist.", "3%"));

    private SmtpKeys() {}

    static final Section SECTION = Section.of(
            new Key("host", HOST, "The relay that takes the mail.", "localhost"),
            new Key("port", PORT, "Its port; 465 with tls, else 25, unless given.", "587"),
            new Key(
                    "security",
                    SECURITY,
                    "How the line is protected: starttls unless given; certificates are always verified.",
                    "starttls"),
            new Key("username", Kinds.ONE_LINE, "The name to sign in with.", "\"${env.SMTP_USER}\""),
            new Key("password", Kinds.ONE_LINE, "The password to sign in with.", "\"${env.SMTP_PASSWORD}\""),
            new Key("connections", CONNECTION_COUNT, "How many connections at once; 4 unless given.", "8"),
            new Key("per_second", Kinds.RATE, "How many mails a second at most.", "100"),
            new Key(
                    "per_domain",
                    new Shape.MapOf(Addresses.DOMAIN, Kinds.RATE),
                    "How many mails a second at most to a mailbox provider.",
                    "{gmail.com: 20}"),
            new Key(
                    "warm_up",
                    new Shape.ListOf(MAILS),
                    "How many mails at most on the first, second and later days.",
                    "[500, 1000, 2000]"),
            new Key(
                    "retry",
                    new Shape.ListOf(Moments.DURATION),
                    "How long to wait before each new attempt after a temporary refusal.",
                    "[1m, 5m, 30m, 2h]"),
            new Key("give_up", Moments.DURATION, "How long to go on trying; 72h unless given.", "72h"),
            new Key("relay", RELAY, "Whose headers for campaign, person and message are set.", "plain"),
            new Key(
                    "bounce_to",
                    Addresses.BOUNCE_ADDRESS,
                    "The envelope sender; the token tells whose mail came back.",
                    "\"b+${token}@bounce.acme.example\""),
            new Key("stop_when", STOP_WHEN, "When to stop and wait for somebody to look.", "{failures_in_a_row: 50}"));

    /** Also without a host: what a relay takes matters to whoever plans before the relay is known. */
    static Optional<Smtp> read(Block block) {
        var password = block.value("password", Kinds.ONE_LINE);
        var username = block.value("username", Kinds.ONE_LINE);
        boolean isUnfilled = block.isUnfilled("username") || block.isUnfilled("password");
        if (username.isPresent() != password.isPresent()
                && block.has("username") != block.has("password")
                && !isUnfilled) {
            block.problem(
                    username.isPresent() ? "username" : "password",
                    "a name and a password come together",
                    "Give both, or neither.");
        }
        Security security = block.value("security", SECURITY, Security.STARTTLS);
        Smtp smtp = new Smtp(
                block.value("host", HOST, ""),
                block.value("port", PORT, security == Security.TLS ? TLS_PORT : PLAIN_PORT),
                security,
                username.orElse(null),
                password.orElse(null),
                block.value("connections", CONNECTION_COUNT, CONNECTIONS),
                block.value("per_second", Kinds.RATE, 0.0),
                perDomain(block),
                block.list("warm_up", MAILS),
                block.has("retry") ? block.list("retry", Moments.DURATION) : RETRY,
                block.value("give_up", Moments.DURATION, GIVE_UP),
                block.value("relay", RELAY, Relay.PLAIN),
                block.value("bounce_to", Addresses.BOUNCE_ADDRESS).orElse(null),
                stopWhen(block.block("stop_when")));
        return block.isGiven() ? Optional.of(smtp) : Optional.empty();
    }

    private static Map<String, Double> perDomain(Block block) {
        return block.map("per_domain", Kinds.RATE);
    }

    private static StopWhen stopWhen(Block block) {
        return new StopWhen(
                block.value("failures_in_a_row", FAILURES, 0), block.value("hard_bounces", Kinds.SHARE, 0.0));
    }

    private static String host(String text) throws Misread {
        if (!text.matches("[A-Za-z0-9._:-]{1,253}")) {
            throw new Misread("Write the host alone; the port has a key of its own.");
        }
        return text;
    }
}
