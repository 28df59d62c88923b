package org.personalize.sample;

/** Packs and bags, seen from the front. */
final class PackPictures {

    private PackPictures() {}

    static void draw(Sketch sketch, int kind, Palette palette) {
        sketch.shadeOval(-0.2, 300, 398, 130, 13);
        switch (kind) {
            case 0 -> day(sketch, palette);
            case 1 -> tall(sketch, palette, 150, 230, false);
            case 2 -> tall(sketch, palette, 168, 268, true);
            case 3 -> expedition(sketch, palette);
            case 4 -> rollTop(sketch, palette);
            case 5 -> carrier(sketch, palette);
            case 6 -> child(sketch, palette);
            case 7 -> duffel(sketch, palette);
            default -> vest(sketch, palette);
        }
    }

    private static void day(Sketch sketch, Palette palette) {
        sketch.line(palette.second(), 12, "M 268 140 Q 300 96 332 140");
        sketch.fill(
                palette.main(),
                "M 208 396 C 190 330 200 200 224 158 Q 246 126 300 126 Q 354 126 376 158 C 400 200 410 330 392 396 Q 300 410 208 396 Z");
        sketch.shade(
                -0.12,
                "M 340 132 Q 366 140 376 158 C 400 200 410 330 392 396 Q 376 400 350 402 C 366 320 362 200 340 132 Z");
        sketch.fill(
                palette.second(),
                "M 226 384 C 220 340 222 312 230 290 Q 300 276 370 290 C 378 312 380 340 374 384 Q 300 396 226 384 Z");
        sketch.shade(0.1, "M 230 290 Q 300 276 370 290 L 372 304 Q 300 290 228 304 Z");
        sketch.line(palette.bright(), 4, "M 236 310 Q 300 298 364 310")
                .line(palette.bright(), 4, "M 218 208 Q 300 186 382 208")
                .line(palette.bright(), 7, "M 372 206 L 376 226");
        sketch.box(palette.bright(), 282, 232, 36, 24, 5);
    }

    private static void tall(Sketch sketch, Palette palette, double wide, double high, boolean hasRoll) {
        double left = 300 - wide / 2;
        double top = 398 - high;
        sketch.box(palette.second(), left - 26, 300, 44, 90, 18)
                .box(palette.second(), left + wide - 18, 300, 44, 90, 18);
        sketch.box(Palette.WATER, left - 20, 258, 24, 74, 9).box(palette.bright(), left - 16, 248, 16, 14, 4);
        sketch.box(palette.main(), left, top, wide, high, 36);
        sketch.shadeBox(-0.12, left + wide * 0.72, top + 20, wide * 0.28, high - 20, 30);
        sketch.box(palette.second(), left + 22, 398 - high * 0.52, wide - 44, high * 0.46, 20);
        sketch.shadeBox(0.08, left + 22, 398 - high * 0.52, wide - 44, 26, 13);
        sketch.box(palette.second(), left - 8, top - 26, wide + 16, 64, 28);
        sketch.shadeBox(0.12, left - 8, top - 26, wide + 16, 22, 11);
        for (double x : new double[] {left + wide * 0.28, left + wide * 0.72}) {
            sketch.line(palette.bright(), 7, "M %f %f L %f %f", x, top - 4, x, top + 92);
            sketch.box(Palette.INK, x - 9, top + 46, 18, 14, 3);
        }
        sketch.line(
                palette.bright(),
                3,
                "M %f %f L %f %f L %f %f L %f %f",
                left + 40,
                300.0,
                left + wide - 40,
                330.0,
                left + 40,
                350.0,
                left + wide - 40,
                376.0);
        sketch.line(palette.second(), 10, "M 278 %f Q 300 %f 322 %f", top - 22, top - 52, top - 22);
        if (hasRoll) {
            roll(sketch, palette, 380, 84);
        }
    }

