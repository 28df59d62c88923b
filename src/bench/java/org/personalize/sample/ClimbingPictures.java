package org.personalize.sample;

/** What one hangs on. */
final class ClimbingPictures {

    private ClimbingPictures() {}

    static void draw(Sketch sketch, int kind, Palette palette) {
        sketch.shadeOval(-0.16, 300, 404, 120, 10);
        switch (kind) {
            case 0 -> rope(sketch, palette);
            case 1 -> harness(sketch, palette);
            case 2 -> helmet(sketch, palette);
            case 3 -> shoes(sketch, palette);
            case 4 -> quickdraws(sketch, palette);
            case 5 -> belay(sketch, palette);
            case 6 -> chalk(sketch, palette);
            case 7 -> axe(sketch, palette);
            default -> ferrata(sketch, palette);
        }
    }

    private static void cord(Sketch sketch, int color, int fleck, double thick, String path) {
        sketch.line(Palette.INK, thick + 3, path).line(color, thick, path).line(fleck, thick * 0.28, path);
    }

    private static void carabiner(Sketch sketch, int color, double x, double y, double size, double turn) {
        sketch.placed(
                x,
                y,
                size,
                turn,
                () -> sketch.line(
                                color,
                                10,
                                "M -16 -44 C -34 -44 -38 -24 -32 0 C -28 24 -24 46 0 46 C 22 46 26 24 28 0 C 32 -24 24 -44 6 -44 Z")
                        .line(Palette.WHITE, 2, "M -27 -20 C -29 -6 -26 16 -18 34")
                        .line(Palette.STEEL, 7, "M 27 -22 L 24 20"));
    }

    private static void rope(Sketch sketch, Palette palette) {
        for (int i = 0; i < 9; i++) {
            double in = i * 9;
            cord(
                    sketch,
                    palette.main(),
                    palette.bright(),
                    10,
                    Scenery.path(
                            "M 300 %f C %f %f %f %f 300 %f C %f %f %f %f 300 %f Z",
                            92 + in * 0.5,
                            152 + in,
                            100 + in * 0.6,
                            146 + in,
                            384 - in,
                            392 - in * 0.9,
                            454 - in,
                            384 - in,
                            448 - in,
                            100 + in * 0.6,
                            92 + in * 0.5));
        }
        for (int i = 0; i < 6; i++) {
            cord(
                    sketch,
                    palette.main(),
                    palette.bright(),
                    10,
                    Scenery.path("M 238 %f Q 300 %f 362 %f", 150 + i * 12.0, 162 + i * 12.0, 146 + i * 12.0));
        }
        cord(sketch, palette.main(), palette.bright(), 10, "M 300 136 C 270 90 290 56 322 62 C 352 70 340 116 310 140");
        cord(sketch, palette.main(), palette.bright(), 10, "M 352 214 C 400 250 390 330 430 386");
    }

    private static void harness(Sketch sketch, Palette palette) {
        sketch.line(palette.second(), 8, "M 238 176 L 222 296").line(palette.second(), 8, "M 362 176 L 378 296");
        sketch.strap(palette.main(), 34, palette.bright(), 6, "M 170 150 C 220 192 380 192 430 150")
                .line(palette.main(), 22, "M 170 150 C 210 108 390 108 430 150");
        sketch.ring(palette.main(), 30, 228, 318, 62, 56)
                .ring(palette.main(), 30, 372, 318, 62, 56)
                .ring(palette.bright(), 5, 228, 318, 62, 56)
                .ring(palette.bright(), 5, 372, 318, 62, 56);
        sketch.line(palette.bright(), 18, "M 300 182 C 284 220 284 250 300 284 C 316 250 316 220 300 182")
                .box(Palette.STEEL, 328, 150, 36, 30, 6)
                .box(palette.main(), 338, 160, 16, 10, 3);
        sketch.line(Palette.INK, 6, "M 190 176 C 176 220 214 220 220 190")
                .line(Palette.INK, 6, "M 410 176 C 424 220 386 220 380 190");
        carabiner(sketch, palette.second(), 196, 232, 0.6, 10);
        carabiner(sketch, Palette.STEEL, 408, 232, 0.6, -10);
    }

