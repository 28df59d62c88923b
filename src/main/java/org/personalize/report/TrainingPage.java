package org.personalize.report;

import java.io.IOException;
import java.nio.file.Path;
import org.personalize.csv.PrivateFile;
import org.personalize.learn.Papers;

public final class TrainingPage {
    private TrainingPage() {}

    public static void write(Path file, Papers papers) throws IOException {
        PrivateFile.write(file, "");
    }
}
