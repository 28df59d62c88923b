package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Text;
import org.personalize.campaign.Text.Line;
import org.personalize.problem.Problem;
import org.personalize.render.Finding.Severity;

/** The lines of text that stand in the campaign file itself: subjects and preheaders, of all variants and languages. */
final class OwnLines {

    private static final Pattern HTML = Pattern.compile("(?i)&(?:[a-z][a-z0-9]{1,30}|#[0-9]{2,7}|#x[0-9a-f]{2,6});"
            + "|</?(?:a|b|br|div|em|font|h[1-6]|i|img|p|small|span|strong|sub|sup|u)(?:\\s[^<>]*)?/?>");

    private OwnLines() {}

    static List<Line> of(Campaign campaign) {
        return Stream.concat(subjects(campaign), preheaders(campaign)).toList();
    }

    private static Stream<Line> subjects(Campaign campaign) {
        return campaign.subjects().stream().flatMap(variant -> lines(variant.subject()));
    }

    private static Stream<Line> preheaders(Campaign campaign) {
        return Stream.ofNullable(campaign.preheader()).flatMap(OwnLines::lines);
    }

    private static Stream<Line> lines(Text text) {
        return text.byLanguage().values().stream();
    }

    /** HTML where none is read: people would see its signs. */
    static List<Finding> withHtml(Campaign campaign) {
        var found = new ArrayList<Finding>();
        subjects(campaign).forEach(line -> html("subject", line, found));
        preheaders(campaign).forEach(line -> html("preheader", line, found));
        return found;
    }

    private static void html(String what, Line line, List<Finding> found) {
        var html = HTML.matcher(FtlMask.of(line.source()));
        if (html.find()) {
            String message = "the " + what + " is plain text, and people would read "
                    + Problem.quote(line.source().substring(html.start(), html.end())) + " as it stands";
            found.add(new Finding(Severity.WARNING, "html-in-line", line.place(), message, 0));
        }
    }
}
