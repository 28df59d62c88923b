package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of previews: what it finds, what it draws, and what it never does. */
class GalleryListBrowserTest extends GalleryInBrowser {

    private static final String CARDS = "document.querySelectorAll('.card').length";
    private static final String FRAMES = "document.querySelectorAll('.thumb iframe').length";

    @Test
    void asksNothingOfANetworkAndRunsNoScriptOfAMail() {
        browser.until(FRAMES + " > 4");
        openMail(3);
        browser.until("document.querySelector('.device iframe')");
        click("[data-switch=part-source]");
        browser.until("document.querySelector('.words pre')");

        assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.startsWith("file:"));
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.read("document.querySelectorAll('script:not([type])').length"))
                .isEqualTo("1");
    }

    @Test
    void theScriptThatDoesNotRunInTheGalleryRunsWhereItMay() {
        browser.open(folder.resolve("small/0001.html").toUri().toString());
        browser.until("document.body.id === 'ran'");

        assertThat(browser.requests()).anyMatch(address -> address.startsWith("http://127.0.0.1:9/"));
    }

    @Test
    void aMailInAThumbnailShowsButDoesNotRun() {
        browser.until(FRAMES + " > 4");
        browser.until(
                "[...document.querySelectorAll('.thumb iframe')].every(frame => frame.getAttribute('sandbox') === 'allow-same-origin')");

        assertThat(browser.inFrame("0001.html", "document.querySelector('p').textContent + document.body.id"))
                .isEqualTo("Mail 1");
    }

    @Test
    void hostileNamesAreShownAsTheyAre() {
        assertThat(
                        browser.read(
                                "[...document.querySelectorAll('.card-who bdi')].map(who => who.textContent).find(who => who.startsWith('<'))"))
                .isEqualTo(GallerySample.HOSTILE);
        assertThat(
                        browser.read(
                                "[...document.querySelectorAll('.finding bdi')].map(message => message.textContent).find(message => message.startsWith('<'))"))
                .isEqualTo(GallerySample.HOSTILE.replace('\u0000', '\uFFFD'));
        openMail(3);

        assertThat(browser.read(HEADING)).isEqualTo(GallerySample.HOSTILE);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMenuShowsAllItSaysOnAPhone() {
        for (int width : new int[] {390, 360, 320}) {
            browser.size(width, 800);
            open("small", "");
            assertThat(browser.read("""
                            [...document.querySelectorAll('.tools select')]
                                .filter(select => select.offsetParent)
                                .filter(select => {
                                    const pen = document.createElement('canvas').getContext('2d');
                                    pen.font = getComputedStyle(select).font;
                                    const arrowAndEdges = 36;
                                    const words = pen.measureText(select.options[0].text).width;
                                    return words + arrowAndEdges > select.clientWidth;
                                })
                                .map(select => select.options[0].text).join()
                            """)).as("at %d pixels", width).isEmpty();
        }
    }

    @Test
    void searchesNameAddressIdAndSubject() {
        search("person 0004");
        assertThat(subjects()).isEqualTo("Subject 4");
        search("P7@EXAMPLE");
        assertThat(subjects()).isEqualTo("Subject 7");
        search("id/3");
        assertThat(subjects()).isEqualTo("Subject 3");
        search("subject 11");
        assertThat(subjects()).isEqualTo("Subject 11");
        search("nobody");
        assertThat(browser.read("document.querySelector('.nothing').textContent"))
                .contains("No preview answers to that.");
        click(".nothing .link");
        assertThat(browser.read(FOUND)).isEqualTo("12 mails");
    }

    @Test
    void filtersWithCountsOfWhatEachChoiceWouldLeave() {
        choose("by-language", "=de");
        assertThat(browser.read(FOUND)).isEqualTo("6 of 12 mails");
        assertThat(browser.read("[...document.getElementById('by-variant').options].map(option => option.text).join()"))
                .isEqualTo("All variants,picked (4),plain (2)");
        choose("by-variant", "=plain");
        assertThat(browser.read(FOUND)).isEqualTo("2 of 12 mails");
        click("#reset");
        choose("by-country", "=");
        assertThat(browser.read(FOUND)).isEqualTo("3 of 12 mails");
        click("#reset");
        choose("by-group", "=plain mail");
        assertThat(browser.read(FOUND)).isEqualTo("2 of 12 mails");
        assertThat(browser.read("document.getElementById('by-segment').hidden")).isEqualTo("true");
    }

    @Test
    void findsTheEdgeCasesAndTheMailsOfAFinding() {
        click(".case[data-name='empty slot']");
        assertThat(subjects()).isEqualTo("Subject 9");
        assertThat(browser.read("document.activeElement.dataset.name")).isEqualTo("empty slot");
        click("#reset");
        click("[data-rule=missing-alt]");
        assertThat(subjects()).isEqualTo("Subject 5");
        assertThat(browser.read("document.querySelector('[data-rule=long-subject]')"))
                .isEqualTo("null");
    }

    @Test
    void sorts() {
        assertThat(subjects()).startsWith("Subject 5,Subject 3,Subject 9,Subject 0");
        choose("order", "size");
        assertThat(subjects()).startsWith("Subject 11,Subject 10");
        choose("order", "time");
        assertThat(subjects()).startsWith("Subject 0,Subject 1");
        choose("order", "name");
        assertThat(subjects()).startsWith("Subject 3,Subject 0");
        choose("order", "warnings");
        assertThat(subjects()).startsWith("Subject 5");
    }

    @Test
    void nothingIsWiderThanAPhone() {
        for (int width : new int[] {375, 320}) {
            browser.size(width, 800);
            open("small", "");
            assertThat(
                            browser.read(
                                    "innerWidth - document.documentElement.clientWidth < 20 && document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("at %d pixels", width)
                    .isEqualTo("true");
            openMail(3);
            assertThat(browser.read("document.getElementById('mail').scrollWidth <= innerWidth"))
                    .as("at %d pixels", width)
                    .isEqualTo("true");
        }
    }

    @Test
    void remembersTheThemeThatWasChosen() {
        click("#theme");
        click("#theme");
        assertThat(browser.read("getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo("dark");
        open("small", "");
        assertThat(browser.read("document.getElementById('theme').textContent")).isEqualTo("Theme: dark");
        click("#theme");
    }

    @Test
    void thousandsOfMailsMakeFewCardsAndFewFrames() throws IOException {
        Path large = folder.resolve("large");
        Gallery.write(large, GallerySample.summary(2000), GallerySample.write(large, 2000));
        open("large", "");
        browser.until(FRAMES + " > 0");
        assertThat(browser.read(FOUND)).isEqualTo("2,000 mails");
        assertThat(Integer.parseInt(browser.read(CARDS))).isLessThanOrEqualTo(96);

        for (int page = 0; page < 10; page++) {
            String before = browser.read(CARDS);
            browser.read("scrollTo(0, document.documentElement.scrollHeight)");
            browser.until(CARDS + " > " + before);
            browser.until(
                    "[...document.querySelectorAll('.thumb iframe')].some(frame => frame.getBoundingClientRect().bottom > 0)");
        }
        assertThat(Integer.parseInt(browser.read(CARDS))).isGreaterThan(300);
        assertThat(Integer.parseInt(browser.read(FRAMES))).isBetween(1, 50);
        assertThat(browser.requests()).noneMatch(address -> address.contains("/data/"));

        search("person 1234");
        assertThat(browser.read(CARDS)).isEqualTo("1");
        openMail(1234);
        assertThat(browser.read(HEADING)).isEqualTo("Person 1234");
        assertThat(browser.requests().stream().filter(address -> address.contains("/data/")))
                .hasSize(1);
    }

    @Test
    void whoeverIsHeldCanBeFilteredAndOpened() throws IOException {
        Path some = folder.resolve("held");
        List<GalleryEntry> entries = new ArrayList<>(GallerySample.write(some, 4));
        entries.add(GallerySample.held("H1"));
        Gallery.write(some, GallerySample.summary(4), entries);
        open("held", "");

        assertThat(browser.read(FOUND)).isEqualTo("5 people");
        browser.read("document.querySelector('[data-name=held]').click()");
        assertThat(browser.read(FOUND)).isEqualTo("1 of 5 people");
        assertThat(subjects()).isEqualTo("${customer.shoe} is missing");
        browser.read("location.hash = '#H1'");
        browser.until("document.querySelector('.stage')");

        assertThat(browser.read("document.querySelector('.stage').textContent"))
                .contains("Held: no mail came out", "spring.ftlh:17:4");
        assertThat(browser.read("document.querySelectorAll('.stage iframe, .mail-bar .switch').length"))
                .isEqualTo("0");
        assertThat(browser.complaints()).isEmpty();
    }
}
