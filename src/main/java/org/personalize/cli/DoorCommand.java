package org.personalize.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What all commands share: the door they stand in, and the options they have in common. */
abstract class DoorCommand implements Callable<Integer> {

    protected final Door door;

    @Mixin
    protected CommonOptions common = new CommonOptions();

    DoorCommand(Door door) {
        this.door = door;
    }

    @Override
    public abstract Integer call() throws IOException;

    boolean wantsStackTrace() {
        return common.isStackTraceWanted;
    }
}
