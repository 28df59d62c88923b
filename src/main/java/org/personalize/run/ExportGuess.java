package org.personalize.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.csv.HeaderAliases;
import org.personalize.history.History;
import org.personalize.run.Export.Column;

/**
 * What a file most likely is, and which of its columns mean what. Every guess carries its reason, so that a person can
 * say no to it.
 */
public record ExportGuess(Export export, Role role, String why, List<Named> columns) {

    /** What a table is in the campaign file. */
    enum Role {
        CUSTOMERS,
        ITEMS,
        EVENTS,
        /** Taken in by a command, not read by the campaign. */
        PURCHASES,
        SUPPRESSIONS,
        UNKNOWN;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A column of the file that is read under another name. */
    record Named(String name, String header, String why) {}

    private static final int MOSTLY_PERCENT = 80;
    private static final Set<String> MEMBERS = Set.of("optintime", "confirmtime");
    private static final Pattern ID = Pattern.compile(
            ".*(customer|user|member|contact|subscriber|client|account|person|profile|kunden?|mitglieds?).*(id|key|code|no|nr|number|nummer|ref|reference)"
                    + "|id|[el]?euid|leid|[gu]uid|kdnr|idclient.*|idcliente.*");
    private static final Pattern NO_ID = Pattern.compile(".*(phone|mobile|fax|zip|postal|postcode|house).*");

    /** What each file is; which of them are purchases shows only beside the others. */
    static List<ExportGuess> of(List<Export> exports) {
        List<ExportGuess> alone = exports.stream().map(ExportGuess::of).toList();
        List<ExportGuess> guesses = alone.stream()
                .map(guess -> PurchaseGuess.of(guess, alone).orElse(guess))
                .toList();
        if (guesses.stream().anyMatch(g -> g.role() == Role.CUSTOMERS)) {
            return guesses;
        }
        List<ExportGuess> both = new ArrayList<>(guesses);
        alone.stream().filter(g -> g.role() == Role.CUSTOMERS).findFirst().ifPresent(both::add);
        return both;
    }

    private static ExportGuess of(Export export) {
        if (!export.hasRows()) {
            return guess(export, Role.UNKNOWN, "no table; events, logs and mail are taken in by ingest", List.of());
        }
        List<String> asEvents = export.namesBy(History.HEADERS);
        List<String> asItems = export.namesBy(Catalog.HEADERS);
        boolean hasAddress = address(export).isPresent();
        boolean hasPerson = hasAddress || asEvents.contains("customer_id");
        boolean hasMoment = asEvents.contains("timestamp") || moment(export).isPresent();
        if (hasAddress && export.isNamedAsOptOuts()) {
            return guess(export, Role.SUPPRESSIONS, "its name says so, and it has addresses", List.of());
        }
        if (hasAddress && export.isListOfLeavers()) {
            return guess(export, Role.SUPPRESSIONS, "everybody in it has left the list", List.of());
        }
        if (hasPerson && hasMoment && asEvents.contains("event")) {
            return guess(
                    export, Role.EVENTS, "a person, an event and a time in every row", forEvents(export, asEvents));
        }
        if (hasAddress) {
            return guess(export, Role.CUSTOMERS, "a column of addresses", forCustomers(export));
        }
        if ((asItems.contains("title") || asItems.contains("foreign_title"))
                && (asItems.contains("item_id") || asItems.contains("handle") || asItems.contains("sku"))) {
            return guess(export, Role.ITEMS, "a title and an id in every row", List.of());
        }
        return guess(export, Role.UNKNOWN, "no addresses, no titles, no events", List.of());
    }

    /** Whether it is Mailchimp's list of those who joined, by its columns. */
    boolean isListOfMembers() {
        return export.columns().stream().anyMatch(c -> MEMBERS.contains(c.key()));
    }

    /** How much of what is worth knowing of a person it tells. */
    long wealth() {
        return export.namesBy(Audience.HEADERS).stream()
                        .filter(Audience.HEADERS.canonicalByHeader()::containsValue)
                        .count()
                + (consents().mail().isPresent() ? 1 : 0);
    }

    private static ExportGuess guess(Export export, Role role, String why, List<Named> columns) {
        return new ExportGuess(export, role, why, columns);
    }

    private static List<Named> forCustomers(Export export) {
        List<Named> named = new ArrayList<>();
        List<String> names = export.namesBy(Audience.HEADERS);
        if (!names.contains("email")) {
            address(export).ifPresent(named::add);
        }
        if (!names.contains("customer_id")) {
            export.columns().stream()
                    .filter(c -> ID.matcher(c.key()).matches()
                            && !NO_ID.matcher(c.key()).matches())
                    .filter(c -> c.filled() == export.rows() && !c.hasRepeats())
                    .findFirst()
                    .ifPresent(c -> named.add(new Named(
                            "customer_id", c.header(), "named like an id, filled in every row, never twice")));
        }
        return named;
    }

    private static List<Named> forEvents(Export export, List<String> names) {
        return names.contains("timestamp")
                ? List.of()
                : moment(export).map(List::of).orElse(List.of());
    }

    /** What its columns say of whom may be written to. */
    ConsentGuess consents() {
        return ConsentGuess.of(export);
    }

    /** Whether the file has a column that is read under this name. */
    boolean has(String name, HeaderAliases aliases) {
        return export.namesBy(aliases).contains(name)
                || columns.stream().anyMatch(c -> c.name().equals(name));
    }

    /** Where all links of its items lead, such as {@code https://www.acme.example/}; missing where they are none's alone. */
    Optional<String> site() {
        List<String> links = List.of("url", "link");
        return links.stream()
                .flatMap(name -> export.by(Catalog.HEADERS, name).stream())
                .findFirst()
                .flatMap(Column::site);
    }

    /** The column of addresses, whatever it is called. */
    static Optional<Named> address(Export export) {
        return export.columns().stream()
                .filter(c -> c.addressPercent() >= MOSTLY_PERCENT)
                .findFirst()
                .map(c -> new Named("email", c.header(), c.addressPercent() + " % are addresses"));
    }

    /** The column of events or purchases whose dates have slashes. */
    Optional<Column> slashedDates() {
        return role == Role.EVENTS || role == Role.PURCHASES
                ? export.columns().stream().filter(Column::hasSlashedDates).findFirst()
                : Optional.empty();
    }

    /** The column of moments, whatever it is called. */
    static Optional<Named> moment(Export export) {
        return export.columns().stream()
                .filter(c -> c.momentPercent() >= MOSTLY_PERCENT)
                .max(Comparator.comparingInt(Column::momentPercent))
                .map(c -> new Named("timestamp", c.header(), c.momentPercent() + " % look like a date"));
    }
}
