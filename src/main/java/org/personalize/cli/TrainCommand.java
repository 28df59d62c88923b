package org.personalize.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.personalize.report.TrainingPage;
import org.personalize.run.TrainRun;
import org.personalize.run.TrainRun.Trained;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code personalize train CAMPAIGN}. */
@Command(
        name = "train",
        description =
                "Learns when each person reads and what each person wants, chooses by what came later whether that"
                        + " beats simple rules, says by how much, and keeps the model for plan and send.",
        footer = {
            "",
            "Examples:",
            "  personalize train spring-sale.yaml",
            "  personalize train spring-sale.yaml --budget 5m --html training.html",
            "",
            "With unchanged files and settings the model stays as it is, and its papers are shown again."
        })
final class TrainCommand extends OneCampaignCommand {

    private static final double MEGABYTE = 1 << 20;
    private static final double NANOS = 1e9;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = SendCommand.Span.class,
            description = "How much may be tried, as the time that two ordinary cores take for it, such as 5m. The same"
                    + " budget is the same work, and the same model, on any machine. Default: 60s.")
    Duration budget = Duration.ofSeconds(60);

    @Option(names = "--html", paramLabel = "FILE", description = "Write the report as a page, too.")
    @Nullable
    Path html;

    @Option(names = "--again", description = "Train although nothing has changed.")
    boolean isAgain;

    @Option(names = "--details", description = "Tell of every candidate on every stretch of time, too.")
    boolean isDetailed;

    TrainCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        if (budget.isZero()) {
            throw new ParameterException(common.commandLine(), "--budget: expected some time, found none");
        }
        Path page = html == null ? null : output("--html", html);
        long start = System.nanoTime();
        Trained trained = TrainRun.run(request(), budget.toSeconds(), isAgain, PersonalizeCommand.version());
        if (page != null) {
            TrainingPage.write(page, trained.papers());
        }
        trained.notices().forEach(notice -> door.err().println("note: " + notice));
        TrainTelling.of(trained, page, door, common.isJson, isDetailed);
        if (trained.isNew()) {
            door.err()
                    .printf(
                            Locale.ROOT,
                            "Trained in %.1f s, with %,.0f MB of memory at most.%n",
                            (System.nanoTime() - start) / NANOS,
                            memory() / MEGABYTE);
        }
        return ExitCode.DONE;
    }

    /** The most that was in use at any time, summed over the parts of the heap. */
    private static double memory() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToDouble(usage -> usage.getUsed())
                .sum();
    }
}
