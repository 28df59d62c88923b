package org.personalize.sample;

/** Tents, standing in the open. */
final class TentPictures {

    private TentPictures() {}

    static void draw(Sketch sketch, int kind, Palette palette, Dice dice) {
        boolean isWinter = kind == 4;
        Palette light = isWinter ? Palette.ICE.wearing(palette) : palette;
        Scenery.country(sketch, light, dice);
        Scenery.pines(sketch, light.tree(), 378, 100, 6, dice);
        sketch.shadeOval(-0.18, 300, 388, 220, 16);
        switch (kind) {
            case 0 -> dome(sketch, palette);
            case 1 -> solo(sketch, palette);
            case 2 -> family(sketch, palette);
            case 3 -> tunnel(sketch, palette);
            case 4 -> winterDome(sketch, palette);
            case 5 -> tarp(sketch, palette);
            case 6 -> popUp(sketch, palette);
            case 7 -> bikepacking(sketch, palette);
            default -> bell(sketch, palette);
        }
        if (!isWinter) {
            Scenery.flowers(sketch, light.bright(), 402, 440, 16, dice);
        }
    }

    private static void guys(Sketch sketch, Palette palette) {
        ropes(sketch, "M 170 300 L 96 390", "M 430 300 L 504 390");
        sketch.line(palette.bright(), 3, "M 96 384 L 93 396").line(palette.bright(), 3, "M 504 384 L 507 396");
    }

    private static void ropes(Sketch sketch, String... paths) {
        for (String path : paths) {
            sketch.line(Palette.CREAM, 1.5, path);
        }
    }

    private static void dome(Sketch sketch, Palette palette) {
        guys(sketch, palette);
        sketch.fill(palette.main(), "M 128 388 C 160 262 230 192 300 190 C 372 192 440 262 472 388 Z");
        sketch.shade(-0.14, "M 300 190 C 372 192 440 262 472 388 L 356 388 C 350 300 330 236 300 190 Z");
        sketch.shade(0.14, "M 128 388 C 160 262 230 192 300 190 C 250 236 206 300 190 388 Z");
        sketch.fill(palette.second(), "M 236 388 C 246 306 270 240 300 190 C 324 240 344 306 352 388 Z");
        sketch.fill(Palette.LAMPLIGHT, "M 262 388 C 268 330 284 282 300 256 C 318 290 330 340 334 388 Z");
        sketch.shade(-0.25, "M 300 256 C 318 290 330 340 334 388 L 306 388 C 310 340 308 300 300 256 Z");
        sketch.line(palette.bright(), 3, "M 236 388 C 246 306 270 240 300 190 C 324 240 344 306 352 388");
        sketch.line(palette.bright(), 3, "M 300 190 C 384 214 438 290 456 388");
        sketch.line(palette.bright(), 3, "M 300 190 C 216 214 162 290 144 388");
    }

    private static void solo(Sketch sketch, Palette palette) {
        sketch.fill(palette.main(), "M 110 388 L 236 238 L 470 300 L 510 388 Z");
        sketch.shade(-0.16, "M 236 238 L 470 300 L 510 388 L 300 388 Z");
        sketch.fill(palette.second(), "M 150 388 L 236 238 L 268 388 Z");
        sketch.fill(Palette.LAMPLIGHT, "M 190 388 L 236 290 L 252 388 Z");
        sketch.line(palette.bright(), 3, "M 110 388 L 236 238 L 470 300 L 510 388")
                .line(palette.bright(), 3, "M 236 238 L 300 388");
        ropes(sketch, "M 236 238 L 70 392", "M 470 300 L 556 392");
    }

