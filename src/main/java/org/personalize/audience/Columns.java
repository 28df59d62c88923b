package org.personalize.audience;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.AudienceRules;
import org.personalize.campaign.Campaign;
import org.personalize.csv.Table;
import org.personalize.problem.Nearest;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;

/** Where in the customer file the columns are that mean something to us; -1 where the file lacks one. */
record Columns(
        int id,
        int email,
        int firstName,
        int lastName,
        int language,
        int country,
        int timeZone,
        int interests,
        int neverShow,
        int consent,
        List<Integer> optedOut,
        int tracking,
        int personalization,
        List<Integer> protectedOnes) {

    /** What we read by our own rules, so that nobody's first name becomes a number. */
    static final Set<String> TEXTS = Set.of(
            CustomerHeaders.ID,
            CustomerHeaders.EMAIL,
            CustomerHeaders.FIRST_NAME,
            CustomerHeaders.LAST_NAME,
            CustomerHeaders.LANGUAGE,
            CustomerHeaders.COUNTRY,
            CustomerHeaders.TIME_ZONE,
            CustomerHeaders.INTERESTS,
            CustomerHeaders.NEVER_SHOW);

    static Columns of(Table table, Campaign campaign, Place place) {
        AudienceRules rules = campaign.audience();
        var problems = new Problems();
        var columns = new Columns(
                table.column(CustomerHeaders.ID),
                table.column(CustomerHeaders.EMAIL),
                table.column(CustomerHeaders.FIRST_NAME),
                table.column(CustomerHeaders.LAST_NAME),
                table.column(CustomerHeaders.LANGUAGE),
                table.column(CustomerHeaders.COUNTRY),
                table.column(CustomerHeaders.TIME_ZONE),
                table.column(CustomerHeaders.INTERESTS),
                table.column(CustomerHeaders.NEVER_SHOW),
                column(table, "audience.consent", rules.consentColumn(), place, problems),
                rules.optedOutColumns().stream()
                        .map(name -> column(table, "audience.opted_out", name, place, problems))
                        .toList(),
                column(table, "audience.tracking_consent", rules.trackingConsentColumn(), place, problems),
                column(
                        table,
                        "audience.personalization_consent",
                        rules.personalizationConsentColumn(),
                        place,
                        problems),
                campaign.protectedColumns().stream()
                        .map(name -> column(table, "protected", name, place, problems))
                        .toList());
        problems.throwIfAny();
        return columns;
    }

    private static int column(Table table, String key, @Nullable String name, Place place, Problems problems) {
        if (name == null) {
            return -1;
        }
        int column = table.column(name);
        if (column < 0) {
            String nearest = Nearest.to(name, table.columns())
                    .map(near -> " Did you mean " + near + "?")
                    .orElse("");
            problems.add(Problem.expected(
                    place,
                    "the column " + name + " that " + key + " names",
                    String.join(", ", table.columns()),
                    "Correct " + key + ", or export the column." + nearest));
        }
        return column;
    }

    boolean isList(int column) {
        return column == interests || column == neverShow;
    }

    boolean isPermission(int column) {
        return column == consent || column == tracking || column == personalization;
    }

    /** Whether a value of the column may end up in a mail's header. */
    boolean reachesHeader(int column) {
        return column == email || column == firstName || column == lastName || column == id;
    }

    static List<String> list(String cell) {
        return Arrays.stream(cell.split("\\|", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
