package org.personalize.audience;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.HeaderAliases;

/** The time zone of a country in which it is the same time everywhere, by its code or its usual names. */
final class CountryZones {

    private static final String TABLE = "country-zones.txt";
    private static final int CODE_LENGTH = 2;
    private static final List<Locale> TONGUES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"), Locale.ITALIAN);
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "uk", "GB",
            "greatbritain", "GB",
            "england", "GB",
            "scotland", "GB",
            "wales", "GB",
            "holland", "NL",
            "thenetherlands", "NL",
            "czechrepublic", "CZ",
            "turkey", "TR",
            "republicofireland", "IE");

    private final Map<String, ZoneId> byCode = new HashMap<>();
    private volatile @Nullable Map<String, ZoneId> byName;

    CountryZones() {
        for (String line : lines()) {
            if (!line.startsWith("#")) {
                int blank = line.indexOf(' ');
                byCode.put(line.substring(0, blank), ZoneId.of(line.substring(blank + 1)));
            }
        }
    }

    /** The zone of a country by ISO code or name, whatever the case; null when it is unknown or has several. */
    @Nullable
    ZoneId zone(String country) {
        ZoneId zone = byCode.get(country.toUpperCase(Locale.ROOT));
        return zone != null || (country.length() == CODE_LENGTH && !country.equalsIgnoreCase("uk"))
                ? zone
                : names().get(HeaderAliases.key(country));
    }

    /** Made when first needed: the names of all countries in several tongues take the machine a while to load. */
    private Map<String, ZoneId> names() {
        var names = byName;
        if (names == null) {
            var made = new HashMap<String, ZoneId>();
            OTHER_NAMES.forEach((name, code) -> made.put(name, byCode.get(code)));
            byCode.forEach((code, zone) -> addNames(made, code, zone));
            names = made;
            byName = names;
        }
        return names;
    }

    private static void addNames(Map<String, ZoneId> names, String code, ZoneId zone) {
        Locale country = new Locale.Builder().setRegion(code).build();
        for (Locale tongue : TONGUES) {
            names.putIfAbsent(HeaderAliases.key(country.getDisplayCountry(tongue)), zone);
        }
        try {
            names.putIfAbsent(HeaderAliases.key(country.getISO3Country()), zone);
        } catch (MissingResourceException e) {
            // A territory without a code of three letters is known by its names alone.
        }
    }

    private static List<String> lines() {
        try (InputStream in = CountryZones.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is not part of the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
