package org.personalize.sample;

/** What one sleeps in, on and under. */
final class SleepingPictures {

    private SleepingPictures() {}

    static void draw(Sketch sketch, int kind, Palette palette) {
        switch (kind) {
            case 0 -> bag(sketch, palette, false);
            case 1 -> bag(sketch, palette, true);
            case 2 -> mummy(sketch, palette);
            case 3 -> quilt(sketch, palette);
            case 4 -> mat(sketch, palette);
            case 5 -> foam(sketch, palette);
            case 6 -> childBag(sketch, palette);
            case 7 -> pillow(sketch, palette);
            default -> hammock(sketch, palette);
        }
    }

    /** Lying, with the top turned back. */
    private static void bag(Sketch sketch, Palette palette, boolean isThick) {
        double top = isThick ? 262 : 286;
        sketch.shadeOval(-0.2, 300, 392, 236, 14);
        String body = Scenery.path(
                "M 84 388 C 66 330 84 %f 130 %f L 430 %f C 500 %f 540 350 528 388 Z",
                top + 20, top, top + 26, top + 34);
        sketch.fill(palette.main(), body);
        sketch.within(body, () -> {
            for (int i = 0; i < 7; i++) {
                double x = 190 + i * 52;
                sketch.shade(
                        -0.16,
                        "M %f 240 Q %f 320 %f 400 L %f 400 Q %f 320 %f 240 Z",
                        x,
                        x + 16,
                        x,
                        x - 5,
                        x + 11,
                        x - 5);
                sketch.shade(
                        0.1,
                        "M %f 240 Q %f 320 %f 400 L %f 400 Q %f 320 %f 240 Z",
                        x + 4,
                        x + 20,
                        x + 4,
                        x + 20,
                        x + 36,
                        x + 20);
            }
            sketch.shade(-0.14, "M 60 360 Q 300 384 560 356 L 560 400 L 60 400 Z");
        });
        sketch.fill(
                palette.bright(),
                "M 130 %f C 176 %f 210 330 196 388 L 84 388 C 66 330 84 %f 130 %f Z",
                top,
                top,
                top + 20,
                top);
        sketch.shade(
                -0.1,
                "M 130 %f C 150 %f 160 330 150 388 L 84 388 C 66 330 84 %f 130 %f Z",
                top,
                top + 10,
                top + 20,
                top);
        sketch.box(Palette.CREAM, 88, 352, 96, 34, 16).shadeBox(-0.08, 88, 372, 96, 14, 7);
        sketch.line(palette.second(), 4, "M 196 388 C 210 330 176 %f 130 %f", top, top)
                .box(palette.second(), 440, 352, 46, 22, 4);
    }

    private static void mummy(Sketch sketch, Palette palette) {
        sketch.shadeOval(-0.2, 300, 402, 110, 12);
        String body =
                "M 300 62 C 372 62 404 130 396 200 C 392 280 368 350 352 398 Q 300 412 248 398 C 232 350 208 280 204 200 C 196 130 228 62 300 62 Z";
        sketch.fill(palette.main(), body);
        sketch.within(body, () -> {
            for (int i = 0; i < 6; i++) {
                double y = 216 + i * 34;
                sketch.shade(
                        -0.17,
                        "M 180 %f Q 300 %f 420 %f L 420 %f Q 300 %f 180 %f Z",
                        y,
                        y + 18,
                        y,
                        y + 4,
                        y + 22,
                        y + 4);
                sketch.shade(
                        0.11,
                        "M 180 %f Q 300 %f 420 %f L 420 %f Q 300 %f 180 %f Z",
                        y + 4,
                        y + 22,
                        y + 4,
                        y + 16,
                        y + 34,
                        y + 16);
            }
            sketch.shade(-0.1, "M 340 60 L 420 60 L 420 420 L 340 420 Z");
        });
        sketch.oval(palette.second(), 300, 144, 62, 66).oval(palette.bright(), 300, 148, 52, 55);
        sketch.oval(Palette.SKIN, 300, 152, 37, 40)
                .fill(0x6b4127, "M 263 148 Q 266 108 300 110 Q 334 108 337 148 Q 318 126 300 130 Q 282 126 263 148 Z");
        sketch.line(Palette.INK, 3, "M 280 154 Q 286 160 292 154")
                .line(Palette.INK, 3, "M 308 154 Q 314 160 320 154")
                .line(0xb4533c, 3, "M 293 174 Q 300 179 307 174");
        sketch.line(palette.second(), 4, "M 330 206 Q 350 300 322 396").box(palette.bright(), 338, 246, 12, 22, 3);
    }

