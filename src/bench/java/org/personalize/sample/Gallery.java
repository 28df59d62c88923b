package org.personalize.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Draws the picture of every item, a banner for every campaign, and the sign over the door. */
final class Gallery {

    private static final double WIDTH = 600;
    private static final double HEIGHT = 450;
    private static final float QUALITY = 0.72f;
    private static final int MOST_BYTES = 24_000;

    private Gallery() {}

    static void draw(Path folder, Shop shop, Dice dice) throws IOException {
        Files.createDirectories(folder);
        for (Category category : Category.values()) {
            List<Good> shelf = shop.of(category);
            for (int i = 0; i < shelf.size(); i++) {
                Sketch sketch = new Sketch(WIDTH, HEIGHT, 1);
                Dice own = dice.fork(shelf.get(i).id());
                draw(sketch, category, i, own);
                sketch.saveJpeg(folder.resolve(shelf.get(i).picture()), QUALITY, MOST_BYTES);
            }
        }
        Banners.draw(folder, dice.fork("banners"));
    }

    /** Every kind of thing has two models: the same shape in other colours before another light. */
    private static void draw(Sketch sketch, Category category, int number, Dice dice) {
        if (category == Category.STORY) {
            StoryPictures.draw(sketch, number, dice);
            return;
        }
        int kind = number / 2;
        Palette light = palette(number + category.ordinal() * 2);
        Palette wear = palette(number * 3 + category.ordinal() * 3 + 1);
        Palette palette = light.wearing(wear.equals(light) ? palette(number * 3 + category.ordinal() * 3 + 3) : wear);
        if (category == Category.TENT) {
            TentPictures.draw(sketch, kind, palette, dice);
            return;
        }
        Scenery.studio(sketch, palette, dice);
        switch (category) {
            case PACK -> PackPictures.draw(sketch, kind, palette);
            case BOOT -> BootPictures.draw(sketch, kind, palette);
            case JACKET -> JacketPictures.draw(sketch, kind, palette);
            case SLEEPING -> SleepingPictures.draw(sketch, kind, palette);
            case KITCHEN -> KitchenPictures.draw(sketch, kind, palette);
            case CLIMBING -> ClimbingPictures.draw(sketch, kind, palette);
            case TENT, STORY -> throw new IllegalStateException("drawn above");
        }
    }

    private static Palette palette(int number) {
        return Palette.DAYLIGHT.get(Math.floorMod(number, Palette.DAYLIGHT.size()));
    }
}
