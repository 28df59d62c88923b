package org.personalize.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.personalize.audience.Customers;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Sources.Source;
import org.personalize.csv.HeaderAliases;
import org.personalize.csv.Rejects;
import org.personalize.csv.TableSource;
import org.personalize.ledger.Ledger;
import org.personalize.problem.Amount;
import org.personalize.problem.InputProblem;

/**
 * The suppression files while a run goes on. What a file that came or changed says is kept in the ledger, which from then
 * on permits no final dot to whoever opted out.
 */
final class OptOutFiles {

    private static final String ROLE = "suppressions";
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** A file is read when it looks the same twice, or after so many looks at one that is always written to. */
    private static final int MOST_LOOKS = 5;

    /** Reading them takes at most this part of a run, whatever they hold. */
    private static final int PART = 10;

    private final Campaign campaign;
    private final LongSupplier nanos;
    private final Map<Path, Look> read = new HashMap<>();
    private final Map<Path, Look> last = new HashMap<>();
    private final Map<Path, Integer> looks = new HashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private long nextLook;

    /** To be made before a run reads the files, so that one which changes meanwhile counts as changed. */
    OptOutFiles(Campaign campaign, LongSupplier nanos) {
        this.campaign = campaign;
        this.nanos = nanos;
        files().keySet().forEach(file -> look(file, read));
        last.putAll(read);
        nextLook = nanos.getAsLong() + PAUSE_NANOS;
    }

    /** To be called often: it looks now and then, and reads what has changed. */
    void listen(Customers audience, Ledger ledger, Instant now) throws IOException {
        long start = nanos.getAsLong();
        if (start - nextLook < 0) {
            return;
        }
        Map<Path, Source> files = files();
        for (Map.Entry<Path, Source> file : files.entrySet()) {
            if (isToBeRead(file.getKey())) {
                hear(file.getKey(), file.getValue(), audience, ledger, now);
            }
        }
        nextLook = nanos.getAsLong() + Math.max(PAUSE_NANOS, PART * (nanos.getAsLong() - start));
    }

    /** What the user should know of them, a sentence each. */
    List<String> notes() {
        return List.copyOf(notes.values());
    }

    private Map<Path, Source> files() {
        Map<Path, Source> files = new LinkedHashMap<>();
        for (Source source : campaign.data().suppressions()) {
            try {
                var table = new TableSource(
                        ROLE, source.base(), source.pattern(), Map.of(), HeaderAliases.NONE, List.of(), source.place());
                table.found().forEach(file -> files.put(file, source));
            } catch (InputProblem e) {
                // There is none at the moment: what stood there is known.
            }
        }
        return files;
    }

    private boolean isToBeRead(Path file) {
        Look before = last.get(file);
        look(file, last);
        Look now = last.get(file);
        if (now == null || now.equals(read.get(file))) {
            return false;
        }
        return now.equals(before) || looks.merge(file, 1, Integer::sum) >= MOST_LOOKS;
    }

    private static void look(Path file, Map<Path, Look> into) {
        try {
            into.put(file, Look.at(file));
        } catch (IOException e) {
            into.remove(file);
        }
    }

    private void hear(Path file, Source source, Customers audience, Ledger ledger, Instant now) throws IOException {
        read.put(file, last.get(file));
        looks.remove(file);
        Customers heard = audience.unheard();
        var rejects = new Rejects();
        var trouble = new ArrayList<String>();
        try {
            heard.hear(only(file, source), campaign.schedule().zone(), rejects);
        } catch (InputProblem e) {
            e.problems().forEach(problem -> trouble.add(problem.toString()));
        } catch (UncheckedIOException | IllegalStateException e) {
            trouble.add("it cannot be read to its end (" + e.getMessage() + ").");
        }
        Suppressed.of(heard, ledger, now).keep(ledger, now);
        Path name = file.startsWith(source.base()) ? source.base().relativize(file) : file;
        tell(name.toString(), rejects, trouble);
    }

    private static Source only(Path file, Source source) {
        return new Source(source.base(), file.toString(), source.columns(), source.types(), source.place());
    }

    private void tell(String name, Rejects rejects, List<String> trouble) {
        String end = "The opt-outs in " + name + " that came during this run counted at once";
        if (rejects.count() > 0) {
            trouble.add(Amount.of(rejects.count(), "row", "rows") + " cannot be read, such as "
                    + String.join("", rejects.examples(0, 1)) + '.');
        }
        notes.put(name, trouble.isEmpty() ? end + '.' : end + ", but not all of it: " + String.join(" ", trouble));
    }
}
