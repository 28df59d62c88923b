package org.personalize.deliver;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells a relay whose TLS will never do from a line that broke while TLS was being made up. */
final class TlsFault {

    private TlsFault() {}

    static NoLine of(IOException e) {
        Throwable certificate = caused(e, CertificateException.class);
        if (certificate != null) {
            return NoLine.refused("its certificate does not hold: " + message(deepest(certificate)));
        }
        boolean isBroken = caused(e, EOFException.class) != null
                || caused(e, SocketException.class) != null
                || caused(e, InterruptedIOException.class) != null;
        return e instanceof SSLException && !isBroken
                ? NoLine.refused("no TLS with it: " + message(e))
                : NoLine.unreachable("the line broke while TLS was made up: " + message(e));
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

    private static Throwable deepest(Throwable e) {
        Throwable deepest = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        return deepest;
    }
}
