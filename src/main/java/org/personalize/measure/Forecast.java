package org.personalize.measure;

/**
 * Chances that were given, and whether they came true.
 *
 * @param what such as {@code a purchase within 30 days}
 * @param window the time that was held out
 */
public record Forecast(String what, String window, Calibration calibration) {}
