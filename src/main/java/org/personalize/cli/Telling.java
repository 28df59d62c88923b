package org.personalize.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.personalize.plan.Counts;
import org.personalize.plan.Json;
import org.personalize.plan.Reason;
import org.personalize.problem.Amount;
import org.personalize.render.Finding;
import org.personalize.render.Finding.Severity;
import org.personalize.run.Story;
import picocli.CommandLine.Help.Ansi;

/** Tells a story on standard output, for people or as JSON, and gives back the exit code that goes with it. */
final class Telling {

    private static final int LABEL_WIDTH = 12;

    /** A template with a hundred alike findings has one thing to mend. */
    private static final int MOST_PER_RULE = 3;

    private final PrintWriter out;
    private final Ansi ansi;
    private final Path folder;

    private Telling(Door door) {
        this.out = door.out();
        this.ansi = door.ansi();
        this.folder = door.folder();
    }

    static int of(Story story, Door door, boolean isJson) throws IOException {
        if (isJson) {
            Json json = Json.pretty(door.out());
            write(story, json.object());
            json.end();
            door.out().println();
        } else {
            new Telling(door).tell(story);
        }
        return code(story);
    }

    static int code(Story story) {
        if (story.isBlocked()) {
            return ExitCode.WRONG_INPUT;
        }
        return story.counts().heldByError() > 0 ? ExitCode.SOMEBODY_LEFT_OUT : ExitCode.DONE;
    }

    /** For people, whatever they asked for. */
    static void tell(Story story, Door door) {
        new Telling(door).tell(story);
    }

    private void tell(Story story) {
        Counts counts = story.counts();
        out.println(bold(counts.campaign()) + (story.occurrence().isEmpty() ? "" : ", " + story.occurrence()));
        line("read", counts.read(), rows(counts));
        line(
                "skipped",
                counts.skipped().values().stream().mapToLong(Long::longValue).sum(),
                reasons(counts.skipped()));
        line("no mail", counts.noMail(), counts.noMail() == 0 ? "" : "kept back, to see what mail earns");
        line("planned", counts.planned(), plain(counts.plainMail()));
        held(counts);
        if (story.first() != null && story.last() != null) {
            label("when", Moments.told(story.first(), story.last()));
            label("variants", shares(story.variants()));
            label("languages", shares(story.languages()));
        }
        story.subjects().forEach(s -> label("subject", s));
        findings(story);
        files(story);
    }

    private void held(Counts counts) {
        long errors = counts.heldByError();
        if (counts.rendered() > 0 || errors > 0) {
            line(
                    "rendered",
                    counts.rendered(),
                    errors == 0 ? "nobody held" : Amount.of(errors) + " held for an error of their own");
        }
        if (counts.heldBack() > 0) {
            line("held", counts.heldBack(), "back until resume");
        }
    }

    private void findings(Story story) {
        if (!story.findings().isEmpty() || !story.counts().warnings().isEmpty()) {
            out.println();
        }
        for (String warning : story.counts().warnings()) {
            out.println("  " + colour("yellow", "note") + "     " + warning);
        }
        Map<String, Integer> told = new HashMap<>();
        for (Finding finding : story.findings()) {
            if (told.merge(finding.rule(), 1, Integer::sum) <= MOST_PER_RULE) {
                tell(finding);
            }
        }
        new TreeMap<>(told).forEach((rule, times) -> {
            if (times > MOST_PER_RULE) {
                out.println("  and " + Amount.of((long) times - MOST_PER_RULE) + " more like it [" + rule
                        + "]; --json lists all");
            }
        });
    }

    private void tell(Finding finding) {
        String where = finding.place().toString();
        out.println("  " + severity(finding.severity()) + " " + (where.isEmpty() ? "" : where + ": ")
                + finding.message() + people(finding) + " [" + finding.rule() + "]");
    }

    private void files(Story story) {
        out.println();
        if (story.rejects() != null) {
            out.println("  Rows put aside: " + shown(story.rejects()));
        }
        Path written = story.written();
        if (written != null) {
            out.println(
                    story.previews() > 0
                            ? "  " + Amount.of(story.previews()) + " previews: open " + bold(shown(written))
                            : "  Written: " + bold(shown(written)));
        }
        if (story.isBlocked()) {
            out.println("  " + colour("red", "This campaign cannot be sent as it is; see the errors above."));
        }
    }

    private void line(String name, long count, String rest) {
        label(name, "%9s  %s".formatted(Amount.of(count), rest).stripTrailing());
    }

    private void label(String name, String text) {
        out.println("  " + name + " ".repeat(Math.max(1, LABEL_WIDTH - name.length())) + text);
    }

    private static String plain(long mails) {
        return mails == 0 ? "" : "of them " + Amount.of(mails) + " the plain mail, to see what personalizing earns";
    }

    /** What stands behind the number of rows that were read. */
    static String rows(Counts counts) {
        return "rows, " + Amount.of(counts.duplicates()) + " of them merged into another, "
                + Amount.of(counts.putAside()) + " put aside";
    }

    static String reasons(Map<Reason, Long> skipped) {
        return skipped.entrySet().stream()
                .map(e -> e.getKey().word() + " " + Amount.of(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shares(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(e -> e.getKey() + " " + Amount.of(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String people(Finding finding) {
        return finding.people() == 0
                ? ""
                : " (" + Amount.of(finding.people()) + (finding.people() == 1 ? " person)" : " people)");
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case NOTE -> "note    ";
            case WARNING -> colour("yellow", "warning ");
            case ERROR -> colour("red", "error   ");
        };
    }

    private String shown(Path file) {
        Path path = file.toAbsolutePath().normalize();
        return path.startsWith(folder) ? folder.relativize(path).toString() : path.toString();
    }

    private String bold(String text) {
        return ansi.enabled() ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    private String colour(String name, String text) {
        int code = name.equals("red") ? 31 : 33;
        return ansi.enabled() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** Writes the story as fields of the object that is open. */
    static void write(Story story, Json json) throws IOException {
        story.counts().write(json);
        json.field("occurrence", story.occurrence());
        if (story.first() != null && story.last() != null) {
            json.field("first", story.first().toString())
                    .field("last", story.last().toString());
        }
        json.name("findings").array();
        for (Finding finding : story.findings()) {
            json.object()
                    .field("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .field("rule", finding.rule())
                    .field("file", finding.place().file())
                    .field("line", finding.place().line())
                    .field("column", finding.place().column())
                    .field("message", finding.message())
                    .field("people", finding.people())
                    .end();
        }
        json.end();
        if (story.written() != null) {
            json.field("out", story.written().toString()).field("previews", story.previews());
        }
    }
}
