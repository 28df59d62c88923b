package org.personalize.sample;

import java.util.List;

/** One landscape for each story, in the order of {@link Stories}. */
final class StoryPictures {

    private static final List<Palette> LIGHTS = List.of(
            Palette.DAWN,
            Palette.LAKE,
            Palette.MOSS,
            Palette.FOREST,
            Palette.HEATHER,
            Palette.ICE,
            Palette.NIGHT,
            Palette.DAWN,
            Palette.LAKE,
            Palette.DESERT,
            Palette.FOREST,
            Palette.MOSS,
            Palette.NIGHT,
            Palette.NIGHT,
            Palette.LAKE,
            Palette.HEATHER,
            Palette.DESERT,
            Palette.DAWN,
            Palette.MOSS,
            Palette.NIGHT);

    private StoryPictures() {}

    static void draw(Sketch sketch, int number, Dice dice) {
        Palette light = LIGHTS.get(number);
        boolean isNight = light.equals(Palette.NIGHT);
        Scenery.country(sketch, light, dice);
        if (isNight) {
            Scenery.stars(sketch, 0xfdf6d8, 230, 90, dice);
        }
        switch (number) {
            case 0, 10 -> walkers(sketch, light, dice);
            case 1 -> rain(sketch, light, dice);
            case 2 -> hut(sketch, light, dice);
            case 3 -> packing(sketch, light);
            case 18 -> washing(sketch, light);
            case 4, 5 -> lake(sketch, light, dice);
            case 6, 13, 19 -> camp(sketch, light, number, dice);
            case 7 -> Journeys.train(sketch, light);
            case 8 -> Journeys.clouds(sketch, dice);
            case 9 -> cliff(sketch, light);
            case 12 -> sleeper(sketch, light, dice);
            case 15 -> ClimbingPictures.draw(sketch, 0, light.wearing(Palette.DAWN));
            case 11 -> worn(sketch, light);
            case 14 -> Journeys.coast(sketch, light, dice);
            case 16 -> Journeys.desert(sketch, light, dice);
            default -> Journeys.cranes(sketch, light);
        }
    }

    static void walker(Sketch sketch, double x, double foot, double size, int coat, int pack) {
        sketch.placed(
                x,
                foot,
                size,
                0,
                () -> sketch.line(Palette.INK, 7, "M -3 -30 L -9 0")
                        .line(Palette.INK, 7, "M 3 -30 L 10 -1")
                        .box(pack, -20, -66, 18, 34, 7)
                        .box(coat, -10, -70, 20, 44, 9)
                        .oval(Palette.SKIN, 2, -80, 9, 10)
                        .fill(pack, "M -9 -82 Q 2 -98 12 -82 Z")
                        .line(coat, 6, "M 6 -60 L 20 -42")
                        .line(Palette.WOOD, 3, "M 20 -52 L 26 0"));
    }

    static void walkers(Sketch sketch, Palette light, Dice dice) {
        sketch.fill(
                light.sun(),
                "M 292 450 C 330 410 260 396 306 372 C 340 356 316 346 318 338 L 322 338 C 326 348 362 354 336 378 C 300 402 390 412 360 450 Z");
        Scenery.pines(sketch, light.tree(), 384, 130, 7, dice);
        walker(sketch, 250, 398, 1.1, light.main(), light.bright());
        walker(sketch, 190, 410, 1.2, light.bright(), light.second());
    }

    private static void rain(Sketch sketch, Palette light, Dice dice) {
        Scenery.cloud(sketch, 0x7f98a6, 170, 96, 110);
        Scenery.cloud(sketch, 0x93aab6, 430, 84, 130);
        sketch.fill(light.bright(), "M 170 392 C 196 300 250 258 304 256 C 360 258 412 300 438 392 Z")
                .shade(-0.14, "M 304 256 C 360 258 412 300 438 392 L 340 392 C 338 330 326 290 304 256 Z");
        sketch.fill(light.second(), "M 262 392 C 270 340 284 296 304 256 C 324 296 336 340 340 392 Z")
                .fill(Palette.LAMPLIGHT, "M 284 392 C 288 350 296 326 304 310 C 312 330 318 356 320 392 Z");
        for (int i = 0; i < 60; i++) {
            double x = dice.between(0, 600);
            double y = dice.between(100, 430);
            sketch.line(0xe4f1f6, 2, "M %f %f L %f %f", x, y, x - 5, y + 18);
        }
    }

