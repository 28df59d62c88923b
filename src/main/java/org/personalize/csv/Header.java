package org.personalize.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.personalize.problem.Nearest;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;

/** Finds out what each column of one file is called. Declared columns come first, then our own names, then aliases. */
final class Header {

    private final TableSource source;
    private final Place place;
    private final List<String> headers;
    private final List<String> keys;
    private final String[] names;

    private Header(TableSource source, Place place, List<String> headers) {
        this.source = source;
        this.place = place;
        this.headers = headers;
        this.keys = headers.stream().map(HeaderAliases::key).toList();
        this.names = new String[headers.size()];
    }

    /**
     * The name of each column, blank where the header is; what is missing or ambiguous goes to the problems, and which of
     * two equal headers bears the name goes to the notes.
     */
    static List<String> names(
            TableSource source, Place place, List<String> headers, Problems problems, List<String> notes) {
        var header = new Header(source, place, headers);
        header.takeDeclared(problems);
        header.takeKnown(problems);
        header.checkNamed(problems);
        header.nameTheRest(notes);
        header.demand(problems);
        return List.of(header.names);
    }

    private void takeDeclared(Problems problems) {
        var declared = new java.util.TreeMap<>(source.columns());
        declared.forEach((canonical, wanted) -> {
            int column = find(wanted);
            if (column >= 0) {
                names[column] = canonical;
                refuseTwin(canonical, column, headers.contains(wanted.strip()) ? headers : keys, problems);
                return;
            }
            String nearest = Nearest.to(wanted, headers)
                    .map(near -> " Did you mean " + Problem.quote(near) + "?")
                    .orElse("");
            problems.add(
                    source.place(),
                    "expected the header " + Problem.quote(wanted) + " in " + place.file() + " for " + canonical
                            + ", found " + list(headers),
                    "Correct it under data." + source.role() + ".columns." + nearest);
        });
    }

    private int find(String wanted) {
        int exact = headers.indexOf(wanted.strip());
        return exact >= 0 ? exact : keys.indexOf(HeaderAliases.key(wanted));
    }

    private void takeKnown(Problems problems) {
        Map<String, String> own = new LinkedHashMap<>();
        for (String canonical : known()) {
            own.put(HeaderAliases.key(canonical), canonical);
        }
        Set<String> taken = new HashSet<>(source.columns().keySet());
        take(own, taken, problems);
        take(source.aliases().canonicalByHeader(), taken, problems);
    }

    private Collection<String> known() {
        Set<String> known =
                new java.util.TreeSet<>(source.aliases().canonicalByHeader().values());
        known.addAll(source.required());
        return known;
    }

    /** Where two headers mean the same, the first counts; where they are even equal, nobody can tell which is meant. */
    private void take(Map<String, String> meanings, Set<String> taken, Problems problems) {
        for (int i = 0; i < names.length; i++) {
            String canonical = meanings.get(keys.get(i));
            if (names[i] == null && canonical != null && taken.add(canonical)) {
                names[i] = canonical;
                refuseTwin(canonical, i, keys, problems);
            }
        }
    }

    /** Columns that have no meaning of their own and are named by the campaign: nobody can tell which of two it means. */
    private void checkNamed(Problems problems) {
        Set<String> declared =
                source.columns().keySet().stream().map(HeaderAliases::key).collect(Collectors.toSet());
        for (String name : source.named()) {
            String key = HeaderAliases.key(name);
            int column = keys.indexOf(key);
            if (column >= 0 && names[column] == null && !declared.contains(key)) {
                refuseTwin(name, column, keys, problems);
            }
        }
    }

    /** @param written the headers as they are compared */
    private void refuseTwin(String name, int column, List<String> written, Problems problems) {
        int other = written.subList(column + 1, written.size()).indexOf(written.get(column));
        if (other >= 0) {
            problems.add(
                    place.withField(name),
                    "the header " + Problem.quote(headers.get(column)) + " occurs twice, in columns " + (column + 1)
                            + " and " + (column + other + 2),
                    "Remove or rename one of them.");
        }
    }

    private void nameTheRest(List<String> notes) {
        Map<String, Integer> uses = new HashMap<>();
        for (String name : names) {
            if (name != null) {
                uses.merge(HeaderAliases.key(name), 1, Integer::sum);
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i] == null) {
                String name = ownName(headers.get(i));
                int use = name.isEmpty() ? 1 : uses.merge(HeaderAliases.key(name), 1, Integer::sum);
                names[i] = use == 1 ? name : name + "_" + use;
                noteRepeated(i, notes);
            }
        }
    }

    /** Whoever writes the header in a template gets the first of such columns, and may have meant the other. */
    private void noteRepeated(int column, List<String> notes) {
        int first = keys.indexOf(keys.get(column));
        if (first < column && !keys.get(column).isEmpty()) {
            notes.add(place.file() + ": columns " + (first + 1) + " and " + (column + 1) + " have the same header, "
                    + Problem.quote(headers.get(column)) + "; the first is " + names[first] + ", the other "
                    + names[column] + ".");
        }
    }

    /** A header that templates can name: as it is where possible, else its words joined by {@code _}. */
    private static String ownName(String header) {
        boolean isName = !header.isEmpty()
                && Character.isLetter(header.codePointAt(0))
                && header.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        if (isName) {
            return header;
        }
        var words = new ArrayList<String>();
        for (String word : header.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{Nd}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        String name = String.join("_", words);
        return name.isEmpty() || Character.isLetter(name.codePointAt(0)) ? name : "_" + name;
    }

    private void demand(Problems problems) {
        for (String required : source.required()) {
            if (!source.columns().containsKey(required) && !List.of(names).contains(required)) {
                problems.add(
                        place,
                        "expected a column " + required + ", found " + list(headers),
                        "Say which header is meant under data." + source.role() + ".columns, as " + required
                                + ": \"its header\".");
            }
        }
    }

    private static String list(List<String> headers) {
        return headers.stream()
                .filter(header -> !header.isEmpty())
                .map(Problem::quote)
                .collect(Collectors.joining(", "));
    }
}
