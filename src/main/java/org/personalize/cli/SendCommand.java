package org.personalize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.personalize.ledger.Occupied;
import org.personalize.plan.Json;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.run.BrokenOff;
import org.personalize.run.CampaignOrder.Turn;
import org.personalize.run.DryRun;
import org.personalize.run.SendOrders;
import org.personalize.run.SendStory;
import org.personalize.run.Sending;
import org.personalize.run.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code personalize send CAMPAIGN…}. */
@Command(
        name = "send",
        description = "Plans what is not planned, then sends what is due now; or, with --dry-run, writes previews.",
        footer = {
            "",
            "Examples:",
            "  personalize send spring-sale.yaml --dry-run --out previews",
            "  personalize send spring-sale.yaml --yes --max-runtime 50m --log send.log",
            "  personalize send spring-sale.yaml --yes --plan plan.json",
            "  personalize send win-back.yaml weekly-digest.yaml --yes",
            "",
            "Run again, by cron or after a crash, it goes on where it was. Nobody gets a mail twice."
        })
final class SendCommand extends SeveralCampaignsCommand {

    @Option(names = "--dry-run", description = "Write previews instead of mailing.")
    boolean isDryRun;

    @Option(names = "--out", paramLabel = "DIR", description = "Where previews go. Default: previews.")
    @Nullable
    Path out;

    @Option(
            names = "--previews",
            paramLabel = "N|all",
            converter = HowMany.class,
            description = "How many previews are written; everybody is rendered all the same. Default: 200.")
    @Nullable
    Integer previews;

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

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Send exactly what plan --out wrote as .json; refused if files or ledger contradict it.")
    @Nullable
    Path plan;

    SendCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        refuseMixture();
        if (!isDryRun && !isSure && !door.isWatched()) {
            throw new InputProblem(
                    Place.NOWHERE,
                    "nobody is here to be asked before the first mail; nothing was sent",
                    "Add --yes to send, or --dry-run to write previews.");
        }
        long start = System.nanoTime();
        return inTurn((turn, json) -> isDryRun ? preview(turn, json) : send(turn, json, start));
    }

    /** Whoever forgets one word must not mail everybody. */
    private void refuseMixture() {
        if (isDryRun) {
            refuse(plan != null, "--plan is for a real send; a dry run shows what would be planned now");
            refuse(log != null, "--log is for a real send; a dry run changes nobody's state");
            refuse(maxRuntime != null, "--max-runtime is for a real send; a dry run is done when all is rendered");
            refuse(isResendingDoubtful, "--resend-doubtful is for a real send; a dry run sends to nobody");
            refuse(out != null && out.toString().isEmpty(), "--out: expected a folder of its own, found an empty name");
        } else {
            refuse(out != null, "--out is for --dry-run, which writes previews; nothing was sent");
            refuse(previews != null, "--previews is for --dry-run, which writes them; nothing was sent");
        }
    }

    private void refuse(boolean isGiven, String words) {
        if (isGiven) {
            throw wrong(words);
        }
    }

    private int preview(Turn turn, @Nullable Json json) throws IOException {
        Path folder = outputFolder("--out", out == null ? Path.of("previews") : out, campaigns);
        Story story = DryRun.run(
                turn.request(),
                selection(),
                areSeveral() ? folder.resolve(turn.name()) : folder,
                previews == null ? DryRun.DEFAULT_PREVIEWS : previews,
                PersonalizeCommand.version());
        if (json == null) {
            Telling.tell(story, door);
        } else {
            Telling.write(story, json.object());
            json.end();
        }
        return Telling.code(story);
    }

    private int send(Turn turn, @Nullable Json json, long start) throws IOException {
        try {
            SendStory story = Sending.run(turn.request(), selection(), orders(turn, start));
            return SendTelling.of(story, door, json);
        } catch (Occupied e) {
            String words = "another sender of this campaign is at work: " + e.getMessage() + ". Nothing was done.";
            door.err().println("personalize: " + words);
            if (json != null) {
                json.object();
                if (areSeveral()) {
                    json.field("campaign", turn.name());
                }
                Failure.write(ExitCode.OCCUPIED, Failure.one(words, ""), json);
                json.end();
            }
            return ExitCode.OCCUPIED;
        } catch (BrokenOff e) {
            if (json == null) {
                throw e;
            }
            json.object().field("campaign", e.campaign());
            int code = Failure.of(e, door, common.commandLine());
            json.field("exit_code", code)
                    .field("why", e.words())
                    .name("run")
                    .object()
                    .field("accepted", e.accepted())
                    .end()
                    .end();
            return code;
        }
    }

    /** Several campaigns share the time that one run may take. */
    private SendOrders orders(Turn turn, long start) {
        Path planFile = fileOf(plan, turn);
        Path logFile =
                log == null ? null : output("--log", log, campaigns, planFile == null ? List.of() : List.of(planFile));
        Duration spent = Duration.ofNanos(System.nanoTime() - start);
        Duration left = maxRuntime == null ? null : maxRuntime.minus(spent);
        return new SendOrders(
                clock(),
                System::nanoTime,
                door.processName(),
                door.hostName(),
                left == null || left.isNegative() ? maxRuntime == null ? null : Duration.ZERO : left,
                logFile,
                isResendingDoubtful,
                planFile,
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
            String answer = door.answer("Send this? [y/N] ");
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
