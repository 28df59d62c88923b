package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.personalize.plan.Json;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.run.FirstLook;
import org.personalize.run.Init;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code personalize init DIR}. */
@Command(
        name = "init",
        description =
                "Lays out a workspace that works at once: the sample shop, or a first campaign over your own exports.",
        footer = {"", "Examples:", "  personalize init my-shop", "  personalize init my-shop --from exports/*.csv"})
final class InitCommand extends DoorCommand {

    @Parameters(paramLabel = "DIR", description = "The new folder.")
    Path folder = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "EXPORT",
            arity = "1..*",
            description = "Your own exports: headers, delimiter, consent and item columns are guessed and written into"
                    + " the YAML, with a comment on each guess.")
    List<Path> exports = List.of();

    @Option(names = "--yes", description = "Do not ask whether the guesses are right.")
    boolean isSure;

    InitCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        Path target = door.folder().resolve(folder);
        return exports.isEmpty() ? told(Init.layOut(target), "spring-sale.yaml", List.of()) : fromExports(target);
    }

    private Integer fromExports(Path target) throws IOException {
        FirstLook look = Init.look(exports.stream().map(door.folder()::resolve).toList(), target, door);
        look.sentences().forEach(s -> door.err().println("  " + s));
        door.err().flush();
        if (!look.hasCustomers()) {
            throw new InputProblem(
                    Place.NOWHERE,
                    "none of the files has a column of e-mail addresses",
                    "Name your customers' export after --from, too.");
        }
        if (door.isWatched() && !isSure && !isAgreed()) {
            door.err().println("Nothing was written.");
            return ExitCode.WRONG_INPUT;
        }
        return told(Init.layOut(look), "first-mail.yaml", look.ingests());
    }

    private boolean isAgreed() throws IOException {
        String answer =
                door.answer("Lay out " + folder + " on these guesses? Each is written down and can be changed. [Y/n] ");
        return answer != null
                && (answer.isBlank() || answer.strip().toLowerCase(Locale.ROOT).startsWith("y"));
    }

    private Integer told(List<Path> files, String campaign, List<String> ingests) throws IOException {
        if (common.isJson) {
            Json json = Json.pretty(door.out());
            json.object().field("folder", folder.toString()).name("files").array();
            for (Path file : files) {
                json.text(file.toString());
            }
            json.end().end();
            door.out().println();
            return ExitCode.DONE;
        }
        door.out().printf(Locale.ROOT, "%s: %,d files laid out.%n%nNext:%n", folder, files.size());
        door.out().println("  cd " + folder);
        Map<String, String> next = new LinkedHashMap<>();
        ingests.forEach(command -> next.put(command, "learn from what was bought"));
        next.put("personalize check " + campaign, "what would go wrong?");
        next.put("personalize send " + campaign + " --dry-run --out previews", "look at every mail");
        next.put("personalize plan " + campaign + " --out plan.csv", "who gets what and when");
        int widest = next.keySet().stream().mapToInt(String::length).max().orElse(0);
        next.forEach((command, why) -> door.out().printf(Locale.ROOT, "  %-" + widest + "s   %s%n", command, why));
        return ExitCode.DONE;
    }
}