    private static void helmet(Sketch sketch, Palette palette) {
        sketch.line(palette.second(), 9, "M 196 300 L 268 386")
                .line(palette.second(), 9, "M 404 300 L 300 392")
                .line(palette.second(), 9, "M 250 300 L 268 386 L 300 392");
        sketch.box(Palette.INK, 264, 376, 42, 22, 6);
        String shell = "M 148 296 C 140 176 220 108 306 108 C 400 108 466 184 456 296 Q 300 324 148 296 Z";
        sketch.fill(palette.main(), shell);
        sketch.within(
                shell,
                () -> sketch.shade(-0.13, "M 360 100 L 470 100 L 470 320 L 390 320 Q 410 200 360 100 Z")
                        .shade(0.2, "M 190 260 C 192 190 230 150 276 136 C 230 176 216 220 214 262 Z")
                        .fill(palette.bright(), "M 282 100 L 322 100 Q 334 200 324 320 L 288 320 Q 276 200 282 100 Z"));
        sketch.fill(palette.second(), "M 140 290 Q 300 320 464 290 L 466 308 Q 300 340 138 308 Z");
        for (double[] vent : new double[][] {{228, 208, -14}, {246, 256, -8}, {376, 208, 14}, {360, 256, 8}}) {
            sketch.placed(vent[0], vent[1], 1, vent[2], () -> sketch.box(palette.second(), -9, -20, 18, 40, 9));
        }
        sketch.box(palette.second(), 268, 232, 64, 34, 10).oval(0xfff3c4, 300, 249, 15, 13);
    }

    private static void shoe(Sketch sketch, Palette palette) {
        sketch.fill(
                palette.main(),
                "M 120 330 C 116 270 140 238 176 232 Q 204 262 246 262 C 320 290 400 330 446 352 Q 470 372 450 384 Q 300 396 140 380 Q 120 366 120 330 Z");
        sketch.fill(
                palette.second(),
                "M 122 350 Q 240 384 330 366 C 380 350 420 340 446 352 Q 470 372 450 384 Q 300 396 140 380 Q 122 368 122 350 Z");
        sketch.fill(palette.second(), "M 380 322 Q 420 336 446 352 Q 470 372 450 384 L 400 386 Q 372 350 380 322 Z")
                .shade(0.18, "M 140 262 Q 152 240 176 232 Q 190 254 214 260 Q 166 280 150 320 Q 134 300 140 262 Z");
        for (int i = 0; i < 3; i++) {
            sketch.line(
                            palette.bright(),
                            17,
                            "M %f %f L %f %f",
                            214 + i * 48.0,
                            328 + i * 8.0,
                            240 + i * 50.0,
                            262 + i * 22.0)
                    .line(
                            Palette.INK,
                            2,
                            "M %f %f L %f %f",
                            222 + i * 48.0,
                            328 + i * 8.0,
                            248 + i * 50.0,
                            264 + i * 22.0);
        }
        sketch.line(palette.bright(), 6, "M 122 288 Q 92 262 116 240 Q 136 236 140 262");
    }

    private static void shoes(Sketch sketch, Palette palette) {
        sketch.placed(60, -70, 0.86, -6, () -> shoe(sketch, palette));
        sketch.placed(30, 46, 0.92, 2, () -> shoe(sketch, palette));
    }

    private static void quickdraws(Sketch sketch, Palette palette) {
        sketch.line(Palette.WOOD, 14, "M 96 92 L 504 92").line(0xa8744e, 4, "M 96 89 L 504 89");
        for (int i = 0; i < 4; i++) {
            double x = 162 + i * 92;
            carabiner(sketch, Palette.STEEL, x, 138, 0.9, 180);
            sketch.box(i % 2 == 0 ? palette.main() : palette.bright(), x - 14, 172, 28, 140, 9)
                    .shadeBox(-0.14, x + 3, 172, 11, 140, 5)
                    .box(palette.second(), x - 14, 190, 28, 12, 2)
                    .box(palette.second(), x - 14, 282, 28, 12, 2);
            carabiner(sketch, i % 2 == 0 ? palette.bright() : palette.main(), x, 346, 0.95, 0);
        }
    }

    private static void belay(Sketch sketch, Palette palette) {
        cord(
                sketch,
                palette.bright(),
                Palette.CREAM,
                14,
                "M 200 60 C 210 140 252 170 262 214 C 270 270 330 270 338 214 C 346 160 400 150 404 60");
        sketch.fill(
                        palette.main(),
                        "M 222 190 Q 222 166 246 166 L 354 166 Q 378 166 378 190 L 366 264 Q 362 282 344 282 L 256 282 Q 238 282 234 264 Z")
                .shade(-0.14, "M 330 166 L 354 166 Q 378 166 378 190 L 366 264 Q 362 282 344 282 L 322 282 Z");
        sketch.box(palette.second(), 246, 188, 42, 56, 14)
                .box(palette.second(), 312, 188, 42, 56, 14)
                .line(palette.bright(), 11, "M 258 226 C 262 206 276 206 278 226")
                .line(palette.bright(), 11, "M 322 226 C 326 206 340 206 342 226");
        sketch.line(Palette.STEEL, 6, "M 276 282 C 270 316 330 316 324 282");
        carabiner(sketch, palette.second(), 300, 344, 1.2, 0);
    }

