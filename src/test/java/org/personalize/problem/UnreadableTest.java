package org.personalize.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadableTest {

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("a.csv"), "this user has no right to it"),
                Arguments.of(new AccessDeniedException("a.csv", null, "locked"), "locked"),
                Arguments.of(new NoSuchFileException("a.csv"), "there is no such file or folder"),
                Arguments.of(new FileSystemException("a.csv", null, "Is a directory"), "Is a directory"),
                Arguments.of(new FileSystemLoopException("a.csv"), "FileSystemLoopException"),
                Arguments.of(new IOException("Input/output error"), "Input/output error"),
                Arguments.of(new IOException(), "IOException"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatJavaNamesByAClassAloneIsSaidInWords(IOException fault, String words) {
        InputProblem problem = Unreadable.of(Place.file("a.csv"), fault);
        assertThat(problem)
                .hasMessage("a.csv: the file cannot be read: " + words
                        + ". Look at its owner and mode and at its folder's, or make it anew.");
    }
}
