package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.EventMapping;
import org.personalize.intake.Form;
import org.personalize.intake.Intake;
import org.personalize.ledger.Occupied;
import org.personalize.problem.Amount;
import org.personalize.run.IngestStory;
import org.personalize.run.Ingesting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code personalize ingest CAMPAIGN FILE…}. */
@Command(
        name = "ingest",
        aliases = "import",
        description =
                "Takes in what came back: providers' events, returned mail, web servers' logs. What is new is kept,"
                        + " and seen from then on by all that learns, plans and reports. Who bounced hard, complained or opted"
                        + " out is suppressed at once; mails and web logs count only with something that this workspace signed.",
        footer = {
            "",
            "Examples:",
            "  personalize ingest spring-sale.yaml events.json.gz",
            "  personalize ingest spring-sale.yaml Maildir/ web.log --events-out events.csv"
        })
final class IngestCommand extends OneCampaignCommand {

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, also packed ones, and folders.")
    List<Path> files = List.of();

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description = "What the files are; or a .yaml file that says what a table of your own calls things."
                    + " Default: found out by what stands in them.")
    String kind = "";

    @Option(names = "--events-out", paramLabel = "FILE", description = "Write everything that was understood, as CSV.")
    @Nullable
    Path eventsOut;

    IngestCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        List<Path> all = files.stream().map(door.folder()::resolve).toList();
        Path out = eventsOut == null ? null : output();
        IngestStory story;
        try {
            story = Ingesting.run(request(), new Ingesting.Orders(all, form(), mapping(), out, door.processName()));
        } catch (Occupied e) {
            String words = "somebody else is taking in: " + e.getMessage() + ". Nothing was done.";
            door.err().println("personalize: " + words);
            if (common.isJson) {
                Failure.document(ExitCode.OCCUPIED, Failure.one(words, ""), door);
            }
            return ExitCode.OCCUPIED;
        }
        if (common.isJson) {
            IngestTelling.json(story, door.out());
        } else {
            new IngestTelling(door.out()).tell(story);
        }
        return code(story);
    }

    private Path output() throws IOException {
        Path named = Objects.requireNonNull(eventsOut);
        List<Path> read = new ArrayList<>();
        for (Path file : files) {
            Path whole = door.folder().resolve(file);
            read.addAll(Files.exists(whole) ? Intake.files(whole) : List.of());
        }
        return output("--events-out", named, List.of(campaign), read, Ingesting::wrote);
    }

    /** What was understood counts all the same: an opt-out must not wait for a better file. */
    private int code(IngestStory story) {
        for (IngestStory.Part part : story.brokenOff()) {
            door.err()
                    .println("personalize: " + IngestTelling.name(part.file())
                            + " could not be read to its end. What was understood counts."
                            + " Take the file in again when it is whole.");
        }
        for (IngestStory.Part part : story.foreign()) {
            door.err()
                    .println("personalize: " + IngestTelling.name(part.file())
                            + " holds nothing that is understood: no provider that is known writes such JSON."
                            + " Take in the provider's events instead, or its lists as CSV;"
                            + " lists of people who must get no mail may also be named under data.suppressions.");
        }
        if (story.isBeyondLimit()) {
            door.err()
                    .println("personalize: " + Amount.of(story.unreadable(), "record", "records")
                            + " cannot be read, which is more than " + story.limit()
                            + ". What was understood counts."
                            + " Correct the files and take them in again, or raise --max-rejects.");
        }
        boolean isWhole = story.brokenOff().isEmpty() && story.foreign().isEmpty();
        return story.isBeyondLimit() || !isWhole ? ExitCode.WRONG_INPUT : ExitCode.DONE;
    }

    /** A file in the place of a word says what a table of one's own calls things. */
    private boolean isMapping() {
        return kind.endsWith(".yaml") || kind.endsWith(".yml");
    }

    private EventMapping mapping() {
        return isMapping() ? EventMapping.read(door.folder().resolve(kind), kind) : EventMapping.NONE;
    }

    private @Nullable Form form() {
        if (kind.isEmpty() || isMapping()) {
            return null;
        }
        return Form.of(kind)
                .orElseThrow(() -> new ParameterException(
                        common.commandLine(),
                        "--as: expected one of "
                                + Arrays.stream(Form.values()).map(Form::word).collect(Collectors.joining(", "))
                                + ", found '" + kind + "'"));
    }
}