    private static void hut(Sketch sketch, Palette light, Dice dice) {
        Scenery.pines(sketch, light.tree(), 380, 120, 6, dice);
        sketch.shadeOval(-0.18, 316, 388, 130, 12);
        sketch.box(Palette.BARK, 348, 226, 24, 60, 2)
                .box(Palette.WOOD, 226, 292, 180, 94, 3)
                .shadeBox(-0.14, 340, 292, 66, 94, 2);
        for (int i = 0; i < 5; i++) {
            sketch.line(Palette.BARK, 2, "M 228 %d L 404 %d", 306 + i * 17, 306 + i * 17);
        }
        sketch.fill(light.bright(), "M 200 300 L 316 214 L 432 300 L 418 310 L 316 236 L 214 310 Z")
                .fill(0x7a4d31, "M 222 304 L 316 236 L 410 304 Z");
        sketch.box(Palette.LAMPLIGHT, 248, 318, 40, 34, 3)
                .line(Palette.BARK, 3, "M 268 318 L 268 352")
                .box(0x4b2f1f, 320, 322, 40, 64, 3)
                .oval(light.bright(), 352, 356, 3, 3);
        sketch.line(Palette.WHITE, 8, "M 360 216 C 340 190 384 176 364 148 C 352 130 372 118 380 108");
        walker(sketch, 150, 408, 0.9, light.bright(), light.second());
        walker(sketch, 186, 404, 0.6, light.main(), light.bright());
        walker(sketch, 118, 412, 0.55, light.near(), light.bright());
    }

    private static void washing(Sketch sketch, Palette light) {
        sketch.line(Palette.WOOD, 10, "M 84 400 L 84 150")
                .line(Palette.WOOD, 10, "M 516 400 L 516 150")
                .line(Palette.CREAM, 3, "M 84 172 Q 300 214 516 172");
        sketch.placed(60, 166, 0.34, -2, () -> JacketPictures.draw(sketch, 4, light.wearing(Palette.DAWN)));
        sketch.placed(200, 172, 0.34, 0, () -> JacketPictures.draw(sketch, 0, light.wearing(Palette.LAKE)));
        sketch.placed(336, 166, 0.34, 2, () -> JacketPictures.draw(sketch, 3, light.wearing(Palette.DESERT)));
        sketch.placed(186, 292, 0.3, 0, () -> BootPictures.draw(sketch, 0, Palette.DESERT));
    }

    private static void packing(Sketch sketch, Palette light) {
        sketch.placed(76, 66, 0.82, 0, () -> PackPictures.draw(sketch, 0, light.wearing(Palette.DESERT)));
        sketch.placed(-10, 234, 0.44, 0, () -> KitchenPictures.draw(sketch, 4, light.wearing(Palette.LAKE)));
        sketch.placed(344, 174, 0.58, 0, () -> KitchenPictures.draw(sketch, 5, light.wearing(Palette.DAWN)));
        sketch.placed(
                424,
                396,
                1,
                -8,
                () -> sketch.box(Palette.CREAM, 0, 0, 76, 44, 3)
                        .fill(0xbcd8a8, "M 4 40 L 28 14 L 44 40 Z")
                        .line(0xd9573f, 3, "M 8 10 Q 40 4 46 22 Q 50 36 70 34"));
    }

    private static void sleeper(Sketch sketch, Palette light, Dice dice) {
        Scenery.pines(sketch, 0x0d1730, 384, 150, 8, dice);
        sketch.placed(62, 92, 0.8, 0, () -> SleepingPictures.draw(sketch, 1, light.wearing(Palette.DAWN)));
        sketch.oval(Palette.SKIN, 166, 366, 19, 20)
                .fill(0x6b4127, "M 146 366 Q 148 342 168 344 Q 186 346 186 360 Q 166 350 146 366 Z");
        sketch.line(Palette.INK, 2, "M 158 370 Q 162 374 166 370").line(Palette.INK, 2, "M 172 370 Q 176 374 180 370");
        Scenery.fire(sketch, 508, 424, 0.8);
    }

    private static void lake(Sketch sketch, Palette light, Dice dice) {
        sketch.fill(light.middle(), "M 0 330 Q 300 318 600 330 L 600 450 L 0 450 Z")
                .shade(0.2, "M 0 330 Q 300 318 600 330 L 600 352 Q 300 344 0 352 Z");
        for (int i = 0; i < 14; i++) {
            double x = dice.between(0, 560);
            double y = dice.between(352, 440);
            sketch.line(light.sun(), 2, "M %f %f L %f %f", x, y, x + dice.between(16, 50), y);
        }
        Scenery.pines(sketch, light.tree(), 338, 110, 8, dice);
        if (light.equals(Palette.ICE)) {
            sketch.oval(Palette.SKIN, 306, 372, 15, 16)
                    .fill(light.main(), "M 290 368 Q 306 346 322 368 Z")
                    .oval(light.main(), 306, 352, 6, 6);
            sketch.line(Palette.SKIN, 8, "M 284 396 Q 262 380 250 392")
                    .line(Palette.SKIN, 8, "M 328 396 Q 350 378 364 390")
                    .ring(light.sun(), 2, 306, 394, 70, 12)
                    .ring(light.sun(), 2, 306, 396, 104, 20);
        } else {
            sketch.fill(Palette.WOOD, "M 190 384 L 330 384 Q 322 410 294 410 L 226 410 Q 198 410 190 384 Z")
                    .line(Palette.BARK, 4, "M 190 384 L 330 384");
            walker(sketch, 248, 392, 0.8, light.bright(), light.main());
        }
    }

