package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.campaign.Campaign.Images;
import org.personalize.problem.InputProblem;
import org.personalize.render.Finding.Severity;
import org.personalize.render.Pictures;

class PreviewFolderTest {

    @TempDir
    Path temp;

    private final Letter letter = new Letter();
    private MimeMail mime;
    private Pictures pictures;
    private Path out;

    @BeforeEach
    void lay() throws IOException {
        mime = letter.mime();
        Path images = Files.createDirectories(temp.resolve("my images"));
        Files.writeString(images.resolve("tent 1.jpg"), "picture");
        pictures = new Pictures(new Images(images, "https://cdn.example/m/"));
        out = temp.resolve("previews");
    }

    private Outcome.Previewed deliver(PreviewFolder folder, String id) throws IOException {
        letter.customerId = id;
        return folder.deliver(letter.mail());
    }

    private void run(String... ids) throws IOException {
        try (var folder = PreviewFolder.open(out, mime, pictures)) {
            for (String id : ids) {
                deliver(folder, id);
            }
            folder.keep();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> out.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyMailBecomesThreeFilesAndARow() throws IOException {
        letter.text = "Hello\r\nAnn\r";
        letter.html = "<img src=\"https://cdn.example/m/tent%201.jpg\"><p>Grüße</p>";
        letter.warned(Severity.WARNING, "thin-text")
                .warned(Severity.NOTE, "long-subject")
                .warned(Severity.WARNING, "clipped")
                .warned(Severity.WARNING, "thin-text");
        Outcome.Previewed outcome;
        try (var folder = PreviewFolder.open(out, mime, pictures)) {
            outcome = deliver(folder, "c-1");
            folder.keep();
        }

        byte[] eml = Letter.bytes(mime, letter.mail());
        assertThat(outcome)
                .isEqualTo(new Outcome.Previewed(
                        out.resolve("c-1.html"), out.resolve("c-1.txt"), out.resolve("c-1.eml"), eml.length));
        assertThat(outcome.html()).hasContent(NetworkBan.on("<img src=\"../my%20images/tent%201.jpg\"><p>Grüße</p>"));
        assertThat(Files.readString(outcome.message())).doesNotContain("Content-Security-Policy");
        assertThat(Files.readString(outcome.text())).isEqualTo("Hello\nAnn\n");
        assertThat(outcome.message()).hasBinaryContent(eml);
        assertThat(out.resolve("manifest.csv"))
                .hasContent("customer_id,email,variant,html,txt,eml,bytes,warnings\n"
                        + "c-1,ann@shop.example,plain,c-1.html,c-1.txt,c-1.eml," + eml.length
                        + ",thin-text|clipped\n");
        assertThat(files()).containsExactly(".personalize-previews", "c-1.eml", "c-1.html", "c-1.txt", "manifest.csv");
    }

    @Test
    void everythingIsForItsOwnerOnly() throws IOException {
        run("c-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rwx------");
        for (String file : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFolderInWhichADryRunIsAtWorkIsRefusedByName() throws IOException {
        try (var first = PreviewFolder.open(out, mime, pictures)) {
            deliver(first, "c-1");
            assertThatThrownBy(() -> PreviewFolder.checkUsable(out))
                    .isInstanceOf(InputProblem.class)
                    .hasMessageContaining(out.toString())
                    .hasMessageContaining("another dry run is writing into this folder");
            assertThatThrownBy(() -> PreviewFolder.open(out, mime, pictures)).isInstanceOf(InputProblem.class);
            deliver(first, "c-2");
            first.keep();
        }
        assertThat(files()).contains("c-1.html", "c-2.html", "manifest.csv").doesNotContain(FolderLock.NAME);
        run("c-3");
    }

    @Test
    void whatAKilledRunLeftOfItsLockBlocksNobody() throws IOException {
        run("c-1");
        Files.writeString(out.resolve(FolderLock.NAME), "");
        run("c-2");
        assertThat(files()).contains("c-2.html").doesNotContain("c-1.html", FolderLock.NAME);
    }

    @Test
    void aRefusedFolderIsLeftAsItWas() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> run("c-1")).isInstanceOf(InputProblem.class);
        assertThat(files()).containsExactly("thesis.txt");
    }

    @Test
    void theManifestRunsNoFormula() throws IOException {
        letter.variant = "=HYPERLINK(\"https://evil.example\")";
        run("=1+1");
        assertThat(Files.readString(out.resolve("manifest.csv")))
                .contains("\n'=1+1,ann@shop.example,\"'=HYPERLINK(\"\"https://evil.example\"\")\",_1_1-");
    }

    @Test
    void anEarlierFolderIsReplacedAsAWhole() throws IOException {
        run("old-1", "both");
        Files.writeString(out.resolve("index.html"), "gallery");
        Files.writeString(out.resolve("rejects.csv"), "rejects");
        Files.createDirectories(out.resolve("data"));
        Files.writeString(out.resolve("data/000.js"), "page");

        run("both", "new-1");

        assertThat(files())
                .containsExactly(
                        ".personalize-previews",
                        "both.eml",
                        "both.html",
                        "both.txt",
                        "manifest.csv",
                        "new-1.eml",
                        "new-1.html",
                        "new-1.txt");
    }

    @Test
    void aRunThatWasKilledHalfWayIsClearedAwayToo() throws IOException {
        run("c-1");
        Files.delete(out.resolve("manifest.csv"));
        Files.createFile(out.resolve(FolderLock.NAME));
        Files.writeString(out.resolve(".c-1.html.123456789.part"), "half");
        Files.writeString(out.resolve(".index.html.part"), "half");

        run("c-2");

        assertThat(files()).containsExactly(".personalize-previews", "c-2.eml", "c-2.html", "c-2.txt", "manifest.csv");
    }

    @Test
    void aMailThatCannotBeWrittenLeavesNothing() throws IOException {
        try (var folder = PreviewFolder.open(out, mime, pictures)) {
            letter.subject = "a\nBcc: b";
            assertThatThrownBy(() -> deliver(folder, "c-1")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void halfOfAGalleryIsClearedAway() throws IOException {
        run("c-1", "c-2");
        Files.writeString(out.resolve("index.html"), "the earlier gallery");
        try (var folder = PreviewFolder.open(out, mime, pictures)) {
            deliver(folder, "c-3");
        }
        assertThat(files()).isEmpty();
        run("c-4");
        assertThat(files()).contains("c-4.html", "manifest.csv");
    }

    @Test
    void thePagesFindAPictureThatLiesOnThisMachine() throws IOException {
        try (var folder = PreviewFolder.open(out, mime, pictures)) {
            assertThat(folder.picture("tent 1.jpg")).isEqualTo("../my%20images/tent%201.jpg");
            assertThat(folder.picture("https://cdn.example/m/tent%201.jpg")).isEqualTo("../my%20images/tent%201.jpg");
            assertThat(folder.picture("https://elsewhere.example/tent.jpg")).isEmpty();
            assertThat(folder.picture("none.jpg")).isEmpty();
        }
    }

    @Test
    void aMissingOrEmptyFolderIsFine() throws IOException {
        assertThatCode(() -> PreviewFolder.checkUsable(out)).doesNotThrowAnyException();
        Files.createDirectory(out);
        assertThatCode(() -> PreviewFolder.checkUsable(out)).doesNotThrowAnyException();
    }

    @Test
    void aFolderWithoutOurListIsForeignWhateverItsFilesAreCalled() throws IOException {
        Files.createDirectory(out);
        Files.writeString(out.resolve("index.html"), "my own site");

        assertThatThrownBy(() -> run("c-1"))
                .isInstanceOf(InputProblem.class)
                .hasMessage(out + ": the folder holds \"index.html\", which no dry run wrote."
                        + " Name another folder with --out, or move it away first.");
        assertThat(files()).containsExactly("index.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "data/notes.js", "sub/c-1.html", "c-1.html/deep.txt", ".hidden"})
    void aForeignFileBesideOursIsNamedAndNothingIsTouched(String name) throws IOException {
        run("a-1");
        Path file = out.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "mine");
        List<String> before = files();

        String named = name.startsWith("data/") ? name : name.split("/")[0];
        assertThatThrownBy(() -> run("c-1")).isInstanceOf(InputProblem.class).hasMessageContaining('"' + named + '"');
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(out, "mine");
        assertThatThrownBy(() -> PreviewFolder.checkUsable(out))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("expected a folder for the previews, found a file");
        assertThat(out).hasContent("mine");
    }

    @Test
    void aForgedListDeletesNothingElsewhere() throws IOException {
        Path precious = temp.resolve("precious.html");
        Files.writeString(precious, "mine");
        run("c-1");
        Files.writeString(
                out.resolve(OwnFiles.LIST),
                "c-1.html\nc-1.txt\nc-1.eml\n../precious.html\n" + precious + "\nx\u0000\n");

        run("c-2");

        assertThat(precious).hasContent("mine");
    }

    @Test
    void aLinkIsRemovedButNeverFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("000.js"), "mine");
        run("c-1");
        Files.delete(out.resolve("c-1.html"));
        Files.createSymbolicLink(out.resolve("c-1.html"), elsewhere.resolve("000.js"));
        run("c-2");
        assertThat(elsewhere.resolve("000.js")).hasContent("mine");

        Files.createSymbolicLink(out.resolve("data"), elsewhere);
        assertThatThrownBy(() -> run("c-3")).isInstanceOf(InputProblem.class).hasMessageContaining("\"data\"");
        assertThat(elsewhere.resolve("000.js")).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../escaped", "/tmp/escaped", "..", "a/../../b", "con", "index", "manifest", "x\0y"})
    void aHostileIdStaysInside(String id) throws IOException {
        Outcome.Previewed outcome;
        try (var folder = PreviewFolder.open(out, mime, pictures)) {
            outcome = deliver(folder, id);
            folder.keep();
        }
        assertThat(outcome.html().normalize().getParent()).isEqualTo(out);
        assertThat(files()).hasSize(5).doesNotContain("index.html");
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files).containsExactlyInAnyOrder(out, temp.resolve("my images"));
        }
    }

    @Test
    void idsThatDifferByCaseDoNotOverwriteEachOther() throws IOException {
        run("Ann", "ann", "ANN");
        assertThat(files().stream()
                        .map(f -> f.toLowerCase(java.util.Locale.ROOT))
                        .distinct())
                .hasSize(3 * 3 + 2);
    }

    @Test
    void theSameMailsAreTheSameFiles() throws IOException {
        run("c-1", "C-1", "a b");
        var before = contents();
        run("c-1", "C-1", "a b");
        assertThat(contents()).isEqualTo(before);
    }

    private List<String> contents() throws IOException {
        var contents = new java.util.ArrayList<String>();
        for (String file : files()) {
            contents.add(file + "\n" + Files.readString(out.resolve(file)));
        }
        return contents;
    }
}
