package org.personalize.sample;

import java.time.ZoneId;
import java.util.List;

/**
 * Where customers live: how many, the zones people there really keep, the languages they ask for, and the pools that
 * their names and mail domains are drawn from.
 */
enum Country {
    DE(0.24, "de", "de,de,de,de,de,de,en", "Europe/Berlin"),
    GB(0.20, "en", "en,en,en,en,", "Europe/London"),
    FR(0.13, "fr", "fr,fr,fr,fr,fr,en", "Europe/Paris"),
    US(0.10, "en", "en,en,en,", "America/New_York,America/Chicago,America/Denver,America/Los_Angeles,America/Phoenix"),
    AT(0.06, "de", "de,de,de,de-AT", "Europe/Vienna"),
    CH(0.05, "ch", "de,de,fr,en", "Europe/Zurich"),
    BE(0.03, "be", "fr,fr,nl,en", "Europe/Brussels"),
    IE(0.03, "en", "en,en,", "Europe/Dublin"),
    NL(0.03, "nl", "nl,en,en,de", "Europe/Amsterdam"),
    CA(0.03, "ca", "en,en,fr", "America/Toronto,America/Vancouver,America/Halifax,America/St_Johns"),
    ES(0.03, "es", "es,en,", "Europe/Madrid,Atlantic/Canary"),
    JP(0.02, "jp", "ja,en,en", "Asia/Tokyo"),
    AU(0.02, "en", "en,en,", "Australia/Sydney,Australia/Perth,Australia/Adelaide"),
    NZ(0.01, "en", "en", "Pacific/Auckland"),
    IN(0.01, "in", "en,en,", "Asia/Kolkata"),
    IL(0.01, "il", "en,he", "Asia/Jerusalem");

    final double share;
    final String names;
    final List<String> languages;
    final List<ZoneId> zones;

    Country(double share, String names, String languages, String zones) {
        this.share = share;
        this.names = names;
        this.languages = List.of(languages.split(",", -1));
        this.zones = List.of(zones.split(",", -1)).stream().map(ZoneId::of).toList();
    }

    static Country roll(Dice dice) {
        double[] shares = new double[values().length];
        for (Country country : values()) {
            shares[country.ordinal()] = country.share;
        }
        return values()[dice.weighted(shares)];
    }
}
