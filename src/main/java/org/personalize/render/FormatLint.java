package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.personalize.campaign.Campaign;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.render.Finding.Severity;

/** Formats of dates and numbers whose letters mean something else than their author had in mind. */
final class FormatLint {

    /** A choice of two texts for yes and no is none. */
    private static final Pattern FORMAT = Pattern.compile("(?:\\?string\\s*[(\\[]|(?:date|datetime)_format\\s*=)\\s*"
            + "(?:\"([^\"\\n]*)\"|'([^'\\n]*)')(?=\\s*[)\\]/>])");

    /** Words in single quotes are printed as they stand. */
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");

    private static final Pattern OF_PRINTF = Pattern.compile("%[-+0-9.,]*[a-zA-Z]");
    private static final Pattern HOURS = Pattern.compile("[HhKk]");

    private final List<Finding> found = new ArrayList<>();

    private FormatLint() {}

    static List<Finding> of(Campaign campaign, TemplateSources html) {
        var lint = new FormatLint();
        lint.files(html);
        if (campaign.textTemplate() != null) {
            lint.files(TemplateSources.of(campaign, campaign.textTemplate()));
        }
        OwnLines.of(campaign).forEach(line -> lint.source(line.place(), line.source()));
        return List.copyOf(lint.found);
    }

    private void files(TemplateSources sources) {
        sources.files().forEach((path, source) -> {
            List<String> lines = source.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                source(Place.line(sources.nameOf(path), i + 1L), lines.get(i));
            }
        });
    }

    private void source(Place place, String source) {
        FORMAT.matcher(source).results().forEach(match -> {
            String format = match.group(1) == null ? match.group(2) : match.group(1);
            fault(QUOTED.matcher(format).replaceAll("")).ifPresent(fault -> {
                String message = "the format " + Problem.quote(format) + " " + fault;
                found.add(new Finding(Severity.WARNING, "wrong-format", place, message, 0));
            });
        });
    }

    private static Optional<String> fault(String format) {
        boolean isOfDay = format.indexOf('d') >= 0 || format.indexOf('y') >= 0 || format.indexOf('Y') >= 0;
        if (OF_PRINTF.matcher(format).find()) {
            return Optional.of("is not read as in other languages; write a number like '0.00'");
        } else if (isOfDay && format.indexOf('m') >= 0 && !HOURS.matcher(format).find()) {
            return Optional.of("prints minutes, mm, in a date; months are MM");
        } else if (format.indexOf('Y') >= 0 && format.indexOf('w') < 0) {
            return Optional.of("prints the year of the week, Y, which differs around New Year; the year is yyyy");
        } else if (format.indexOf('D') >= 0 && format.indexOf('M') >= 0) {
            return Optional.of("prints the day of the year, D, beside a month; the day of the month is d");
        }
        return Optional.empty();
    }
}
