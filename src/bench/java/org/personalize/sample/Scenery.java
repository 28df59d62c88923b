package org.personalize.sample;

import java.util.Locale;

/** What things stand in front of: hills, mountains, trees, stars, or only a calm round light. */
final class Scenery {

    private Scenery() {}

    /** A plain backdrop with a large disc, so that the thing itself is looked at. */
    static void studio(Sketch sketch, Palette palette, Dice dice) {
        sketch.sky(palette.skyTop(), palette.skyBottom());
        double x = dice.between(250, 350);
        sketch.oval(palette.sun(), x, 205, 172, 172);
        ridge(sketch, palette.far(), 338, 34, 5, dice);
        ridge(sketch, palette.middle(), 366, 22, 4, dice);
        sketch.fill(palette.near(), "M 0 392 Q 300 366 600 392 L 600 450 L 0 450 Z");
    }

    /** Open country with a sun. */
    static void country(Sketch sketch, Palette palette, Dice dice) {
        sketch.sky(palette.skyTop(), palette.skyBottom());
        sketch.oval(palette.sun(), dice.between(90, sketch.width() - 90), dice.between(70, 120), 42, 42);
        peaks(sketch, palette.far(), palette.sun(), 250, 130, dice);
        ridge(sketch, palette.middle(), 280, 46, 6, dice);
        ridge(sketch, palette.near(), 318, 30, 5, dice);
        double wide = sketch.width();
        sketch.fill(palette.ground(), "M 0 366 Q %f 330 %f 360 L %f 450 L 0 450 Z", wide / 2, wide, wide);
    }

    /** A soft line of hills. */
    static void ridge(Sketch sketch, int color, double base, double height, int hills, Dice dice) {
        StringBuilder path = new StringBuilder(path("M 0 %f", base));
        double step = sketch.width() / hills;
        for (int i = 0; i < hills; i++) {
            double top = base - height * dice.between(0.5, 1.6);
            path.append(path(
                    " Q %f %f %f %f", step * (i + 0.5), top, step * (i + 1), base - height * dice.between(-0.2, 0.4)));
        }
        sketch.fill(color, path + path(" L %f %f L 0 %f Z", sketch.width(), sketch.height(), sketch.height()));
    }

    /** Sharp mountains with snow on them. */
    static void peaks(Sketch sketch, int color, int snow, double base, double height, Dice dice) {
        double x = -sketch.width() * 0.1;
        while (x < sketch.width()) {
            double wide = dice.between(170, 290);
            double top = base - height * dice.between(0.55, 1.15);
            peak(sketch, color, snow, x, wide, top, sketch.height());
            x += wide * dice.between(0.45, 0.7);
        }
    }

    private static void peak(Sketch sketch, int color, int snow, double x, double wide, double top, double bottom) {
        double middle = x + wide * 0.52;
        double left = middle - (bottom - top) * 0.8;
        double right = middle + (bottom - top) * 0.85;
        sketch.fill(color, "M %f %f L %f %f L %f %f Z", left, bottom, middle, top, right, bottom);
        sketch.shade(-0.07, "M %f %f L %f %f L %f %f Z", middle, top, right, bottom, middle + 14, bottom);
        sketch.fill(
                snow,
                "M %f %f L %f %f L %f %f L %f %f L %f %f Z",
                middle,
                top,
                middle - 25,
                top + 32,
                middle - 7,
                top + 25,
                middle + 9,
                top + 37,
                middle + 25,
                top + 29);
    }

    static void pine(Sketch sketch, int color, double x, double foot, double size) {
        sketch.box(color, x - size * 0.045, foot - size * 0.2, size * 0.09, size * 0.22, 1);
        sketch.shadeBox(-0.3, x - size * 0.045, foot - size * 0.2, size * 0.09, size * 0.22, 1);
        for (int i = 0; i < 3; i++) {
            double top = foot - size + i * size * 0.22;
            double half = size * (0.2 + 0.09 * i);
            double low = top + size * 0.42;
            sketch.fill(color, "M %f %f L %f %f L %f %f Z", x, top, x - half, low, x + half, low);
            sketch.shade(-0.1, "M %f %f L %f %f L %f %f Z", x, top, x, low, x + half, low);
        }
    }

    static void pines(Sketch sketch, int color, double foot, double size, int count, Dice dice) {
        for (int i = 0; i < count; i++) {
            boolean isLeft = i % 2 == 0;
            double x =
                    isLeft ? dice.between(0, sketch.width() * 0.2) : dice.between(sketch.width() * 0.8, sketch.width());
            pine(sketch, color, x, foot + dice.between(-8, 14), size * dice.between(0.7, 1.25));
        }
    }

    static void stars(Sketch sketch, int color, double low, int count, Dice dice) {
        for (int i = 0; i < count; i++) {
            double radius = dice.between(0.8, 2.2);
            sketch.oval(color, dice.between(0, sketch.width()), dice.between(0, low), radius, radius);
        }
    }

    static void cloud(Sketch sketch, int color, double x, double y, double size) {
        sketch.oval(color, x, y, size, size * 0.42);
        sketch.oval(color, x - size * 0.3, y - size * 0.25, size * 0.45, size * 0.42);
        sketch.oval(color, x + size * 0.28, y - size * 0.32, size * 0.52, size * 0.5);
    }

    static void flowers(Sketch sketch, int color, double top, double bottom, int count, Dice dice) {
        for (int i = 0; i < count; i++) {
            double x = dice.between(0, sketch.width());
            double y = dice.between(top, bottom);
            double size = 2 + 3 * (y - top) / (bottom - top);
            sketch.line(0x4d7a3f, 1.4, "M %f %f L %f %f", x, y, x, y + size * 3);
            sketch.oval(i % 3 == 0 ? Palette.CREAM : color, x, y, size, size);
            sketch.oval(0xffd166, x, y, size * 0.4, size * 0.4);
        }
    }

    static void fire(Sketch sketch, double x, double foot, double size) {
        sketch.placed(x, foot, size, 0, () -> {
            sketch.line(Palette.WOOD, 9, "M -34 4 L 34 -6").line(Palette.BARK, 9, "M -34 -6 L 34 4");
            sketch.fill(
                    0xf0592a,
                    "M -24 -6 C -40 -40 -8 -46 -10 -84 C 10 -70 14 -56 12 -46 C 18 -52 20 -58 19 -64 C 36 -40 36 -18 22 -6 Z");
            sketch.fill(0xffc14d, "M -12 -6 C -22 -26 -2 -32 -3 -54 C 16 -36 18 -18 10 -6 Z");
        });
    }

    static String path(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
