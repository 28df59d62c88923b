package org.personalize.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a wrong campaign file: the table {@code mistakes.txt} pairs files with the messages they deserve. */
class MistakesTest {

    @TempDir
    Path temp;

    static Stream<Arguments> table() {
        List<Arguments> cases = new ArrayList<>();
        for (String entry : Folder.resource("mistakes.txt").split("(?m)^===\\n")) {
            String[] halves = entry.split("(?m)^--- says\\n", 2);
            if (halves.length == 2) {
                cases.add(Arguments.of(halves[0], List.of(halves[1].strip().split("\n"))));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void aMistakeIsToldWithItsPlaceAndTheWayOut(String yaml, List<String> messages) {
        String text = yaml.replace("<TAB>", "\t");
        String named = text.contains("campaign:") ? text : "campaign: c\n" + text;
        assertThat(new Folder(temp).mistakes(named)).isEqualTo(messages);
    }

    @Test
    void theTableIsWhole() {
        assertThat(table()).hasSizeGreaterThan(60);
    }
}
