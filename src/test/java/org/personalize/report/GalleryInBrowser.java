package org.personalize.report;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A gallery of twelve mails, opened from disk in a real browser, and the hands of whoever looks through it. */
@Tag("browser")
abstract class GalleryInBrowser {

    static final String HEADING = "document.querySelector('#mail-name')?.textContent";
    static final String FOUND = "document.getElementById('found').textContent";

    @TempDir
    static Path folder;

    static Chromium browser;

    @BeforeAll
    static void writeGallery() throws IOException {
        Path small = folder.resolve("small");
        Gallery.write(small, GallerySample.summary(12), GallerySample.write(small, 12));
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

    static void open(String gallery, String hash) {
        browser.open(folder.resolve(gallery).resolve("index.html").toUri() + hash);
        browser.until("document.querySelector('.card')");
    }

    static void openMail(int person) {
        browser.read("location.hash = '#' + encodeURIComponent(" + Chromium.quoted(GallerySample.id(person)) + ")");
        browser.until("document.querySelector('.stage')");
    }

    static void search(String text) {
        browser.read("(search => { search.value = " + Chromium.quoted(text)
                + "; search.dispatchEvent(new Event('input')); })(document.getElementById('search'))");
    }

    static void choose(String select, String option) {
        browser.read("(select => { select.value = " + Chromium.quoted(option)
                + "; select.dispatchEvent(new Event('change')); })(document.getElementById('" + select + "'))");
    }

    static void click(String selector) {
        browser.read("document.querySelector(" + Chromium.quoted(selector) + ").click()");
    }

    static String subjects() {
        return browser.read("[...document.querySelectorAll('.card-subject')].map(card => card.textContent).join()");
    }
}
