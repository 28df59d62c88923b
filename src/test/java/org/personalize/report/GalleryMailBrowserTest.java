package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One mail, opened: how it looks, what it is made of, and why this person gets it. */
class GalleryMailBrowserTest extends GalleryInBrowser {

    private static final int LEFT = 37;
    private static final int RIGHT = 39;
    private static final int ESCAPE = 27;

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
    void foldsTemplateCodeAway() {
        openMail(3);
        assertThat(browser.read("document.querySelector('.aside').innerText"))
                .contains("longest name", "The first to show 2 branches of the template")
                .doesNotContain("<#if a>");
        click(".aside summary");
        assertThat(browser.read("document.querySelector('.branches').innerText"))
                .isEqualTo("spring.ftlh:3:1 <#if a>\nspring.ftlh:9:1 <#else>");
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
    void aLongAddressPartsAtItsSigns() {
        openMail(1);
        String address = "[...document.querySelectorAll('.facts bdi')].find(fact => fact.textContent.includes('@'))";

        assertThat(browser.read(address + ".textContent")).isEqualTo("p1@example.org");
        assertThat(browser.read(address + ".innerHTML")).isEqualTo("p1<wbr>@example.<wbr>org");
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
