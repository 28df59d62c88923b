package org.personalize.sample;

/** Pictures for the stories that go far: by rail and wheel, to the coast, the desert and the clouds. */
final class Journeys {

    private Journeys() {}

    static void train(Sketch sketch, Palette light) {
        sketch.fill(0x6d5a63, "M 0 392 L 600 372 L 600 384 L 0 404 Z");
        for (int i = 0; i < 9; i++) {
            sketch.box(0x5a4a55, 20 + i * 68, 396 - i * 2.3, 26, 54, 3);
        }
        for (int i = 0; i < 4; i++) {
            double x = 40 + i * 136;
            double y = 300 - i * 4.5;
            sketch.placed(x, y, 1, -1.9, () -> {
                sketch.box(light.main(), 0, 0, 130, 84, 12)
                        .box(Palette.CREAM, 0, 22, 130, 30, 2)
                        .shadeBox(-0.15, 0, 60, 130, 24, 10);
                for (int w = 0; w < 4; w++) {
                    sketch.box(0xffe2a0, 10 + w * 29, 26, 22, 22, 4);
                }
                sketch.oval(Palette.INK, 28, 88, 11, 11).oval(Palette.INK, 102, 88, 11, 11);
            });
        }
    }

    static void clouds(Sketch sketch, Dice dice) {
        for (int i = 0; i < 6; i++) {
            Scenery.cloud(sketch, 0xffffff, 60 + i * 100, dice.between(50, 190), dice.between(40, 86));
        }
        StoryPictures.walker(sketch, 300, 404, 1.3, Palette.DAWN.main(), Palette.FOREST.main());
        sketch.line(0xf1c7a2, 6, "M 308 326 L 330 296");
    }

    static void coast(Sketch sketch, Palette light, Dice dice) {
        sketch.fill(0x4f94b4, "M 0 300 L 600 300 L 600 450 L 0 450 Z")
                .shade(0.18, "M 0 300 L 600 300 L 600 322 L 0 322 Z");
        for (int i = 0; i < 12; i++) {
            double x = dice.between(240, 580);
            double y = dice.between(316, 430);
            sketch.line(
                    0xffffff, 2, Scenery.path("M %f %f q", x, y).replace(" q", Scenery.path(" L %f %f", x + 26, y)));
        }
        sketch.fill(0x8fae52, "M 0 230 Q 120 214 210 250 Q 262 282 250 330 Q 300 380 270 450 L 0 450 Z")
                .fill(
                        0xe9dcc0,
                        "M 210 250 Q 262 282 250 330 Q 300 380 270 450 L 318 450 Q 340 380 284 330 Q 290 276 210 250 Z");
        sketch.box(0xffffff, 96, 150, 34, 90, 4)
                .box(0xd9573f, 96, 172, 34, 20, 1)
                .box(0xd9573f, 96, 212, 34, 20, 1)
                .box(Palette.INK, 92, 142, 42, 12, 3)
                .box(0xffe2a0, 102, 122, 22, 22, 3)
                .fill(0xd9573f, "M 96 124 L 113 104 L 130 124 Z");
        Scenery.flowers(sketch, 0xf2c230, 300, 440, 3, dice);
        for (int[] bird : new int[][] {{360, 120, 18}, {420, 90, 14}, {470, 140, 16}, {320, 170, 12}}) {
            sketch.line(
                    0xffffff,
                    4,
                    Scenery.path(
                            "M %d %d Q %d %d %d %d Q %d %d %d %d",
                            bird[0] - bird[2],
                            bird[1],
                            bird[0] - bird[2] / 2,
                            bird[1] - bird[2] / 2,
                            bird[0],
                            bird[1],
                            bird[0] + bird[2] / 2,
                            bird[1] - bird[2] / 2,
                            bird[0] + bird[2],
                            bird[1]));
        }
        StoryPictures.walker(sketch, 176, 300, 0.8, Palette.DAWN.main(), light.second());
    }

    static void desert(Sketch sketch, Palette light, Dice dice) {
        sketch.fill(light.middle(), "M 60 330 L 76 214 L 92 206 L 214 206 L 228 216 L 246 330 Z")
                .shade(-0.12, "M 170 206 L 214 206 L 228 216 L 246 330 L 186 330 Z");
        sketch.line(0x5f8f4e, 24, "M 440 388 L 440 250")
                .line(0x5f8f4e, 17, "M 440 330 Q 402 334 400 290")
                .line(0x5f8f4e, 17, "M 440 310 Q 480 312 480 272");
        sketch.oval(0xe45f8a, 440, 238, 10, 8).oval(0xe45f8a, 400, 280, 8, 7).oval(0xe45f8a, 480, 262, 8, 7);
        Scenery.flowers(sketch, 0xe45f8a, 372, 440, 60, dice);
    }

    static void cranes(Sketch sketch, Palette light) {
        for (int i = 0; i < 9; i++) {
            double x = 300 + (i % 2 == 0 ? 1 : -1) * 30.0 * ((i + 1) / 2);
            double y = 110 + 20.0 * ((i + 1) / 2);
            sketch.line(
                            light.second(),
                            5,
                            Scenery.path(
                                    "M %f %f Q %f %f %f %f Q %f %f %f %f",
                                    x - 20, y - 6, x - 8, y - 10, x, y, x + 8, y - 10, x + 20, y - 6))
                    .line(light.second(), 3, Scenery.path("M %f %f L %f %f", x, y - 16, x, y + 10));
        }
        sketch.ring(Palette.INK, 5, 246, 384, 30, 30)
                .ring(Palette.INK, 5, 344, 384, 30, 30)
                .line(light.main(), 6, "M 246 384 L 268 334 L 322 334 L 286 384 Z")
                .line(light.main(), 5, "M 268 334 L 286 384")
                .line(light.main(), 5, "M 344 384 L 320 322")
                .line(Palette.INK, 5, "M 256 322 L 278 322")
                .line(Palette.INK, 5, "M 318 322 L 338 318");
        sketch.line(Palette.INK, 9, "M 268 318 L 300 344 L 288 380")
                .line(light.bright(), 20, "M 266 310 L 300 272")
                .line(light.bright(), 7, "M 300 276 L 330 314")
                .oval(0xf1c7a2, 312, 254, 13, 14)
                .fill(light.second(), "M 296 252 Q 310 230 330 250 Z");
    }
}
