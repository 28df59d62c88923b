package org.personalize.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A command that only gathers others. */
abstract class GroupCommand extends DoorCommand {

    GroupCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() {
        CommandLine line = common.commandLine();
        String name = line.getCommandSpec().qualifiedName();
        throw new ParameterException(line, "a command is missing; " + name + " --help lists them");
    }
}
