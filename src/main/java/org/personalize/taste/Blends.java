package org.personalize.taste;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The blends of some recipes fitted to the same examples, each when it is asked for first. */
final class Blends {

    private final List<Recipe> recipes;
    private final Examples examples;
    private final Map<Integer, Blend> fitted = new HashMap<>();

    Blends(List<Recipe> recipes, Examples examples) {
        this.recipes = recipes;
        this.examples = examples;
    }

    Blend of(int recipe) {
        Blend known = fitted.get(recipe);
        if (known == null) {
            known = recipes.get(recipe).isMean() ? mean() : recipes.get(recipe).blend(examples);
            fitted.put(recipe, known);
        }
        return known;
    }

    private Blend mean() {
        return Blend.mean(IntStream.range(0, recipes.size())
                .filter(r -> !recipes.get(r).isBaseline() && !recipes.get(r).isMean())
                .mapToObj(this::of)
                .toList());
    }

    List<Blend> all() {
        return IntStream.range(0, recipes.size()).mapToObj(this::of).toList();
    }
}
