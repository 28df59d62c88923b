package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a report in a real browser: sorted, saved, on a phone, in the dark. */
@Tag("browser")
class ReportPageBrowserTest {

    private static final String ITEMS = "table[data-table$=by-item]";
    private static final String OPEN_ALL = "document.querySelectorAll('details').forEach(folded => folded.open = true)";

    /** Every text whose colour stands out too little from what is painted below it. */
    private static final String FAINT = """
            (() => {
              const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
              const rgba = (colour) => {
                canvas.clearRect(0, 0, 1, 1);
                canvas.fillStyle = colour;
                canvas.fillRect(0, 0, 1, 1);
                return [...canvas.getImageData(0, 0, 1, 1).data];
              };
              const light = (colour) => {
                const [r, g, b] = colour.map((part) => part / 255).map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const below = (element) => {
                for (let at = element; at; at = at.parentElement) {
                  const colour = rgba(getComputedStyle(at).backgroundColor);
                  if (colour[3] === 255) return colour;
                }
                return [255, 255, 255, 255];
              };
              const texts = [...document.body.querySelectorAll("*")].filter((element) =>
                [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()) && element.getClientRects().length
                  && !element.closest(".visually-hidden, title, script, .skip"));
              const faint = texts.filter((element) => {
                const style = getComputedStyle(element);
                const [a, b] = [light(rgba(element instanceof SVGElement ? style.fill : style.color)), light(below(element))];
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
              });
              return texts.length < 100 ? "no texts" : faint.map((element) => element.textContent).join("|").slice(0, 300);
            })()""";

    /** Tables that are wider than their place. */
    private static final String BEYOND = """
            [...document.querySelectorAll("table")]
              .filter((table) => table.scrollWidth > table.parentElement.clientWidth)
              .map((table) => table.dataset.table + " " + table.scrollWidth + " in " + table.parentElement.clientWidth).join("|")""";

    @TempDir
    static Path folder;

    static Chromium browser;

    @BeforeAll
    static void writePages() throws IOException {
        CampaignReport spring =
                SomeReports.spring().with(Optional.of(SomeInsights.whatIf()), Optional.of(SomeInsights.health()));
        ReportPage.write(folder.resolve("spring.html"), spring, "0.1.0");
        ReportPage.write(folder.resolve("odd.html"), OddReport.report(), "0.1.0");
        browser = new Chromium();
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        browser.close();
    }

    @BeforeEach
    void openOdd() {
        browser.size(1400, 1000);
        open("odd");
    }

    private static void open(String page) {
        browser.open(folder.resolve(page + ".html").toUri().toString());
        browser.until("document.querySelector('.table-tools')");
    }

    private static String firstCells(int column) {
        return browser.read("[...document.querySelector('" + ITEMS + "').tBodies[0].rows].slice(0, 3)"
                + ".map(row => row.cells[" + column + "].dataset.order).join()");
    }

    private static void sortBy(int column) {
        browser.read("document.querySelector('" + ITEMS + "').tHead.rows[0].cells[" + column + "].firstChild.click()");
    }

