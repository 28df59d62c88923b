package org.personalize.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.personalize.measure.Interval;
import org.personalize.measure.Share;
import org.personalize.plan.Reason;
import org.personalize.problem.Amount;
import org.personalize.render.Finding.Severity;

/** Counts and reasons in plain words, the same on every machine. */
final class Plain {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private static final double FINER = 4;

    private Plain() {}

    /** {@code 1,482}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 mail}, {@code 1,482 mails}. */
    static String count(long count, String one, String many) {
        return Amount.of(count, one, many);
    }

    /** {@code 12 %}, {@code <1 %}; what is there at all is never rounded to nothing, nor what is missing to everything. */
    static String share(long part, long whole) {
        if (whole == 0 || part == 0) {
            return "0 %";
        }
        double percent = 100.0 * part / whole;
        if (percent < 1) {
            return "<1 %";
        }
        return (part == whole ? 100 : Math.min(99, Math.round(percent))) + " %";
    }

    /** {@code 09 to 10 h}. */
    static String hour(int hour) {
        return "%02d to %02d h".formatted(hour, hour + 1);
    }

    /** A share as a measured figure; of nobody, it may be anything. */
    static Interval measured(Share share) {
        return new Interval(share.mean(), share.low(), share.high(), share.of());
    }

    /** {@code 2 March 2026, 09:00 UTC}. */
    static String moment(Instant at) {
        return CLOCK.format(at.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** The first and the last moment; what happened in one minute, once. */
    static String span(Instant first, Instant last) {
        String from = moment(first);
        String to = moment(last);
        return from.equals(to) ? from : from + " to " + to;
    }

    /** A measured figure without its range, such as {@code 2.3 %}. */
    static String middle(Interval measured, Unit unit) {
        return unit.write(measured.mean(), step(measured));
    }

    /** The range of a measured figure, such as {@code 2.1 % to 2.5 %}, if it has one. */
    static String between(Interval measured, Unit unit) {
        if (!measured.hasRange()) {
            return "no range";
        }
        return unit.write(measured.low(), step(measured)) + " to " + unit.write(measured.high(), step(measured));
    }

    /** {@code 2.3 % (2.1 % to 2.5 %)}. */
    static String whole(Interval measured, Unit unit) {
        return middle(measured, unit) + " (" + between(measured, unit) + ")";
    }

    /** A difference, such as {@code +0.43 (+0.02 to +0.84)}. */
    static String signed(Interval difference, Unit unit) {
        return signedMiddle(difference, unit) + " (" + signedBetween(difference, unit) + ")";
    }

    /** {@code 1.50 (1.03 to 2.16)}, where small differences matter. */
    static String fine(Interval measured, Unit unit) {
        double step = fineStep(measured);
        return unit.write(measured.mean(), step) + " (" + unit.write(measured.low(), step) + " to "
                + unit.write(measured.high(), step) + ")";
    }

    static String signedMiddle(Interval difference, Unit unit) {
        return unit.signed(difference.mean(), fineStep(difference));
    }

    static String signedBetween(Interval difference, Unit unit) {
        double step = fineStep(difference);
        return unit.signed(difference.low(), step) + " to " + unit.signed(difference.high(), step);
    }

    /** A difference is told more finely, for it matters on which side of nothing it lies. */
    private static double fineStep(Interval difference) {
        return step(difference) / FINER;
    }

    /** Digits beyond a tenth of the range say nothing; a figure without a range has two of them. */
    static double step(Interval measured) {
        double width = measured.high() - measured.low();
        return width > 0 ? width / 10 : Math.abs(measured.mean()) / 100;
    }

    static String why(Reason reason) {
        return switch (reason) {
            case UNSUBSCRIBED -> "unsubscribed";
            case COMPLAINED -> "reported a mail as spam";
            case BOUNCED -> "their mailbox does not exist";
            case SUPPRESSED -> "on a suppression list";
            case NO_CONSENT -> "no consent to marketing mail";
            case NOT_IN_AUDIENCE -> "not in the audience of this campaign";
            case REPEAT_AFTER -> "already had this campaign";
            case QUIET_DAYS -> "had another mail within the quiet days";
            case MAX_PER_WEEK -> "had their mails of this week";
            case PRIORITY -> "another campaign comes first";
            case NO_HOUR -> "no permitted hour in the window";
            case NO_CAPACITY -> "no room left in any permitted hour";
            case WITHDRAWN -> "withdrawn when the campaign was cancelled";
            case NOT_SELECTED -> "left out by --limit or --only";
        };
    }

    static String severity(Severity severity) {
        return switch (severity) {
            case NOTE -> "Note";
            case WARNING -> "Warning";
            case ERROR -> "Error";
        };
    }
}
