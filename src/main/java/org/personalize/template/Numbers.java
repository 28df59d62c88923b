package org.personalize.template;

import freemarker.core.ArithmeticEngine;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Decimal arithmetic that stays small: no number grows to a million digits by being multiplied with itself. */
final class Numbers extends ArithmeticEngine.BigDecimalEngine {

    /** More digits than any price, count or rate has, before or after the point. */
    static final int DIGITS = 200;

    @Override
    public Number add(Number first, Number second) {
        return bounded(super.add(bounded(first), bounded(second)));
    }

    @Override
    public Number subtract(Number first, Number second) {
        return bounded(super.subtract(bounded(first), bounded(second)));
    }

    @Override
    public Number multiply(Number first, Number second) {
        return bounded(super.multiply(bounded(first), bounded(second)));
    }

    @Override
    public Number divide(Number first, Number second) {
        return bounded(super.divide(bounded(first), bounded(second)));
    }

    @Override
    public Number modulus(Number first, Number second) {
        return bounded(super.modulus(bounded(first), bounded(second)));
    }

    @Override
    public Number toNumber(String text) {
        if (text.length() > 2 * DIGITS) {
            throw new NumberFormatException("too long for a number");
        }
        return bounded(super.toNumber(text));
    }

    /** The number itself, unless writing it out would take more digits than a number may have. */
    static Number bounded(Number number) {
        boolean isSmall = true;
        if (number instanceof BigDecimal decimal) {
            isSmall = decimal.precision() <= 2 * DIGITS && Math.abs((long) decimal.scale()) <= DIGITS;
        } else if (number instanceof BigInteger integer) {
            isSmall = integer.bitLength() <= 4 * DIGITS;
        }
        if (!isSmall) {
            throw new LimitReached("a number has more than " + DIGITS + " digits");
        }
        return number;
    }
}