    private static void family(Sketch sketch, Palette palette) {
        guys(sketch, palette);
        sketch.fill(
                palette.second(),
                "M 92 388 L 92 300 C 100 232 150 206 200 204 L 420 204 C 470 208 504 240 510 300 L 510 388 Z");
        sketch.fill(
                palette.main(),
                "M 76 306 C 92 216 150 180 214 178 L 406 178 C 466 182 512 220 526 306 C 460 292 400 296 346 306 L 250 306 C 190 296 130 294 76 306 Z");
        sketch.shade(
                0.15,
                "M 76 306 C 92 216 150 180 214 178 L 250 178 C 190 200 160 240 150 297 C 124 298 100 300 76 306 Z");
        sketch.shade(
                -0.14, "M 406 178 C 466 182 512 220 526 306 C 500 300 480 298 452 297 C 448 240 430 200 406 178 Z");
        sketch.fill(Palette.LAMPLIGHT, "M 252 388 L 252 300 Q 298 250 344 300 L 344 388 Z");
        sketch.fill(palette.main(), "M 252 388 L 252 300 Q 262 284 274 278 C 284 320 276 360 262 388 Z");
        sketch.fill(palette.main(), "M 344 388 L 344 300 Q 334 284 322 278 C 312 320 320 360 334 388 Z");
        sketch.box(0xd8ecf2, 134, 316, 74, 40, 6).box(0xd8ecf2, 392, 316, 74, 40, 6);
        sketch.line(palette.bright(), 3, "M 171 316 L 171 356").line(palette.bright(), 3, "M 429 316 L 429 356");
        sketch.line(palette.bright(), 3.5, "M 76 306 C 130 294 190 296 250 306")
                .line(palette.bright(), 3.5, "M 346 306 C 400 296 460 292 526 306");
    }

    private static void tunnel(Sketch sketch, Palette palette) {
        sketch.fill(palette.main(), "M 104 388 C 112 280 176 240 232 236 L 420 252 C 480 262 514 318 520 388 Z");
        sketch.shade(-0.1, "M 318 243 L 420 252 C 480 262 514 318 520 388 L 400 388 C 398 318 372 266 318 243 Z");
        sketch.shade(-0.1, "M 420 252 C 480 262 514 318 520 388 L 492 388 C 488 320 462 272 420 252 Z");
        sketch.fill(palette.second(), "M 104 388 C 112 280 176 240 232 236 C 290 250 318 316 318 388 Z");
        sketch.fill(Palette.LAMPLIGHT, "M 150 388 C 156 310 190 276 226 272 C 262 284 278 330 280 388 Z");
        sketch.fill(palette.main(), "M 150 388 C 156 310 190 276 226 272 C 214 310 196 350 178 388 Z");
        sketch.line(palette.bright(), 3.5, "M 232 236 C 290 250 318 316 318 388")
                .line(palette.bright(), 3.5, "M 318 243 C 372 266 398 318 400 388");
        sketch.line(palette.bright(), 3.5, "M 104 388 C 112 280 176 240 232 236")
                .line(palette.bright(), 3.5, "M 420 252 C 462 272 488 320 492 388");
        ropes(sketch, "M 232 236 L 66 394", "M 420 252 L 558 394");
    }

    private static void winterDome(Sketch sketch, Palette palette) {
        sketch.fill(palette.main(), "M 116 388 C 128 256 206 178 300 176 C 394 178 472 256 484 388 Z");
        sketch.shade(-0.14, "M 300 176 C 394 178 472 256 484 388 L 372 388 C 372 300 350 226 300 176 Z");
        sketch.fill(palette.second(), "M 228 388 C 232 300 256 226 300 176 C 346 226 370 300 372 388 Z");
        sketch.oval(Palette.LAMPLIGHT, 300, 330, 40, 46);
        sketch.shadeOval(-0.3, 308, 336, 28, 36);
        sketch.line(palette.bright(), 4, "M 116 388 C 190 300 250 220 300 176 C 350 220 410 300 484 388");
        sketch.line(palette.bright(), 4, "M 136 318 C 230 262 370 262 464 318")
                .line(palette.bright(), 4, "M 228 388 C 232 300 256 226 300 176 C 346 226 370 300 372 388");
        sketch.fill(Palette.SNOW, "M 84 398 Q 110 352 172 372 Q 240 388 300 380 Q 372 390 440 370 Q 496 354 520 398 Z");
        sketch.fill(
                Palette.SNOW,
                "M 236 214 Q 262 178 300 176 Q 338 178 364 214 Q 340 204 322 212 Q 300 200 280 212 Q 258 204 236 214 Z");
    }

