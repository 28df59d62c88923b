package org.personalize.deliver;

import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Smtp;
import org.personalize.deliver.Outcome.Deferred;
import org.personalize.deliver.Outcome.Refused;
import org.personalize.deliver.Outcome.TurnedAway;
import org.personalize.render.Mail;

/**
 * One line to the relay: opened with the first mail, kept for those after it, opened anew after a loss. A line that the
 * relay closed between two mails is no fault, and the mail goes over a new one at once. For one thread.
 */
public final class SmtpCourier implements Courier {

    private final Smtp smtp;
    private final Letters letters;
    private final Timeouts timeouts;
    private final SSLSocketFactory trust;
    private @Nullable Line line;

    /** A relay that took an announcement amiss, or lost it, is told each mail in its turn from then on. */
    private boolean isAnnouncing = true;

    private SmtpCourier(Smtp smtp, Letters letters, Timeouts timeouts, SSLSocketFactory trust) {
        this.smtp = smtp;
        this.letters = letters;
        this.timeouts = timeouts;
        this.trust = trust;
    }

    /** Trusts the certificates that this Java trusts. */
    public static SmtpCourier of(Smtp smtp, Letters letters, Timeouts timeouts) {
        return of(smtp, letters, timeouts, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    static SmtpCourier of(Smtp smtp, Letters letters, Timeouts timeouts, SSLSocketFactory trust) {
        return new SmtpCourier(smtp, letters, timeouts, trust);
    }

    /** Opens the line unless it stands; says why not where it cannot. */
    public Optional<Outcome> open() {
        try {
            if (standing(null) == null) {
                line = Line.open(smtp, timeouts, trust);
            }
            return Optional.empty();
        } catch (NoLine e) {
            return Optional.of(e.outcome());
        }
    }

    public boolean isOpen() {
        return line != null && line.isOpen();
    }

    @Override
    public Outcome deliver(Mail mail, Permission permission) {
        Envelope envelope;
        try {
            envelope = Envelope.of(mail, letters);
        } catch (IllegalArgumentException e) {
            return new Refused(new Reply(553, "5.1.3", "5.1.3 not sent: " + TlsFault.message(e)), false);
        }
        Line kept = standing(mail);
        if (kept != null) {
            Parcel known = kept.announced();
            Parcel parcel = known == null ? Parcel.of(mail, envelope, letters, kept.offers()) : known;
            Outcome outcome = transact(kept, parcel, permission);
            if (!(outcome instanceof TurnedAway away)) {
                return outcome;
            }
            if (known != null && away.isUnreachable()) {
                isAnnouncing = false;
            }
        }
        return overNewLine(mail, envelope, permission);
    }

    private Outcome overNewLine(Mail mail, Envelope envelope, Permission permission) {
        Line fresh;
        try {
            fresh = Line.open(smtp, timeouts, trust);
        } catch (NoLine e) {
            return e.outcome();
        }
        line = fresh;
        Outcome outcome = transact(fresh, Parcel.of(mail, envelope, letters, fresh.offers()), permission);
        // A relay that lets us in and then leaves at every MAIL must not keep us trying the same mail for ever.
        return outcome instanceof TurnedAway away && away.isUnreachable() ? new Deferred(away.why()) : outcome;
    }

    private Outcome transact(Line standing, Parcel parcel, Permission permission) {
        return new Transaction(standing, parcel, permission, () -> following(standing, permission)).run();
    }

    /** What is to be announced with a dot; null where the relay takes no more than one command at a time. */
    private @Nullable Parcel following(Line standing, Permission permission) {
        Mail mail = isAnnouncing && standing.offers().pipelining() ? permission.next() : null;
        try {
            Parcel parcel =
                    mail == null ? null : Parcel.of(mail, Envelope.of(mail, letters), letters, standing.offers());
            return parcel == null || parcel.obstacle() != null ? null : parcel;
        } catch (RuntimeException e) {
            // It is no fault of the mail before: it is told when its own turn comes.
            return null;
        }
    }

    /**
     * The line for a mail, if the relay has neither left nor said goodbye since the last one; a line that waits for
     * another mail can only be cut.
     */
    private @Nullable Line standing(@Nullable Mail mail) {
        Line kept = line;
        if (kept != null && kept.isOpen() && !isFor(mail, kept)) {
            kept.cut();
        }
        return kept == null || !kept.isOpen() ? null : kept;
    }

    private static boolean isFor(@Nullable Mail mail, Line kept) {
        Parcel announced = kept.announced();
        return announced == null
                ? kept.look() == Wire.Sign.QUIET
                : announced.mail().equals(mail);
    }

    @Override
    public void close() {
        if (line != null) {
            line.quit();
        }
    }
}
