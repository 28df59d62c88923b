package org.personalize.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.RejectLimit;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options of every command. */
final class CommonOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec mixee;

    @Option(
            names = "--now",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "The campaign's clock, such as 2026-03-02T09:00Z. Default: the machine's.")
    @Nullable
    Instant now;

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

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean isHelpWanted;

    CommandLine commandLine() {
        return Objects.requireNonNull(mixee, "set by picocli").commandLine();
    }

    Instant nowOr(Door door) {
        return now == null ? door.clock().instant() : now;
    }

    /** A moment with an offset; without seconds too. */
    static final class Moment implements ITypeConverter<Instant> {

        /** A campaign looks back and ahead from its clock, and no file writes moments outside these years. */
        private static final int FIRST_YEAR = 1970;

        private static final int LAST_YEAR = 9998;

        @Override
        public Instant convert(String text) {
            OffsetDateTime moment = parse(text);
            if (moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR) {
                throw new TypeConversionException(
                        "expected a year from " + FIRST_YEAR + " to " + LAST_YEAR + ", found '" + text + "'");
            }
            return moment.toInstant();
        }

        private static OffsetDateTime parse(String text) {
            try {
                return OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "expected a moment with an offset, such as 2026-03-02T09:00Z, found '" + text + "'");
            }
        }
    }

    /** {@code 2%} or {@code 50}. */
    static final class Limit implements ITypeConverter<RejectLimit> {
        @Override
        public RejectLimit convert(String text) {
            try {
                return RejectLimit.parse(text, Place.NOWHERE);
            } catch (InputProblem e) {
                throw new TypeConversionException(e.problems().get(0).message());
            }
        }
    }
}
