package org.personalize.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes {@code sample-data} afresh. The seed is fixed, so the same Java writes the same bytes:
 *
 * <pre>
 * javac -d target/sample src/bench/java/org/personalize/sample/*.java
 * java -cp target/sample org.personalize.sample.SampleData sample-data
 * </pre>
 */
public final class SampleData {

    private static final String SEED = "fernhill";

    private SampleData() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "sample-data");
        Dice dice = new Dice(SEED);
        Shop shop = new Shop(dice.fork("shop"));
        People people = new People(dice.fork("people"));
        Post post = new Post(shop, dice.fork("post"));
        List<Happening> happenings = happenings(people, shop, post, dice.fork("lives"));
        CsvFile.write(folder.resolve("customers.csv"), People.HEADER, people.rows());
        CsvFile.write(folder.resolve("items.csv"), Catalogue.HEADER, Catalogue.rows(shop));
        writeEvents(folder.resolve("events"), happenings);
        OptOuts.write(folder.resolve("optouts"), people);
        Truth.write(folder, people, shop, post, happenings);
        Gallery.draw(folder.resolve("images"), shop, dice.fork("pictures"));
    }

    /** In the order in which they happened; ties in the order of the people. */
    private static List<Happening> happenings(People people, Shop shop, Post post, Dice dice) {
        List<Happening> all = new ArrayList<>();
        for (Person person : people.people()) {
            all.addAll(Life.of(person, shop, post, dice.fork(person.id())));
        }
        all.removeIf(happening -> happening.at().toLocalDate().isAfter(Post.TO));
        all.sort(Comparator.comparing((Happening happening) -> happening.at().toInstant()));
        return all;
    }

    private static void writeEvents(Path folder, List<Happening> happenings) throws IOException {
        Map<YearMonth, List<List<String>>> months = happenings.stream()
                .collect(Collectors.groupingBy(
                        happening -> YearMonth.from(happening.at()),
                        TreeMap::new,
                        Collectors.mapping(Happening::cells, Collectors.toList())));
        for (Map.Entry<YearMonth, List<List<String>>> month : months.entrySet()) {
            CsvFile.writeZipped(folder.resolve(month.getKey() + ".csv.gz"), Happening.HEADER, month.getValue());
        }
    }
}