    private static void roll(Sketch sketch, Palette palette, double y, double half) {
        sketch.box(palette.bright(), 300 - half, y - 14, half * 2, 32, 16);
        sketch.shadeBox(-0.12, 300 - half, y + 4, half * 2, 14, 7);
        sketch.oval(palette.second(), 300 + half - 8, y + 2, 10, 15)
                .oval(palette.bright(), 300 + half - 8, y + 2, 5, 8);
        sketch.line(Palette.INK, 5, "M 262 %f L 262 %f", y - 16, y + 20)
                .line(Palette.INK, 5, "M 336 %f L 336 %f", y - 16, y + 20);
    }

    private static void expedition(Sketch sketch, Palette palette) {
        tall(sketch, palette, 184, 290, true);
        sketch.line(Palette.STEEL, 6, "M 404 150 L 396 372")
                .line(Palette.STEEL, 9, "M 380 156 Q 404 136 432 158")
                .line(palette.bright(), 5, "M 392 250 L 408 250");
        sketch.line(0xd6543c, 8, "M 196 150 C 176 190 226 200 206 240 C 190 262 216 272 214 290");
    }

    private static void rollTop(Sketch sketch, Palette palette) {
        sketch.fill(
                palette.main(),
                "M 216 398 C 204 320 210 220 226 170 L 374 170 C 390 220 396 320 384 398 Q 300 408 216 398 Z");
        sketch.shade(-0.12, "M 338 170 L 374 170 C 390 220 396 320 384 398 L 346 402 C 358 320 352 240 338 170 Z");
        sketch.box(palette.second(), 214, 132, 172, 44, 20);
        sketch.shadeBox(0.14, 214, 132, 172, 16, 8);
        sketch.line(palette.bright(), 6, "M 224 154 Q 196 200 214 250")
                .line(palette.bright(), 6, "M 376 154 Q 404 200 386 250");
        sketch.fill(
                palette.second(),
                "M 224 392 C 220 340 222 300 228 272 Q 300 296 372 272 C 378 300 380 340 376 392 Q 300 402 224 392 Z");
        sketch.line(palette.bright(), 3, "M 250 296 L 350 316 L 250 340 L 350 362")
                .line(palette.bright(), 3, "M 350 296 L 250 316 L 350 340 L 250 362");
        sketch.box(Palette.INK, 288, 146, 24, 16, 4);
    }

    private static void carrier(Sketch sketch, Palette palette) {
        sketch.line(Palette.STEEL, 9, "M 214 398 L 250 130 L 350 130 L 386 398")
                .line(Palette.STEEL, 9, "M 200 398 L 400 398");
        sketch.fill(palette.bright(), "M 206 122 Q 300 66 394 122 L 384 140 Q 300 104 216 140 Z");
        sketch.line(Palette.STEEL, 5, "M 226 136 L 244 190").line(Palette.STEEL, 5, "M 374 136 L 356 190");
        sketch.oval(Palette.SKIN, 300, 186, 38, 40)
                .fill(palette.second(), "M 260 184 Q 262 142 300 142 Q 338 142 340 184 Q 300 164 260 184 Z");
        sketch.oval(Palette.INK, 286, 192, 4, 5)
                .oval(Palette.INK, 314, 192, 4, 5)
                .line(0xb4533c, 3, "M 290 208 Q 300 216 310 208");
        sketch.fill(palette.main(), "M 228 240 Q 300 212 372 240 L 380 340 Q 300 384 220 340 Z");
        sketch.shade(-0.12, "M 344 228 Q 360 232 372 240 L 380 340 Q 362 356 340 364 Q 356 300 344 228 Z");
        sketch.box(palette.second(), 252, 286, 96, 58, 16);
        sketch.line(palette.bright(), 4, "M 252 304 L 348 304")
                .line(palette.bright(), 7, "M 262 232 L 256 286")
                .line(palette.bright(), 7, "M 338 232 L 344 286");
        sketch.fill(palette.second(), "M 226 346 L 214 392 L 238 392 L 246 358 Z")
                .fill(palette.second(), "M 374 346 L 386 392 L 362 392 L 354 358 Z");
    }

