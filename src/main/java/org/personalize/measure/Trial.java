package org.personalize.measure;

/**
 * What one candidate scored on one held-out stretch of time.
 *
 * @param candidate such as {@code EASE λ=500} or {@code one hour for everybody}
 * @param window which stretch, such as {@code 2026-01-01 to 2026-02-01}
 * @param stratum which people, by how much was known of them: {@code all}, {@code 0}, {@code 1–4}, {@code 5–19}, {@code 20+}
 * @param metric such as {@code NDCG@10 new} or {@code share within 1 h of the best hour}
 * @param isBaseline whether it is one of the simple rules that the others must beat
 */
public record Trial(
        String candidate, String window, String stratum, String metric, Interval score, boolean isBaseline) {}
