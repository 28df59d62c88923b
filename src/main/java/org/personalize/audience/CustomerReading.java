package org.personalize.audience;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.AudienceRules;
import org.personalize.csv.ColumnTyping;
import org.personalize.csv.Table;
import org.personalize.problem.Amount;
import org.personalize.problem.Problem;

/**
 * Takes the rows of the customer file: who is new, who is known by another row already, and which row is of no use. Where
 * rows meet, the first one wins, blanks are filled from later ones, and a no to any consent stays a no.
 */
final class CustomerReading implements Table.RowReader {

    private static final int MAX_ID_CHARACTERS = 255;

    private final Columns columns;
    private final AudienceRules rules;
    private final ColumnTyping typing;
    private final Zones zones;
    private final People people;
    private final @Nullable String[] cells;
    private final boolean[] isOurs;
    private final boolean[] reachesHeader;
    private long duplicates;
    private long unknownZones;
    private String unknownZone = "";
    private String knownZone = "";

    CustomerReading(Table table, Columns columns, AudienceRules rules, ColumnTyping typing, Zones zones) {
        this.columns = columns;
        this.rules = rules;
        this.typing = typing;
        this.zones = zones;
        int width = table.columns().size();
        this.people = new People(columns, width);
        this.cells = new String[width];
        this.isOurs = new boolean[width];
        this.reachesHeader = new boolean[width];
        for (int i = 0; i < width; i++) {
            isOurs[i] = Columns.TEXTS.contains(table.columns().get(i));
            reachesHeader[i] = columns.reachesHeader(i);
        }
    }

    People people() {
        return people;
    }

    long duplicates() {
        return duplicates;
    }

    List<String> warnings() {
        var warnings = new ArrayList<>(typing.decide().notes());
        if (unknownZones > 0) {
            warnings.add(
                    Amount.of(unknownZones, "person has", "people have") + " a time zone that nobody knows, such as "
                            + Problem.quote(unknownZone) + "; their country or the campaign's zone is taken");
        }
        return warnings;
    }

    @Override
    public @Nullable String row(Table.Row row) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.cell(i);
            String reason = cells[i] == null ? null : faultOf(i, cells[i]);
            if (reason != null) {
                return reason;
            }
        }
        String email = cells[columns.email()];
        if (email == null || !CustomerScout.hasMailbox(row)) {
            return "column email: expected an address, found " + (email == null ? "nothing" : Problem.quote(email));
        }
        String id = columns.id() < 0 ? null : cells[columns.id()];
        if (columns.id() >= 0 && id == null) {
            return "column customer_id: expected an id, found nothing";
        }
        String reason = settle(email, CustomerScout.mailboxHash(row), id);
        if (reason == null) {
            observe();
        }
        return reason;
    }

    private @Nullable String faultOf(int column, String cell) {
        if (reachesHeader[column]) {
            if (hasControl(cell)) {
                return "a line break or control character in " + Problem.quote(cell)
                        + ", which may reach a mail's header";
            }
            if (column == columns.id() && cell.length() > MAX_ID_CHARACTERS) {
                return "column customer_id: longer than " + MAX_ID_CHARACTERS + " characters";
            }
        }
        return isOurs[column] ? null : typing.misfit(column, cell);
    }

    /** Line breaks of every alphabet, and characters that are none. */
    private static boolean hasControl(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                return true;
            }
        }
        return false;
    }

    /** Adds a new person or merges a known one; an id cannot have two mailboxes. */
    private @Nullable String settle(String email, int mailboxHash, @Nullable String id) {
        int known = people.byAddress(email, mailboxHash);
        int namesake = id == null ? known : people.byId(id);
        if (namesake >= 0 && namesake != known) {
            return "column customer_id: " + Problem.quote(String.valueOf(id))
                    + " already belongs to another address in an earlier row";
        }
        if (known < 0) {
            people.add(mailboxHash, id, cells, permissions());
            noteZone();
            return null;
        }
        duplicates++;
        if (id != null && namesake < 0) {
            people.alias(id, known);
        }
        merge(known);
        return null;
    }

    private byte permissions() {
        boolean consents =
                columns.consent() >= 0 ? Consent.isYes(cells[columns.consent()]) : rules.notRecorded() != null;
        boolean isOut = columns.optedOut().stream().anyMatch(column -> Consent.isOptOut(cells[column]));
        int permissions = (consents && !isOut ? People.CONSENT : 0)
                | (isAllowed(columns.tracking()) ? People.TRACKING : 0)
                | (isAllowed(columns.personalization()) ? People.PERSONALIZATION : 0);
        return (byte) permissions;
    }

    private boolean isAllowed(int column) {
        return column < 0 || Consent.isYes(cells[column]);
    }

    private void merge(int person) {
        byte before = people.marks(person);
        int marks = before & (permissions() | ~People.ALL_PERMISSIONS);
        var merged = new String[cells.length];
        boolean isChanged = false;
        for (int i = 0; i < merged.length; i++) {
            String first = people.cell(person, i);
            if (i == columns.firstName() && isInDoubt(marks, first, cells[i])) {
                marks |= People.NAME_IN_DOUBT;
                merged[i] = null;
            } else if (columns.isPermission(i)) {
                merged[i] = Consent.isYes(first) ? cells[i] : first;
            } else if (columns.optedOut().contains(i) && Consent.isOptOut(cells[i])) {
                merged[i] = Consent.isOptOut(first) ? first : cells[i];
            } else {
                merged[i] = first == null ? cells[i] : first;
            }
            isChanged |= !java.util.Objects.equals(merged[i], first);
        }
        if (isChanged || marks != before) {
            people.replace(person, merged, (byte) marks);
        }
    }

    private static boolean isInDoubt(int marks, @Nullable String first, @Nullable String later) {
        return (marks & People.NAME_IN_DOUBT) != 0
                || (first != null && later != null && !first.equalsIgnoreCase(later));
    }

    private void observe() {
        for (int i = 0; i < cells.length; i++) {
            if (!isOurs[i]) {
                typing.observe(i, cells[i]);
            }
        }
    }

    private void noteZone() {
        String zone = columns.timeZone() < 0 ? null : cells[columns.timeZone()];
        if (zone == null || zone.equals(knownZone)) {
            return;
        }
        if (zones.isKnown(zone)) {
            knownZone = zone;
        } else {
            unknownZones++;
            unknownZone = unknownZone.isEmpty() ? zone : unknownZone;
        }
    }
}
