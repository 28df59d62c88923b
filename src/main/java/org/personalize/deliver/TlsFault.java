package org.personalize.deliver;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Smtp;

/** Tells a relay whose TLS will never do from a line that broke while TLS was being made up. */
final class TlsFault {

    private TlsFault() {}

    static NoLine of(IOException e, Smtp smtp) {
        if (caused(e, CertificateException.class) != null) {
            return NoLine.refused("its certificate does not hold: " + certificate(e, smtp.host()));
        }
        boolean isBroken = caused(e, EOFException.class) != null
                || caused(e, SocketException.class) != null
                || caused(e, InterruptedIOException.class) != null;
        return e instanceof SSLException && !isBroken
                ? NoLine.refused("no TLS with it: " + message(e) + openLine(e))
                : NoLine.unreachable(
                        "the line to " + NoLine.address(smtp) + " broke while TLS was made up: " + message(e));
    }

    /** What is wrong with it, and the way out. */
    private static String certificate(IOException e, String host) {
        String words = message(deepest(e));
        if (caused(e, CertificateExpiredException.class) != null) {
            return "it ran out (" + words + "). Whoever runs " + host
                    + " must renew it; if it should hold still, look at this machine's clock";
        }
        if (caused(e, CertificateNotYetValidException.class) != null) {
            return "its time has not begun (" + words + "). Look at this machine's clock first";
        }
        if (words.startsWith("No subject alternative") || words.startsWith("No name matching")) {
            return "it is not for " + host + " (" + words
                    + "). Give under smtp.host the name that the certificate is for";
        }
        if (words.startsWith("unable to find valid certification path") || words.contains("trust anchor")) {
            return "this Java does not know who issued it, or it signed itself (" + words + "). If you trust it, "
                    + "import the issuer's certificate with keytool -importcert -file CERTIFICATE -keystore STORE, and "
                    + "set PERSONALIZE_JAVA_OPTIONS='-Djavax.net.ssl.trustStore=STORE "
                    + "-Djavax.net.ssl.trustStorePassword=WORD'";
        }
        return words;
    }

    /** Java's own word for an answer without TLS helps nobody who chose the wrong port. */
    private static String openLine(IOException e) {
        return message(e).startsWith("Unsupported or unrecognized SSL message")
                ? ". It speaks in the open there: smtp.security is starttls or none at such a port"
                : "";
    }

    static String message(Throwable e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : Reply.of(0, message).text();
    }

    private static @Nullable Throwable caused(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return cause;
            }
        }
        return null;
    }

    static Throwable deepest(Throwable e) {
        Throwable deepest = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        return deepest;
    }
}
