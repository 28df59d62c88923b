package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.personalize.csv.PrivateFile;
import org.personalize.run.Request;
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

    /** What is asked about a campaign. */
    Request request(Path campaign) {
        return new Request(
                door.folder().resolve(campaign),
                common.nowOr(door),
                common.maxRejects,
                door.environment(),
                ProgressBar.at(door),
                door);
    }

    /** Where to write what was asked for. That it can be written there is seen before the work begins, not after it. */
    Path output(Path named) {
        Path file = door.folder().resolve(named);
        PrivateFile.checkTarget(file);
        return file;
    }

    boolean wantsStackTrace() {
        return common.isStackTraceWanted;
    }
}
