package org.personalize.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;
import org.personalize.catalog.Catalog;
import org.personalize.template.Fields;

/**
 * What a condition or a template knows about a person before anything is decided: {@code customer.<column>},
 * {@code profile.<learned>}, {@code now}, and the functions {@code received}, {@code clicked}, {@code
 * bought_since} and {@code days_since}.
 *
 * <p>What a person refuses to have learned is missing: the profile without consent to personalization, {@code clicked}
 * without that or without consent to tracking. What was sent and sold is known of everybody, so that it can keep mail back.
 */
public final class PersonScope {

    /** Every name at the top, for the nearest one when somebody writes another. */
    public static final List<String> NAMES =
            List.of("customer", "profile", "now", "received", "clicked", "bought_since", "days_since");

    private final Audience audience;
    private final History history;
    private final Profiles profiles;
    private final Instant now;
    private final Sendings sendings;
    private final Lapses lapses = new Lapses();

    /** Without what only trained models know of people. */
    public PersonScope(Audience audience, Catalog catalog, History history, Instant now) {
        this(audience, catalog, history, now, Forecasts.NONE);
    }

    public PersonScope(Audience audience, Catalog catalog, History history, Instant now, Forecasts forecasts) {
        this(audience, catalog, history, now, forecasts, Sendings.NONE);
    }

    /** @param sendings what {@code received} knows beside the events */
    public PersonScope(
            Audience audience, Catalog catalog, History history, Instant now, Forecasts forecasts, Sendings sendings) {
        this.audience = audience;
        this.history = history;
        this.now = now;
        this.sendings = sendings;
        profiles = new Profiles(audience, catalog, history, now, forecasts);
    }

    /** The first moment at which time alone gives one of the functions another answer than it gave until now. */
    public Optional<Instant> nextLapse() {
        return lapses.first();
    }

    public Fields of(int person) {
        Customer customer = audience.customer(person);
        Fields profile = profiles.of(person);
        var lookback = new Lookback(history, sendings, person, now, customer.zone(), lapses);
        Fields.Function received = lookback::received;
        boolean isWatched = audience.allowsTracking(person) && audience.allowsPersonalization(person);
        Fields.Function clicked = asked -> {
            boolean hasClicked = lookback.clicked(asked);
            return isWatched ? (Boolean) hasClicked : null;
        };
        Fields.Function boughtSince = lookback::boughtSince;
        Fields.Function daysSince = lookback::daysSince;
        return name -> switch (name) {
            case "customer" -> customer;
            case "profile" -> profile;
            case "now" -> now;
            case "received" -> received;
            case "clicked" -> clicked;
            case "bought_since" -> boughtSince;
            case "days_since" -> daysSince;
            default -> null;
        };
    }
}
