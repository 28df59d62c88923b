package org.personalize.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Standings;
import org.personalize.plan.Counts;
import org.personalize.plan.Json;
import org.personalize.run.LedgerCounts;

/** Tells where a campaign stands, for people or as JSON. */
final class StandingsTelling {

    private StandingsTelling() {}

    /** Printed when all of it is known, so that nobody reads the beginning of what has no end. */
    static void of(Standings at, List<Standings> beside, Door door, boolean isJson) throws IOException {
        var told = new StringWriter();
        var out = new PrintWriter(told);
        if (isJson) {
            json(at, beside, Json.pretty(out));
            out.println();
        } else {
            text(at, out);
            beside.forEach(other -> out.println("  beside    " + other.edition() + ": " + open(other)));
        }
        door.out().print(told);
    }

    private static void text(Standings at, PrintWriter out) {
        Counts counts = LedgerCounts.of(at, 0, List.of());
        out.println(at.edition());
        if (at.isPlanned()) {
            counts(at, counts, out);
        } else {
            out.println("  Nothing of this campaign was planned yet.");
        }
        brakes(at, out);
    }

    private static void counts(Standings at, Counts counts, PrintWriter out) {
        line(out, "read", counts.read(), Telling.rows(counts));
        line(out, "planned", counts.planned());
        line(out, "accepted", counts.accepted());
        line(out, "due", counts.due());
        line(out, "waiting", counts.waiting());
        line(out, "deferred", counts.deferred());
        line(out, "refused", counts.refused());
        line(out, "doubtful", counts.doubtful());
        line(out, "expired", counts.expired());
        line(out, "held", counts.held(), counts.held() > 0 ? heldBy(at.brake()) : "");
        line(out, "no mail", counts.noMail());
        counts.skipped().forEach((reason, people) -> line(out, reason.word(), people));
        if (at.nextDue() != null) {
            out.println("  next      " + Moments.told(at.nextDue()));
        }
        if (at.lastDue() != null) {
            out.println("  last      " + Moments.told(at.lastDue()));
        }
    }

    private static void brakes(Standings at, PrintWriter out) {
        at.heldDomains()
                .forEach((domain, since) ->
                        out.println("  held      mail to " + domain + ", since " + Moments.told(since)
                                + ": it says of too many that they do not exist; personalize resume goes on"));
        if (at.brake() != Brake.OFF) {
            out.println("  " + at.brake().name().toLowerCase(Locale.ROOT)
                    + (at.brakeWhy().isEmpty() ? "" : ": " + at.brakeWhy())
                    + (at.brake() == Brake.CANCELLED ? "" : "; personalize resume goes on"));
        }
    }

    /** A brake holds everybody who has no final outcome. */
    private static String heldBy(Brake brake) {
        return switch (brake) {
            case OFF, CANCELLED -> "";
            case PAUSED, STOPPED -> "by the brake, also those who have an error of their own";
        };
    }

    private static String open(Standings at) {
        return String.format(
                Locale.ROOT,
                "%,d waiting, %,d due, %,d deferred, %,d held%s",
                at.waiting(),
                at.due(),
                at.deferred(),
                at.held(),
                at.nextDue() == null ? "" : "; next " + Moments.told(at.nextDue()));
    }

    private static void line(PrintWriter out, String name, long people) {
        line(out, name, people, "");
    }

    private static void line(PrintWriter out, String name, long people, String rest) {
        out.println(String.format(Locale.ROOT, "  %-15s %,9d  %s", name, people, rest)
                .stripTrailing());
    }

    private static void json(Standings at, List<Standings> beside, Json json) throws IOException {
        json.object();
        coming(at, json);
        json.field("brake", at.brake().name().toLowerCase(Locale.ROOT)).field("brake_why", at.brakeWhy());
        json.name("held_domains").object();
        at.heldDomains().forEach((domain, since) -> field(json, domain, since));
        json.end().name("beside").array();
        for (Standings other : beside) {
            json.object();
            coming(other, json);
            json.end();
        }
        json.end().end();
    }

    private static void coming(Standings at, Json json) throws IOException {
        LedgerCounts.of(at, 0, List.of()).write(json);
        json.field("occurrence", at.edition().occurrence());
        if (at.nextDue() != null) {
            json.field("next_due", at.nextDue().toString());
        }
        if (at.lastDue() != null) {
            json.field("last_due", at.lastDue().toString());
        }
    }

    private static void field(Json json, String name, Instant value) {
        try {
            json.field(name, value.toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
