package org.personalize.sample;

/** Jackets, hanging open to the eye. */
final class JacketPictures {

    private static final String BODY =
            "M 214 178 Q 244 158 300 158 Q 356 158 386 178 C 398 240 402 330 398 396 Q 300 408 202 396 C 198 330 202 240 214 178 Z";
    private static final String LEFT_SLEEVE =
            "M 222 174 C 176 188 158 226 148 290 L 132 366 Q 150 380 174 376 L 206 268 Z";
    private static final String RIGHT_SLEEVE =
            "M 378 174 C 424 188 442 226 452 290 L 468 366 Q 450 380 426 376 L 394 268 Z";

    private JacketPictures() {}

    static void draw(Sketch sketch, int kind, Palette palette) {
        sketch.shadeOval(-0.16, 300, 410, 130, 10);
        switch (kind) {
            case 0, 1, 2 -> shell(sketch, palette, kind);
            case 3 -> down(sketch, palette, true);
            case 4 -> fleece(sketch, palette);
            case 5 -> wind(sketch, palette);
            case 6 -> parka(sketch, palette);
            case 7 -> down(sketch, palette, false);
            case 8 -> child(sketch, palette);
            default -> softshell(sketch, palette);
        }
    }

    private static void sleeves(Sketch sketch, int color) {
        sketch.fill(color, LEFT_SLEEVE).fill(color, RIGHT_SLEEVE);
        sketch.shade(-0.08, LEFT_SLEEVE).shade(-0.18, RIGHT_SLEEVE);
    }

    private static void body(Sketch sketch, int color) {
        sketch.fill(color, BODY);
        sketch.shade(-0.1, "M 300 158 Q 356 158 386 178 C 398 240 402 330 398 396 Q 350 404 300 404 Z");
    }

    private static void cuffs(Sketch sketch, int color) {
        sketch.fill(color, "M 136 348 L 180 358 L 174 376 Q 150 380 132 366 Z")
                .fill(color, "M 464 348 L 420 358 L 426 376 Q 450 380 468 366 Z");
    }

    private static void hood(Sketch sketch, int outside, int inside) {
        sketch.fill(outside, "M 232 176 C 214 104 262 66 300 66 C 338 66 386 104 368 176 Q 300 204 232 176 Z");
        sketch.shade(-0.1, "M 300 66 C 338 66 386 104 368 176 Q 340 188 300 190 Z");
        sketch.fill(inside, "M 252 170 C 240 118 272 94 300 94 C 328 94 360 118 348 170 Q 300 200 252 170 Z");
        sketch.shade(-0.2, "M 262 170 C 252 128 280 108 300 108 C 320 108 348 128 338 170 Q 300 190 262 170 Z");
    }

    private static void zip(Sketch sketch, int color, double top) {
        sketch.line(color, 4, "M 300 %f L 300 402", top).box(color, 295, top + 6, 10, 20, 3);
    }

    private static void shell(Sketch sketch, Palette palette, int kind) {
        sleeves(sketch, palette.main());
        body(sketch, palette.main());
        sketch.within(
                BODY,
                () -> sketch.fill(
                        palette.second(),
                        kind == 0
                                ? "M 190 150 L 410 150 L 410 236 Q 300 262 190 236 Z"
                                : kind == 1
                                        ? "M 190 320 Q 300 280 410 320 L 410 420 L 190 420 Z"
                                        : "M 190 150 L 246 150 L 240 420 L 190 420 Z M 354 150 L 410 150 L 410 420 L 360 420 Z"));
        hood(sketch, palette.main(), palette.second());
        cuffs(sketch, palette.second());
        sketch.line(palette.bright(), 4, "M 236 300 L 252 350")
                .line(palette.bright(), 4, "M 364 300 L 348 350")
                .line(palette.bright(), 4, "M 334 214 L 362 210");
        zip(sketch, palette.bright(), 186);
    }

    private static void down(Sketch sketch, Palette palette, boolean hasSleeves) {
        if (hasSleeves) {
            sleeves(sketch, palette.main());
            sketch.within(LEFT_SLEEVE, () -> quilt(sketch, 170, 380, 26))
                    .within(RIGHT_SLEEVE, () -> quilt(sketch, 170, 380, 26));
            cuffs(sketch, palette.second());
        }
        body(sketch, palette.main());
        sketch.within(BODY, () -> quilt(sketch, 160, 410, 32));
        if (hasSleeves) {
            hood(sketch, palette.main(), palette.second());
        } else {
            collar(sketch, palette.main(), palette.second());
            sketch.line(palette.second(), 9, "M 216 182 C 206 220 204 250 204 284")
                    .line(palette.second(), 9, "M 384 182 C 394 220 396 250 396 284");
        }
        zip(sketch, palette.bright(), 186);
        sketch.box(palette.bright(), 340, 226, 26, 16, 4);
    }

    private static void quilt(Sketch sketch, double top, double bottom, double step) {
        for (double y = top; y < bottom; y += step) {
            sketch.shade(
                    0.13,
                    "M 100 %f Q 300 %f 500 %f L 500 %f Q 300 %f 100 %f Z",
                    y,
                    y + 14,
                    y,
                    y + step * 0.4,
                    y + step * 0.4 + 14,
                    y + step * 0.4);
            sketch.shade(
                    -0.2,
                    "M 100 %f Q 300 %f 500 %f L 500 %f Q 300 %f 100 %f Z",
                    y,
                    y + 14,
                    y,
                    y - 3.5,
                    y + 10.5,
                    y - 3.5);
        }
    }

