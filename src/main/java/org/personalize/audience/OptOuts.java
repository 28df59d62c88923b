package org.personalize.audience;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Sources.Source;
import org.personalize.csv.HeaderAliases;
import org.personalize.csv.Rejects;
import org.personalize.csv.Table;
import org.personalize.csv.TableSource;
import org.personalize.csv.TimeText;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/**
 * Reads suppression files: addresses, {@code @domain.example} for everybody there, or customer ids, with a reason and a
 * time where known. A bare list without a header will do. An address means its owner however its capitals are written.
 */
final class OptOuts {

    /** What other systems call the reasons; anything else just suppresses. */
    private static final Map<String, Standing> REASONS = Map.ofEntries(
            Map.entry("unsubscribe", Standing.UNSUBSCRIBED),
            Map.entry("unsubscribed", Standing.UNSUBSCRIBED),
            Map.entry("optout", Standing.UNSUBSCRIBED),
            Map.entry("optedout", Standing.UNSUBSCRIBED),
            Map.entry("abgemeldet", Standing.UNSUBSCRIBED),
            Map.entry("complaint", Standing.COMPLAINED),
            Map.entry("complained", Standing.COMPLAINED),
            Map.entry("spam", Standing.COMPLAINED),
            Map.entry("spamreport", Standing.COMPLAINED),
            Map.entry("abuse", Standing.COMPLAINED),
            Map.entry("bounce", Standing.BOUNCED),
            Map.entry("bounced", Standing.BOUNCED),
            Map.entry("hardbounce", Standing.BOUNCED),
            Map.entry("hardbounced", Standing.BOUNCED),
            Map.entry("invalid", Standing.BOUNCED));

    private final People people;
    private final Suppressions suppressions;
    private final ZoneId zone;

    OptOuts(People people, Suppressions suppressions, ZoneId zone) {
        this.people = people;
        this.suppressions = suppressions;
        this.zone = zone;
    }

    void read(List<Source> sources, Rejects rejects) {
        for (Source source : sources) {
            var table = Table.open(
                    new TableSource(
                            "suppressions",
                            source.base(),
                            source.pattern(),
                            source.columns(),
                            CustomerHeaders.optOuts(),
                            List.of(),
                            source.place()),
                    OptOuts::bareList);
            new Reading(table).read(rejects);
        }
    }

    /** A file whose first row holds an address already has no header; nor has an empty one. */
    private static List<String> bareList(List<String> first) {
        if (first.isEmpty()) {
            return List.of(CustomerHeaders.EMAIL);
        }
        var names = new ArrayList<String>();
        for (String cell : first) {
            boolean isFirst = !names.contains(CustomerHeaders.EMAIL);
            names.add(
                    isFirst && (Mailbox.read(cell).isPresent() || domain(cell).isPresent())
                            ? CustomerHeaders.EMAIL
                            : "");
        }
        return names.contains(CustomerHeaders.EMAIL) ? names : List.of();
    }

    private static Optional<String> domain(String cell) {
        return cell.startsWith("@") ? Mailbox.domain(cell.substring(1)) : Optional.empty();
    }

    private final class Reading implements Table.RowReader {
        private final Table table;
        private final int email;
        private final int id;
        private final int reason;
        private final int timestamp;

        Reading(Table table) {
            this.table = table;
            this.email = table.column(CustomerHeaders.EMAIL);
            this.id = table.column(CustomerHeaders.ID);
            this.reason = table.column(CustomerHeaders.REASON);
            this.timestamp = table.column(CustomerHeaders.TIMESTAMP);
        }

        void read(Rejects rejects) {
            if (email < 0 && id < 0) {
                throw new InputProblem(
                        Place.file(String.join(", ", table.files())),
                        "expected a column email or customer_id, found " + String.join(", ", table.columns()),
                        "Say which header is meant under data.suppressions.columns.");
            }
            table.read(rejects, this);
        }

        @Override
        public @Nullable String row(Table.Row row) {
            String address = email < 0 ? null : row.cell(email);
            String customer = id < 0 ? null : row.cell(id);
            var domain = address == null ? Optional.<String>empty() : domain(address);
            if (domain.isPresent()) {
                suppressions.suppressedDomain(domain.get());
                return null;
            }
            var mailbox = address == null ? Optional.<Mailbox>empty() : Mailbox.read(address);
            if (mailbox.isEmpty() && customer == null) {
                return "column email: expected an address, found "
                        + (address == null ? "nothing" : Problem.quote(address));
            }
            var meant = new ArrayList<Integer>(mailbox.map(people::alike).orElse(List.of()));
            int person = customer == null ? -1 : people.byId(customer);
            if (person >= 0 && !meant.contains(person)) {
                meant.add(person);
            }
            if (meant.isEmpty()) {
                suppressions.unknown();
            }
            meant.forEach(who -> enter(who, row));
            return null;
        }

        private void enter(int person, Table.Row row) {
            String why = reason < 0 ? null : row.cell(reason);
            switch (why == null
                    ? Standing.SUPPRESSED
                    : REASONS.getOrDefault(HeaderAliases.key(why), Standing.SUPPRESSED)) {
                case UNSUBSCRIBED -> suppressions.unsubscribed(person, second(row));
                case COMPLAINED -> suppressions.complained(person);
                case BOUNCED -> suppressions.bouncedHard(person);
                case SUPPRESSED, MAY_BE_MAILED, NO_CONSENT -> suppressions.suppressed(person);
            }
        }

        private long second(Table.Row row) {
            String text = timestamp < 0 ? null : row.cell(timestamp);
            long second = text == null ? TimeText.NO_MOMENT : TimeText.seconds(text, zone);
            return second == TimeText.NO_MOMENT ? Suppressions.UNDATED : second;
        }
    }
}
