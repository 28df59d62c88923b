package org.personalize.sample;

/** What one cooks on, drinks from and sits around. */
final class KitchenPictures {

    private KitchenPictures() {}

    static void draw(Sketch sketch, int kind, Palette palette) {
        sketch.shadeOval(-0.2, 300, 398, 140, 13);
        switch (kind) {
            case 0 -> gas(sketch, palette);
            case 1 -> storm(sketch, palette);
            case 2 -> wood(sketch, palette);
            case 3 -> pots(sketch, palette);
            case 4 -> mug(sketch, palette);
            case 5 -> bottle(sketch, palette);
            case 6 -> filter(sketch, palette);
            case 7 -> coffee(sketch, palette);
            default -> lantern(sketch, palette);
        }
    }

    private static void steam(Sketch sketch, double x, double y) {
        for (int i = -1; i <= 1; i++) {
            double left = x + i * 30;
            sketch.line(
                    Palette.WHITE,
                    6,
                    "M %f %f C %f %f %f %f %f %f",
                    left,
                    y,
                    left - 20,
                    y - 26,
                    left + 20,
                    y - 44,
                    left,
                    y - 74.0 - (i == 0 ? 14 : 0));
        }
    }

    private static void flame(Sketch sketch, double x, double foot) {
        sketch.fill(
                0x4aa3df,
                "M %f %f Q %f %f %f %f Q %f %f %f %f Z",
                x - 9,
                foot,
                x - 8,
                foot - 18,
                x,
                foot - 28,
                x + 8,
                foot - 18,
                x + 9,
                foot);
        sketch.fill(
                0xffb347,
                "M %f %f Q %f %f %f %f Q %f %f %f %f Z",
                x - 5,
                foot,
                x - 4,
                foot - 10,
                x,
                foot - 17,
                x + 4,
                foot - 10,
                x + 5,
                foot);
    }

    private static void pot(Sketch sketch, int color, double x, double y, double wide, double high) {
        sketch.box(color, x, y, wide, high, 14)
                .shadeBox(-0.15, x + wide * 0.7, y, wide * 0.3, high, 12)
                .shadeBox(0.2, x + 12, y + 14, 12, high - 30, 6);
        sketch.box(0xd9e0e2, x - 6, y - 6, wide + 12, 16, 8);
    }

    private static void gas(Sketch sketch, Palette palette) {
        sketch.box(palette.main(), 232, 316, 136, 82, 26)
                .shadeBox(-0.14, 324, 316, 44, 82, 22)
                .box(palette.bright(), 232, 344, 136, 26, 2);
        sketch.box(Palette.STEEL, 284, 276, 32, 44, 5)
                .box(palette.bright(), 318, 288, 46, 12, 6)
                .oval(palette.bright(), 370, 294, 13, 13);
        sketch.box(0x5b666b, 258, 258, 84, 20, 8);
        for (int i = 0; i < 4; i++) {
            flame(sketch, 270 + i * 20, 256);
        }
        sketch.line(Palette.STEEL, 6, "M 262 272 L 214 228")
                .line(Palette.STEEL, 6, "M 338 272 L 386 228")
                .line(Palette.STEEL, 6, "M 204 228 L 396 228");
        pot(sketch, 0x9fadb3, 216, 138, 168, 86);
        sketch.line(palette.second(), 9, "M 384 160 L 448 150")
                .box(Palette.TIN, 226, 118, 148, 16, 8)
                .oval(palette.bright(), 300, 114, 14, 9);
        steam(sketch, 300, 100);
    }

    private static void storm(Sketch sketch, Palette palette) {
        sketch.fill(palette.main(), "M 214 250 L 386 250 L 404 392 Q 300 408 196 392 Z");
        sketch.shade(-0.14, "M 340 250 L 386 250 L 404 392 Q 384 397 356 399 Z");
        for (int i = 0; i < 5; i++) {
            sketch.oval(Palette.INK, 228 + i * 36, 364, 9, 9);
        }
        sketch.fill(
                0xffb347,
                "M 250 330 Q 262 300 256 284 Q 280 300 282 320 Q 296 296 292 272 Q 326 296 320 324 Q 338 312 336 296 Q 354 320 342 338 Z");
        sketch.line(palette.bright(), 5, "M 212 262 Q 300 274 388 262");
        pot(sketch, 0x9fadb3, 226, 164, 148, 84);
        sketch.fill(Palette.TIN, "M 226 162 Q 300 116 374 162 Z").oval(palette.bright(), 300, 130, 12, 10);
        sketch.fill(0x9fadb3, "M 374 186 L 424 160 L 430 174 L 374 212 Z")
                .line(palette.second(), 7, "M 232 170 Q 236 84 300 84 Q 364 84 368 170");
        sketch.line(Palette.WHITE, 5, "M 60 220 Q 110 204 150 222 Q 176 232 186 214")
                .line(Palette.WHITE, 5, "M 52 260 Q 100 246 140 262")
                .line(Palette.WHITE, 5, "M 430 110 Q 480 92 540 112");
    }

