package org.personalize.sample;

/** Boots and shoes, seen from the side, toe to the right. */
final class BootPictures {

    private BootPictures() {}

    static void draw(Sketch sketch, int kind, Palette palette) {
        sketch.shadeOval(-0.2, 300, 394, 200, 13);
        switch (kind) {
            case 0, 1, 2 -> boot(sketch, palette, kind * 8 - 8, 7);
            case 3 -> leather(sketch, palette);
            case 4 -> mountain(sketch, palette);
            case 5 -> low(sketch, palette, true);
            case 6 -> low(sketch, palette, false);
            case 7 -> winter(sketch, palette);
            case 8 -> sandal(sketch, palette);
            default -> pair(sketch, palette);
        }
    }

    private static void sole(Sketch sketch, Palette palette, int studs) {
        sketch.fill(
                palette.second(),
                "M 142 352 Q 138 392 160 392 L 470 392 Q 492 388 488 360 Q 400 372 300 364 Q 200 358 142 352 Z");
        for (int i = 0; i < studs; i++) {
            sketch.shadeBox(-0.3, 164 + i * 300.0 / studs, 381, 190.0 / studs, 13, 3);
        }
        sketch.line(palette.bright(), 3, "M 146 362 Q 300 376 484 370");
    }

    private static void laces(Sketch sketch, int color, double left, double top, int count) {
        for (int i = 0; i < count; i++) {
            double x = left + i * 19.0;
            double y = top + i * 23.0;
            sketch.line(color, 5, "M %f %f L %f %f", x, y, x + 36, y - 11);
            sketch.oval(Palette.STEEL, x, y, 4, 4);
        }
    }

    private static void boot(Sketch sketch, Palette palette, double taller, int studs) {
        String upper = Scenery.path(
                "M 146 358 C 132 300 160 240 166 %f Q 210 %f 276 %f C 280 220 300 256 340 284 C 390 300 460 306 484 340 Q 492 356 486 366 Q 300 378 146 358 Z",
                160 - taller, 150 - taller, 160 - taller);
        sketch.fill(
                palette.second(),
                "M 160 %f Q 220 %f 282 %f L 280 %f Q 220 %f 164 %f Z",
                152 - taller,
                134 - taller,
                152 - taller,
                186 - taller,
                172 - taller,
                186 - taller);
        sketch.fill(palette.main(), upper);
        sketch.within(upper, () -> {
            sketch.fill(palette.second(), "M 380 380 C 384 330 420 302 470 300 L 500 380 Z");
            sketch.fill(palette.second(), "M 130 380 L 140 296 Q 190 300 208 380 Z");
            sketch.shade(-0.13, "M 130 380 L 130 330 Q 300 360 500 340 L 500 380 Z");
            sketch.shade(0.14, "M 166 150 L 216 140 Q 200 260 222 350 L 190 350 Q 160 260 166 150 Z");
        });
        sketch.fill(
                palette.bright(),
                "M 250 172 L 284 172 C 290 224 312 258 352 284 L 322 300 C 276 270 256 230 250 172 Z");
        laces(sketch, Palette.CREAM, 246, 192, 5);
        sketch.line(Palette.CREAM, 3, "M 190 300 Q 250 330 260 362")
                .line(palette.bright(), 5, "M 166 %f L 158 %f", 164 - taller, 130 - taller);
        sole(sketch, palette, studs);
    }

    private static void leather(Sketch sketch, Palette palette) {
        boot(sketch, palette.wearing(new Palette(0, 0, 0, 0, 0, 0, 0, 0x8a5330, 0x3b2a22, palette.bright())), 18, 9);
        sketch.line(0xf2d3a2, 2, "M 156 340 Q 300 356 476 346").line(0xf2d3a2, 2, "M 176 182 Q 180 260 166 330");
    }

