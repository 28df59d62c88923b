package org.personalize.plan;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.personalize.plan.Notices.Verb;
import org.personalize.template.Condition;
import org.personalize.template.Fields;

/** Why the audience's condition has no answer for somebody: what they lack, what they refuse, and what is no date. */
final class Lacking {

    private static final String CLICKED = "clicked()";
    private static final String DAYS_SINCE = "days_since()";
    private static final Pattern DATE_ASKED = Pattern.compile("\\bdays_since\\s*\\(\\s*([\\w.]+)\\s*\\)");

    private final Condition where;
    private final Fields scope;
    private final boolean allowsPersonalization;
    private final boolean allowsTracking;

    private Lacking(Planning planning, Condition where, Fields scope, int person) {
        this.where = where;
        this.scope = scope;
        allowsPersonalization = planning.audience().allowsPersonalization(person);
        allowsTracking = planning.audience().allowsTracking(person);
    }

    /** Counts one more person whom the condition leaves out for this. */
    static void tell(Planning planning, Condition where, Fields scope, int person, Notices notices) {
        new Lacking(planning, where, scope, person).tell(notices);
    }

    private void tell(Notices notices) {
        String asked = new TreeSet<>(where.unguarded())
                .stream().filter(this::isMissing).findFirst().orElse("answer to " + where.source());
        if (isOfProfile(asked) && !allowsPersonalization) {
            say(notices, Verb.DOES_NOT_ALLOW, "personalization, which " + plain(asked) + " needs");
        } else if (isOfClicks(asked) && !allowsTracking) {
            say(notices, Verb.DOES_NOT_ALLOW, "tracking, which " + asked + " needs");
        } else if (asked.equals(DAYS_SINCE)) {
            say(notices, Verb.HAS, noDate().orElse("no date to count days from"));
        } else {
            say(notices, Verb.HAS, "no " + plain(asked));
        }
    }

    private static void say(Notices notices, Verb verb, String what) {
        notices.person(verb, what + ": not in the audience.");
    }

    private boolean isMissing(String path) {
        if (path.endsWith("()")) {
            boolean isRefused = path.equals(CLICKED) && !(allowsPersonalization && allowsTracking);
            return isRefused || (path.equals(DAYS_SINCE) && noDate().isPresent());
        }
        Object value = FieldPath.of(plain(path)).in(scope);
        return value == null || (value instanceof List<?> list && list.isEmpty());
    }

    /** Without what stands for an element of a list. */
    private static String plain(String path) {
        int element = path.indexOf('[');
        return element < 0 ? path : path.substring(0, element);
    }

    private static boolean isOfProfile(String path) {
        return path.startsWith("profile.") || path.equals(CLICKED);
    }

    private static boolean isOfClicks(String path) {
        return path.equals("profile.days_since_click") || path.equals(CLICKED);
    }

    /** What the days of which are asked for is instead of a date. */
    private Optional<String> noDate() {
        return DATE_ASKED
                .matcher(where.source())
                .results()
                .map(found -> found.group(1))
                .filter(this::isNoDate)
                .findFirst()
                .map(path -> (FieldPath.of(path).in(scope) instanceof String ? "text and no date in " : "no date in ")
                        + path);
    }

    private boolean isNoDate(String path) {
        Object value = FieldPath.of(path).in(scope);
        return value != null
                && scope.field("days_since") instanceof Fields.Function daysSince
                && daysSince.call(List.of(value)) == null;
    }
}