    @Test
    void asksNothingOfANetworkAndRunsNoScriptOfAName() {
        browser.read(OPEN_ALL);
        assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.startsWith("file:"));
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.read("document.querySelector('h1 bdi').textContent")).isEqualTo(OddReport.HOSTILE);
    }

    @Test
    void sortsByNumbersAndByWordsBothWays() {
        sortBy(3);
        assertThat(firstCells(2)).isEqualTo("7607,7614,7621");
        sortBy(3);
        assertThat(firstCells(2)).isEqualTo("9000,8993,8986");
        assertThat(browser.read("document.querySelector('" + ITEMS + " [aria-sort]').ariaSort"))
                .isEqualTo("ascending");
        sortBy(0);
        assertThat(firstCells(0))
                .isEqualTo("<img src=x onerror=alert(1)>\u202Egpj.\"'&</script>," + OddReport.FORMULA + ",item 4");
        assertThat(browser.read("document.querySelectorAll('" + ITEMS + " [aria-sort]').length"))
                .isEqualTo("1");
    }

    @Test
    void aRowWithoutAFigureStaysLastWhicheverWayOthersAreSorted() {
        String people = "document.querySelector('table[data-table$=variants]')";
        for (int click = 0; click < 2; click++) {
            browser.read(people + ".tHead.rows[0].cells[1].firstChild.click()");
            assertThat(browser.read("[..." + people + ".tBodies[0].rows].map(row => row.cells[1].textContent).join()"))
                    .isEqualTo("30,–fewer than 20");
        }
    }

    @Test
    void savesWhatIsShownInTheOrderInWhichItIsShown() {
        sortBy(3);
        browser.read("URL.createObjectURL = (blob) => { window.saved = blob; return '#'; }");
        browser.read(
                "document.querySelector('" + ITEMS + "').parentElement.querySelector('[aria-label^=Save]').click()");
        assertThat(browser.read("saved.text().then(text => text.split('\\n').length)"))
                .isEqualTo("202");
        assertThat(browser.read("saved.text().then(text => text.split('\\n').slice(0, 2).join('|'))"))
                .startsWith("item,people,mails,clicked,clicked_low,clicked_high,bought,")
                .contains("|item 199,7607,7607,0.026160,");
        assertThat(browser.read("saved.text().then(text => text.includes('\\n\"\\'=HYPERLINK'))"))
                .isEqualTo("true");
        assertThat(browser.read("saved.arrayBuffer().then(bytes => [...new Uint8Array(bytes)].slice(0, 3).join())"))
                .isEqualTo("239,187,191");
    }

    @Test
    void aLongTableIsUnfoldedWhenAsked() {
        browser.read(OPEN_ALL);
        String shown = "[...document.querySelector('" + ITEMS
                + "').tBodies[0].rows].filter(row => row.getClientRects().length).length";
        assertThat(browser.read(shown)).isEqualTo("15");
        browser.read("document.querySelector('" + ITEMS + "').parentElement.querySelector('[aria-expanded]').click()");
        assertThat(browser.read(shown)).isEqualTo("200");
        assertThat(browser.read("document.querySelector('" + ITEMS
                        + "').parentElement.querySelector('[aria-expanded]').textContent"))
                .isEqualTo("Show the first 15 rows");
    }

    @Test
    void nothingIsWiderThanAPhone() {
        browser.size(390, 844);
        for (String page : List.of("spring", "odd")) {
            open(page);
            browser.read(OPEN_ALL);
            assertThat(browser.read("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo("true");
            assertThat(browser.read("[...document.querySelectorAll('.panel *')].filter(element =>"
                            + " element.getClientRects().length && !element.closest('svg') && !element.matches('.visually-hidden')"
                            + " && element.getBoundingClientRect().right > innerWidth - 16)"
                            + ".map(element => element.className + element.textContent.slice(0, 40)).join('|')"))
                    .isEmpty();
        }
    }

    /** A scroll bar takes some of it, too. */
    @Test
    void nothingIsWiderThanTheSmallestWindow() {
        browser.size(320, 844);
        for (String page : List.of("spring", "odd")) {
            open(page);
            browser.read(OPEN_ALL);
            assertThat(browser.read("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(page)
                    .isEqualTo("0");
        }
    }

    /** Two panels beside each other are narrowest where they just have room. */
    @Test
    void noWindowIsTooNarrowForUnfoldedTables() {
        for (int width : new int[] {700, 800, 900, 940, 1000, 1040, 1100, 1180}) {
            browser.size(width, 900);
            for (String page : List.of("spring", "odd")) {
                open(page);
                browser.read(OPEN_ALL);
                assertThat(browser.read("document.documentElement.scrollWidth <= innerWidth"))
                        .as(page + " at " + width)
                        .isEqualTo("true");
                if (page.equals("spring")) {
                    // Figures of a shop have room; those of billions may scroll in their place.
                    assertThat(browser.read(BEYOND)).as("at " + width).isEmpty();
                }
            }
        }
    }

    @Test
    void everyTextStandsOutInLightAndDark() {
        open("spring");
        browser.read(OPEN_ALL);
        for (String theme : List.of("light", "dark")) {
            browser.read("document.documentElement.dataset.theme = '" + theme + "'");
            assertThat(browser.read(FAINT)).as(theme).isEmpty();
        }
    }

    @Test
    void everythingThatCanBePressedIsReachedByKeyboardAndHasAName() {
        browser.read(OPEN_ALL);
        assertThat(browser.read("[...document.querySelectorAll('button, summary, a[href]')].filter(element =>"
                        + " element.tabIndex < 0 || !(element.ariaLabel || element.textContent).trim()).length"))
                .isEqualTo("0");
        browser.read("document.querySelector('" + ITEMS + " .sort').focus()");
        browser.press("Tab", 9);
        assertThat(browser.read("document.activeElement.textContent")).isEqualTo("people");
    }
}