    private static void tarp(Sketch sketch, Palette palette) {
        sketch.line(Palette.WOOD, 6, "M 178 392 L 190 236").line(Palette.WOOD, 6, "M 424 392 L 412 224");
        sketch.box(palette.bright(), 236, 368, 130, 16, 8).box(palette.second(), 214, 354, 40, 30, 12);
        sketch.fill(palette.second(), "M 96 316 L 190 236 L 412 224 L 506 302 L 404 270 L 300 280 L 196 282 Z");
        sketch.fill(
                palette.main(),
                "M 96 316 Q 150 262 190 236 Q 300 252 412 224 Q 470 258 506 302 Q 420 262 404 262 Q 300 282 198 276 Q 150 280 96 316 Z");
        sketch.shade(0.16, "M 190 236 Q 300 252 412 224 L 404 240 Q 300 268 200 252 Z");
        ropes(sketch, "M 96 316 L 54 394", "M 506 302 L 552 394", "M 190 236 L 118 394", "M 412 224 L 486 394");
    }

    private static void popUp(Sketch sketch, Palette palette) {
        sketch.fill(palette.main(), "M 120 388 C 92 300 190 214 310 226 C 430 232 510 310 484 388 Z");
        sketch.shade(0.15, "M 120 388 C 92 300 190 214 310 226 C 220 240 160 310 176 388 Z");
        sketch.shade(-0.13, "M 310 226 C 430 232 510 310 484 388 L 420 388 C 430 310 390 250 310 226 Z");
        sketch.fill(palette.second(), "M 206 388 C 200 310 246 268 306 268 C 366 270 402 318 398 388 Z");
        sketch.fill(Palette.LAMPLIGHT, "M 232 388 C 230 326 262 294 304 294 C 348 296 374 332 372 388 Z");
        sketch.line(palette.bright(), 4, "M 206 388 C 200 310 246 268 306 268 C 366 270 402 318 398 388");
        sketch.fill(palette.bright(), "M 300 226 L 300 200 L 330 208 L 303 218 Z");
    }

    private static void bikepacking(Sketch sketch, Palette palette) {
        sketch.placed(-96, 62, 0.84, 0, () -> dome(sketch, palette));
        sketch.ring(Palette.INK, 5, 392, 352, 36, 36).ring(Palette.INK, 5, 500, 352, 36, 36);
        sketch.ring(0xd7dde0, 1.5, 392, 352, 31, 31).ring(0xd7dde0, 1.5, 500, 352, 31, 31);
        sketch.line(palette.bright(), 6, "M 392 352 L 418 294 L 478 294 L 440 352 Z")
                .line(palette.bright(), 6, "M 418 294 L 440 352")
                .line(palette.bright(), 5, "M 500 352 L 476 282");
        sketch.line(Palette.INK, 5, "M 412 278 L 418 294")
                .line(Palette.INK, 6, "M 398 278 L 426 278")
                .line(Palette.INK, 5, "M 470 282 Q 494 272 496 290");
        sketch.box(palette.main(), 426, 296, 42, 22, 5).box(palette.second(), 374, 282, 34, 18, 8);
        sketch.oval(Palette.INK, 440, 352, 8, 8);
    }

    private static void bell(Sketch sketch, Palette palette) {
        sketch.fill(0xf4ead2, "M 108 388 L 122 322 C 200 262 270 200 300 158 C 330 200 400 262 478 322 L 492 388 Z");
        sketch.shade(-0.1, "M 300 158 C 330 200 400 262 478 322 L 492 388 L 372 388 Z");
        sketch.shade(-0.08, "M 122 322 Q 300 340 478 322 L 492 388 L 108 388 Z");
        sketch.fill(palette.second(), "M 262 388 L 294 206 L 306 206 L 340 388 Z");
        sketch.fill(0xffd98a, "M 276 388 L 298 240 L 302 240 L 326 388 Z");
        sketch.fill(palette.main(), "M 122 322 Q 300 340 478 322 L 480 334 Q 300 352 120 334 Z");
        for (int i = 0; i < 7; i++) {
            double x = 150 + i * 50;
            sketch.fill(
                    i % 2 == 0 ? palette.bright() : palette.main(), "M %f 338 L %f 338 L %f 358 Z", x - 12, x + 12, x);
        }
        ropes(sketch, "M 160 296 L 62 394", "M 440 296 L 538 394");
        sketch.fill(palette.bright(), "M 300 158 L 300 130 L 330 139 L 302 148 Z");
    }
}
