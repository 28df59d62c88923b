package org.personalize.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.Seal;
import org.personalize.campaign.SecretKey;
import org.personalize.campaign.Token;
import org.personalize.history.Kind;

/**
 * Says whose a returned event is and whether it may have consequences. Files that a provider wrote are trusted. Anybody can
 * write a mail or ask a web server for a page: those count only with something that this workspace signed, and then for the
 * mailbox to which the signed mail went, whatever else they say. A link to a page, which may have been passed on, counts for
 * nothing there, and takes nothing from what stands beside it.
 */
public final class Proofs {

    private static final String UNSIGNED = "does not count: it carries nothing that this workspace signed";
    private static final String UNKNOWN = "does not count: signed by this workspace, but the mail is not in the ledger";
    private static final String PASSED_ON =
            "but for the name in a link to a page, which may have been passed on to anybody";
    private static final String TEST = "does not count: it is about a test mail";

    private final @Nullable Seal seal;
    private final @Nullable KeyedHash hashes;
    private final Links links;

    /** @param key null for a workspace that has none yet, and so has signed nothing */
    public Proofs(@Nullable SecretKey key, Links links) {
        this.seal = key == null ? null : new Seal(key);
        this.hashes = key == null ? null : new KeyedHash(key);
        this.links = links;
    }

    /**
     * An event with what is known of it.
     *
     * @param link the mail that it is about, where it is ours
     * @param suppressed the address that must not be written to any more because of it; blank for none
     * @param customerId whose address that is; blank where nobody knows it
     * @param isDoubted whether anybody can have made it up
     */
    public record Judged(Returned event, Optional<Link> link, String suppressed, String customerId, boolean isDoubted) {

        /** Whether a customer must not be written to any more who is known by the id alone. */
        public boolean suppressesById() {
            return hasConsequence(event) && !isDoubted && suppressed.isEmpty() && !customerId.isEmpty();
        }
    }

    public Judged judge(Returned event) {
        List<Token> tokens = tokens(event.trace());
        List<Token> real = tokens.stream().filter(t -> !t.changesNothing()).toList();
        boolean hasConsequence = hasConsequence(event);
        if (isTrusted(event.form())) {
            return trusted(event, signed(real, event), hasConsequence);
        }
        List<Token> counting =
                hasConsequence ? real.stream().filter(Token::mayOptOut).toList() : real;
        Optional<Link> signed = signed(counting, event);
        if (signed.isPresent()) {
            Link mail = signed.get();
            String suppressed = hasConsequence ? mail.mailbox() : "";
            return new Judged(event.linked(mail), signed, suppressed, mail.customerId(), false);
        }
        if (!real.isEmpty()) {
            Link shown = link(real.get(0));
            return new Judged(event.linked(shown).doubted(PASSED_ON), Optional.of(shown), "", "", true);
        }
        Returned doubted = hasConsequence ? event.doubted(whyNot(event.trace(), tokens)) : event;
        return new Judged(doubted, signed, "", "", true);
    }

    /** The mail that a token names, else the one that the ledger knows by what stands beside it. */
    private Optional<Link> signed(List<Token> tokens, Returned event) {
        return tokens.stream().findFirst().map(Proofs::link).or(() -> links.signed(event.trace(), event.second()));
    }

    private static Link link(Token token) {
        return new Link(token.campaign(), token.occurrence(), token.person(), token.mailbox(), Link.By.TOKEN);
    }

    private Judged trusted(Returned event, Optional<Link> signed, boolean hasConsequence) {
        Optional<Link> link =
                signed.or(() -> isAboutMail(event) ? links.likely(event.trace(), event.second()) : Optional.empty());
        Returned known = link.map(event::linked).orElse(event);
        Trace whose = known.trace();
        return new Judged(known, link, hasConsequence ? whose.email() : "", whose.customerId(), false);
    }

    /** What people do in a shop, or what one's own files tell, belongs to no mail because of its time alone. */
    private static boolean isAboutMail(Returned event) {
        return event.form().isJson()
                && switch (event.event()) {
                    case SENT, DELIVERED, OPEN, CLICK, UNSUBSCRIBE, BOUNCE, COMPLAINT, OTHER -> true;
                    case VIEW, CART, PURCHASE, RATING, REFUND, SUBSCRIBE -> false;
                };
    }

    /** Whether somebody is not written to any more because of it. */
    private static boolean hasConsequence(Returned event) {
        return event.isHardBounce() || event.event() == Kind.COMPLAINT || event.event() == Kind.UNSUBSCRIBE;
    }

    private static boolean isTrusted(Form form) {
        return switch (form) {
            case MAIL, ACCESS_LOG, CLOUDFRONT -> false;
            case SES,
                    SENDGRID,
                    MAILGUN,
                    POSTMARK,
                    BREVO,
                    EVENTS,
                    MAILCHIMP,
                    MAILCHIMP_ACTIVITY,
                    MAILUP,
                    KLAVIYO,
                    SHOPIFY,
                    WOOCOMMERCE -> true;
        };
    }

    private String whyNot(Trace trace, List<Token> tokens) {
        if (!tokens.isEmpty()) {
            return TEST;
        }
        return hashes != null && hashes.isOurs(trace.message()) ? UNKNOWN : UNSIGNED;
    }

    private List<Token> tokens(Trace trace) {
        return seal == null
                ? List.of()
                : trace.tokens().stream()
                        .flatMap(text -> seal.open(text).stream())
                        .toList();
    }
}
