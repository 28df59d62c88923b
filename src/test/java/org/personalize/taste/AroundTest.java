package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.measure.Work;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** A shop that ten new people find every day: those of one country mostly buy even items, those of another odd ones. */
class AroundTest {

    private static final int DAYS = 100;
    private static final int NEW_EACH_DAY = 10;
    private static final int BUYERS = DAYS * NEW_EACH_DAY;
    private static final int ITEMS = 40;
    private static final long SEED = 11;
    private static final List<String> COUNTRIES = List.of("FR", "DE", "AT");
    private static final Instant FIRST = Log.NOW.minus(Duration.ofDays(DAYS));
    private static final int CUT = (int) (Log.NOW.getEpochSecond() / 60);

    private final SmallCatalog items = new SmallCatalog();
    private final SmallAudience people = new SmallAudience();
    private final int german = BUYERS;
    private final int french = BUYERS + 1;
    private final int stranger = BUYERS + 2;
    private final History history;

    AroundTest() {
        IntStream.range(0, ITEMS).forEach(item -> items.add("i" + item, null));
        IntStream.range(0, BUYERS)
                .forEach(person -> people.add("p" + person).with("country", COUNTRIES.get(person % 3)));
        people.add("german").with("country", "DE");
        people.add("french").with("country", "FR");
        people.add("stranger");
        history = new Log(people, items).of(purchases());
    }

    private static String[] purchases() {
        var random = new Random(SEED);
        List<String> lines = new ArrayList<>();
        for (int person = 0; person < BUYERS; person++) {
            for (int basket = 0; basket < 2; basket++) {
                int[] oddInTen = {9, 1, 5};
                int item = 2 * (int) (ITEMS / 2 * random.nextDouble() * random.nextDouble());
                item += random.nextInt(10) < oddInTen[person % 3] ? 1 : 0;
                Instant when = FIRST.plus(Duration.ofDays(person / NEW_EACH_DAY))
                        .plusSeconds(40_000L * basket + random.nextInt(40_000));
                lines.add("p" + person + ";purchase;" + when + ";i" + item + ";;;;");
            }
        }
        return lines.toArray(String[]::new);
    }

    private Taste taste(Set<String> protectedColumns) {
        TasteModel model = TasteTraining.train(people, items, history, protectedColumns, Log.NOW, Work.ofSeconds(1))
                .model();
        return new Taste(model, people, items, history, new Interests(people, items), Log.NOW);
    }

    private static int[] top(Taste taste, int person) {
        return taste.top(person, 5, item -> true);
    }

    private Wants wants() {
        return Wants.of(people, history, new Categories(items));
    }

    @Test
    void newcomersAreShownWhatIsWantedInTheirCountry() {
        Taste taste = taste(Set.of());
        assertThat(IntStream.of(top(taste, german))).as("seed %d", SEED).allMatch(item -> item % 2 == 0);
        assertThat(IntStream.of(top(taste, french))).as("seed %d", SEED).allMatch(item -> item % 2 == 1);
        var scores = new double[ITEMS];
        taste.score(stranger, scores);
        assertThat(scores).containsExactly(taste.popular());
    }

    /** One thing that somebody bought says less than where they live. */
    @Test
    void theirCountrySpeaksForThoseWhoBoughtSomethingToo() {
        Taste taste = taste(Set.of());
        int buyer = BUYERS - 4;
        assertThat(people.customer(buyer).text("country")).isEqualTo("FR");
        assertThat(taste.story(buyer, top(taste, french)[0]).contributions())
                .extracting(ItemStory.Contribution::component)
                .contains(Reason.AROUND.words());
    }

    @Test
    void aProtectedCountryTellsNewcomersApartInNothing() {
        Taste taste = taste(Set.of("country"));
        assertThat(top(taste, german)).containsExactly(top(taste, stranger));
        assertThat(top(taste, french)).containsExactly(top(taste, stranger));
    }

    @Test
    void whatSpeaksForAnItemAddsUpToItsScoreForNewcomersToo() {
        Taste taste = taste(Set.of());
        for (int item = 0; item < ITEMS; item++) {
            ItemStory story = taste.story(french, item);
            double sum = story.contributions().stream()
                    .mapToDouble(ItemStory.Contribution::logOdds)
                    .sum();
            assertThat(sum).as("item %d", item).isCloseTo(taste.score(french, item), within(1e-9));
        }
        assertThat(taste.story(french, top(taste, french)[0]).contributions())
                .extracting(ItemStory.Contribution::component)
                .contains(Reason.AROUND.words());
    }

    @Test
    void whatACountryWantsIsAsMuchAsWhatEverybodyWantsOnlySharedOutOtherwise() {
        Wants wants = wants();
        Kin around = Around.of(wants, CUT, Homes.of(people, Set.of()), ITEMS);
        double[] everybody = Fashion.popular(wants, CUT, ITEMS, 30);
        double all =
                IntStream.range(0, ITEMS).mapToDouble(item -> everybody[item]).sum();
        for (int home = 0; home < COUNTRIES.size(); home++) {
            double sum = 0;
            for (int link = around.from(home); link < around.to(home); link++) {
                sum += everybody[around.other(link)] / all * Math.exp(around.strength(link));
            }
            assertThat(sum).as("seed %d, home %d", SEED, home).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void theCountryOfMostIsWhatEverybodyIs() {
        IntStream.range(0, BUYERS)
                .filter(person -> person % 3 == 2)
                .forEach(person -> people.people.get(person).with("country", "DE"));
        Homes homes = Homes.of(people, Set.of());
        Kin around = Around.of(wants(), CUT, homes, ITEMS);
        assertThat(around.to(homes.of(german)) - around.from(homes.of(german))).isZero();
        assertThat(around.to(homes.of(french)) - around.from(homes.of(french))).isEqualTo(ITEMS);
    }

    @Test
    void whoseCountryIsNotKnownOrWhoDoesNotAllowItLivesNowhere() {
        people.withoutPersonalization(german);
        Homes homes = Homes.of(people, Set.of());
        assertThat(homes.size()).isEqualTo(COUNTRIES.size());
        assertThat(homes.of(german)).isEqualTo(Homes.NOWHERE);
        assertThat(homes.of(stranger)).isEqualTo(Homes.NOWHERE);
        assertThat(homes.people(homes.of(french))).contains(0, 3, french).doesNotContain(1, german);
        assertThat(Homes.of(people, Set.of("country")).size()).isZero();
    }

    @Test
    void oneCountryOrAColumnThatHoldsSomethingElseTellsNobodyApart() {
        var neighbours = new SmallAudience();
        var travellers = new SmallAudience();
        for (int person = 0; person < 1_000; person++) {
            neighbours.add("p" + person).with("country", "DE");
            travellers.add("p" + person).with("country", "house " + person);
        }
        assertThat(Homes.of(neighbours, Set.of()).size()).isZero();
        assertThat(Homes.of(travellers, Set.of()).size()).isZero();
    }
}
