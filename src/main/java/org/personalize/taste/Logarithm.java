package org.personalize.taste;

/**
 * The natural logarithm from a table, straight between its entries: as quick as a few multiplications, never falling where
 * the argument rises, right to five digits and the same on every machine.
 */
final class Logarithm {

    private static final int BITS = 9;
    private static final int ENTRIES = 1 << BITS;
    private static final int MANTISSA_BITS = 52;
    private static final double LN_2 = StrictMath.log(2);
    private static final double[] TABLE = new double[ENTRIES + 1];

    static {
        for (int i = 0; i <= ENTRIES; i++) {
            TABLE[i] = StrictMath.log(1 + (double) i / ENTRIES);
        }
    }

    private Logarithm() {}

    /** Of a number above zero that is neither tiny beyond normal nor infinite. */
    static double of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> MANTISSA_BITS) - 1023;
        int entry = (int) (bits >>> MANTISSA_BITS - BITS) & ENTRIES - 1;
        long rest = bits & (1L << MANTISSA_BITS - BITS) - 1;
        double part = rest / (double) (1L << MANTISSA_BITS - BITS);
        return exponent * LN_2 + TABLE[entry] + part * (TABLE[entry + 1] - TABLE[entry]);
    }

    /** How much larger than nothing a number is, when this much is as good as nothing; 0 for 0. */
    static double above(double x, double nothing) {
        return x == 0 ? 0 : of((x + nothing) / nothing);
    }
}
