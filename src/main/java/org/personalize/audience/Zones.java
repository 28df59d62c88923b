package org.personalize.audience;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which zone a person lives: as their row says, else by their country, else the campaign's. */
final class Zones {

    private static final Map<String, ZoneId> KNOWN = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toMap(Zones::key, Function.identity(), (one, other) -> one))
            .entrySet()
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> ZoneId.of(entry.getValue())));

    private static final Map<String, ZoneId> BY_NAME =
            KNOWN.values().stream().collect(Collectors.toUnmodifiableMap(ZoneId::getId, Function.identity()));

    private final CountryZones countries = new CountryZones();
    private final ZoneId otherwise;

    Zones(ZoneId otherwise) {
        this.otherwise = otherwise;
    }

    /** Names such as {@code Europe/Berlin}, whatever the case and with blanks for underscores. */
    boolean isKnown(String name) {
        return KNOWN.containsKey(key(name));
    }

    ZoneId zone(@Nullable String name, @Nullable String country) {
        ZoneId named = name == null ? null : named(name);
        if (named != null) {
            return named;
        }
        ZoneId only = country == null ? null : countries.zone(country);
        return only == null ? otherwise : only;
    }

    /** Nearly everybody's zone is written as it should be, and needs no key made of it. */
    private static @Nullable ZoneId named(String name) {
        ZoneId exact = BY_NAME.get(name);
        return exact == null ? KNOWN.get(key(name)) : exact;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