    private static void quilt(Sketch sketch, Palette palette) {
        sketch.shadeOval(-0.2, 300, 396, 226, 13);
        sketch.box(palette.bright(), 96, 366, 412, 26, 13).shadeBox(-0.14, 96, 380, 412, 12, 6);
        String body =
                "M 118 372 C 104 330 120 300 160 294 Q 300 268 440 298 C 494 306 504 344 490 372 Q 300 352 118 372 Z";
        sketch.fill(palette.main(), body);
        sketch.within(body, () -> {
            for (int i = 0; i < 8; i++) {
                sketch.shade(
                        -0.14,
                        "M %f 260 L %f 390 L %f 390 L %f 260 Z",
                        150 + i * 50.0,
                        130 + i * 50.0,
                        136 + i * 50.0,
                        156 + i * 50.0);
            }
            sketch.shade(-0.14, "M 100 322 Q 300 300 510 326 L 510 333 Q 300 307 100 329 Z");
            sketch.shade(0.12, "M 100 270 L 510 270 L 510 306 Q 300 280 100 306 Z");
        });
        sketch.fill(
                palette.second(), "M 118 372 C 104 330 120 300 160 294 Q 186 290 204 288 C 176 306 164 340 172 366 Z");
        sketch.oval(Palette.CREAM, 140, 340, 50, 22).shadeOval(-0.06, 146, 346, 38, 13);
    }

    private static void mat(Sketch sketch, Palette palette) {
        sketch.shadeOval(-0.18, 300, 396, 236, 13);
        String body =
                "M 66 384 L 168 250 Q 176 238 192 238 L 456 238 Q 472 238 476 250 L 536 384 Q 536 398 518 398 L 84 398 Q 62 398 66 384 Z";
        sketch.fill(palette.main(), body);
        sketch.within(body, () -> {
            for (int i = 0; i < 9; i++) {
                double bottom = 96 + i * 51.0;
                double top = 196 + i * 33.0;
                sketch.shade(-0.17, "M %f 238 L %f 400 L %f 400 L %f 238 Z", top, bottom, bottom + 7, top + 4);
                sketch.shade(
                        0.12, "M %f 238 L %f 400 L %f 400 L %f 238 Z", top + 6, bottom + 10, bottom + 24, top + 15);
            }
        });
        sketch.shade(-0.2, "M 66 384 L 536 384 Q 536 398 518 398 L 84 398 Q 62 398 66 384 Z");
        sketch.fill(palette.second(), "M 168 250 Q 176 238 192 238 L 456 238 Q 472 238 476 250 L 490 282 L 146 282 Z")
                .shade(0.12, "M 168 250 Q 176 238 192 238 L 456 238 Q 472 238 476 250 Z");
        sketch.oval(palette.bright(), 478, 372, 14, 9).oval(Palette.INK, 478, 372, 6, 4);
    }

    private static void foam(Sketch sketch, Palette palette) {
        sketch.shadeOval(-0.2, 300, 396, 220, 13);
        sketch.fill(palette.main(), "M 214 330 L 530 330 L 556 392 L 236 392 Z");
        for (int i = 0; i < 9; i++) {
            sketch.shade(
                    -0.14,
                    "M %f 330 L %f 330 L %f 392 L %f 392 Z",
                    240 + i * 34.0,
                    252 + i * 34.0,
                    272 + i * 34.0,
                    260 + i * 34.0);
        }
        sketch.oval(palette.main(), 196, 304, 92, 90).shadeOval(-0.12, 204, 314, 80, 76);
        for (int i = 0; i < 5; i++) {
            sketch.ring(i % 2 == 0 ? palette.bright() : palette.second(), 5, 196, 304, 84 - i * 17.0, 82 - i * 17.0);
        }
        sketch.oval(palette.second(), 196, 304, 9, 9);
        sketch.strap(palette.second(), 10, palette.bright(), 4, "M 150 226 C 230 210 290 260 286 316");
    }

