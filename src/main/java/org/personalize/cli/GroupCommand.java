package org.personalize.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only gathers others. */
abstract class GroupCommand extends DoorCommand {

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    GroupCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing; " + spec.qualifiedName() + " --help lists them");
    }
}
