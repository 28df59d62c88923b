package org.personalize.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.personalize.csv.DayOrder;
import org.personalize.run.ExportGuess.Role;

/** What somebody's exports most likely are, before a workspace is laid out over them. */
public record FirstLook(List<ExportGuess> guesses, Path folder) {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./+-]+");
    private static final String FIRST_MAIL = "first-mail.yaml";

    public FirstLook {
        guesses = List.copyOf(guesses);
    }

    /** A sentence for every file, and what the customers' file says of consent. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (ExportGuess guess : guesses) {
            boolean hasRows = guess.export().hasRows();
            sentences.add((hasRows ? "%s: %s (%s; %,d rows)" : "%s: %s (%s)")
                    .formatted(
                            guess.export().name(),
                            guess.role() == Role.UNKNOWN
                                    ? "not used"
                                    : guess.role().key(),
                            guess.why(),
                            guess.export().rows()));
            slashedDates(guess).ifPresent(sentences::add);
        }
        all(Role.CUSTOMERS).stream()
                .findFirst()
                .ifPresent(customers -> sentences.addAll(customers.consents().sentences()));
        return List.copyOf(sentences);
    }

    /** Of events and purchases a day that may be a month is not read. */
    private static Optional<String> slashedDates(ExportGuess guess) {
        return guess.slashedDates()
                .filter(column -> column.order() == DayOrder.UNSAID)
                .map(column ->
                        ("%s: column %s has dates with slashes, and nobody can tell day and month apart; none of them is"
                                        + " read before types: {timestamp: %s} or %s says it in the new files")
                                .formatted(
                                        guess.export().name(),
                                        column.header(),
                                        DayOrder.DAY_FIRST.word(),
                                        DayOrder.MONTH_FIRST.word()));
    }

    /** What looks like this, and tells most, first. */
    List<ExportGuess> all(Role role) {
        return guesses.stream()
                .filter(g -> g.role() == role)
                .sorted(Comparator.comparingLong(g -> role == Role.CUSTOMERS ? -g.wealth() : 0))
                .toList();
    }

    /** What takes in the purchases, typed in the new folder. */
    public List<String> ingests() {
        return purchases().stream().map(this::ingest).toList();
    }

    String ingest(ExportGuess purchases) {
        return "personalize ingest " + FIRST_MAIL + ' ' + typed(path(purchases))
                + (purchases.columns().isEmpty() ? "" : " --as " + mapping(purchases));
    }

    /** As a shell takes it for one word. */
    private static String typed(String path) {
        return PLAIN.matcher(path).matches() ? path : '\'' + path.replace("'", "'\\''") + '\'';
    }

    List<ExportGuess> purchases() {
        return all(Role.PURCHASES);
    }

    /** The file that says what a table of purchases calls things. */
    String mapping(ExportGuess purchases) {
        int place = purchases().indexOf(purchases);
        return "mappings/purchases" + (place == 0 ? "" : "-" + (place + 1)) + ".yaml";
    }

    /** The file as seen from the new folder. */
    String path(ExportGuess guess) {
        Path file = guess.export().file().toAbsolutePath().normalize();
        Path from = folder.toAbsolutePath().normalize();
        return from.relativize(file).toString().replace('\\', '/');
    }

    /** Whether the people could be found at all. */
    public boolean hasCustomers() {
        return !all(Role.CUSTOMERS).isEmpty();
    }
}
