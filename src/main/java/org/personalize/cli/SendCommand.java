package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.run.DryRun;
import org.personalize.run.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code personalize send CAMPAIGN}. */
@Command(
        name = "send",
        description = "Decides who gets what and when, renders every recipient, and writes previews.",
        footer = {
            "",
            "Example:",
            "  personalize send spring-sale.yaml --dry-run --out previews",
            "",
            "Sending by SMTP is not built yet: without --dry-run nothing is sent."
        })
final class SendCommand extends CampaignCommand {

    @Option(names = "--dry-run", description = "Write previews instead of mailing; needed for now.")
    boolean isDryRun;

    @Option(names = "--out", paramLabel = "DIR", description = "Where previews go. Default: previews.")
    Path out = Path.of("previews");

    @Option(
            names = "--previews",
            paramLabel = "N|all",
            converter = HowMany.class,
            description = "How many previews are written; everybody is rendered all the same. Default: 200.")
    int previews = DryRun.DEFAULT_PREVIEWS;

    SendCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        if (!isDryRun) {
            throw new InputProblem(
                    Place.NOWHERE,
                    "sending is not built yet; nothing was sent",
                    "Add --dry-run to write previews of every mail.");
        }
        Story story =
                DryRun.run(request(), selection(), door.folder().resolve(out), previews, PersonalizeCommand.version());
        return Telling.of(story, door, common.isJson);
    }

    /** A number, or {@code all}. */
    static final class HowMany implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.equalsIgnoreCase("all")) {
                return Integer.MAX_VALUE;
            }
            if (!text.matches("\\d{1,9}")) {
                throw new TypeConversionException("expected a number or all, found '" + text + "'");
            }
            return Integer.valueOf(text);
        }
    }
}
