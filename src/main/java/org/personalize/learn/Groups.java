package org.personalize.learn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;

/**
 * The groups into which a protected column parts some people: its commonest values, or four bands of its numbers. They are
 * for the audit alone, and nothing is learned from them.
 *
 * @param places the group of each of the people, in their order
 */
@SuppressWarnings("ArrayRecordComponent")
record Groups(String column, List<String> names, int[] places) {

    /** More groups than this are told as the commonest and the others, or as bands. */
    private static final int MOST = 6;

    private static final int BANDS = 4;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final String MISSING = "not known";
    private static final String OTHERS = "others";

    static Groups of(Audience audience, String column, int[] people) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int person : people) {
            values.add(audience.customer(person).field(column));
        }
        boolean areNumbers = values.stream().allMatch(value -> value == null || number(value) != null);
        long kinds = values.stream().filter(value -> value != null).distinct().count();
        return named(column, areNumbers && kinds > MOST ? bands(values) : commonest(values));
    }

    private static @Nullable BigDecimal number(Object value) {
        if (value instanceof LocalDate day) {
            return BigDecimal.valueOf(day.getYear());
        }
        String text = value.toString();
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** Four bands with about as many people each, named by their least and their largest number. */
    private static List<String> bands(List<@Nullable Object> values) {
        List<BigDecimal> sorted = new ArrayList<>();
        values.forEach(value -> {
            BigDecimal number = value == null ? null : number(value);
            if (number != null) {
                sorted.add(number);
            }
        });
        sorted.sort(Comparator.naturalOrder());
        TreeMap<BigDecimal, String> byLeast = new TreeMap<>();
        for (int band = 0; band < BANDS; band++) {
            BigDecimal least = sorted.get(sorted.size() * band / BANDS);
            BigDecimal next = sorted.get(Math.min(sorted.size() - 1, sorted.size() * (band + 1) / BANDS));
            BigDecimal largest =
                    sorted.stream().filter(number -> number.compareTo(next) < 0).reduce(least, BigDecimal::max);
            byLeast.put(least, text(least) + " to " + text(band == BANDS - 1 ? next : largest));
        }
        return values.stream()
                .map(value -> {
                    BigDecimal number = value == null ? null : number(value);
                    return number == null ? MISSING : band(byLeast, number);
                })
                .toList();
    }

    private static String band(TreeMap<BigDecimal, String> byLeast, BigDecimal number) {
        var entry = byLeast.floorEntry(number);
        return entry == null ? OTHERS : entry.getValue();
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static List<String> commonest(List<@Nullable Object> values) {
        Map<String, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value == null ? MISSING : value.toString(), 1, Integer::sum));
        List<String> kept = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
        return values.stream()
                .map(value -> value == null ? MISSING : value.toString())
                .map(name -> kept.contains(name) ? name : OTHERS)
                .toList();
    }

    private static Groups named(String column, List<String> ofPeople) {
        Map<String, Integer> places = new LinkedHashMap<>();
        ofPeople.stream().distinct().sorted().forEach(name -> places.put(name, places.size()));
        return new Groups(
                column,
                List.copyOf(places.keySet()),
                ofPeople.stream().mapToInt(name -> places.getOrDefault(name, 0)).toArray());
    }

    /** Whether anything is known of anybody. */
    boolean isAnyKnown() {
        return names.stream().anyMatch(name -> !name.equals(MISSING));
    }

    /** Of values in the order of the people, those of one group. */
    double[] of(int group, double[] values) {
        return IntStream.range(0, places.length)
                .filter(i -> places[i] == group)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    /** Those of all other groups. */
    double[] others(int group, double[] values) {
        return IntStream.range(0, places.length)
                .filter(i -> places[i] != group)
                .mapToDouble(i -> values[i])
                .toArray();
    }
}