    private static void wood(Sketch sketch, Palette palette) {
        sketch.fill(Palette.STEEL, "M 212 246 L 388 246 L 376 396 Q 300 406 224 396 Z")
                .shade(-0.16, "M 340 246 L 388 246 L 376 396 Q 350 402 334 402 Z");
        sketch.fill(0x2c2320, "M 250 390 L 254 318 Q 300 294 346 318 L 350 390 Q 300 398 250 390 Z");
        sketch.placed(300, 392, 0.76, 0, () -> Scenery.fire(sketch, 0, 0, 1.1));
        for (int i = 0; i < 6; i++) {
            sketch.oval(0x5b666b, 236 + i * 26, 266, 7, 7);
        }
        Scenery.fire(sketch, 300, 248, 0.9);
        sketch.line(Palette.STEEL, 8, "M 212 246 L 204 204").line(Palette.STEEL, 8, "M 388 246 L 396 204");
        pot(sketch, palette.main(), 214, 122, 172, 80);
        sketch.line(palette.bright(), 7, "M 220 124 Q 230 56 300 56 Q 370 56 380 124");
        sketch.line(Palette.WOOD, 12, "M 430 392 L 510 372")
                .line(Palette.BARK, 12, "M 440 376 L 516 392")
                .line(Palette.WOOD, 12, "M 96 388 L 170 380");
    }

    private static void pots(Sketch sketch, Palette palette) {
        pot(sketch, palette.main(), 186, 276, 228, 120);
        sketch.line(palette.second(), 12, "M 414 308 L 500 292");
        pot(sketch, palette.second(), 216, 186, 168, 84);
        sketch.line(palette.bright(), 10, "M 384 208 L 456 196");
        sketch.fill(Palette.TIN, "M 214 182 Q 300 130 386 182 Z").oval(palette.bright(), 300, 146, 15, 12);
        sketch.fill(palette.bright(), "M 104 366 Q 140 400 178 366 L 172 392 Q 140 402 110 392 Z")
                .oval(0xfff0c9, 141, 366, 37, 9);
        sketch.line(Palette.WOOD, 7, "M 150 366 L 184 296").oval(Palette.WOOD, 187, 288, 10, 14);
    }

    private static void mug(Sketch sketch, Palette palette) {
        sketch.line(palette.main(), 22, "M 392 236 C 474 226 474 350 388 340")
                .line(palette.second(), 4, "M 392 226 C 486 216 486 360 388 351");
        sketch.fill(palette.main(), "M 186 192 L 404 192 L 394 380 Q 392 398 372 398 L 218 398 Q 198 398 196 380 Z");
        sketch.shade(-0.13, "M 344 192 L 404 192 L 394 380 Q 392 398 372 398 L 338 398 Z")
                .shade(0.18, "M 204 210 L 226 210 L 232 376 L 212 376 Z");
        sketch.oval(palette.second(), 295, 192, 111, 24)
                .oval(0x6b4127, 295, 194, 98, 18)
                .shadeOval(0.12, 270, 190, 46, 7);
        sketch.fill(Palette.CREAM, "M 238 350 L 286 274 L 306 302 L 322 282 L 360 350 Z")
                .fill(palette.bright(), "M 238 350 L 360 350 L 360 358 L 238 358 Z")
                .oval(palette.bright(), 338, 268, 11, 11);
        for (int i = 0; i < 16; i++) {
            sketch.shadeOval(0.3, 214 + (i * 67 % 170), 226 + (i * 41 % 150), 2, 2);
        }
        steam(sketch, 296, 160);
    }

    private static void bottle(Sketch sketch, Palette palette) {
        sketch.fill(
                palette.main(),
                "M 246 172 Q 228 190 228 220 L 228 376 Q 228 398 250 398 L 350 398 Q 372 398 372 376 L 372 220 Q 372 190 354 172 Z");
        sketch.shade(-0.15, "M 340 172 L 354 172 Q 372 190 372 220 L 372 376 Q 372 398 350 398 L 334 398 Z")
                .shade(0.2, "M 244 214 L 260 206 L 260 380 L 246 380 Z");
        sketch.box(0xd9e0e2, 246, 150, 108, 26, 6)
                .box(palette.second(), 254, 94, 92, 58, 14)
                .shadeBox(0.12, 262, 100, 14, 46, 6);
        sketch.line(palette.bright(), 9, "M 272 94 C 272 60 328 60 328 94");
        sketch.within("M 228 220 L 372 220 L 372 398 L 228 398 Z", () -> {
            sketch.fill(palette.second(), "M 220 360 L 268 290 L 300 326 L 336 272 L 384 360 Z")
                    .fill(Palette.CREAM, "M 336 272 L 320 296 L 332 300 L 340 292 L 352 298 Z");
            sketch.fill(palette.bright(), "M 220 360 L 384 360 L 384 372 L 220 372 Z");
        });
    }

