package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.personalize.plan.Counts;
import org.personalize.plan.Reason;
import org.personalize.run.Story;

class TellingTest {

    private static final long READ = 1_000_000;
    private static final long SKIPPED = 999_950;

    @Test
    void theNumbersOfAMillionPeopleEndInOneColumn() {
        List<String> lines = told(story()).lines().toList();

        assertThat(lines)
                .contains("  read        1,000,000  rows, 0 of them merged into another, 0 put aside")
                .contains("  skipped       999,950  no_consent 999,950")
                .contains("  planned            50");
    }

    private static Story story() {
        var counts = new Counts(
                "spring",
                READ,
                0,
                0,
                0,
                Map.of(Reason.NO_CONSENT, SKIPPED),
                0,
                READ - SKIPPED,
                0,
                0,
                0,
                READ - SKIPPED,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                List.of());
        return new Story(counts, "", new TreeMap<>(), new TreeMap<>(), null, null, List.of(), List.of(), null, 0, null);
    }

    private static String told(Story story) {
        var out = new StringWriter();
        Telling.tell(story, Terminal.door(out, Path.of("")));
        return out.toString();
    }
}
