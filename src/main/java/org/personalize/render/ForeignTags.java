package org.personalize.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.personalize.campaign.Campaign;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;

/**
 * Places that other mail systems would fill in, left in a campaign's own words: here nobody fills them, and they would be
 * sent as they stand. What a value holds is not looked at, and neither is what stands in a style, a script or {@code code}.
 */
final class ForeignTags {

    private static final Pattern UNREAD =
            Pattern.compile("(?is)<!--.*?-->|<(style|script|code|pre|textarea)\\b.*?</\\1\\s*>");

    private static final String NAME = "[A-Za-z][A-Za-z0-9]+(?:[_.:-][A-Za-z0-9]+)*";

    /** A name of several words; one word in braces may be an author's own. */
    private static final String JOINED = "[A-Za-z][A-Za-z0-9]+(?:[_.:-][A-Za-z0-9]+)+";

    private static final String WELL_KNOWN =
            "(?i:(?:first|last|full|fore|sur|user|company|nick)?name|e?mail|preheader|preview|unsubscribe|subject|customer|contact"
                    + "|vorname|nachname|nom|prenom|nombre|apellido)";

    private static final Pattern TAG = Pattern.compile(String.join(
            "|",
            // *|FNAME|*
            "\\*\\|[A-Za-z][^|\\n]{0,60}\\|\\*",
            // {{ first_name }} and {{#if …}}
            "\\{\\{[{#/^&>!~-]*\\s*[A-Za-z_@$][^{}\\n]{0,120}\\}\\}",
            // {% if … %}
            "\\{%-?\\s*[A-Za-z][^{}\\n]{0,120}%\\}",
            // <%= name %>
            "<%[=-]?\\s*[A-Za-z@][^%\\n]{0,120}%>",
            // [[name]]
            "\\[\\[\\s*[A-Za-z_][^\\[\\]\\n]{0,60}\\]\\]",
            // [=customer.name]
            "\\[=\\s*[A-Za-z][^\\[\\]\\n]{0,120}\\]",
            // %%first_name%%
            "(?<![\\w%])%%=?[A-Za-z_@][^%<>\\n]{0,120}%%(?![\\w%])",
            // %FIRSTNAME% and %recipient.name%
            "(?<![\\w%])%(?:[A-Z][A-Z0-9_]{2,40}|[a-z]+[._][a-z_.]{2,40})%(?![\\w%])",
            // #{customer.points} and $customer.first_name
            "#\\{\\s*[A-Za-z_][^{}\\n]{0,120}\\}",
            "(?<![\\w$\\\\])\\$!?(?:customer|profile|item|slots|campaign|links|compliance|send)\\.[A-Za-z_]\\w*",
            // {first_name}, {$name} and a value of our own that lost its sign or has a blank behind it
            "(?<![{\\w\\\\])(?:(?:\\$\\s+\\{|\\{[!$])" + NAME + "|\\{(?:" + JOINED + "|" + WELL_KNOWN
                    + "))\\}(?!\\})"));

    private final List<Finding> found = new ArrayList<>();

    private ForeignTags() {}

    static List<Finding> of(Campaign campaign, TemplateSources html) {
        var tags = new ForeignTags();
        tags.files(html);
        if (campaign.textTemplate() != null) {
            tags.files(TemplateSources.of(campaign, campaign.textTemplate()));
        }
        OwnLines.of(campaign).forEach(line -> in(line.source()).forEach(tag -> tags.add(line.place(), tag.text())));
        return List.copyOf(tags.found);
    }

    private void files(TemplateSources sources) {
        sources.files().forEach((path, source) -> {
            for (Tag tag : in(source)) {
                add(Place.line(sources.nameOf(path), tag.line()), tag.text());
            }
        });
    }

    private void add(Place place, String tag) {
        found.add(new Finding(
                Severity.ERROR,
                "foreign-tag",
                place,
                tag + " is filled in by other mail systems, and would be sent as it stands; write a value such as"
                        + " ${customer.first_name!'friend'}, or put what people are to read like that into <code>",
                0));
    }

    /** What stands in one line several times is told once. */
    record Tag(long line, String text) {}

    static Set<Tag> in(String source) {
        String words =
                UNREAD.matcher(FtlMask.of(source)).replaceAll(m -> m.group().replaceAll("[^\\n]", " "));
        var tags = new LinkedHashSet<Tag>();
        var matcher = TAG.matcher(words);
        long line = 1;
        int counted = 0;
        while (matcher.find()) {
            line += words.substring(counted, matcher.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            counted = matcher.start();
            tags.add(new Tag(line, source.substring(matcher.start(), matcher.end())));
        }
        return tags;
    }
}
