package org.personalize.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of the keys in schema and guide follows from their description in code. After a change of a key, run this
 * test with {@code -Dpersonalize.write=true}: it writes both files anew.
 */
class DescriptionTest {

    private static final Path SCHEMA = Path.of("src/main/resources/org/personalize/campaign/campaign.schema.json");
    private static final Path GUIDE = Path.of("src/site/markdown/campaign-file.md");
    private static final String MARK = "<!-- the table is written by DescriptionTest -->\n";

    @TempDir
    Path temp;

    @Test
    void theSchemaForEditorsIsWhatTheProgramReads() throws Exception {
        String schema = SchemaText.of(CampaignKeys.TOP);
        if (Boolean.getBoolean("personalize.write")) {
            Files.writeString(SCHEMA, schema);
        }
        assertThat(SCHEMA).hasContent(schema);
    }

    @Test
    void theGuideListsEveryKey() throws Exception {
        String table = GuideText.of(CampaignKeys.TOP);
        if (Boolean.getBoolean("personalize.write")) {
            String before = Files.readString(GUIDE);
            Files.writeString(GUIDE, before.substring(0, before.indexOf(MARK) + MARK.length()) + "\n" + table);
        }
        assertThat(Files.readString(GUIDE)).endsWith(MARK + "\n" + table);
    }

    static Stream<String> paths() {
        List<String> paths = new ArrayList<>();
        collect(CampaignKeys.TOP, "", paths);
        return paths.stream().filter(p -> !p.equals("campaign"));
    }

    private static void collect(Section section, String path, List<String> paths) {
        for (Key key : section.keys()) {
            paths.add(path + key.name());
            Shape shape = key.shape() instanceof Shape.ListOf list ? list.element() : key.shape();
            Shape inner = shape instanceof Shape.MapOf map ? map.values() : shape;
            String made = shape instanceof Shape.MapOf ? "made_up." : "";
            inner.section().ifPresent(s -> collect(s, path + key.name() + "." + made, paths));
        }
    }

    /** A described key that nobody reads would be a promise without a keeper: a value that fits none is noticed at each. */
    @ParameterizedTest
    @MethodSource("paths")
    void everyDescribedKeyIsRead(String path) {
        String[] names = path.split("\\.");
        String yaml = String.join(": {", names) + ": [[[wrong]]]" + "}".repeat(names.length - 1);
        assertThat(new Folder(temp).mistakes("campaign: c\n" + yaml)).anyMatch(m -> m.contains("found a list"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsRight(String yaml) {
        assertThat(new Folder(temp).mistakes("campaign: c\nsubject: {plain: a, picked: b}\n" + yaml))
                .noneMatch(m -> m.contains("expected") || m.contains("unknown"));
    }

    static Stream<String> examples() {
        List<String> examples = new ArrayList<>();
        collectExamples(CampaignKeys.TOP, "", "", examples);
        return examples.stream().filter(e -> !e.startsWith("campaign:") && !e.startsWith("subject:"));
    }

    private static void collectExamples(Section section, String before, String after, List<String> examples) {
        for (Key key : section.keys()) {
            examples.add(before + key.name() + ": " + key.example() + after);
            Shape shape = key.shape() instanceof Shape.ListOf list ? list.element() : key.shape();
            Shape inner = shape instanceof Shape.MapOf map ? map.values() : shape;
            String made = shape instanceof Shape.MapOf ? "made_up: {" : "";
            inner.section()
                    .ifPresent(s -> collectExamples(
                            s, before + key.name() + ": {" + made, (made.isEmpty() ? "}" : "}}") + after, examples));
        }
    }
}
