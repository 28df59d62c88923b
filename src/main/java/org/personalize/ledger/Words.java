package org.personalize.ledger;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Words that very many rows share, such as zones and variants: a row holds their number. */
final class Words {

    private final Session session;
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, String> texts = new HashMap<>();
    private final Map<Long, ZoneId> zones = new HashMap<>();

    Words(Session session) {
        this.session = session;
    }

    long number(String text) throws SQLException {
        Long known = numbers.get(text);
        if (known != null) {
            return known;
        }
        session.update("INSERT INTO word (text) VALUES (?) ON CONFLICT DO NOTHING", text);
        long number = session.number("SELECT id FROM word WHERE text = ?", text);
        remember(number, text);
        return number;
    }

    String text(long number) throws SQLException {
        String known = texts.get(number);
        if (known != null) {
            return known;
        }
        String text = session.find("SELECT text FROM word WHERE id = ?", row -> row.getString(1), number)
                .orElseThrow(() -> new IllegalStateException("a mail names a word that is not there"));
        remember(number, text);
        return text;
    }

    /** A word that names a time zone. */
    ZoneId zone(long number) throws SQLException {
        ZoneId known = zones.get(number);
        if (known != null) {
            return known;
        }
        ZoneId zone = ZoneId.of(text(number));
        zones.put(number, zone);
        return zone;
    }

    /** After a rollback: what was added in it is gone. */
    void forget() {
        numbers.clear();
        texts.clear();
        zones.clear();
    }

    private void remember(long number, String text) {
        numbers.put(text, number);
        texts.put(number, text);
    }
}
