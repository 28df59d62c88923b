package org.personalize.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Campaign.Images;
import org.personalize.render.CampaignLinks.Marks;

/** Links and pictures as a mail must carry them. */
class AddressesTest {

    private static final String OURS = "utm_source=news&utm_medium=email&utm_campaign=spring";
    private static final Marks NO_MARKS = new Marks(Map.of(), "only", "");

    @TempDir
    Path folder;

    private Pictures pictures;

    @BeforeEach
    void aFolderOfPictures() throws IOException {
        Files.createDirectories(folder.resolve("images/sub"));
        Files.writeString(folder.resolve("images/tent.jpg"), "x");
        Files.writeString(folder.resolve("images/sub/ü b.jpg"), "x");
        Files.writeString(folder.resolve("secret.jpg"), "x");
        pictures = new Pictures(new Images(folder.resolve("images"), "https://cdn.example/m/"));
    }

    private CampaignLinks links() {
        Campaign campaign = new SmallShop(folder)
                .withCampaign("template:", "links: {utm: true}\ntemplate:")
                .run()
                .campaign();
        return new CampaignLinks(campaign);
    }

    @Test
    void webLinksAreMarkedAndFragmentsStayLast() {
        var links = links();

        assertThat(links.tracked("https://a.example/", NO_MARKS)).isEqualTo("https://a.example/?" + OURS);
        assertThat(links.tracked("https://a.example/?b=1", NO_MARKS)).isEqualTo("https://a.example/?b=1&" + OURS);
        assertThat(links.tracked("https://a.example/?", NO_MARKS)).isEqualTo("https://a.example/?" + OURS);
        assertThat(links.tracked("https://a.example/#top", NO_MARKS)).isEqualTo("https://a.example/?" + OURS + "#top");
        assertThat(links.tracked("http://a.example", new Marks(Map.of("http://a.example", "hero/1"), "only", "")))
                .isEqualTo("http://a.example?" + OURS + "&utm_content=hero/1");
    }

    @Test
    void whatTheAuthorWroteStays() {
        assertThat(links().tracked("https://a.example/?utm_source=mine&x=1", NO_MARKS))
                .isEqualTo("https://a.example/?utm_source=mine&x=1&utm_medium=email&utm_campaign=spring");
    }

    @Test
    void otherAddressesAreLeftAlone() {
        for (String target : new String[] {"mailto:a@b.example?subject=x", "tel:+44", "#top", "", "/shop"}) {
            assertThat(links().tracked(target, NO_MARKS)).isEqualTo(target);
        }
    }

    @Test
    void aLocalPictureGetsItsPublicAddress() {
        assertThat(pictures.mailed("tent.jpg")).isEqualTo("https://cdn.example/m/tent.jpg");
        assertThat(pictures.mailed("images/tent.jpg")).isEqualTo("https://cdn.example/m/tent.jpg");
        assertThat(pictures.mailed("./sub/ü b.jpg")).isEqualTo("https://cdn.example/m/sub/%C3%BC%20b.jpg");
        assertThat(pictures.mailed("https://b.example/tent.jpg")).isEqualTo("https://b.example/tent.jpg");
    }

    @Test
    void aPictureOutsideItsFolderIsNeverNamed() {
        assertThat(pictures.mailed("../secret.jpg")).isEqualTo("../secret.jpg");
        assertThat(pictures.localFile("../secret.jpg")).isNull();
        assertThat(pictures.localFile("https://cdn.example/m/../secret.jpg")).isNull();
        assertThat(pictures.localFile("https://cdn.example/m/%2e%2e/secret.jpg"))
                .isNull();
        assertThat(pictures.localFile("a\u0000b")).isNull();
    }

    @Test
    void aPreviewShowsTheLocalFileAgain() {
        String html = "<img src=\"https://cdn.example/m/sub/%C3%BC%20b.jpg\"><img src='https://b.example/x.jpg'>";

        assertThat(pictures.previewed(html, file -> "shown/" + file.getFileName()))
                .isEqualTo("<img src=\"shown/ü b.jpg\"><img src='https://b.example/x.jpg'>");
    }

    @Test
    void withoutAPublicPlaceASourceStays() {
        assertThat(new Pictures(new Images(null, null)).mailed("tent.jpg")).isEqualTo("tent.jpg");
        assertThat(Pictures.isLocal("tent.jpg")).isTrue();
        assertThat(Pictures.isLocal("data:image/png;base64,x")).isTrue();
        assertThat(Pictures.isLocal("cid:1")).isTrue();
        assertThat(Pictures.isLocal("HTTPS://a.example/b.png")).isFalse();
    }

    @Test
    void onlyTargetsAndSourcesAreRewritten() {
        String html =
                "<p title=\"href=x\">a</p><a class='c' href='x'>x</a><a href=x>x</a><a name=\"x\"></a><img alt=\">\" src=\"y\">";

        assertThat(rewritten(html, t -> t + "&\"'", s -> s + "!"))
                .isEqualTo(
                        "<p title=\"href=x\">a</p><a class='c' href='x&amp;&quot;&#39;'>x</a><a href=x>x</a><a name=\"x\"></a>"
                                + "<img alt=\">\" src=\"y!\">");
        assertThat(rewritten(html, t -> t, s -> s)).isSameAs(html);
    }

    @Test
    void aTargetIsReadWithItsEntitiesDecoded() {
        assertThat(rewritten("<a href=\"a?b=1&amp;c=2\">x</a>", t -> t.equals("a?b=1&c=2") ? "ok" : "no", s -> s))
                .isEqualTo("<a href=\"ok\">x</a>");
    }

    private static String rewritten(String html, UnaryOperator<String> target, UnaryOperator<String> source) {
        return Rewriting.of(Page.of(html), new KnownText(), target, source).html();
    }
}
