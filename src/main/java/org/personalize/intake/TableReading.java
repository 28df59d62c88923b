package org.personalize.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.catalog.Price;
import org.personalize.csv.DayOrder;
import org.personalize.csv.HeaderAliases;
import org.personalize.csv.Rejects;
import org.personalize.csv.Table;
import org.personalize.csv.TableSource;
import org.personalize.csv.TimeText;
import org.personalize.history.Kind;
import org.personalize.intake.Columns.Thing;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** Reads tables: our own events, lists and orders that other systems export, each known by its columns. */
final class TableReading {

    private static final String NO_WHO = "a row without an address or a customer's id";
    private static final String NO_MOMENT = "a time that cannot be read; expected " + TimeText.expected();

    /** What takes somebody off the list counts at whatever time it was. */
    private static final Set<Kind> LEAVING = Set.of(Kind.UNSUBSCRIBE, Kind.COMPLAINT, Kind.BOUNCE);

    private final Account account;
    private final Signs signs = new Signs();

    /** Of an order with several lines only the first has everything. */
    private String order = "";

    private String time = "";
    private String orderEmail = "";
    private String orderTime = "";
    private String orderState = "";

    private final Manner manner;
    private long lastLine;

    TableReading(Account account, Manner manner) {
        this.account = account;
        this.manner = manner;
    }

    void read(Path file) throws IOException {
        try {
            read(Table.open(source(file)), file);
        } catch (InputProblem e) {
            account.unreadable(1, e.problems().get(0).message());
        }
    }

    /** What the table is by its headers. */
    Optional<Form> form(Path file) throws IOException {
        return Optional.ofNullable(form(Columns.of(Table.open(source(file)), Map.of())));
    }

