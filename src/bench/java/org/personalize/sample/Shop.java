package org.personalize.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything on the shelves: 130 things to buy and 20 stories to read. */
final class Shop {

    private static final int WORDS = 3;

    private final List<Good> goods;

    Shop(Dice dice) {
        List<Good> all = new ArrayList<>();
        for (Category category : Category.values()) {
            if (category == Category.STORY) {
                addStories(all, dice.fork("stories"));
            } else {
                addThings(all, category, dice.fork(category.id));
            }
        }
        goods = List.copyOf(all);
    }

    List<Good> goods() {
        return goods;
    }

    List<Good> of(Category category) {
        return goods.stream().filter(good -> good.category() == category).toList();
    }

    private static void addThings(List<Good> all, Category category, Dice dice) {
        int number = 1;
        for (String line : Assortment.of(category).lines().toList()) {
            String[] cells = line.split("\\|", -1);
            String[] models = cells[8].split(",", -1);
            for (int model = 0; model < models.length; model++) {
                int price = price(Integer.parseInt(cells[7]), model, dice);
                all.add(new Good(
                        id(category, number++),
                        category,
                        titles(cells, models[model]),
                        List.of(cells).subList(WORDS, 2 * WORDS),
                        List.of(cells[6].split(",", -1)),
                        price,
                        dice.chance(0.3) ? sale(price, dice) : 0,
                        !dice.chance(0.07),
                        appeal(dice)));
            }
        }
    }

    private static void addStories(List<Good> all, Dice dice) {
        int number = 1;
        for (String line : Stories.ALL.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            List<String> words = List.of(cells);
            all.add(new Good(
                    id(Category.STORY, number++),
                    Category.STORY,
                    words.subList(0, WORDS),
                    words.subList(WORDS, 2 * WORDS),
                    List.of(cells[6].split(",", -1)),
                    0,
                    0,
                    true,
                    appeal(dice)));
        }
    }

    private static String id(Category category, int number) {
        return String.format(Locale.ROOT, "%s-%02d", category.id, number);
    }

    /** English and German put the model first, French puts it last. */
    private static List<String> titles(String[] cells, String model) {
        return List.of(model + " " + cells[0], model + " " + cells[1], cells[2] + " " + model);
    }

    /** The second model of a kind is the better and dearer one; prices end in 95 cents or in nothing. */
    private static int price(int euros, int model, Dice dice) {
        int better = model == 0 ? euros : (int) (euros * dice.between(1.15, 1.5));
        return dice.chance(0.4) && better < 150 ? better * 100 + 95 : better * 100;
    }

    private static int sale(int price, Dice dice) {
        int euros = (int) (price * dice.between(0.68, 0.85) / 100);
        return euros * 100;
    }

    /** A few things draw many people and many draw few. */
    private static double appeal(Dice dice) {
        return StrictMath.exp(dice.normal(0, 0.7));
    }
}
