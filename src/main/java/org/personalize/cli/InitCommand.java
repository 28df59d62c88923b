package org.personalize.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.run.Init;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code personalize init DIR}. */
@Command(
        name = "init",
        description = "Lays out a workspace that works at once.",
        footer = {"", "Example:", "  personalize init my-shop", "  personalize init my-shop --from exports/*.csv"})
final class InitCommand extends DoorCommand {

    @Parameters(paramLabel = "DIR", description = "The new folder.")
    @Nullable Path folder;

    @Option(
            names = "--from",
            paramLabel = "EXPORT",
            arity = "1..*",
            description = "Your own exports: headers, delimiter, consent and item columns are guessed and written into"
                    + " the campaign file, with a comment on each guess.")
    List<Path> exports = List.of();

    InitCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() {
        throw new UnsupportedOperationException();
    }
}