    private static void chalk(Sketch sketch, Palette palette) {
        sketch.shadeOval(0.4, 236, 100, 60, 30).shadeOval(0.35, 356, 80, 72, 34).shadeOval(0.4, 300, 112, 80, 30);
        sketch.fill(
                palette.main(),
                "M 206 164 L 394 164 Q 410 290 388 372 Q 380 400 340 400 L 260 400 Q 220 400 212 372 Q 190 290 206 164 Z");
        sketch.within(
                "M 206 164 L 394 164 Q 410 290 388 372 Q 380 400 340 400 L 260 400 Q 220 400 212 372 Q 190 290 206 164 Z",
                () -> {
                    for (int i = 0; i < 5; i++) {
                        double y = 236 + i * 30;
                        sketch.line(
                                i % 2 == 0 ? palette.bright() : palette.second(),
                                11,
                                "M 180 %f L 210 %f L 240 %f L 270 %f L 300 %f L 330 %f L 360 %f L 390 %f L 420 %f",
                                y,
                                y - 16,
                                y,
                                y - 16,
                                y,
                                y - 16,
                                y,
                                y - 16,
                                y);
                    }
                    sketch.shade(-0.14, "M 350 150 L 420 150 L 420 410 L 340 410 Z");
                });
        sketch.oval(palette.second(), 300, 164, 98, 30)
                .oval(Palette.WHITE, 300, 168, 84, 22)
                .oval(0xf1f4f5, 276, 160, 34, 16)
                .oval(0xe6ecee, 328, 164, 36, 14);
        sketch.line(Palette.INK, 5, "M 214 196 Q 300 230 386 196")
                .box(palette.bright(), 376, 190, 18, 28, 5)
                .line(palette.second(), 8, "M 392 200 C 440 220 436 290 414 330");
        sketch.line(Palette.WOOD, 8, "M 394 270 L 440 220").line(Palette.CREAM, 10, "M 440 220 L 448 208");
    }

    private static void axe(Sketch sketch, Palette palette) {
        sketch.placed(300, 230, 1, 24, () -> {
            sketch.line(palette.main(), 20, "M 0 -130 C -8 -40 8 60 0 156")
                    .shade(0.2, "M -8 -120 C -14 -40 -2 60 -8 150 L -4 150 C 2 60 -8 -40 -3 -120 Z");
            sketch.fill(Palette.STEEL, "M -12 156 L 12 156 L 4 196 L -2 196 Z");
            sketch.box(palette.second(), -13, 70, 26, 84, 8);
            for (int i = 0; i < 5; i++) {
                sketch.line(palette.bright(), 3, "M -11 %f L 11 %f", 82 + i * 15.0, 76 + i * 15.0);
            }
            sketch.fill(Palette.TIN, "M -16 -148 L 30 -150 L 86 -160 L 90 -124 L 30 -124 L -16 -122 Z")
                    .fill(
                            Palette.STEEL,
                            "M -12 -148 C -70 -150 -124 -122 -150 -66 L -140 -62 C -112 -98 -70 -120 -12 -122 Z");
            sketch.shade(
                    -0.2,
                    "M -140 -62 L -132 -84 L -126 -74 L -116 -92 L -110 -82 L -100 -98 L -96 -90 L -84 -106 L -60 -114 C -90 -104 -118 -88 -140 -62 Z");
        });
        for (int[] s : new int[][] {{120, 120}, {470, 130}, {440, 300}, {150, 320}, {520, 220}, {80, 220}}) {
            sketch.line(Palette.WHITE, 3, "M %d %d L %d %d", s[0] - 10, s[1], s[0] + 10, s[1])
                    .line(Palette.WHITE, 3, "M %d %d L %d %d", s[0] - 5, s[1] - 9, s[0] + 5, s[1] + 9)
                    .line(Palette.WHITE, 3, "M %d %d L %d %d", s[0] + 5, s[1] - 9, s[0] - 5, s[1] + 9);
        }
    }

    private static void ferrata(Sketch sketch, Palette palette) {
        sketch.line(Palette.INK, 7, "M 70 70 L 530 96").line(Palette.STEEL, 4, "M 70 69 L 530 95");
        for (double side : new double[] {-1, 1}) {
            double x = 300 + side * 104;
            String arm = Scenery.path("M %f 170 C %f 250 %f 280 300 306", x, x + side * 14, 300 + side * 30);
            sketch.line(palette.second(), 20, arm).line(palette.main(), 14, arm).line(palette.bright(), 4, arm);
            carabiner(sketch, side < 0 ? palette.bright() : palette.main(), x, 124, 1.15, side * 4);
        }
        sketch.box(palette.second(), 262, 280, 76, 62, 14)
                .shadeBox(-0.16, 314, 280, 24, 62, 12)
                .box(palette.bright(), 276, 298, 48, 22, 5);
        sketch.line(palette.second(), 20, "M 300 342 C 286 364 286 380 300 396")
                .line(palette.main(), 12, "M 300 342 C 314 364 314 380 300 396");
    }
}
