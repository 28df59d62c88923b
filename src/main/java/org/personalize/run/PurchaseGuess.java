package org.personalize.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.csv.HeaderAliases;
import org.personalize.history.History;
import org.personalize.intake.Form;
import org.personalize.intake.Intake;
import org.personalize.run.Export.Column;
import org.personalize.run.ExportGuess.Named;
import org.personalize.run.ExportGuess.Role;

/** Whether a file tells who bought what and when, without a column that says so. */
final class PurchaseGuess {

    /** Of the ids in an old list of orders many are no longer in the shop. */
    private static final int ENOUGH_SHARED_PERCENT = 50;

    private static final List<String> ITEM_IDS = List.of("item_id", "handle", "sku");
    private static final List<String> ORDERS = List.of(
            "order",
            "orderno",
            "ordernr",
            "invoice",
            "invoiceno",
            "receipt",
            "receiptno",
            "bestellung",
            "bestellnummer",
            "bestellnr",
            "rechnungsnummer",
            "commande",
            "numerocommande",
            "facture",
            "pedido");
    private static final List<String> SUMS = List.of(
            "value",
            "price",
            "total",
            "amount",
            "sum",
            "subtotal",
            "unitprice",
            "preis",
            "betrag",
            "umsatz",
            "prix",
            "montant",
            "precio",
            "importe");

    private final Export export;
    private final List<ExportGuess> others;

    private PurchaseGuess(Export export, List<ExportGuess> others) {
        this.export = export;
        this.others = others;
    }

    /** @param all what each file is when it is looked at alone */
    static Optional<ExportGuess> of(ExportGuess alone, List<ExportGuess> all) {
        if (!alone.export().hasRows() || (alone.role() != Role.CUSTOMERS && alone.role() != Role.UNKNOWN)) {
            return Optional.empty();
        }
        Export export = alone.export();
        Optional<Form> form = form(export).filter(f -> f == Form.SHOPIFY || f == Form.WOOCOMMERCE);
        if (form.isPresent()) {
            return Optional.of(
                    new ExportGuess(export, Role.PURCHASES, form.get().title(), List.of()));
        }
        List<ExportGuess> others = all.stream().filter(g -> !g.equals(alone)).toList();
        return new PurchaseGuess(export, others).guess();
    }

    private static Optional<Form> form(Export export) {
        try {
            return Intake.formOfTable(export.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ExportGuess> guess() {
        Optional<Named> person = person();
        Optional<Named> moment = moment();
        Optional<Named> item = item();
        if (person.isEmpty() || moment.isEmpty() || item.isEmpty() || !isAboutOrders(person.get())) {
            return Optional.empty();
        }
        List<Named> columns = new ArrayList<>(List.of(person.get(), moment.get(), item.get()));
        sum().ifPresent(columns::add);
        order().ifPresent(columns::add);
        return Optional.of(
                new ExportGuess(export, Role.PURCHASES, "a person, an item and a time in every row", columns));
    }

    /** A list of people may tell what each bought last; but it names nobody twice, and no orders. */
    private boolean isAboutOrders(Named person) {
        boolean comesAgain =
                export.columns().stream().anyMatch(c -> c.header().equals(person.header()) && c.hasRepeats());
        return comesAgain || order().isPresent();
    }

    private Optional<Named> person() {
        return known("email")
                .or(() -> known("customer_id"))
                .or(() -> ExportGuess.address(export))
                .or(() -> idsOf(Role.CUSTOMERS, Audience.HEADERS, List.of("customer_id", "email"), "customer_id"));
    }

    private Optional<Named> moment() {
        return known("timestamp").or(() -> ExportGuess.moment(export));
    }

    private Optional<Named> item() {
        return idsOf(Role.ITEMS, Catalog.HEADERS, ITEM_IDS, "item_id").or(() -> known("item_id"));
    }

    private Optional<Named> sum() {
        return known("value").or(() -> among(SUMS, "value", "named like a sum"));
    }

    private Optional<Named> order() {
        return known("order_id").or(() -> among(ORDERS, "order_id", "named like an order"));
    }

    private Optional<Named> among(List<String> keys, String name, String why) {
        return export.columns().stream()
                .filter(c -> keys.contains(c.key()))
                .findFirst()
                .map(c -> new Named(name, c.header(), why));
    }

    /** A column that is known by its header. */
    private Optional<Named> known(String name) {
        return export.by(History.HEADERS, name).map(c -> new Named(name, c.header(), "by its name"));
    }

    /** The column whose cells are mostly ids of another file. */
    private Optional<Named> idsOf(Role role, HeaderAliases aliases, List<String> ids, String name) {
        @Nullable Named best = null;
        long most = 0;
        for (ExportGuess other : others.stream().filter(g -> g.role() == role).toList()) {
            for (Column id : ids(other, aliases, ids).toList()) {
                for (Column column : export.columns()) {
                    // By their number: how many pieces were bought may look like ids, but there are few such numbers.
                    long shared = column.shared(id);
                    if (shared > most && 100 * shared >= ENOUGH_SHARED_PERCENT * column.different()) {
                        most = shared;
                        best = new Named(
                                name,
                                column.header(),
                                "%,d of its %,d are in column %s of %s"
                                        .formatted(
                                                shared,
                                                column.different(),
                                                id.header(),
                                                other.export().name()));
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static Stream<Column> ids(ExportGuess other, HeaderAliases aliases, List<String> ids) {
        Stream<Column> byName = ids.stream().flatMap(id -> other.export().by(aliases, id).stream());
        Stream<Column> byGuess = other.columns().stream()
                .filter(named -> ids.contains(named.name()))
                .flatMap(named ->
                        other.export().columns().stream().filter(c -> c.header().equals(named.header())));
        return Stream.concat(byName, byGuess);
    }
}
