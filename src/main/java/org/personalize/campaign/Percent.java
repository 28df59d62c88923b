package org.personalize.campaign;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share as messages write it: {@code 97.5%}. */
final class Percent {

    private static final int DECIMALS = 2;

    private Percent() {}

    static String of(double share) {
        BigDecimal percent = BigDecimal.valueOf(share * 100).setScale(DECIMALS, RoundingMode.HALF_UP);
        return percent.stripTrailingZeros().toPlainString() + "%";
    }
}