    private static void collar(Sketch sketch, int outside, int inside) {
        sketch.fill(outside, "M 246 178 C 244 140 262 124 300 124 C 338 124 356 140 354 178 Q 300 200 246 178 Z");
        sketch.fill(inside, "M 262 146 Q 300 128 338 146 Q 300 166 262 146 Z");
    }

    private static void fleece(Sketch sketch, Palette palette) {
        sleeves(sketch, palette.main());
        body(sketch, palette.main());
        sketch.within(BODY, () -> sketch.fill(palette.second(), "M 190 150 L 410 150 L 410 220 Q 300 240 190 220 Z"));
        collar(sketch, palette.second(), palette.main());
        for (int i = 0; i < 46; i++) {
            double x = 216 + (i * 53 % 170);
            double y = 246 + (i * 37 % 140);
            sketch.shadeOval(0.12, x, y, 5, 3.5);
        }
        cuffs(sketch, palette.bright());
        sketch.fill(palette.bright(), "M 202 384 Q 300 396 398 384 L 398 396 Q 300 408 202 396 Z")
                .box(palette.bright(), 326, 254, 46, 34, 6);
        zip(sketch, palette.bright(), 162);
    }

    private static void wind(Sketch sketch, Palette palette) {
        sleeves(sketch, palette.bright());
        body(sketch, palette.main());
        sketch.within(BODY, () -> sketch.fill(palette.bright(), "M 190 250 L 410 200 L 410 240 L 190 290 Z"));
        hood(sketch, palette.main(), palette.bright());
        cuffs(sketch, palette.second());
        zip(sketch, palette.second(), 186);
        for (int i = 0; i < 3; i++) {
            double y = 120 + i * 56;
            sketch.line(Palette.WHITE, 4, "M 66 %f Q 100 %f 134 %f", y, y - 12, y)
                    .line(Palette.WHITE, 4, "M 470 %f Q 506 %f 544 %f", y + 10, y - 2, y + 10);
        }
    }

    private static void parka(Sketch sketch, Palette palette) {
        sleeves(sketch, palette.main());
        sketch.fill(
                palette.main(),
                "M 214 178 Q 300 150 386 178 C 402 250 410 340 408 416 Q 300 428 192 416 C 190 340 198 250 214 178 Z");
        sketch.shade(-0.1, "M 300 160 Q 360 162 386 178 C 402 250 410 340 408 416 Q 350 424 300 424 Z");
        hood(sketch, palette.main(), palette.second());
        for (int i = 0; i < 15; i++) {
            double angle = StrictMath.PI * (1 + i / 14.0);
            sketch.oval(0xe9d9bd, 300 + 56 * StrictMath.cos(angle), 146 + 56 * StrictMath.sin(angle) * 1.08, 16, 16);
        }
        cuffs(sketch, palette.second());
        sketch.box(palette.second(), 216, 318, 62, 58, 8)
                .box(palette.second(), 322, 318, 62, 58, 8)
                .shadeBox(0.12, 216, 318, 62, 18, 8)
                .shadeBox(0.12, 322, 318, 62, 18, 8);
        zip(sketch, palette.bright(), 186);
        sketch.line(palette.bright(), 5, "M 202 290 Q 300 302 398 290");
    }

    private static void child(Sketch sketch, Palette palette) {
        sketch.placed(48, 62, 0.84, 0, () -> {
            sleeves(sketch, palette.main());
            body(sketch, palette.main());
            hood(sketch, palette.main(), palette.second());
            sketch.within(BODY, () -> {
                for (int i = 0; i < 14; i++) {
                    sketch.oval(palette.bright(), 216 + (i * 61 % 176), 224 + (i * 43 % 160), 11, 11);
                }
            });
            cuffs(sketch, palette.bright());
            zip(sketch, palette.second(), 186);
        });
        for (int[] drop : new int[][] {{110, 130}, {480, 120}, {90, 230}, {510, 230}, {440, 70}, {160, 70}}) {
            sketch.fill(
                    0x8fc4de,
                    "M %d %d Q %d %d %d %d Q %d %d %d %d Z",
                    drop[0],
                    drop[1],
                    drop[0] - 11,
                    drop[1] + 22,
                    drop[0],
                    drop[1] + 28,
                    drop[0] + 11,
                    drop[1] + 22,
                    drop[0],
                    drop[1]);
        }
    }

    private static void softshell(Sketch sketch, Palette palette) {
        sleeves(sketch, palette.second());
        body(sketch, palette.main());
        sketch.within(
                BODY,
                () -> sketch.fill(
                        palette.second(),
                        "M 190 160 L 230 160 Q 250 280 234 420 L 190 420 Z M 410 160 L 370 160 Q 350 280 366 420 L 410 420 Z"));
        collar(sketch, palette.main(), palette.second());
        cuffs(sketch, palette.bright());
        sketch.line(palette.bright(), 4, "M 318 226 L 350 222")
                .line(palette.bright(), 4, "M 250 310 L 246 352")
                .line(palette.bright(), 4, "M 350 310 L 354 352");
        zip(sketch, palette.bright(), 160);
    }
}
