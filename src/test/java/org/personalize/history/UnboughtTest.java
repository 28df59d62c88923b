package org.personalize.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.personalize.template.Fields;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class UnboughtTest {

    private final SmallAudience people = SmallAudience.of("ann", "bob");
    private final SmallCatalog items = SmallCatalog.of("tent", "rope", "gift");

    private History history(String... rows) {
        return new Log(people, items).of(rows);
    }

    private List<String> left(Kind kind, String... rows) {
        List<String> ids = new ArrayList<>();
        for (int item : Unbought.items(history(rows), 0, kind, Log.NOW)) {
            ids.add(items.item(item).id());
        }
        return ids;
    }

    private @Nullable Object profile(String name, String... rows) {
        var scope = new PersonScope(people, items, history(rows), Log.NOW);
        return ((Fields) Objects.requireNonNull(scope.of(0).field("profile"))).field(name);
    }

    @Test
    void whatWasPutIntoTheCartLastComesFirstAndEachThingOnce() {
        assertThat(left(
                        Kind.CART,
                        "ann;cart;2026-03-01T08:00:00Z;tent;;;;",
                        "ann;cart;2026-03-01T09:00:00Z;rope;;;;",
                        "ann;view;2026-03-01T10:00:00Z;gift;;;;",
                        "ann;cart;2026-03-01T11:00:00Z;tent;;;;",
                        "ann;cart;2026-03-01T12:00:00Z;;;;;",
                        "bob;cart;2026-03-01T13:00:00Z;gift;;;;"))
                .containsExactly("tent", "rope");
        assertThat(left(Kind.VIEW, "ann;view;2026-03-01T10:00:00Z;gift;;;;")).containsExactly("gift");
    }

    @Test
    void anOrderEndsTheCartAlsoOneThatWasGivenBack() {
        String[] rows = {
            "ann;cart;2026-03-01T08:00:00Z;tent;;;;",
            "ann;cart;2026-03-01T08:01:00Z;rope;;;;",
            "ann;purchase;2026-03-01T08:05:00Z;tent;90;o1;;",
            "ann;refund;2026-03-01T20:00:00Z;tent;90;o1;;",
            "ann;cart;2026-03-02T05:59:59Z;gift;;;;"
        };
        assertThat(left(Kind.CART, rows)).containsExactly("gift");
        assertThat(profile("hours_since_cart", rows)).isEqualTo(3L);
        assertThat(profile("hours_since_view", rows)).isNull();
        assertThat(left(Kind.CART, "ann;cart;2026-03-01;tent;;;;", "ann;purchase;2026-03-01;rope;9;o1;;"))
                .as("where only the day is known")
                .isEmpty();
    }

    @Test
    void whatIsAMonthAgoIsForgottenAndWhatIsToComeIsNotKnown() {
        assertThat(left(
                        Kind.CART,
                        "ann;cart;2026-01-31T09:00:00Z;tent;;;;",
                        "ann;cart;2026-01-31T09:00:01Z;rope;;;;",
                        "ann;cart;2026-03-02T09:00:00Z;gift;;;;"))
                .containsExactly("gift", "rope");
        History later = history("ann;cart;2026-03-02T08:59:59Z;tent;;;;", "ann;cart;2026-03-02T09:00:00Z;rope;;;;");
        assertThat(Unbought.items(later, 0, Kind.CART, Log.NOW.minusSeconds(1))).containsExactly(0);
    }

    @Test
    void aProfileIsMissingForWhoeverRefusesOne() {
        people.withoutPersonalization(0);
        assertThat(profile("hours_since_cart", "ann;cart;2026-03-02T08:00:00Z;tent;;;;"))
                .isNull();
    }

    /** Against a walk forwards that empties the cart at each order. */
    @Test
    void aCartIsWhatAWalkThroughTheLogLeavesInIt() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<String> rows = new ArrayList<>();
            Set<String> cart = new LinkedHashSet<>();
            Instant at = Log.NOW.minus(Duration.ofDays(36));
            while (at.isBefore(Log.NOW)) {
                String item = List.of("tent", "rope", "gift").get(random.nextInt(3));
                String event = List.of("cart", "cart", "view", "purchase").get(random.nextInt(4));
                rows.add("ann;%s;%s;%s;;o%d;;".formatted(event, at, item, rows.size()));
                boolean isRemembered = at.isAfter(Log.NOW.minus(Duration.ofDays(30)));
                if (event.equals("purchase")) {
                    cart.clear();
                } else if (event.equals("cart") && isRemembered) {
                    cart.add(item);
                }
                at = at.plus(Duration.ofHours(1 + random.nextInt(200)));
            }
            assertThat(left(Kind.CART, rows.toArray(String[]::new)))
                    .as("seed 5, round %d", round)
                    .containsExactlyInAnyOrderElementsOf(cart);
        }
    }
}
