package org.personalize.cli;

import picocli.CommandLine.Command;

/** {@code personalize suppressions list|add|undo}. */
@Command(
        name = "suppressions",
        description = "Who must not be written to, why, and taking it back.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SuppressionsListCommand.class, SuppressionsAddCommand.class, SuppressionsUndoCommand.class},
        footer = {"", "Example:", "  personalize suppressions list"})
final class SuppressionsCommand extends GroupCommand {

    SuppressionsCommand(Door door) {
        super(door);
    }
}
