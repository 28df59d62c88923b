package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gallery as a marketer uses it: in a real browser, from disk. */
@Tag("browser")
class GalleryBrowserTest {

    private static final int LEFT = 37;
    private static final int RIGHT = 39;
    private static final int ESCAPE = 27;
    private static final String CARDS = "document.querySelectorAll('.card').length";
    private static final String FRAMES = "document.querySelectorAll('.thumb iframe').length";
    private static final String HEADING = "document.querySelector('#mail-name')?.textContent";
    private static final String FOUND = "document.getElementById('found').textContent";

    @TempDir
    static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void writeGallery() throws IOException {
        Gallery.write(
                folder.resolve("small"), GallerySample.summary(12), GallerySample.write(folder.resolve("small"), 12));
        Gallery.write(
                folder.resolve("large"),
                GallerySample.summary(2000),
                GallerySample.write(folder.resolve("large"), 2000));
        browser = new Chromium();
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        browser.close();
    }

    @BeforeEach
    void openGallery() {
        browser.size(1400, 1000);
        open("small", "");
    }

    private static void open(String gallery, String hash) {
        browser.open(folder.resolve(gallery).resolve("index.html").toUri() + hash);
        browser.until("document.querySelector('.card')");
    }

    private static void openMail(int person) {
        browser.read("location.hash = '#' + encodeURIComponent(" + Chromium.quoted(GallerySample.id(person)) + ")");
        browser.until("document.querySelector('.stage')");
    }

    private static void search(String text) {
        browser.read("(search => { search.value = " + Chromium.quoted(text)
                + "; search.dispatchEvent(new Event('input')); })(document.getElementById('search'))");
    }

    private static void choose(String select, String option) {
        browser.read("(select => { select.value = " + Chromium.quoted(option)
                + "; select.dispatchEvent(new Event('change')); })(document.getElementById('" + select + "'))");
    }

    private static void click(String selector) {
        browser.read("document.querySelector(" + Chromium.quoted(selector) + ").click()");
    }

    private static String subjects() {
        return browser.read("[...document.querySelectorAll('.card-subject')].map(card => card.textContent).join()");
    }

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
        openMail(3);

        assertThat(browser.read(HEADING)).isEqualTo(GallerySample.HOSTILE);
        assertThat(browser.read("document.querySelector('.finding bdi').textContent"))
                .isEqualTo("A picture has no alt text.");
        assertThat(browser.read("document.querySelectorAll('main b:not([class])').length"))
                .isNotEqualTo("0");
        assertThat(browser.complaints()).isEmpty();
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
    void tellsWhyThisPersonGetsThisNow() {
        openMail(5);

        assertThat(browser.read("document.querySelector('.aside').innerText"))
                .contains("No alt text", "missing-alt", "spring.ftlh:4:2")
                .contains("Mon 2 Mar, 12:00", "2026-03-02 11:00 UTC", "Mostly awake at 12")
                .contains("picks", "Tent 5", "popular")
                .contains("C5", "p5@example.org", "Below the 102 KB that Gmail shows.");
        openMail(9);
        browser.until(HEADING + " === 'Person 0009'");
        assertThat(browser.read("document.querySelector('.slot').innerText")).contains("Nothing fitted");
        openMail(7);
        browser.until(HEADING + " === 'Person 0007'");
        assertThat(browser.read("document.querySelector('.aside').innerText"))
                .contains("Gmail hides what comes after 102 KB");
    }

    @Test
    void showsTextHeadersAndSource() {
        openMail(1);
        click("[data-switch=part-text]");
        browser.until("document.querySelector('.words')?.textContent.includes('Hello in text 1')");
        click("[data-switch=part-headers]");
        browser.until("document.querySelector('.headers')");
        assertThat(
                        browser.read(
                                "[...document.querySelectorAll('.headers tr')].map(row => row.innerText.trim().replace(/\\s+/g, ' ')).join('|')"))
                .isEqualTo("Subject Grüße 1|List-Unsubscribe <https://a.example/u>, <mailto:u@a.example>");
        click("[data-switch=part-source]");
        browser.until("document.querySelector('.words pre')?.textContent.includes('body of source 1')");
        click("[data-switch=part-mail]");
        browser.until("document.querySelector('.device iframe')");
    }

    @Test
    void showsAMailAsAPhoneAndInDarkMode() {
        openMail(1);
        click("[data-switch=width-phone]");
        browser.until("document.querySelector('.device iframe')?.clientWidth === 375");
        click("[data-switch=width-desktop]");
        browser.until("document.querySelector('.device iframe')?.clientWidth >= 600");
        click("[data-switch=look-dark]");
        browser.until("document.querySelector('.frame.dark iframe')");
        browser.read("document.getElementById('list').replaceChildren()");

        assertThat(browser.inFrame("0001.html", "getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(1, 2, 3)");
        assertThat(browser.read("document.getElementById('toast').textContent")).isEmpty();
    }

    @Test
    void isWalkedThroughByKeyboard() {
        choose("order", "time");
        click(".card a");
        browser.until(HEADING + " === 'Person 0000'");
        browser.press("ArrowRight", RIGHT);
        browser.until(HEADING + " === 'Person 0001'");
        browser.press("ArrowLeft", LEFT);
        browser.until(HEADING + " === 'Person 0000'");
        browser.press("ArrowLeft", LEFT);
        browser.press("ArrowRight", RIGHT);
        browser.until(HEADING + " === 'Person 0001'");
        browser.press("Escape", ESCAPE);
        browser.until("!document.getElementById('mail').open");

        assertThat(browser.read("document.activeElement.textContent")).isEqualTo("Subject 1");
        assertThat(browser.read("location.hash")).isEmpty();
    }

    @Test
    void anAddressLeadsToOneMail() {
        open("small", "#C11");
        browser.until(HEADING + " === 'Person 0011'");
        open("small", "#id%2F3%20%22%3C%C3%BC%3E");
        browser.until(HEADING + "?.startsWith('</script>')");
        open("small", "#gone");
        browser.until("document.getElementById('toast').textContent.includes('No preview of “gone”')");
    }

    @Test
    void aLinkInAMailDoesNotLeaveTheGallery() {
        openMail(1);
        browser.read("document.getElementById('list').replaceChildren()");
        browser.inFrame("0001.html", "document.getElementById('out').click()");
        browser.until("document.getElementById('toast').textContent.startsWith('Links do not open in here')");
        browser.until("document.querySelector('.device iframe')?.src.endsWith('0001.html')");

        assertThat(browser.requests()).allMatch(address -> address.startsWith("file:"));
    }

    @Test
    void nothingIsWiderThanAPhone() {
        browser.size(375, 800);
        open("small", "");
        assertThat(
                        browser.read(
                                "innerWidth - document.documentElement.clientWidth < 20 && document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
        openMail(3);
        assertThat(browser.read("document.getElementById('mail').scrollWidth <= innerWidth"))
                .isEqualTo("true");
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
    void thousandsOfMailsMakeFewCardsAndFewFrames() {
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
    void everyControlHasANameAndEveryPartALandmark() {
        openMail(1);
        assertThat(
                        browser.read(
                                "[...document.querySelectorAll('button, select, input, a, iframe')].filter(control => !control.closest('[aria-hidden]') && !(control.textContent.trim() || control.ariaLabel || control.title)).map(control => control.outerHTML).join()"))
                .isEmpty();
        assertThat(
                        browser.read(
                                "['header', 'main', 'footer', '[role=search]', 'aside'].every(part => document.querySelector(part))"))
                .isEqualTo("true");
        assertThat(browser.read("document.activeElement.id")).isEqualTo("mail-name");
    }
}
