package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Json;
import org.personalize.problem.Amount;
import org.personalize.run.ScoreRun;
import org.personalize.run.ScoreRun.Hours;
import org.personalize.run.ScoreRun.Seen;
import org.personalize.run.ScoreRun.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** {@code personalize score times|items CAMPAIGN}. */
@Command(
        name = "score",
        description = "Writes the models' scores as CSV, to load into another system.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ScoreCommand.Times.class, ScoreCommand.Items.class},
        footer = {
            "",
            "Examples:",
            "  personalize score times spring-sale.yaml --out times.csv",
            "  personalize score items spring-sale.yaml --out items.csv --top 20"
        })
final class ScoreCommand extends GroupCommand {

    ScoreCommand(Door door) {
        super(door);
    }

    /** What both share. */
    abstract static class Scoring extends OneCampaignCommand {

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The CSV to write.")
        Path out = Path.of("");

        @Option(names = "--cold", description = "Rows for people without history, too.")
        boolean isCold;

        Scoring(Door door) {
            super(door);
        }

        Path file() {
            return output("--out", out);
        }

        int tell(Written written) throws IOException {
            written.notices().forEach(notice -> door.err().println("note: " + notice));
            if (common.isJson) {
                Json json = Json.pretty(door.out());
                json.object()
                        .field("out", written.file().toString())
                        .field("people", written.people())
                        .field("without_history", written.left())
                        .field("without_items", written.withoutItems())
                        .name("warnings")
                        .array();
                for (String notice : written.notices()) {
                    json.text(notice);
                }
                json.end().end();
                door.out().println();
                return ExitCode.DONE;
            }
            door.out().println(Amount.of(written.people(), "person", "people") + " scored: " + out);
            if (written.left() > 0) {
                door.out()
                        .println(Amount.of(written.left(), "person", "people")
                                + " without history left out; --cold scores them too.");
            }
            if (written.withoutItems() > 0) {
                door.out()
                        .println(Amount.of(written.withoutItems(), "person has no row", "people have no row")
                                + ": --seen leaves no item for them.");
            }
            return ExitCode.DONE;
        }
    }

    /** {@code personalize score times CAMPAIGN}. */
    @Command(
            name = "times",
            description = "The chance that the next reaction of each person falls in each local hour, if mail lay there"
                    + " equally at all hours: customer_id,h0,…,h23.",
            footer = {
                "",
                "Examples:",
                "  personalize score times spring-sale.yaml --out times.csv",
                "  personalize score times spring-sale.yaml --cold --by hour-of-week --out w.csv"
            })
    static final class Times extends Scoring {

        @Option(
                names = "--as-logged",
                description = "The same model's chances under the hours at which mail really went out.")
        boolean isAsLogged;

        @Option(
                names = "--by",
                paramLabel = "hour|hour-of-week",
                converter = By.class,
                description = "hour-of-week gives w0…w167 from Monday 0 h. Default: hour.")
        @Nullable
        Hours by;

        Times(Door door) {
            super(door);
        }

        @Override
        public Integer call() throws IOException {
            if (isAsLogged && by == Hours.OF_WEEK) {
                throw new ParameterException(
                        common.commandLine(),
                        "--as-logged goes with the hours of a day only, not with --by hour-of-week");
            }
            Hours hours = isAsLogged ? Hours.AS_LOGGED : by == null ? Hours.OF_DAY : by;
            return tell(ScoreRun.times(request(), file(), hours, isCold));
        }
    }

    /** {@code personalize score items CAMPAIGN}. */
    @Command(
            name = "items",
            description = "The items that each person is likeliest to want, best first: customer_id,rank,item_id,score."
                    + " All items are scored, in stock or not.",
            footer = {
                "",
                "Examples:",
                "  personalize score items spring-sale.yaml --out items.csv",
                "  personalize score items spring-sale.yaml --out again.csv --top 5 --seen only"
            })
    static final class Items extends Scoring {

        @Option(names = "--top", paramLabel = "N", description = "How many items a person. Default: 20.")
        int top = 20;

        @Option(
                names = "--seen",
                paramLabel = "exclude|include|only",
                description = "What becomes of items that the person already had. Default: exclude.")
        Seen seen = Seen.EXCLUDE;

        Items(Door door) {
            super(door);
        }

        @Override
        public Integer call() throws IOException {
            if (top < 1) {
                throw new ParameterException(
                        common.commandLine(), "--top: expected a number of items from 1 on, found " + top);
            }
            return tell(ScoreRun.items(request(), file(), top, seen, isCold));
        }
    }

    /** {@code hour} or {@code hour-of-week}. */
    static final class By implements ITypeConverter<Hours> {
        @Override
        public Hours convert(String text) {
            return switch (text) {
                case "hour" -> Hours.OF_DAY;
                case "hour-of-week" -> Hours.OF_WEEK;
                default -> throw new TypeConversionException("expected hour or hour-of-week, found '" + text + "'");
            };
        }
    }
}
