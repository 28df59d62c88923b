package org.personalize.sample;

import java.io.IOException;
import java.nio.file.Path;

/** The wide pictures at the head of the campaigns, and the sign of the shop. */
final class Banners {

    private static final double WIDTH = 1200;
    private static final double HEIGHT = 480;
    private static final float QUALITY = 0.74f;
    private static final int MOST_BYTES = 40_000;

    private Banners() {}

    static void draw(Path folder, Dice dice) throws IOException {
        spring(dice.fork("spring")).saveJpeg(folder.resolve("spring-sale.jpg"), QUALITY, MOST_BYTES);
        evening(dice.fork("evening")).saveJpeg(folder.resolve("weekly-digest.jpg"), QUALITY, MOST_BYTES);
        sunset(dice.fork("sunset")).saveJpeg(folder.resolve("win-back.jpg"), QUALITY, MOST_BYTES);
        logo().savePng(folder.resolve("logo.png"));
    }

    private static Sketch spring(Dice dice) {
        Sketch sketch = new Sketch(WIDTH, HEIGHT, 1);
        sketch.sky(0xbfe0ee, 0xf6f6e2).oval(0xfff3c4, 930, 110, 62, 62);
        Scenery.cloud(sketch, Palette.WHITE, 210, 96, 84);
        Scenery.cloud(sketch, Palette.WHITE, 640, 70, 60);
        Scenery.peaks(sketch, 0xa6c9d4, Palette.WHITE, 270, 150, dice);
        Scenery.ridge(sketch, 0x9cc49a, 290, 50, 7, dice);
        Scenery.ridge(sketch, 0x7fb174, 336, 40, 5, dice);
        Scenery.pines(sketch, 0x3f7a55, 366, 130, 14, dice);
        sketch.fill(0x93c267, "M 0 372 Q 600 322 1200 370 L 1200 480 L 0 480 Z")
                .shade(0.1, "M 0 372 Q 600 322 1200 370 L 1200 384 Q 600 338 0 386 Z");
        sketch.shadeOval(-0.14, 608, 420, 190, 14);
        sketch.placed(330, 62, 0.92, 0, () -> tent(sketch, Palette.DAWN));
        Scenery.flowers(sketch, 0xe45f8a, 396, 474, 130, dice);
        return sketch;
    }

    private static void tent(Sketch sketch, Palette palette) {
        sketch.fill(palette.main(), "M 128 388 C 160 262 230 192 300 190 C 372 192 440 262 472 388 Z");
        sketch.shade(-0.14, "M 300 190 C 372 192 440 262 472 388 L 356 388 C 350 300 330 236 300 190 Z")
                .shade(0.14, "M 128 388 C 160 262 230 192 300 190 C 250 236 206 300 190 388 Z");
        sketch.fill(palette.second(), "M 236 388 C 246 306 270 240 300 190 C 324 240 344 306 352 388 Z")
                .fill(Palette.LAMPLIGHT, "M 262 388 C 268 330 284 282 300 256 C 318 290 330 340 334 388 Z");
        sketch.line(palette.bright(), 3, "M 236 388 C 246 306 270 240 300 190 C 324 240 344 306 352 388")
                .line(palette.bright(), 3, "M 300 190 C 384 214 438 290 456 388")
                .line(palette.bright(), 3, "M 300 190 C 216 214 162 290 144 388");
    }

    private static Sketch evening(Dice dice) {
        Sketch sketch = new Sketch(WIDTH, HEIGHT, 1);
        sketch.sky(0x141f3d, 0x5a5f8f);
        Scenery.stars(sketch, 0xfdf6d8, 270, 170, dice);
        sketch.fill(0xfdf0cf, "M 252 62 C 176 62 172 148 246 148 C 258 148 268 144 276 136 C 222 138 216 76 252 62 Z");
        Scenery.peaks(sketch, 0x37477a, 0xc9d3ea, 300, 190, dice);
        Scenery.ridge(sketch, 0x283865, 330, 46, 7, dice);
        Scenery.pines(sketch, 0x17234a, 400, 170, 16, dice);
        sketch.fill(0x121b38, "M 0 396 Q 600 352 1200 392 L 1200 480 L 0 480 Z");
        sketch.shadeOval(0.05, 620, 412, 330, 66)
                .shadeOval(0.07, 620, 412, 220, 46)
                .shadeOval(0.1, 620, 412, 120, 28);
        Scenery.fire(sketch, 620, 422, 1.3);
        sketch.placed(270, 236, 0.5, 0, () -> tent(sketch, Palette.DESERT));
        sketch.line(Palette.BARK, 22, "M 700 436 L 820 424")
                .oval(0xa8744e, 820, 424, 8, 11)
                .line(0x5a3822, 22, "M 470 424 L 550 438");
        return sketch;
    }

    private static Sketch sunset(Dice dice) {
        Sketch sketch = new Sketch(WIDTH, HEIGHT, 1);
        sketch.sky(0xf2a07b, 0xfde3b5).oval(0xfff3d0, 690, 128, 70, 70);
        Scenery.peaks(sketch, 0xd98f86, 0xfff0dc, 290, 190, dice);
        Scenery.ridge(sketch, 0xb26a7c, 318, 60, 6, dice);
        Scenery.ridge(sketch, 0x84507a, 352, 44, 5, dice);
        sketch.fill(0x553a64, "M 0 388 Q 600 340 1200 384 L 1200 480 L 0 480 Z");
        sketch.fill(
                0xf9d9a6,
                "M 520 480 C 600 440 470 420 560 398 C 640 380 600 372 628 362 L 636 362 C 650 374 690 384 632 406 C 560 430 720 444 680 480 Z");
        Scenery.pines(sketch, 0x3a2a4c, 408, 150, 16, dice);
        return sketch;
    }

    /** A fern leaf before a hill, in a round. */
    private static Sketch logo() {
        Sketch sketch = Sketch.transparent(40, 40, 3);
        sketch.oval(0x1b6245, 20, 20, 20, 20)
                .within(
                        "M 0 0 L 40 0 L 40 40 L 0 40 Z",
                        () -> sketch.fill(
                                0x8fd6b0,
                                "M 4.2 31.5 Q 12 18 20 27 Q 28 20 35.8 31.5 Q 29 40 20 40 Q 11 40 4.2 31.5 Z"));
        sketch.line(0xfbf6ea, 1.6, "M 20 33 C 19 24 19 16 23 7");
        for (int i = 0; i < 4; i++) {
            double y = 28 - i * 4.2;
            double x = 19.6 + i * i * 0.13;
            double reach = 8.5 - i * 1.35;
            sketch.line(0xfbf6ea, 1.5, "M %f %f Q %f %f %f %f", x, y, x - reach * 0.6, y - 1, x - reach, y - 4)
                    .line(
                            0xfbf6ea,
                            1.5,
                            "M %f %f Q %f %f %f %f",
                            x,
                            y - 1,
                            x + reach * 0.6,
                            y - 2.5,
                            x + reach,
                            y - 5.5);
        }
        return sketch;
    }
}
