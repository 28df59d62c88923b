package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Text;
import org.personalize.campaign.Text.Line;
import org.personalize.render.Finding.Severity;

/** What is wrong with the short texts of the campaign file: manners that mail programs and readers hold against a mail. */
final class WordsLint {

    private static final int LONGEST_PREHEADER = 140;
    private static final int SHORTEST_SHOUT = 8;

    private WordsLint() {}

    static List<Finding> of(Campaign campaign) {
        var found = new ArrayList<Finding>();
        campaign.subjects().forEach(v -> v.subject().byLanguage().values().forEach(l -> manners(l, found)));
        Text preheader = campaign.preheader();
        if (preheader == null) {
            found.add(new Finding(
                    Severity.NOTE,
                    "no-preheader",
                    org.personalize.problem.Place.file(String.valueOf(campaign.file().getFileName())),
                    "there is no preheader, and mail programs show the first words of the mail instead",
                    0));
        } else {
            preheader.byLanguage().values().forEach(l -> length(l, found));
        }
        return List.copyOf(found);
    }

    private static void manners(Line line, List<Finding> found) {
        String words = line.source().replaceAll("[$#]\\{[^}]*\\}", "");
        long letters = words.chars().filter(Character::isLetter).count();
        boolean isShouted = letters >= SHORTEST_SHOUT && words.chars().noneMatch(Character::isLowerCase)
                && words.chars().anyMatch(Character::isUpperCase);
        if (isShouted) {
            found.add(new Finding(Severity.NOTE, "shouting", line.place(), "the subject is all capitals", 0));
        }
        if (words.contains("!!")) {
            found.add(new Finding(Severity.NOTE, "shouting", line.place(), "the subject has several exclamation marks", 0));
        }
    }

    private static void length(Line line, List<Finding> found) {
        String words = line.source().replaceAll("[$#]\\{[^}]*\\}", "");
        if (words.codePointCount(0, words.length()) > LONGEST_PREHEADER) {
            found.add(new Finding(
                    Severity.NOTE,
                    "long-preheader",
                    line.place(),
                    "the preheader has more than " + LONGEST_PREHEADER + " characters, and mail programs cut it off",
                    0));
        }
    }
}