    private TableSource source(Path file) {
        return new TableSource(
                "events",
                Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file),
                String.valueOf(file.getFileName()),
                manner.mapping().columns(),
                HeaderAliases.NONE,
                List.of(),
                Place.file(file.toString()));
    }

    private void read(Table table, Path file) throws IOException {
        Columns columns = Columns.of(table, manner.mapping().fixed());
        Form said = manner.form();
        Form form = said == null ? form(columns) : said;
        if (form == null) {
            account.unreadable(1, "no form that is known; --as says what it is");
            return;
        }
        var rejects = new Rejects();
        try {
            table.read(rejects, row -> take(form, columns, row));
        } catch (InputProblem e) {
            account.brokeOff(lastLine, e.problems().get(0).message());
        }
        rejects.each((reason, line) -> account.unreadable(line, reason));
        if (rejects.lastLine() > lastLine && isCutShort(file)) {
            account.lastIsUnfinished();
        }
    }

    /** Whether the last line has no end, as while it is being written. */
    private static boolean isCutShort(Path file) throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            var last = ByteBuffer.allocate(1);
            bytes.position(bytes.size() - 1).read(last);
            return last.get(0) != '\n' && last.get(0) != '\r';
        }
    }

    private static @Nullable Form form(Columns columns) {
        boolean hasWho = columns.has(Thing.EMAIL) || columns.has(Thing.CUSTOMER);
        if (columns.has(Thing.LINE) && (columns.has(Thing.ORDER) || columns.has(Thing.ORDER_NAME))) {
            return Form.SHOPIFY;
        }
        if (columns.has(Thing.EVENT) && columns.has(Thing.TIME) && hasWho) {
            return Form.EVENTS;
        }
        if (columns.has(Thing.BILLED) && columns.has(Thing.ORDER) && columns.has(Thing.TIME)) {
            return Form.WOOCOMMERCE;
        }
        if (columns.has(Thing.SUPPRESSION) && hasWho) {
            return Form.KLAVIYO;
        }
        boolean isList = columns.has(Thing.UNSUBSCRIBED) || columns.has(Thing.CLEANED) || columns.has(Thing.CONFIRMED);
        return isList && hasWho ? Form.MAILCHIMP : null;
    }

    private @Nullable String take(Form form, Columns columns, Table.Row row) {
        lastLine = row.line();
        time = "";
        Draft draft = new Draft(form, lastLine)
                .email(columns.cell(row, Thing.EMAIL))
                .customer(columns.cell(row, Thing.CUSTOMER));
        String whyNot = switch (form) {
            case EVENTS -> event(draft, columns, row);
            case MAILCHIMP -> listed(draft, columns, row);
            case KLAVIYO -> suppressed(draft, columns, row);
            case SHOPIFY, WOOCOMMERCE -> order(draft, columns, row);
            case SES, SENDGRID, MAILGUN, POSTMARK, BREVO, MAILCHIMP_ACTIVITY, MAILUP, MAIL, ACCESS_LOG, CLOUDFRONT ->
                throw new IllegalStateException("no table: " + form);
        };
        Returned event = draft.done();
        if (whyNot.isEmpty() && !event.hasMoment() && !time.isEmpty() && !LEAVING.contains(event.event())) {
            return NO_MOMENT + DayOrder.remedy(time);
        }
        boolean isSomebodys =
                !event.trace().email().isEmpty() || !event.trace().customerId().isEmpty();
        if (whyNot.isEmpty() && isSomebodys) {
            account.event(event);
            takeBack(draft, event, columns.cell(row, Thing.REFUNDED));
        }
        account.took(form, whyNot.isEmpty() ? NO_WHO : whyNot);
        return null;
    }

    private String event(Draft draft, Columns columns, Table.Row row) {
        String said = columns.cell(row, Thing.EVENT);
        String name = manner.mapping().events().getOrDefault(said, said);
        Kind kind = Kind.of(name);
        String word = columns.cell(row, Thing.KIND);
        String email = columns.cell(row, Thing.EMAIL);
        String customer = columns.cell(row, Thing.CUSTOMER);
        if (email.isEmpty() && customer.indexOf('@') > 0) {
            draft.email(customer);
        }
        time = moment(columns, row);
        draft.at(time, manner.zone())
                .campaign(columns.cell(row, Thing.CAMPAIGN))
                .item(columns.cell(row, Thing.ITEM))
                .value(columns.cell(row, Thing.VALUE))
                .id(columns.cell(row, Thing.ORDER))
                .reaction(signs.of(kind, columns.cell(row, Thing.MACHINE), columns.cell(row, Thing.AGENT)));
        if (kind == Kind.BOUNCE) {
            boolean isSoft = name.toLowerCase(Locale.ROOT).startsWith("soft");
            draft.bounce(!isSoft && isHard(word)).reason(word);
        } else if (kind == Kind.OTHER) {
            draft.event(name).kind(word);
        } else {
            draft.event(kind).kind(word);
        }
        return name.isEmpty() ? "a row without an event" : "";
    }

    private String moment(Columns columns, Table.Row row) {
        return manner.mapping().days().yearFirst(columns.cell(row, Thing.TIME));
    }

    private static boolean isHard(String word) {
        return word.isEmpty() || word.toLowerCase(Locale.ROOT).startsWith("hard") || BounceRule.isHard("", word, "");
    }

    /** Mailchimp's lists of subscribed, unsubscribed and cleaned contacts. */
    private String listed(Draft draft, Columns columns, Table.Row row) {
        String left = columns.cell(row, Thing.UNSUBSCRIBED);
        String cleaned = columns.cell(row, Thing.CLEANED);
        String joined = columns.cell(row, Thing.CONFIRMED);
        if (!left.isEmpty()) {
            draft.event(Kind.UNSUBSCRIBE).at(left, manner.zone());
        } else if (!cleaned.isEmpty()) {
            draft.bounce(true).at(cleaned, manner.zone()).reason("cleaned by Mailchimp");
        } else if (!joined.isEmpty()) {
            draft.event(Kind.SUBSCRIBE).at(joined, manner.zone());
        } else {
            return "a contact without a date";
        }
        return "";
    }

    private String suppressed(Draft draft, Columns columns, Table.Row row) {
        String why = columns.cell(row, Thing.SUPPRESSION);
        String leftAt = columns.cell(row, Thing.SUPPRESSED_AT);
        draft.at(leftAt.isEmpty() ? moment(columns, row) : leftAt, manner.zone())
                .reason(why);
        String word = why.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (word.isEmpty()) {
            return "a person who is not suppressed";
        }
        if (word.contains("bounce") || word.contains("invalid")) {
            draft.bounce(!word.contains("soft"));
        } else if (word.contains("spam") || word.contains("complain")) {
            draft.event(Kind.COMPLAINT);
        } else {
            draft.event(Kind.UNSUBSCRIBE);
        }
        return "";
    }

    private String order(Draft draft, Columns columns, Table.Row row) {
        String id = columns.cell(row, Thing.ORDER);
        String number = id.isEmpty() ? columns.cell(row, Thing.ORDER_NAME) : id;
        boolean isSame = !number.isEmpty() && number.equals(order);
        String email = columns.cell(row, Thing.EMAIL);
        time = moment(columns, row);
        String state = columns.cell(row, Thing.PAID);
        orderEmail = email.isEmpty() && isSame ? orderEmail : email;
        time = time.isEmpty() && isSame ? orderTime : time;
        orderTime = time;
        orderState = state.isEmpty() && isSame ? orderState : state.toLowerCase(Locale.ROOT);
        order = number;
        String item = columns.cell(row, Thing.ITEM);
        draft.email(orderEmail)
                .at(orderTime, manner.zone())
                .item(item.isEmpty() ? columns.cell(row, Thing.ITEM_NAME) : item)
                .value(value(columns, row, isSame))
                .id(number);
        if (orderState.contains("cancel") || orderState.contains("void") || orderState.contains("failed")) {
            return "an order that was never paid";
        }
        if (!quantity(columns, row).isEmpty() && !isSome(quantity(columns, row))) {
            return "a line of which nothing is left";
        }
        draft.event(Kind.PURCHASE);
        return "";
    }

    /**
     * An order that was refunded was a purchase first: what takes it back must not take back another. Of an order that still
     * counts only the first line says how much of it was refunded.
     */
    private void takeBack(Draft draft, Returned line, String amount) {
        if (line.event() != Kind.PURCHASE) {
            return;
        }
        if (orderState.equals("refunded") || orderState.equals("wc-refunded")) {
            account.event(draft.event(Kind.REFUND).done());
        } else if (isSome(amount) && !amount.startsWith("-")) {
            account.event(draft.event(Kind.REFUND).item("").value(amount).done());
        }
    }

    private static boolean isSome(String amount) {
        return amount.chars().anyMatch(c -> c >= '1' && c <= '9');
    }

    private static String quantity(Columns columns, Table.Row row) {
        return columns.cell(row, Thing.QUANTITY);
    }

    /** The line's own total; else price times quantity; else the order's total, which is that of its lines together. */
    private static String value(Columns columns, Table.Row row, boolean isFurtherLine) {
        String line = columns.cell(row, Thing.VALUE);
        String written = columns.cell(row, Thing.PRICE);
        if (!line.isEmpty()) {
            return line;
        } else if (written.isEmpty()) {
            return isFurtherLine ? "" : columns.cell(row, Thing.TOTAL);
        }
        Price price = Price.parse(written);
        Price pieces = Price.parse(quantity(columns, row));
        return price == null || pieces == null
                ? written
                : BigDecimal.valueOf(price.amount())
                        .multiply(BigDecimal.valueOf(pieces.amount()))
                        .toPlainString();
    }
}
