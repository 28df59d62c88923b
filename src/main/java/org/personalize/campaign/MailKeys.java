package org.personalize.campaign;

import static org.personalize.campaign.Shape.either;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.personalize.campaign.Campaign.Compliance;
import org.personalize.campaign.Campaign.Images;
import org.personalize.campaign.Campaign.Links;
import org.personalize.campaign.Dkim.Ed25519;
import org.personalize.campaign.Smtp.Relay;

/** What can be written under {@code dkim}, {@code compliance}, {@code links} and {@code images}. */
final class MailKeys {

    /** One list for everything, so that an opt-out concerns everything unless the campaign says otherwise. */
    static final String DEFAULT_TOPIC = "news";

    private static final Kind<String> SELECTOR =
            Kind.of("a selector such as s1", Kind.Written.text("^[A-Za-z0-9._-]{1,63}$"), MailKeys::selector);
    private static final Kind<String> OPT_OUT = Kind.of(
            "an https address with " + Addresses.TOKEN,
            Kind.Written.text("\\$\\{token\\}"),
            text -> Addresses.isMailed(text) ? Addresses.mailto(text) : Addresses.page(text));

    private MailKeys() {}

    private static final Section ED25519 = Section.of(
            new Key("selector", SELECTOR, "Which of the domain's public keys verifies it.", "s2"),
            new Key("key", Kinds.PATH, "The file of the private Ed25519 key, as PEM.", "dkim-ed25519.pem"));

    static final Section DKIM = Section.of(
            new Key("domain", Addresses.DOMAIN, "The domain that signs.", "acme.example"),
            new Key("selector", SELECTOR, "Which of the domain's public keys verifies.", "s1"),
            new Key("key", Kinds.PATH, "The file of the private RSA key of at least 2048 bits, as PEM.", "dkim.pem"),
            new Key(
                    "ed25519",
                    ED25519,
                    "A second key, for a second signature beside the first.",
                    "{selector: s2, key: dkim-ed25519.pem}"));

    static final Section COMPLIANCE = Section.of(
            new Key(
                    "postal_address",
                    Kinds.TEXT,
                    "Where the sender can be found, as the law of many countries wants it in every mail.",
                    "\"Acme Outdoor, 1 Hill Road, Sheffield\""),
            new Key(
                    "unsubscribe",
                    either(
                            "an https address with ${token}, or a list of one and a mailto address",
                            OPT_OUT,
                            new Shape.ListOf(OPT_OUT)),
                    "The page where a person opts out, and perhaps a mailto address beside it.",
                    "\"https://acme.example/u/${token}\""),
            new Key(
                    "unsubscribe_mailto",
                    Addresses.MAILTO,
                    "Where a person can opt out by mail, beside the page.",
                    "\"unsubscribe@acme.example?subject=${token}\""),
            new Key(
                    "preferences",
                    Addresses.TOKEN_PAGE,
                    "The page where a person chooses what to get.",
                    "\"https://acme.example/p/${token}\""),
            new Key("topic", Kinds.SLUG, "What the mail is about: people can opt out of one topic alone.", "sales"));

    static final Section LINKS = Section.of(
            new Key("utm", Kinds.BOOLEAN, "Whether links carry utm parameters for web statistics.", "true"),
            new Key(
                    "person_id",
                    Kinds.IDENTIFIER,
                    "The parameter that carries the person's signed token on own links, where tracking is consented.",
                    "pz"));

    static final Section IMAGES = Section.of(
            new Key("folder", Kinds.PATH, "Where the pictures lie on this machine.", "images/"),
            new Key("public_url", Addresses.HTTPS, "Where the mail finds them.", "\"https://cdn.acme.example/mail/\""));

    static Optional<Dkim> dkim(Block block, Optional<Smtp> smtp) {
        if (!block.isGiven()) {
            return Optional.empty();
        }
        List.of("domain", "selector", "key").forEach(key -> block.demand(key, ""));
        smtp.map(Smtp::relay).filter(Relay::signsItself).ifPresent(relay -> refuseKey(block, relay));
        var key = block.value("key", Kinds.PATH);
        var selector = block.value("selector", SELECTOR);
        var ed25519 = ed25519(block.block("ed25519"));
        return block.value("domain", Addresses.DOMAIN)
                .flatMap(d -> selector.flatMap(s -> key.map(k -> new Dkim(d, s, k, ed25519.orElse(null)))));
    }

    private static Optional<Ed25519> ed25519(Block block) {
        if (!block.isGiven()) {
            return Optional.empty();
        }
        ED25519.names().forEach(key -> block.demand(key, ""));
        var key = block.value("key", Kinds.PATH);
        return block.value("selector", SELECTOR).flatMap(s -> key.map(k -> new Ed25519(s, k)));
    }

    private static void refuseKey(Block block, Relay relay) {
        String name = relay.name().toLowerCase(Locale.ROOT);
        block.problem(
                "domain",
                "the relay " + name + " may rewrite links and parts of a mail, which would break this signature",
                "Remove dkim: " + name + " signs for your domain itself, once you have entered the domain there.");
    }

    static Compliance compliance(Block block) {
        List<String> optOuts = block.list("unsubscribe", OPT_OUT);
        List<String> pages =
                optOuts.stream().filter(o -> !Addresses.isMailed(o)).toList();
        List<String> mailed =
                new ArrayList<>(optOuts.stream().filter(Addresses::isMailed).toList());
        block.value("unsubscribe_mailto", Addresses.MAILTO).ifPresent(mailed::add);
        if (pages.size() > 1 || mailed.size() > 1) {
            block.problem(
                    "unsubscribe", "there is one page for opting out and one address at most", "Keep one of each.");
        }
        return new Compliance(
                block.value("postal_address", Kinds.TEXT).orElse(null),
                pages.isEmpty() ? null : pages.get(0),
                mailed.isEmpty() ? null : mailed.get(0),
                block.value("preferences", Addresses.TOKEN_PAGE).orElse(null),
                block.value("topic", Kinds.SLUG, DEFAULT_TOPIC));
    }

    static Links links(Block block) {
        return new Links(
                block.value("utm", Kinds.BOOLEAN, false),
                block.value("person_id", Kinds.IDENTIFIER).orElse(null));
    }

    static Images images(Block block) {
        return new Images(
                block.value("folder", Kinds.PATH).orElse(null),
                block.value("public_url", Addresses.HTTPS).orElse(null));
    }

    private static String selector(String text) throws Misread {
        if (!text.matches("[A-Za-z0-9._-]{1,63}")) {
            throw new Misread("It has letters, digits, dots and hyphens.");
        }
        return text;
    }
}
