package org.personalize.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.personalize.problem.Nearest;
import org.personalize.problem.Problem;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The door of the program: whatever a user can type can be called by a test. */
@Command(
        name = "personalize",
        description = "Gives every person on a mailing list an e-mail of their own.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = PersonalizeCommand.Version.class,
        subcommands = {
            InitCommand.class,
            CheckCommand.class,
            TrainCommand.class,
            PlanCommand.class,
            SendCommand.class,
            StatusCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            CancelCommand.class,
            ReportCommand.class,
            BacktestCommand.class,
            ExplainCommand.class,
            ScoreCommand.class,
            TestCommand.class,
            DoctorCommand.class,
            IngestCommand.class,
            TokenCommand.class,
            SuppressionsCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Example:",
            "  personalize send sample-data/spring-sale.yaml --dry-run --out previews",
            "",
            "Exit codes: 0 done; 1 finished, but somebody was refused, doubtful, expired or held; 2 the command"
                    + " line, the campaign, a template or the data is wrong and nothing was sent; 69 the relay cannot be"
                    + " used; 74 the disk or the ledger cannot be used; 75 another sender of this campaign is at work;"
                    + " 130 or 143 stopped by a signal.",
        })
public final class PersonalizeCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    PersonalizeCommand() {
        spec = CommandSpec.create(); // replaced by picocli
    }

    static String version() {
        return Program.version();
    }

    /** Runs one command line and gives back its exit code. */
    public static int run(Door door, String... args) {
        CommandLine commands = new CommandLine(new PersonalizeCommand(), new Rooms(door));
        commands.setOut(door.out());
        commands.setErr(door.err());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.registerConverter(int.class, PersonalizeCommand::wholeNumber);
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(door.ansi()));
        commands.setParameterExceptionHandler((e, words) -> wrongCommandLine(e, words, door));
        commands.setExecutionExceptionHandler((e, command, parsed) -> Failure.of(e, door, command));
        int code = commands.execute(args);
        door.out().flush();
        door.err().flush();
        return door.out().checkError() && code == ExitCode.DONE ? ExitCode.DISK : code;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; personalize --help lists them");
    }

    private static int wholeNumber(String words) {
        try {
            return Integer.parseInt(words.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + words + "' is no whole number up to " + Integer.MAX_VALUE);
        }
    }

    private static int wrongCommandLine(ParameterException e, String[] args, Door door) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        Optional<String> unknown = unknownCommand(e, command);
        String wrong = unknown.map(word -> noCommand(word, command)).orElseGet(() -> String.valueOf(e.getMessage()));
        err.println(command.getColorScheme().errorText("personalize: " + wrong));
        if (unknown.isEmpty()) {
            UnmatchedArgumentException.printSuggestions(e, err);
        }
        String remedy = "Try " + command.getCommandSpec().qualifiedName() + " --help.";
        err.println(remedy);
        if (List.of(args).contains("--json")) {
            Failure.document(ExitCode.WRONG_INPUT, Failure.one(wrong, remedy), door);
        }
        return ExitCode.WRONG_INPUT;
    }

    /** The word that stands where a command's name should. */
    private static Optional<String> unknownCommand(ParameterException e, CommandLine command) {
        return e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && !command.getSubcommands().isEmpty()
                ? Optional.of(unmatched.getUnmatched().get(0))
                : Optional.empty();
    }

    private static String noCommand(String word, CommandLine command) {
        return Problem.quote(word) + " is no command."
                + Nearest.to(word, command.getSubcommands().keySet())
                        .map(near -> " Did you mean " + near + "?")
                        .orElse("");
    }

    /** The version that was built into the program file. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"personalize " + version()};
        }
    }

    /** Gives every command the door it stands in. */
    private record Rooms(Door door) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> kind) throws Exception {
            if (DoorCommand.class.isAssignableFrom(kind)) {
                return kind.getDeclaredConstructor(Door.class).newInstance(door);
            }
            return CommandLine.defaultFactory().create(kind);
        }
    }
}
