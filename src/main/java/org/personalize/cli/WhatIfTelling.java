package org.personalize.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.personalize.measure.Interval;
import org.personalize.measure.OffPolicy;
import org.personalize.plan.Json;
import org.personalize.report.WhatIf;
import org.personalize.report.WhatIf.Kind;
import org.personalize.report.WhatIf.Way;

/** Tells what other ways of deciding would have earned, in words that say how sure that is. */
final class WhatIfTelling {

    private static final int DECIMALS = 6;
    private static final int LONGEST_NAME = 30;

    private WhatIfTelling() {}

    static void of(WhatIf whatIf, Sheet sheet) {
        sheet.blank();
        sheet.line("What if: other ways of deciding, by what was left to chance");
        if (whatIf.mails() == 0) {
            sheet.wrapped(
                    "  ",
                    "No mail is old enough to be judged: each is given %d hours.".formatted(WhatIf.REACTION_HOURS));
            return;
        }
        sheet.wrapped(
                "  ",
                "As sent, %s of %,d mails were reacted to: a link followed or something bought within %d hours."
                        .formatted(percent(whatIf.asSent().mean()), whatIf.mails(), WhatIf.REACTION_HOURS));
        Kind last = null;
        for (Way way : whatIf.ways()) {
            if (way.kind() != last) {
                sheet.blank();
                sheet.line("  " + way.kind().title());
                sheet.wrapped("    ", way.kind().meaning());
                last = way.kind();
            }
            tell(way, sheet);
        }
        sheet.blank();
        sheet.wrapped("  ", """
                Estimates from mails that went out, each counting for as many as its logged chance says. In brackets: how far \
                chance reaches, 95 times in 100. The second figure leans on a forecast as well, and should agree.""");
    }

    private static void tell(Way way, Sheet sheet) {
        String lead = way.name().isEmpty() ? "    " : "    " + Sheet.cut(way.name(), LONGEST_NAME) + ": ";
        Optional<String> refusal = way.refusal();
        String note = way.note().isEmpty() ? "" : " Note: " + way.note() + ".";
        if (refusal.isPresent()) {
            sheet.wrapped(lead, refusal.get() + "." + note);
            return;
        }
        OffPolicy value = way.value();
        sheet.wrapped(
                lead,
                "%s reacted; %s with the forecast. These %,d mails as they were sent: %s. As sure as %,.0f mails sent for it.%s"
                        .formatted(
                                value.selfNormalised()
                                        .map(WhatIfTelling::interval)
                                        .orElse(""),
                                value.doublyRobust()
                                        .map(WhatIfTelling::interval)
                                        .orElse(""),
                                value.decisions(),
                                percent(way.asSent().mean()),
                                value.effective(),
                                note));
    }

    private static String interval(Interval interval) {
        return "%s (%s to %s)".formatted(percent(interval.mean()), percent(interval.low()), percent(interval.high()));
    }

    private static String percent(double share) {
        return VariantTelling.fine(share);
    }

    /** As a field of the object that is open. */
    static void write(WhatIf whatIf, Json json) throws IOException {
        json.name("what_if").object();
        json.name("campaigns").array();
        for (String campaign : whatIf.campaigns()) {
            json.text(campaign);
        }
        json.end();
        json.field("reaction_hours", WhatIf.REACTION_HOURS).field("mails", whatIf.mails());
        write("as_sent", whatIf.asSent(), json);
        json.name("ways").array();
        for (Way way : whatIf.ways()) {
            write(way, json);
        }
        json.end().end();
    }

    private static void write(Way way, Json json) throws IOException {
        json.object()
                .field("way", way.kind().name().toLowerCase(Locale.ROOT))
                .field("name", way.name())
                .field("decisions", way.value().decisions());
        json.name("effective").number(way.value().effective(), 1);
        write("as_sent", way.asSent(), json);
        json.field("refused", way.isRefused());
        if (way.value().selfNormalised().isPresent()) {
            write("self_normalised", way.value().selfNormalised().get(), json);
        }
        if (way.value().doublyRobust().isPresent()) {
            write("doubly_robust", way.value().doublyRobust().get(), json);
        }
        json.field("note", way.note()).end();
    }

    /** Null where nothing was measured. */
    static void write(String name, Interval interval, Json json) throws IOException {
        if (!interval.hasRange()) {
            json.name(name).nothing();
            return;
        }
        json.name(name).object();
        json.name("mean").number(interval.mean(), DECIMALS);
        json.name("low").number(interval.low(), DECIMALS);
        json.name("high").number(interval.high(), DECIMALS);
        json.end();
    }
}
