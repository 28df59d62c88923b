package org.personalize.ledger;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.personalize.plan.Reason;

/** A census as one text: {@code 2000 3 1 0 no_consent=12 no_hour=2}. */
final class CensusText {

    private CensusText() {}

    static String of(Census census) {
        var text = new StringJoiner(" ");
        text.add(Long.toString(census.read()))
                .add(Long.toString(census.gone()))
                .add(Long.toString(census.duplicates()))
                .add(Long.toString(census.putAside()));
        census.skipped().forEach((reason, count) -> text.add(reason.word() + '=' + count));
        return text.toString();
    }

    static Census read(String text) {
        String[] parts = text.split(" ", -1);
        Map<Reason, Long> skipped = new EnumMap<>(Reason.class);
        for (int i = 4; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            skipped.put(
                    Reason.valueOf(parts[i].substring(0, equals).toUpperCase(Locale.ROOT)),
                    Long.parseLong(parts[i].substring(equals + 1)));
        }
        return new Census(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                skipped);
    }
}
