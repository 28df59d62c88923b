package org.personalize.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalize.run.RejectLimit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of every command. */
final class CommonOptions {

    @Option(
            names = "--now",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "The campaign's clock, such as 2026-03-02T09:00Z. Default: the machine's.")
    @Nullable Instant now;

    @Option(
            names = "--max-rejects",
            paramLabel = "LIMIT",
            converter = Limit.class,
            description = "Stop when more rows than this are put aside: 2%% or 50. Default: 1%%.")
    RejectLimit maxRejects = RejectLimit.DEFAULT;

    @Option(names = "--json", description = "Print one JSON document instead of text.")
    boolean isJson;

    @Option(names = "--stacktrace", description = "Show where in the program an error arose.")
    boolean isStackTraceWanted;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    boolean isHelpWanted;

    Instant nowOr(Door door) {
        return now == null ? door.clock().instant() : now;
    }

    /** A moment with an offset; without seconds too. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "expected a moment with an offset, such as 2026-03-02T09:00Z, found '" + text + "'");
            }
        }
    }

    /** {@code 2%} or {@code 50}. */
    static final class Limit implements ITypeConverter<RejectLimit> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(%?)");

        @Override
        public RejectLimit convert(String text) {
            Matcher form = FORM.matcher(text.strip());
            if (!form.matches()) {
                throw new TypeConversionException("expected a share such as 2% or a number of rows, found '" + text + "'");
            }
            boolean isShare = !form.group(2).isEmpty();
            double value = Double.parseDouble(form.group(1));
            if (isShare && value > 100) {
                throw new TypeConversionException("expected a share of at most 100%, found '" + text + "'");
            }
            return new RejectLimit(isShare ? value / 100 : value, isShare);
        }
    }
}
