package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Shift;

/** What is said of data that cannot be used as it is. */
class ReadingNotesTest extends InTheShop {

    private String said(String... words) {
        assertThat(terminal.type(words)).as(terminal.err()).isZero();
        return (terminal.out() + terminal.err()).replaceAll("\\s+", " ");
    }

    @Test
    void anItemWhoseStockOrDateNobodyUnderstandsIsSaidToBeKeptBack() throws IOException {
        shop.write("items.csv", """
                item_id,title,price,in_stock,available_from,url
                i1,Tent,some,yes,,https://shop.example/i1
                i2,Boots,89,yes,,https://shop.example/i2
                i3,Rope,49,maybe,,https://shop.example/i3
                i4,Stove,39,perhaps,nonsense,https://shop.example/i4
                """);
        assertThat(said("plan", "spring.yaml", "--dry-run"))
                .contains("2 cells of the items' in_stock cannot be read and keep their items from being offered.")
                .contains("1 cell of the items' available_from cannot be read and keeps its item from being offered.")
                .contains("1 cell of the items' price cannot be read and counts as blank.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check spring.yaml", "plan spring.yaml --dry-run", "train spring.yaml --budget 5s"})
    void aWeightForAnEventThatNobodyEverDidIsTold(String line) throws IOException {
        shop.write("spring.yaml", shop.read("spring.yaml") + "signals: {purchse: 3}\n");
        assertThat(said(line.split(" ", -1)))
                .contains("signals gives a weight to purchse, and no event is called that; did you mean purchase, which"
                        + " weighs nothing now?");
    }

    @Test
    void eventsOfAShopsOwnNamesAndUsualOnesThatAreMissingAreNoMistake() throws IOException {
        shop.write("events.csv", shop.read("events.csv") + "c1,wished,2026-02-11T18:00:00Z,i2,\n");
        shop.write(
                "spring.yaml",
                shop.read("spring.yaml") + "signals: {purchase: 3, cart: 2, Wished: 1, machine: 1, wish: 2}\n");
        assertThat(said("plan", "spring.yaml", "--dry-run"))
                .contains("signals gives a weight to wish, and no event is called that; did you mean wished?")
                .doesNotContain("weight to Wished", "weight to cart", "weight to machine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "days_since(customer.seen) > 1; 2 people have text and no date in customer.seen: not in the audience.",
                "!clicked('spring'); 1 person does not allow personalization, which clicked() needs: not in the audience.",
                "!clicked('spring'); 1 person does not allow tracking, which clicked() needs: not in the audience.",
                "profile.top_categories[0] == 'x';"
                        + " 1 person does not allow personalization, which profile.top_categories needs: not in the audience.",
                "bought_since('2026-02-28') || customer.shoe > 1; 1 person has no customer.shoe: not in the audience."
            })
    void whoLeavesTheAudienceWithoutAnAnswerIsSaidToLackOrToRefuseIt(String where, String sentence) throws IOException {
        shop.write("customers.csv", """
                customer_id,email,opt_in,seen,shoe,watched,profiled
                c1,ann@one.example,yes,lately,40,yes,no
                c2,bert@two.example,yes,long ago,41,no,yes
                c3,cleo@three.example,yes,2026-01-05,,yes,yes
                """);
        shop.change(
                "spring.yaml",
                "{consent: opt_in}",
                "{consent: opt_in, tracking_consent: watched, personalization_consent: profiled, where: \"" + where
                        + "\"}");
        assertThat(said("plan", "spring.yaml", "--dry-run")).contains(sentence);
    }

    /** As after a run whose clock was set ahead. */
    @Test
    void mailsOfOurOwnThatWentOutLaterAreNotToldAsEventsOfTheFuture() throws Exception {
        said("plan", "spring.yaml");
        Instant later = Terminal.NOW.plus(Duration.ofDays(2));
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString());
                Shift shift = ledger.begin(new Edition("spring", ""), "test", "here", later)) {
            Claim claim = shift.claim("c1", later, Caps.NONE).get(0);
            shift.commit(List.of(new Entry.Finish(claim)), later, Caps.NONE);
            shift.commit(List.of(new Entry.Accepted(claim, "250 ok", null)), later, Caps.NONE);
        }
        assertThat(said("plan", "spring.yaml", "--dry-run"))
                .doesNotContain("in the future")
                .contains("1 mail of the ledger went out more than a day later than this run's clock;"
                        + " nothing is learned from it.");
        shop.write("events.csv", shop.read("events.csv") + "c1,click,2027-02-11T18:00:00Z,i2,\n");
        assertThat(said("plan", "spring.yaml", "--dry-run"))
                .contains("1 event lies in the future and is not used.", "1 mail of the ledger");
    }
}
