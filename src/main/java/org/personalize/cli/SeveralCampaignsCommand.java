package org.personalize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Json;
import org.personalize.problem.InputProblem;
import org.personalize.run.CampaignOrder;
import org.personalize.run.CampaignOrder.Turn;
import org.personalize.run.Selection;
import org.personalize.run.StopSignal.Stopped;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What the commands share that take several campaigns, one after the other by their priority. */
abstract class SeveralCampaignsCommand extends DoorCommand {

    @Parameters(
            paramLabel = "CAMPAIGN",
            arity = "1..*",
            description = "The campaigns' YAML files; of several the one with the highest priority goes first.")
    List<Path> campaigns = List.of();

    @Mixin
    People people = new People();

    SeveralCampaignsCommand(Door door) {
        super(door);
    }

    Selection selection() {
        return people.selection(common.commandLine());
    }

    ParameterException wrong(String message) {
        return new ParameterException(common.commandLine(), message);
    }

    boolean areSeveral() {
        return campaigns.size() > 1;
    }

    /** What is done for each campaign. */
    interface Work {
        /** @param json where the campaign's object goes; null where text is printed */
        int on(Turn turn, @Nullable Json json) throws IOException;
    }

    /** One after the other; the exit code is the worst of all. */
    int inTurn(Work work) throws IOException {
        Json json = common.isJson ? Json.pretty(door.out()) : null;
        if (!areSeveral()) {
            int code = work.on(new Turn(request(campaigns.get(0)), ""), json);
            endDocument();
            return code;
        }
        List<Turn> turns =
                CampaignOrder.of(campaigns.stream().map(this::request).toList());
        if (json != null) {
            json.object().name("campaigns").array();
        }
        int worst = ExitCode.DONE;
        for (Turn turn : turns) {
            int code = guarded(turn, work, json);
            worst = ExitCode.worse(worst, code);
            if (ExitCode.endsAll(code)) {
                break;
            }
        }
        if (json != null) {
            json.end().end();
        }
        endDocument();
        return worst;
    }

    /** One campaign's mistake is told, and the others take their turns all the same. */
    private int guarded(Turn turn, Work work, @Nullable Json json) throws IOException {
        try {
            return work.on(turn, json);
        } catch (InputProblem | IOException | UncheckedIOException | Stopped e) {
            int code = Failure.of(e, door, common.commandLine());
            if (json != null) {
                json.object().field("campaign", turn.name());
                Failure.write(code, Failure.problems(e, door.folder()), json);
                json.end();
            }
            return code;
        }
    }

    private void endDocument() {
        if (common.isJson) {
            door.out().println();
        }
    }

    /** Of several campaigns each has a file of its own, named after it: {@code plan.csv} becomes {@code plan-spring.csv}. */
    @Nullable
    Path fileOf(@Nullable Path named, Turn turn) {
        if (named == null) {
            return null;
        }
        Path file = door.folder().resolve(named);
        Path last = file.getFileName();
        if (!areSeveral() || last == null) {
            return file;
        }
        String name = last.toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(
                dot < 0 ? name + "-" + turn.name() : name.substring(0, dot) + "-" + turn.name() + name.substring(dot));
    }

    /** Where a campaign's own file is written. */
    @Nullable
    Path outputOf(String option, @Nullable Path named, Turn turn, List<Path> read) {
        Path file = fileOf(named, turn);
        return file == null ? null : output(option, file, campaigns, read);
    }
}