    private static void child(Sketch sketch, Palette palette) {
        sketch.oval(palette.second(), 232, 170, 28, 30)
                .oval(palette.second(), 368, 170, 28, 30)
                .oval(palette.bright(), 232, 172, 15, 17)
                .oval(palette.bright(), 368, 172, 15, 17);
        sketch.line(palette.second(), 10, "M 278 152 Q 300 118 322 152");
        sketch.box(palette.main(), 206, 152, 188, 246, 74);
        sketch.shadeBox(-0.1, 346, 170, 48, 210, 24);
        sketch.box(palette.second(), 232, 290, 136, 92, 34);
        sketch.oval(Palette.INK, 270, 222, 7, 9)
                .oval(Palette.INK, 330, 222, 7, 9)
                .oval(palette.bright(), 300, 248, 14, 10)
                .line(Palette.INK, 4, "M 300 256 Q 300 270 284 270")
                .line(Palette.INK, 4, "M 300 256 Q 300 270 316 270");
        sketch.line(palette.bright(), 4, "M 240 314 Q 300 300 360 314").box(palette.bright(), 342, 308, 8, 22, 4);
    }

    private static void duffel(Sketch sketch, Palette palette) {
        sketch.line(palette.second(), 12, "M 230 262 C 234 176 366 176 370 262");
        sketch.box(palette.main(), 120, 226, 360, 170, 74);
        sketch.shadeBox(-0.12, 120, 322, 360, 74, 37);
        sketch.oval(palette.second(), 162, 311, 42, 80).oval(palette.second(), 438, 311, 42, 80);
        sketch.line(palette.bright(), 5, "M 204 252 Q 300 240 396 252");
        sketch.box(palette.second(), 220, 226, 22, 170, 4).box(palette.second(), 358, 226, 22, 170, 4);
        sketch.box(palette.bright(), 274, 300, 52, 34, 8)
                .box(Palette.INK, 222, 290, 18, 16, 3)
                .box(Palette.INK, 360, 290, 18, 16, 3);
        sketch.fill(Palette.WATER, "M 320 196 Q 304 168 320 146 Q 336 168 320 196 Z")
                .fill(Palette.WATER, "M 430 210 Q 418 188 430 172 Q 442 188 430 210 Z")
                .fill(Palette.WATER, "M 180 214 Q 168 192 180 176 Q 192 192 180 214 Z");
    }

    private static void vest(Sketch sketch, Palette palette) {
        sketch.fill(palette.second(), "M 222 120 Q 300 90 378 120 L 392 396 L 208 396 Z");
        sketch.fill(
                palette.main(), "M 210 128 Q 236 106 266 120 C 284 190 286 300 272 396 L 204 396 Q 188 260 210 128 Z");
        sketch.fill(
                palette.main(), "M 390 128 Q 364 106 334 120 C 316 190 314 300 328 396 L 396 396 Q 412 260 390 128 Z");
        sketch.shade(-0.12, "M 390 128 Q 372 112 360 116 C 376 200 378 300 370 396 L 396 396 Q 412 260 390 128 Z");
        sketch.box(Palette.WATER, 216, 196, 46, 96, 18).box(Palette.WATER, 338, 196, 46, 96, 18);
        sketch.box(palette.bright(), 228, 178, 22, 20, 6).box(palette.bright(), 350, 178, 22, 20, 6);
        sketch.box(palette.second(), 210, 304, 58, 74, 14).box(palette.second(), 332, 304, 58, 74, 14);
        sketch.line(palette.bright(), 5, "M 266 222 L 334 222")
                .line(palette.bright(), 5, "M 270 292 L 330 292")
                .box(Palette.INK, 291, 214, 18, 16, 4)
                .box(Palette.INK, 291, 284, 18, 16, 4);
        sketch.line(palette.bright(), 3, "M 218 326 Q 240 318 260 326")
                .line(palette.bright(), 3, "M 340 326 Q 360 318 382 326");
    }
}
