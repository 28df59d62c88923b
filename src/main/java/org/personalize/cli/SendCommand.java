package org.personalize.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.personalize.ledger.Occupied;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.run.DryRun;
import org.personalize.run.SendOrders;
import org.personalize.run.SendStory;
import org.personalize.run.Sending;
import org.personalize.run.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code personalize send CAMPAIGN}. */
@Command(
        name = "send",
        description = "Plans what is not planned, then sends what is due now; or, with --dry-run, writes previews.",
        footer = {
            "",
            "Examples:",
            "  personalize send spring-sale.yaml --dry-run --out previews",
            "  personalize send spring-sale.yaml --yes --max-runtime 50m --log send.log",
            "",
            "Run again, by cron or after a crash, it goes on where it was. Nobody gets a mail twice."
        })
final class SendCommand extends CampaignCommand {

    @Option(names = "--dry-run", description = "Write previews instead of mailing.")
    boolean isDryRun;

    @Option(names = "--out", paramLabel = "DIR", description = "Where previews go. Default: previews.")
    Path out = Path.of("previews");

    @Option(
            names = "--previews",
            paramLabel = "N|all",
            converter = HowMany.class,
            description = "How many previews are written; everybody is rendered all the same. Default: 200.")
    int previews = DryRun.DEFAULT_PREVIEWS;

    @Option(names = "--yes", description = "Do not ask before the first mail; needed where nobody watches.")
    boolean isSure;

    @Option(
            names = "--max-runtime",
            paramLabel = "TIME",
            converter = Span.class,
            description = "Begin no more mails after this time, such as 50m; the next run goes on.")
    @Nullable
    Duration maxRuntime;

    @Option(names = "--log", paramLabel = "FILE", description = "Add a line of JSON for every change of state.")
    @Nullable
    Path log;

    @Option(
            names = "--resend-doubtful",
            description = "Send again to people whose mail may have arrived: some of them will get it twice.")
    boolean isResendingDoubtful;

    SendCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        if (isDryRun) {
            Story story = DryRun.run(
                    request(), selection(), door.folder().resolve(out), previews, PersonalizeCommand.version());
            return Telling.of(story, door, common.isJson);
        }
        if (!isSure && !door.isWatched()) {
            throw new InputProblem(
                    Place.NOWHERE,
                    "nobody is here to be asked before the first mail; nothing was sent",
                    "Add --yes to send, or --dry-run to write previews.");
        }
        try {
            SendStory story = Sending.run(request(), selection(), orders());
            return SendTelling.of(story, door, common.isJson);
        } catch (Occupied e) {
            door.err()
                    .println("personalize: another sender of this campaign is at work: " + e.getMessage()
                            + ". Nothing was done.");
            return ExitCode.OCCUPIED;
        }
    }

    private SendOrders orders() {
        Path logFile = log == null ? null : door.folder().resolve(log);
        return new SendOrders(
                clock(),
                System::nanoTime,
                door.processName(),
                door.hostName(),
                maxRuntime,
                logFile,
                isResendingDoubtful,
                this::isAgreed);
    }

    /** The campaign's clock runs on from where {@code --now} sets it. */
    private InstantSource clock() {
        Instant set = common.now;
        if (set == null) {
            return door.clock();
        }
        Duration ahead = Duration.between(door.clock().instant(), set);
        return () -> door.clock().instant().plus(ahead);
    }

    private boolean isAgreed(Story story) {
        if (isSure) {
            return true;
        }
        try {
            Telling.tell(story, door);
            door.out().flush();
            door.err().print("Send this? [y/N] ");
            door.err().flush();
            String answer = new BufferedReader(door.in()).readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** {@code 30s}, {@code 50m} or {@code 2h}. */
    static final class Span implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("\\d{1,6}[smh]")) {
                throw new TypeConversionException("expected a time such as 30s, 50m or 2h, found '" + text + "'");
            }
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        }
    }
}
