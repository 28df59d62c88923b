package org.personalize.campaign;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The relay, and the pace it takes.
 *
 * @param host blank where none is given; there for every command that demanded {@link Demand#SMTP}
 * @param perSecond 0 for no limit
 * @param warmUp mails on the first, second, … day; empty for no limit
 */
public record Smtp(
        String host,
        int port,
        Security security,
        @Nullable String username,
        @Nullable String password,
        int connections,
        double perSecond,
        Map<String, Double> perDomain,
        List<Integer> warmUp,
        List<Duration> retry,
        Duration giveUp,
        Relay relay,
        @Nullable String bounceTo,
        StopWhen stopWhen) {

    public Smtp {
        perDomain = Collections.unmodifiableMap(new LinkedHashMap<>(perDomain));
        warmUp = List.copyOf(warmUp);
        retry = List.copyOf(retry);
    }

    /** A password never shows in a log or an error. */
    @Override
    public String toString() {
        return "Smtp[" + host + ":" + port + ", " + security + "]";
    }

    /** How the line to the relay is protected; certificates and host names are always verified. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /** Whose metadata headers are set. */
    public enum Relay {
        PLAIN,
        SES,
        SENDGRID,
        MAILGUN,
        POSTMARK,
        BREVO;

        /** Whether it may change what it was given, links above all, and then signs the result under the sender's domain. */
        public boolean signsItself() {
            return switch (this) {
                case PLAIN, SES -> false;
                case SENDGRID, MAILGUN, POSTMARK, BREVO -> true;
            };
        }
    }

    /** 0 for no limit. */
    public record StopWhen(int failuresInARow, double hardBounces) {}
}