    private static void childBag(Sketch sketch, Palette palette) {
        sketch.placed(54, 84, 0.82, 0, () -> mummy(sketch, palette));
        sketch.oval(palette.main(), 252, 142, 20, 22)
                .oval(palette.main(), 348, 142, 20, 22)
                .oval(palette.bright(), 252, 144, 10, 12)
                .oval(palette.bright(), 348, 144, 10, 12);
        star(sketch, palette.bright(), 268, 300, 13);
        star(sketch, palette.bright(), 322, 336, 10);
        star(sketch, palette.bright(), 286, 374, 8);
        star(sketch, palette.sun(), 112, 120, 12);
        star(sketch, palette.sun(), 488, 100, 15);
        star(sketch, palette.sun(), 470, 220, 9);
    }

    static void star(Sketch sketch, int color, double x, double y, double size) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? size : size * 0.45;
            double angle = StrictMath.PI * (i / 5.0 - 0.5);
            path.append(Scenery.path(
                    "%s %f %f ",
                    i == 0 ? "M" : "L", x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle)));
        }
        sketch.fill(color, path + "Z");
    }

    private static void pillow(Sketch sketch, Palette palette) {
        sketch.shadeOval(-0.2, 300, 390, 190, 14);
        String body =
                "M 130 260 Q 120 232 150 240 Q 300 220 450 240 Q 480 232 470 260 Q 488 316 470 372 Q 480 398 450 388 Q 300 404 150 388 Q 120 398 130 372 Q 112 316 130 260 Z";
        sketch.fill(palette.main(), body);
        sketch.within(body, () -> {
            sketch.shadeOval(0.16, 270, 286, 120, 42);
            sketch.shade(-0.13, "M 110 352 Q 300 384 490 340 L 490 410 L 110 410 Z");
            for (int i = 0; i < 6; i++) {
                sketch.line(
                        palette.bright(),
                        3,
                        "M %f 224 Q %f 320 %f 404",
                        176 + i * 50.0,
                        184 + i * 50.0,
                        176 + i * 50.0);
            }
        });
        sketch.line(palette.second(), 4, "M 142 250 Q 300 230 458 250").oval(palette.second(), 452, 376, 9, 9);
        for (int[] z : new int[][] {{392, 150, 34}, {446, 106, 24}, {486, 74, 17}}) {
            sketch.line(
                    Palette.WHITE,
                    7,
                    "M %d %d L %d %d L %d %d L %d %d",
                    z[0],
                    z[1],
                    z[0] + z[2],
                    z[1],
                    z[0],
                    z[1] + z[2],
                    z[0] + z[2],
                    z[1] + z[2]);
        }
    }

    private static void hammock(Sketch sketch, Palette palette) {
        for (double x : new double[] {86, 492}) {
            sketch.box(Palette.WOOD, x, 60, 26, 340, 6).shadeBox(-0.15, x + 15, 60, 11, 340, 5);
            sketch.oval(palette.near(), x + 13, 84, 84, 64).oval(palette.middle(), x - 14, 66, 54, 42);
        }
        sketch.shadeOval(-0.18, 300, 394, 150, 12);
        sketch.line(Palette.CREAM, 4, "M 112 196 L 176 236").line(Palette.CREAM, 4, "M 492 196 L 426 236");
        sketch.fill(palette.second(), "M 176 236 Q 300 330 426 236 Q 360 262 300 262 Q 240 262 176 236 Z");
        sketch.fill(palette.main(), "M 176 236 Q 300 310 426 236 Q 410 372 300 374 Q 190 372 176 236 Z");
        sketch.within("M 176 236 Q 300 310 426 236 Q 410 372 300 374 Q 190 372 176 236 Z", () -> {
            for (int i = 0; i < 6; i++) {
                sketch.fill(
                        palette.bright(),
                        "M %f 200 Q %f 320 %f 400 L %f 400 Q %f 320 %f 200 Z",
                        190 + i * 40.0,
                        200 + i * 34.0,
                        220 + i * 28.0,
                        230 + i * 28.0,
                        212 + i * 34.0,
                        204 + i * 40.0);
            }
        });
        sketch.oval(Palette.CREAM, 222, 262, 32, 16);
    }
}
