package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.personalize.csv.PrivateFile;
import org.personalize.run.CampaignFiles;
import org.personalize.run.CampaignFiles.EarlierOutput;
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

    /**
     * Where to write what was asked for. That it can be written there, and over nothing that a campaign reads or its
     * workspace keeps, is seen before the work begins, not after it.
     *
     * @param option which names the file
     * @param read what else the command line names to be read
     */
    Path output(String option, Path named, List<Path> campaigns, List<Path> read) {
        return output(option, named, campaigns, read, EarlierOutput.NONE);
    }

    Path output(String option, Path named, List<Path> campaigns, List<Path> read, EarlierOutput earlier) {
        Path file = nobodysOwn(option, named, campaigns, earlier);
        CampaignFiles.refuse(
                option, file, read.stream().map(door.folder()::resolve).toList());
        PrivateFile.checkTarget(file);
        return file;
    }

    /** The same for a folder, which must not take the name of a file that is still to be made, either. */
    Path outputFolder(String option, Path named, List<Path> campaigns) {
        return nobodysOwn(option, named, campaigns, EarlierOutput.NONE);
    }

    private Path nobodysOwn(String option, Path named, List<Path> campaigns, EarlierOutput earlier) {
        Path file = door.folder().resolve(named);
        List<Path> yamls = campaigns.stream().map(door.folder()::resolve).toList();
        CampaignFiles.of(yamls, door.environment()).refuse(option, file, earlier);
        return file;
    }

    boolean wantsJson() {
        return common.isJson;
    }

    boolean wantsStackTrace() {
        return common.isStackTraceWanted;
    }
}
