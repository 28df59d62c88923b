package org.personalize.deliver;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Smtp;
import org.personalize.campaign.Smtp.Security;

/**
 * The first words on a line, which Jakarta Mail speaks: greeting, EHLO, STARTTLS, AUTH. What it would let pass is made
 * strict here: every answer has its time, TLS that is asked for is no offer, nothing said before TLS counts within it, and
 * a relay without EHLO will do only where nothing is asked of it that EHLO must offer.
 *
 * <p>Where the campaign asks for no protection, a password goes over the bare line: {@code security: none} has to be
 * written, so it is the user's word.
 */
final class Opening extends SMTPTransport {

    private static final String MECHANISMS = "PLAIN LOGIN DIGEST-MD5";

    /** What Jakarta Mail takes for an answer when there is none. */
    private static final String HUNG_UP = "[EOF]";

    private static final Set<Integer> UNKNOWN_COMMAND = Set.of(500, 502, 504);

    private static final String GREETING = "greeting";

    private final Wire wire;
    private final Smtp smtp;
    private final Timeouts timeouts;
    private final SSLSocketFactory trust;
    private boolean isProtected;
    private String awaited = GREETING;

    Opening(Wire wire, Smtp smtp, Timeouts timeouts, SSLSocketFactory trust) {
        super(
                Session.getInstance(settings(smtp)),
                new URLName("smtp", smtp.host(), smtp.port(), null, smtp.username(), smtp.password()));
        this.wire = wire;
        this.smtp = smtp;
        this.timeouts = timeouts;
        this.trust = trust;
    }

    private static Properties settings(Smtp smtp) {
        var settings = new Properties();
        boolean isUpgraded = smtp.security() == Security.STARTTLS;
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(isUpgraded));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(isUpgraded));
        settings.setProperty("mail.smtp.auth", Boolean.toString(smtp.username() != null));
        settings.setProperty("mail.smtp.auth.mechanisms", MECHANISMS);
        return settings;
    }

    /** Afterwards the relay waits for a mail. */
    void talk() throws NoLine {
        try {
            if (smtp.security() == Security.TLS) {
                wire.within(timeouts.command());
                protect();
            }
            connect(wire.asSocket());
        } catch (NoLine e) {
            throw e;
        } catch (MessagingException e) {
            throw noLine(e);
        }
        demand();
    }

    private void demand() throws NoLine {
        if (smtp.security() != Security.NONE && !isProtected) {
            throw NoLine.refused("the line is not protected");
        }
        if (smtp.username() != null && !supportsExtension("AUTH") && !supportsExtension("AUTH=LOGIN")) {
            throw NoLine.refused("it offers no signing in, and smtp.username is given");
        }
    }

    @Override
    protected synchronized int readServerResponse() throws MessagingException {
        wire.within(timeouts.command());
        return super.readServerResponse();
    }

    @Override
    protected synchronized boolean ehlo(String domain) throws MessagingException {
        awaited = "answer to EHLO";
        if (!super.ehlo(domain)) {
            return allowHelo();
        }
        awaited = "answer to signing in";
        if (smtp.security() == Security.STARTTLS && !isProtected && !supportsExtension("STARTTLS")) {
            throw NoLine.refused("it offers no STARTTLS; nothing is sent over a line that anybody can read");
        }
        return true;
    }

    /** RFC 5321, 3.2: a relay of the old kind knows no EHLO, and says so. */
    private boolean allowHelo() throws MessagingException {
        if (!UNKNOWN_COMMAND.contains(getLastReturnCode())) {
            throw new MessagingException("EHLO");
        }
        boolean isUpgraded = smtp.security() == Security.STARTTLS;
        if (isUpgraded || smtp.username() != null) {
            throw NoLine.refused("it knows no EHLO (" + said() + "), and without it "
                    + (isUpgraded ? "there is no STARTTLS" : "nobody can sign in")
                    + ". Look at smtp.host and smtp.port; a relay that needs neither is used with smtp.security: none"
                    + " and without smtp.username");
        }
        awaited = "answer to HELO";
        return false;
    }

    @Override
    protected synchronized void startTLS() throws MessagingException {
        if (smtp.security() != Security.STARTTLS || isProtected) {
            throw new MessagingException("STARTTLS is not due");
        }
        awaited = "answer to STARTTLS";
        issueCommand("STARTTLS", 220);
        switch (wire.look()) {
            case TALKING ->
                throw NoLine.refused("it went on talking between STARTTLS and TLS, as if somebody stood in between");
            case GONE -> throw TlsFault.of(new EOFException("it hung up"), smtp);
            case QUIET -> {
                // So it should be: what it says next is said within TLS.
            }
        }
        wire.within(timeouts.command());
        protect();
    }

    private void protect() throws NoLine {
        try {
            wire.secure(trust, smtp.host());
            isProtected = true;
        } catch (IOException e) {
            throw TlsFault.of(e, smtp);
        }
    }

    private NoLine noLine(MessagingException e) {
        int code = getLastReturnCode();
        String said = said();
        if (code / 100 == 4) {
            return NoLine.busy(said);
        }
        if (code / 100 == 5) {
            return NoLine.refused(said);
        }
        boolean isAuthentication = e instanceof jakarta.mail.AuthenticationFailedException;
        if (isAuthentication && code > 0) {
            return NoLine.refused("no way of signing in is known to both sides");
        }
        Throwable cause = TlsFault.deepest(e);
        boolean isSaid = cause == e && !said.equals(HUNG_UP);
        return NoLine.unreachable(
                isSaid
                        ? NoLine.address(smtp) + " does not speak SMTP. Its " + awaited + " was: " + said
                        : "no " + awaited + " from " + NoLine.address(smtp) + ": " + silence(cause) + hint());
    }

    private static String silence(Throwable cause) {
        if (cause instanceof MessagingException) {
            return "it hung up";
        }
        boolean isOurs = cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException);
        return isOurs ? "the run ended first" : TlsFault.message(cause);
    }

    /** Who waits for words in the open where TLS is due from the start waits in vain. */
    private String hint() {
        return awaited.equals(GREETING) && smtp.security() != Security.TLS
                ? ". Look at smtp.host and smtp.port; where TLS is spoken from the start, as at port 465, "
                        + "smtp.security is tls"
                : "";
    }

    /** The last answer, without addresses and without the password that a careless relay may repeat. */
    private String said() {
        @Nullable String last = getLastServerResponse();
        String text = Reply.of(0, last == null ? "" : last).text();
        String password = smtp.password();
        String safe = password == null || password.isEmpty() ? text : text.replace(password, "***");
        return AnswerMask.ANY.over(safe);
    }
}