    private static void mountain(Sketch sketch, Palette palette) {
        boot(sketch, palette, 26, 9);
        sketch.fill(palette.bright(), "M 150 240 Q 230 262 300 252 L 306 274 Q 230 286 146 264 Z")
                .box(Palette.INK, 262, 250, 24, 22, 4);
        for (int i = 0; i < 6; i++) {
            double x = 168 + i * 56;
            sketch.fill(Palette.STEEL, "M %f 388 L %f 388 L %f 412 Z", x - 8, x + 8, x - 2);
        }
        sketch.line(Palette.STEEL, 6, "M 150 386 L 480 386").fill(Palette.STEEL, "M 478 380 L 510 396 L 478 392 Z");
    }

    private static void low(Sketch sketch, Palette palette, boolean isTrail) {
        String upper =
                "M 146 360 C 130 310 140 264 152 244 Q 176 236 196 262 Q 226 274 262 250 Q 296 266 344 290 C 400 304 468 312 486 344 Q 492 358 486 368 Q 300 380 146 360 Z";
        sketch.fill(palette.second(), "M 152 244 Q 200 214 262 250 L 250 290 L 170 290 Z");
        sketch.fill(palette.main(), upper);
        sketch.within(upper, () -> {
            sketch.fill(palette.second(), "M 400 380 C 404 336 430 314 476 312 L 500 380 Z");
            sketch.shade(-0.13, "M 130 380 L 130 338 Q 300 362 500 344 L 500 380 Z");
            sketch.fill(
                    palette.bright(),
                    isTrail
                            ? "M 176 300 L 300 350 L 296 372 L 160 330 Z"
                            : "M 140 300 L 200 300 L 220 380 L 130 380 Z");
            sketch.shade(0.16, "M 262 250 Q 296 266 344 290 L 320 316 Q 280 290 240 276 Z");
        });
        laces(sketch, Palette.CREAM, 242, 276, 4);
        sketch.line(palette.bright(), 6, "M 152 250 L 138 222");
        sole(sketch, palette, isTrail ? 14 : 6);
    }

    private static void winter(Sketch sketch, Palette palette) {
        boot(sketch, palette, 34, 7);
        sketch.box(Palette.CREAM, 156, 108, 130, 34, 14);
        for (int i = 0; i < 9; i++) {
            sketch.oval(Palette.CREAM, 160 + i * 15, 124 + (i % 2) * 8, 17, 17);
        }
        for (int[] flake : new int[][] {{90, 120}, {420, 110}, {500, 200}, {70, 250}, {380, 200}, {540, 90}}) {
            for (int[] arm : new int[][] {{9, 0}, {5, 8}, {-5, 8}}) {
                sketch.line(
                        Palette.WHITE,
                        3,
                        "M %d %d L %d %d",
                        flake[0] - arm[0],
                        flake[1] - arm[1],
                        flake[0] + arm[0],
                        flake[1] + arm[1]);
            }
        }
    }

    private static void sandal(Sketch sketch, Palette palette) {
        sketch.fill(palette.main(), "M 140 340 Q 200 320 260 340 Q 380 350 470 336 Q 500 344 490 366 L 146 366 Z");
        sole(sketch, palette, 10);
        sketch.strap(
                palette.second(),
                20,
                palette.bright(),
                6,
                "M 158 344 C 150 280 190 256 226 262 C 260 270 262 310 280 344");
        sketch.strap(palette.second(), 22, palette.bright(), 6, "M 352 350 C 360 300 400 286 446 346");
        sketch.line(palette.second(), 18, "M 240 268 C 290 274 330 300 366 316").box(Palette.INK, 282, 272, 30, 22, 5);
        sketch.line(palette.second(), 18, "M 160 300 C 140 250 200 220 234 264");
    }

    private static void pair(Sketch sketch, Palette palette) {
        sketch.placed(6, 130, 0.66, 0, () -> boot(sketch, palette, 0, 6));
        sketch.placed(170, 130, 0.66, 0, () -> boot(sketch, palette, 0, 6));
        sketch.oval(palette.bright(), 124, 300, 12, 12).oval(palette.bright(), 288, 300, 12, 12);
    }
}
