package org.personalize.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.catalog.Rows;
import org.personalize.problem.Place;

/** An event log written by hand, and what it becomes. */
public final class Log {

    static final String HEADER = "customer_id;event;timestamp;item_id;value;order_id;campaign;kind";
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Audience audience;
    private final Catalog catalog;
    private String header = HEADER;
    private List<SignalRule> rules = SignalRule.DEFAULTS;
    private Instant now = NOW;
    private ZoneId zone = ZoneId.of("UTC");
    private Map<String, String> types = Map.of();

    /** What was put aside, line and reason. */
    final List<String> wrong = new ArrayList<>();

    /** What the opt-outs were told. */
    final List<String> told = new ArrayList<>();

    public Log(Audience audience, Catalog catalog) {
        this.audience = audience;
        this.catalog = catalog;
    }

    Log header(String other) {
        header = other;
        return this;
    }

    public Log rules(SignalRule... others) {
        rules = List.of(others);
        return this;
    }

    public Log now(Instant other) {
        now = other;
        return this;
    }

    Log zone(String other) {
        zone = ZoneId.of(other);
        return this;
    }

    Log types(Map<String, String> others) {
        types = others;
        return this;
    }

    public History of(String... lines) {
        var headers = EventHeaders.of(Rows.columns(header), Place.NOWHERE);
        var reading = new Reading(zone, now, rules, audience, catalog, new Told());
        var rows = new EventRows(headers, types, reading);
        wrong.addAll(Rows.read(rows, new EventScout(headers, reading), lines));
        return rows.history();
    }

    private final class Told implements OptOuts {
        @Override
        public void unsubscribed(int person, long second) {
            note("unsubscribed", person, second);
        }

        @Override
        public void complained(int person, long second) {
            note("complained", person, second);
        }

        @Override
        public void bouncedHard(int person, long second) {
            note("bounced", person, second);
        }

        @Override
        public void subscribed(int person, long second) {
            note("subscribed", person, second);
        }

        @Override
        public void ofUnknown() {
            told.add("of somebody unknown");
        }

        private void note(String what, int person, long second) {
            told.add(person + " " + what + " " + Instant.ofEpochSecond(second));
        }
    }
}
