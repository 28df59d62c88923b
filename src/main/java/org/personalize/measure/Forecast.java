package org.personalize.measure;

import java.util.Locale;

/**
 * Chances that were given, and whether they came true.
 *
 * @param what such as {@code a purchase within 30 days}
 * @param window the time that was held out
 */
public record Forecast(String what, String window, Calibration calibration) {

    /** How much was told and came of everybody together, where chance does not explain that they differ; else blank. */
    public String onTheWhole() {
        double told = calibration.told();
        double came = calibration.came();
        if (!calibration.isOffOnTheWhole() || came == 0 || told == 0) {
            return "";
        }
        String off = told > came
                ? String.format(Locale.ROOT, "%.1f times too high", told / came)
                : String.format(Locale.ROOT, "%.1f times too low", came / told);
        return String.format(
                Locale.ROOT,
                " On the whole %.1f\u00a0%% was told and %.1f\u00a0%% came: told %s.",
                100 * told,
                100 * came,
                off);
    }
}
