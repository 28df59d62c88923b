package org.personalize.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The mail that went out in eighteen months: a digest every other Tuesday, and six sales. */
final class Post {

    static final LocalDate FROM = LocalDate.of(2025, 5, 1);
    static final LocalDate TO = LocalDate.of(2026, 10, 31);
    /** The share of mail that left between 9 and 11 in the morning, because it always had. */
    static final double MORNING = 0.85;

    private final List<Mailing> mailings = new ArrayList<>();

    Post(Shop shop, Dice dice) {
        for (LocalDate day = LocalDate.of(2025, 5, 6); day.isBefore(TO.minusDays(3)); day = day.plusDays(14)) {
            int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            add(String.format(Locale.ROOT, "digest-%d-w%02d", day.getYear(), week), day, 2, 4, 1, shop, dice);
        }
        add("summer-sale-2025", LocalDate.of(2025, 7, 3), 0, 8, 1.5, shop, dice);
        add("autumn-sale-2025", LocalDate.of(2025, 10, 9), 0, 8, 1.3, shop, dice);
        add("black-week-2025", LocalDate.of(2025, 11, 27), 0, 8, 1.7, shop, dice);
        add("new-year-2026", LocalDate.of(2026, 1, 8), 0, 8, 1.2, shop, dice);
        add("spring-sale-2026", LocalDate.of(2026, 3, 19), 0, 8, 1.6, shop, dice);
        add("summer-sale-2026", LocalDate.of(2026, 7, 2), 0, 8, 1.5, shop, dice);
        mailings.sort(Comparator.comparing(Mailing::day));
    }

    List<Mailing> mailings() {
        return mailings;
    }

    private void add(String campaign, LocalDate day, int stories, int things, double pull, Shop shop, Dice dice) {
        List<Good> goods = new ArrayList<>();
        Dice own = dice.fork(campaign);
        List<Good> shelf = shop.goods();
        double[] weights = new double[shelf.size()];
        for (int i = 0; i < weights.length; i++) {
            Good good = shelf.get(i);
            weights[i] = good.appeal() * good.category().season(day.getMonthValue());
        }
        while (goods.size() < stories + things) {
            Good good = shelf.get(own.weighted(weights));
            long storiesSoFar = goods.stream().filter(Good::isStory).count();
            boolean isWanted = good.isStory() ? storiesSoFar < stories : goods.size() - storiesSoFar < things;
            if (isWanted && !goods.contains(good)) {
                goods.add(good);
            }
        }
        mailings.add(new Mailing(campaign, day, List.copyOf(goods), pull));
    }

    /** The local time at which a mail left. */
    static LocalTime hour(Dice dice) {
        int hour = dice.chance(MORNING) ? 9 + dice.below(2) : 7 + dice.below(14);
        return LocalTime.of(hour, dice.below(60), dice.below(60));
    }
}
