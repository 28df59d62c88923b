package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.report.GalleryEntry.Written;

class GalleryTest {

    @TempDir
    Path folder;

    private String index;

    @BeforeEach
    void write() throws IOException {
        Gallery.write(folder, GallerySample.summary(45), GallerySample.write(folder, 45));
        index = Files.readString(folder.resolve("index.html"));
    }

    private static Map<String, String> pages(Path folder) throws IOException {
        var pages = new TreeMap<String, String>();
        for (String name : List.of("index.html", "data/000.js", "data/001.js", "data/002.js")) {
            pages.put(name, Files.readString(folder.resolve(name)));
        }
        return pages;
    }

    @Test
    void whatItWritesIsForItsOwnerAlone() throws IOException {
        for (String name : pages(folder).keySet()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void theSamePreviewsGiveTheSameBytes(@TempDir Path other) throws IOException {
        Gallery.write(other, GallerySample.summary(45), GallerySample.write(other, 45));

        assertThat(pages(other)).isEqualTo(pages(folder));
    }

    @Test
    void aSmallerGalleryLeavesNoPartOfALargerOne() throws IOException {
        Gallery.write(folder, GallerySample.summary(5), GallerySample.write(folder, 5));

        try (var parts = Files.list(folder.resolve("data"))) {
            assertThat(parts.map(part -> part.getFileName().toString())).containsExactly("000.js");
        }
    }

    @Test
    void noValueEndsAScriptOrTurnsTheText() throws IOException {
        assertThat(index.split("</script>", -1)).hasSize(3);
        for (String page : pages(folder).values()) {
            assertThat(page).doesNotContain("<script>alert", "\u0000");
        }
        assertThat(Files.readString(folder.resolve("data/000.js"))).doesNotContain("<", "\u2028");
        assertThat(first("id=\"figures\">(.*?)</script>")).doesNotContain("<", "\u2028");
    }

    @Test
    void thePolicyNamesTheScriptAndTheStyleThatStandInThePage() throws Exception {
        String policy = first("Content-Security-Policy\" content=\"([^\"]*)\"");

        assertThat(policy).startsWith("default-src 'none'; ").doesNotContain("unsafe", "http", "*");
        assertThat(policy).contains("script-src '" + hash(first("<script type=\"module\">(.*?)</script>")) + "'");
        assertThat(policy).contains("style-src '" + hash(first("<style>(.*?)</style>")) + "'");
        assertThat(index).doesNotContain(" style=", " onclick=", "src=\"http");
    }

    @Test
    void theStoryIsThereWithoutAScript() {
        assertThat(index)
                .contains("<strong>45</strong> of 55 people get a mail of their own.")
                .contains(
                        "no consent to marketing mail",
                        "get no mail, to compare with",
                        "rows put aside, see rejects.csv")
                .contains("all of them between 08 and 09 h.")
                .contains("A picture has no alt text.", "spring.ftlh:4:2", "Nobody in Iceland");
    }

    @Test
    void whoeverIsHeldIsListedWithTheReasonAndIsNoMail() throws IOException {
        var entries = GallerySample.write(folder, 3);
        entries.add(GallerySample.held("H1"));
        Gallery.write(folder, GallerySample.summary(45), entries);

        index = Files.readString(folder.resolve("index.html"));
        assertThat(index).contains("3 of 45 rendered mails are written here.");
        assertThat(first("id=\"figures\">(.*?)</script>"))
                .contains(
                        "[\"H1\",\"H1@example.org\",\"Held H1\",\"${customer.shoe} is missing\",\"spring.ftlh:17:4\"");
        assertThat(Files.readString(folder.resolve("data/000.js"))).contains("missing-value");
    }

    @Test
    void aFileOutsideTheFolderIsNotNamed() {
        for (String name : List.of(
                "../a.html", "/etc/passwd", "a//b", "a/./b", "javascript:alert(1)", "a\\b", "", "a\u0000b", "a\nb")) {
            assertThatThrownBy(() -> new Written(name, "a.txt", "a.eml")).isInstanceOf(IllegalStateException.class);
        }
        assertThat(new Written("mails/a b&c.html", "a.txt", "a.eml").html()).isEqualTo("mails/a b&c.html");
    }

    private String first(String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(index);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
