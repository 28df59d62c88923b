package org.personalize.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.catalog.Item;
import org.personalize.history.Forecasts;
import org.personalize.history.History;
import org.personalize.history.Profiles;
import org.personalize.ledger.Edition;
import org.personalize.plan.Decision.Group;
import org.personalize.report.Breakdown.By;

/** Every way in which a report tells mails apart. */
final class Facets {

    private static final String UNKNOWN = "unknown";
    private static final int HOURS = 24;
    private static final int DAYS = 7;

    private final Mails mails;
    private final Audience audience;
    private final Catalog catalog;

    Facets(Mails mails, Audience audience, Catalog catalog) {
        this.mails = mails;
        this.audience = audience;
        this.catalog = catalog;
    }

    /** @param start where people stood then counts, not what the mails made of them */
    List<Facet> all(History history, Instant start) {
        List<Facet> all = new ArrayList<>();
        if (mails.editions().size() > 1) {
            List<String> names =
                    mails.editions().stream().map(Edition::toString).toList();
            all.add(new Facet(By.CAMPAIGN, names, mails::edition));
        }
        all.add(sorted(By.VARIANT, mails.variants(), mails::variant));
        all.add(new Facet(By.GROUP, List.of("personal mail", "plain mail", "not profiled"), this::group));
        all.add(new Facet(By.HOUR, hours(), mails::hour));
        all.add(new Facet(By.WEEKDAY, weekdays(), mails::weekday));
        all.add(sorted(By.POSITION, mails.shown().positions(), mails.shown()::position));
        all.add(new Facet(By.ITEM, items(), mails.shown()::item));
        all.add(ofPeople(By.LANGUAGE, person -> audience.customer(person).language()));
        if (audience.columns().contains("country")) {
            all.add(ofPeople(By.COUNTRY, person -> audience.customer(person).text("country")));
        }
        var profiles = new Profiles(audience, catalog, history, start, Forecasts.NONE);
        all.add(ofPeople(By.LIFECYCLE, person -> {
            Object stage =
                    audience.allowsPersonalization(person) ? profiles.of(person).field("lifecycle") : "not profiled";
            return stage == null ? null : stage.toString();
        }));
        return all;
    }

    private int group(int mail) {
        if (mails.group(mail) == Group.PLAIN_MAIL) {
            return 1;
        }
        return audience.allowsPersonalization(mails.person(mail)) ? 0 : 2;
    }

    private static List<String> hours() {
        return IntStream.range(0, HOURS).mapToObj("%02d"::formatted).toList();
    }

    private static List<String> weekdays() {
        return IntStream.rangeClosed(1, DAYS)
                .mapToObj(day -> DayOfWeek.of(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .toList();
    }

    private List<String> items() {
        return IntStream.range(0, catalog.size())
                .mapToObj(number -> {
                    Item item = catalog.item(number);
                    return item.title().isEmpty() ? item.id() : item.title() + " (" + item.id() + ")";
                })
                .toList();
    }

    /** What is the same for all mails of a person is asked once. */
    private Facet ofPeople(By by, IntFunction<@Nullable String> nameOf) {
        var names = new Names();
        int[] groups = new int[audience.size()];
        @Nullable
        String[] found = IntStream.range(0, audience.size())
                .parallel()
                .mapToObj(person -> mails.of(person) > 0 ? nameOf.apply(person) : null)
                .toArray(String[]::new);
        for (int person = 0; person < groups.length; person++) {
            if (mails.of(person) > 0) {
                String name = found[person];
                groups[person] = names.number(name == null ? UNKNOWN : name);
            }
        }
        return sorted(by, names.all(), mail -> groups[mails.person(mail)]);
    }

    /** In the order of their names, so that the order in which rows were read does not show. */
    private static Facet sorted(By by, List<String> names, java.util.function.IntUnaryOperator group) {
        Comparator<Integer> byName = Comparator.comparing(names::get);
        List<Integer> order =
                IntStream.range(0, names.size()).boxed().sorted(byName).toList();
        int[] place = new int[names.size()];
        for (int rank = 0; rank < place.length; rank++) {
            place[order.get(rank)] = rank;
        }
        return new Facet(by, order.stream().map(names::get).toList(), mail -> place[group.applyAsInt(mail)]);
    }
}
