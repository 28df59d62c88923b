package org.personalize.bench;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What one would write in an afternoon: read the rows, fill the same template for each, keep nothing. */
final class BareLoop {

    private static final int CHUNK = 2000;

    private BareLoop() {}

    /** Renders everybody and gives back the number of characters. */
    static long render(Path folder, int threads) throws IOException, InterruptedException, ExecutionException {
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setLocale(Locale.ENGLISH);
        Template template = new Template("mail", Files.readString(folder.resolve("mail.ftlh")), configuration);
        List<Map<String, String>> items = rows(folder.resolve("items.csv"));
        var pool = Executors.newFixedThreadPool(threads);
        try (Reader in = Files.newBufferedReader(folder.resolve("customers.csv"));
                CSVParser parser = format().parse(in)) {
            List<Future<Long>> chunks = new ArrayList<>();
            List<Map<String, String>> chunk = new ArrayList<>();
            for (CSVRecord row : parser) {
                chunk.add(row.toMap());
                if (chunk.size() == CHUNK) {
                    chunks.add(pool.submit(work(template, chunk, items)));
                    chunk = new ArrayList<>();
                }
            }
            chunks.add(pool.submit(work(template, chunk, items)));
            long characters = 0;
            for (Future<Long> done : chunks) {
                characters += done.get();
            }
            return characters;
        } finally {
            pool.shutdown();
        }
    }

    private static Callable<Long> work(
            Template template, List<Map<String, String>> customers, List<Map<String, String>> items) {
        return () -> {
            long characters = 0;
            for (Map<String, String> customer : customers) {
                var out = new StringWriter();
                int first = Math.floorMod(customer.get("customer_id").hashCode(), items.size() - 4);
                template.process(
                        Map.of(
                                "customer", customer,
                                "slots", Map.of("picks", items.subList(first, first + 4)),
                                "campaign", Map.of("language", "en"),
                                "subject", "News",
                                "preheader", "Chosen for you",
                                "compliance", Map.of("postal_address", "Bench, 1 Hill Road"),
                                "links", Map.of("unsubscribe", "https://shop.example/u/token")),
                        out);
                characters += out.getBuffer().length();
            }
            return characters;
        };
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file);
                CSVParser parser = format().parse(in)) {
            return parser.stream().map(CSVRecord::toMap).toList();
        }
    }

    private static CSVFormat format() {
        return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    }
}
