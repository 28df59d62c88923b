package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalize.intake.Account;
import org.personalize.intake.Form;
import org.personalize.plan.Json;
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
        description = "Takes in what came back: providers' events, returned mail, web servers' logs. Who bounced hard,"
                + " complained or opted out is suppressed at once; mails and web logs count only with something that"
                + " this workspace signed.",
        footer = {
            "",
            "Examples:",
            "  personalize ingest spring-sale.yaml events.json.gz",
            "  personalize ingest spring-sale.yaml Maildir/ access.log --events-out events.csv"
        })
final class IngestCommand extends OneCampaignCommand {

    private static final int MOST_FILES_TOLD = 20;
    private static final int MOST_PLACES_TOLD = 3;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, also packed ones, and folders.")
    List<Path> files = List.of();

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description = "What the files are. Default: found out by what stands in them.")
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
        Path out = eventsOut == null ? null : door.folder().resolve(eventsOut);
        IngestStory story = Ingesting.run(request(), all, form(), out);
        if (common.isJson) {
            json(story);
        } else {
            tell(story);
        }
        boolean isNothing = story.understood() == 0 && story.unreadable() > 0;
        return isNothing ? ExitCode.WRONG_INPUT : ExitCode.DONE;
    }

    private @Nullable Form form() {
        if (kind.isEmpty()) {
            return null;
        }
        return Form.of(kind)
                .orElseThrow(() -> new ParameterException(
                        common.commandLine(),
                        "--as: expected one of "
                                + Arrays.stream(Form.values()).map(Form::word).collect(Collectors.joining(", "))
                                + ", found '" + kind + "'"));
    }

    private void tell(IngestStory story) {
        story.parts().stream().limit(MOST_FILES_TOLD).forEach(this::tell);
        if (story.parts().size() > MOST_FILES_TOLD) {
            line("… and %,d further files", story.parts().size() - MOST_FILES_TOLD);
        }
        line("%,d events, %,d of them about a mail that the ledger knows", story.events(), story.linked());
        eventsByName(story).forEach((name, count) -> line("  %,9d %s", count, name));
        if (story.unproven() > 0) {
            line("%,d would have suppressed somebody but carry nothing that this workspace signed", story.unproven());
        }
        if (story.suppressed().isEmpty()) {
            line("nobody was newly suppressed");
        }
        story.suppressed().forEach((reason, count) -> line("%,d newly suppressed: %s", count, reason));
    }

    private void tell(IngestStory.Part part) {
        Account account = part.account();
        line(
                "%s: %s, %,d records, %,d understood",
                part.file().getFileName(),
                account.mostly().map(Form::title).orElse("nothing that is known"),
                account.records(),
                account.understoodRecords());
        account.ignored().forEach((reason, count) -> line("  %,9d left out: %s", count, reason));
        account.unreadable().forEach((reason, count) -> line("  %,9d unreadable: %s", count, reason));
        account.places().stream()
                .limit(MOST_PLACES_TOLD)
                .forEach(place -> line("            line %d: %s", place.line(), place.reason()));
    }

    private static Map<String, Long> eventsByName(IngestStory story) {
        return story.parts().stream()
                .flatMap(part -> part.account().events().entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, java.util.TreeMap::new, Collectors.summingLong(Map.Entry::getValue)));
    }

    private void line(String format, Object... values) {
        door.out().println(String.format(Locale.ROOT, format, values));
    }

    private void json(IngestStory story) throws IOException {
        Json json = Json.pretty(door.out());
        json.object().field("campaign", story.campaign()).name("files").array();
        for (IngestStory.Part part : story.parts()) {
            Account account = part.account();
            json.object()
                    .field("file", String.valueOf(part.file().getFileName()))
                    .field("kind", account.mostly().map(Form::word).orElse(""))
                    .field("records", account.records())
                    .field("understood", account.understoodRecords());
            counts(json, "left_out", account.ignored());
            counts(json, "unreadable", account.unreadable());
            json.end();
        }
        json.end().field("events", story.events());
        counts(json, "events_by_name", eventsByName(story));
        json.field("linked", story.linked()).field("unproven", story.unproven());
        counts(json, "suppressed", story.suppressed());
        json.end();
        door.out().println();
    }

    private static void counts(Json json, String name, Map<String, ? extends Number> counts) throws IOException {
        json.name(name).object();
        for (Map.Entry<String, ? extends Number> count : counts.entrySet()) {
            json.field(count.getKey(), count.getValue().longValue());
        }
        json.end();
    }
}
