package org.personalize.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.personalize.run.ExportGuess.Role;

/** What somebody's exports most likely are, before a workspace is laid out over them. */
public record FirstLook(List<ExportGuess> guesses, Path folder) {

    public FirstLook {
        guesses = List.copyOf(guesses);
    }

    /** A sentence for every file. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (ExportGuess guess : guesses) {
            sentences.add("%s: %s (%s; %,d rows)"
                    .formatted(
                            guess.export().name(),
                            guess.role() == Role.UNKNOWN
                                    ? "not used"
                                    : guess.role().key(),
                            guess.why(),
                            guess.export().rows()));
        }
        return List.copyOf(sentences);
    }

    /** Whether the people could be found at all. */
    public boolean hasCustomers() {
        return guesses.stream().anyMatch(g -> g.role() == Role.CUSTOMERS);
    }
}
