package org.personalize.audience;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.HeaderAliases;

/** Which of the campaign's languages a cell means: {@code de}, {@code DE-at}, {@code German}, {@code allemand}. */
final class Languages {

    private static final List<String> TONGUES = List.of("en", "de", "fr", "es", "it", "nl", "pt");

    private final List<String> languages;
    private final Map<String, String> byCode = new HashMap<>();
    private volatile @Nullable Map<String, String> byName;

    /** @param languages the campaign's; the first is for everybody else */
    Languages(List<String> languages) {
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a campaign speaks at least one language");
        }
        this.languages = List.copyOf(languages);
        languages.forEach(language -> byCode.putIfAbsent(HeaderAliases.key(language), language));
        languages.forEach(language -> byCode.putIfAbsent(locale(language).getLanguage(), language));
    }

    /** The first language where nothing is known or what is known is not among them. */
    String meant(@Nullable String cell) {
        if (cell == null) {
            return languages.get(0);
        }
        String whole = byCode.get(HeaderAliases.key(cell));
        if (whole != null) {
            return whole;
        }
        String primary = HeaderAliases.key(cell.split("[-_ (]", 2)[0]);
        String code = byCode.get(primary);
        return code != null ? code : names().getOrDefault(primary, languages.get(0));
    }

    /** Made when first needed: names in several tongues take the machine a while to load. */
    private Map<String, String> names() {
        var names = byName;
        if (names == null) {
            var made = new HashMap<String, String>();
            languages.forEach(language -> addNames(made, language));
            names = made;
            byName = names;
        }
        return names;
    }

    private static void addNames(Map<String, String> names, String language) {
        Locale locale = locale(language);
        names.putIfAbsent(HeaderAliases.key(locale.getDisplayLanguage(locale)), language);
        for (String tongue : TONGUES) {
            names.putIfAbsent(HeaderAliases.key(locale.getDisplayLanguage(Locale.forLanguageTag(tongue))), language);
        }
        try {
            names.putIfAbsent(HeaderAliases.key(locale.getISO3Language()), language);
        } catch (MissingResourceException e) {
            // A language without a code of three letters is known by its names alone.
        }
    }

    private static Locale locale(String language) {
        return Locale.forLanguageTag(language.replace('_', '-'));
    }
}