    private static void filter(Sketch sketch, Palette palette) {
        sketch.fill(
                0xbfe3f0, "M 222 84 L 378 84 Q 398 180 372 254 Q 340 274 300 274 Q 260 274 228 254 Q 202 180 222 84 Z");
        sketch.fill(
                0x7fc1dc,
                "M 214 140 Q 260 126 300 140 Q 340 154 386 140 Q 390 200 372 254 Q 340 274 300 274 Q 260 274 228 254 Q 210 200 214 140 Z");
        sketch.box(palette.main(), 214, 72, 172, 22, 6).line(palette.bright(), 6, "M 270 72 Q 300 36 330 72");
        sketch.box(palette.second(), 272, 270, 56, 24, 6)
                .box(palette.main(), 262, 292, 76, 70, 14)
                .shadeBox(-0.14, 314, 292, 24, 70, 12);
        for (int i = 0; i < 4; i++) {
            sketch.line(palette.bright(), 4, "M 270 %f L 330 %f", 306 + i * 14.0, 306 + i * 14.0);
        }
        sketch.box(palette.second(), 286, 360, 28, 14, 4)
                .fill(0x7fc1dc, "M 300 374 Q 288 390 300 398 Q 312 390 300 374 Z");
        sketch.fill(Palette.CREAM, "M 250 200 L 288 160 L 304 182 L 318 168 L 346 200 Z");
        sketch.oval(0x7fc1dc, 300, 402, 60, 7);
    }

    private static void coffee(Sketch sketch, Palette palette) {
        sketch.line(palette.second(), 20, "M 366 158 Q 442 150 428 252");
        sketch.fill(0xb8c3c7, "M 226 256 L 374 256 L 396 384 Q 300 404 204 384 Z")
                .shade(-0.16, "M 326 256 L 374 256 L 396 384 Q 370 390 344 393 Z")
                .shade(0.2, "M 244 256 L 268 256 L 256 392 L 232 389 Z");
        sketch.fill(palette.main(), "M 212 128 L 388 128 L 374 244 L 226 244 Z")
                .shade(-0.14, "M 334 128 L 388 128 L 374 244 L 326 244 Z")
                .shade(0.16, "M 234 128 L 258 128 L 262 244 L 244 244 Z");
        sketch.fill(palette.main(), "M 212 128 L 176 138 L 220 186 Z").box(palette.second(), 222, 240, 156, 20, 5);
        sketch.fill(Palette.TIN, "M 212 128 L 300 88 L 388 128 Z")
                .oval(palette.bright(), 300, 82, 13, 13)
                .oval(palette.bright(), 300, 320, 10, 10);
        steam(sketch, 190, 120);
    }

    private static void lantern(Sketch sketch, Palette palette) {
        sketch.shadeOval(0.28, 300, 262, 190, 172).shadeOval(0.3, 300, 262, 126, 116);
        sketch.line(palette.second(), 8, "M 232 168 C 214 64 386 64 368 168");
        sketch.box(palette.main(), 226, 158, 148, 30, 10)
                .box(palette.main(), 262, 132, 76, 30, 10)
                .box(palette.second(), 282, 116, 36, 20, 6);
        sketch.box(0xfff3c4, 238, 188, 124, 142, 14);
        sketch.fill(0xffc14d, "M 278 322 Q 262 280 300 226 Q 338 280 322 322 Z")
                .fill(0xfff7df, "M 290 322 Q 284 296 300 268 Q 316 296 310 322 Z");
        sketch.line(palette.second(), 6, "M 240 188 L 240 330")
                .line(palette.second(), 6, "M 360 188 L 360 330")
                .line(palette.second(), 4, "M 280 188 L 280 330")
                .line(palette.second(), 4, "M 320 188 L 320 330");
        sketch.box(palette.main(), 216, 328, 168, 40, 12)
                .shadeBox(-0.14, 330, 328, 54, 40, 12)
                .box(palette.second(), 236, 366, 128, 30, 10)
                .oval(palette.bright(), 300, 348, 10, 10);
    }
}