    private static void camp(Sketch sketch, Palette light, int number, Dice dice) {
        boolean isWinter = number == 13;
        if (isWinter) {
            sketch.fill(0xdfe9f5, "M 0 366 Q 300 330 600 360 L 600 450 L 0 450 Z");
        }
        Scenery.pines(sketch, 0x0d1730, 384, 150, 8, dice);
        if (number == 6) {
            Scenery.fire(sketch, 300, 404, 1.2);
            sketch.line(Palette.STEEL, 5, "M 214 410 L 300 240 L 386 410")
                    .line(Palette.STEEL, 4, "M 300 240 L 300 276")
                    .box(0x2b3140, 262, 276, 76, 48, 14)
                    .box(0x454d60, 256, 270, 88, 12, 6);
            walker(sketch, 170, 424, 1.1, Palette.DAWN.main(), Palette.LAKE.main());
            return;
        }
        if (number == 19) {
            for (int i = 0; i < 140; i++) {
                double x = dice.between(0, 600);
                double r = dice.between(0.6, 1.7);
                sketch.oval(0xfdf6d8, x, 210 - x * 0.28 + dice.normal(0, 26), r, r);
            }
        }
        double at = 280;
        sketch.placed(at - 180, 150, 0.6, 0, () -> {
            sketch.fill(light.main(), "M 128 400 C 160 262 230 192 300 190 C 372 192 440 262 472 400 Z")
                    .shade(0.22, "M 236 400 C 246 306 270 240 300 190 C 324 240 344 306 352 400 Z")
                    .shade(-0.2, "M 300 190 C 372 192 440 262 472 400 L 356 400 C 350 300 330 236 300 190 Z");
            sketch.fill(0xfff0b8, "M 262 400 C 268 330 284 282 300 256 C 318 290 330 340 334 400 Z");
        });
        sketch.shadeOval(0.08, at, 392, 170, 16);
        walker(sketch, at + 150, 412, 0.95, Palette.DAWN.main(), Palette.LAKE.main());
    }

    private static void cliff(Sketch sketch, Palette light) {
        sketch.fill(light.near(), "M 600 20 L 470 40 L 436 130 L 452 200 L 398 262 L 412 340 L 366 450 L 600 450 Z")
                .shade(-0.14, "M 600 20 L 540 60 L 528 180 L 470 280 L 480 450 L 600 450 Z")
                .shade(0.12, "M 470 40 L 436 130 L 452 200 L 470 150 Z");
        sketch.line(Palette.STEEL, 3, "M 462 46 L 428 132 L 444 202 L 390 264 L 404 342 L 356 450");
        for (int i = 0; i < 6; i++) {
            sketch.line(
                    Palette.INK, 4, "M %f %f L %f %f", 398 + i * 9.0, 330 - i * 46.0, 422 + i * 9.0, 326 - i * 46.0);
        }
        sketch.oval(light.bright(), 398, 196, 17, 16)
                .oval(Palette.SKIN, 404, 206, 10, 10)
                .box(light.main(), 378, 214, 32, 52, 12)
                .line(light.main(), 10, "M 400 224 L 432 190")
                .line(light.main(), 10, "M 386 230 L 424 246")
                .line(Palette.INK, 11, "M 388 260 L 410 300")
                .line(Palette.INK, 11, "M 396 258 L 432 276");
        sketch.line(light.bright(), 4, "M 392 262 C 340 330 330 380 300 450");
    }

    private static void worn(Sketch sketch, Palette light) {
        sketch.box(Palette.WOOD, 60, 384, 480, 22, 4).shadeBox(-0.2, 60, 396, 480, 10, 3);
        sketch.placed(70, 120, 0.68, 0, () -> BootPictures.draw(sketch, 3, Palette.DESERT));
        sketch.placed(232, 120, 0.68, 0, () -> BootPictures.draw(sketch, 3, Palette.DESERT));
        sketch.box(light.bright(), 486, 340, 40, 44, 8)
                .box(Palette.CREAM, 486, 352, 40, 18, 1)
                .box(light.second(), 482, 332, 48, 12, 4);
    }
}
