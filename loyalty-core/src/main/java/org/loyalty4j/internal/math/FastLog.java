package org.loyalty4j.internal.math;

/**
 * Natural logarithms for the inner loops of likelihoods, good to about an ulp and the same on every machine. A number is 2^e m,
 * with m in [11/16, 11/8) next to one of 128 places whose logarithms are in a table; a short series does the rest. StrictMath's
 * are calls out of Java and take twice the time.
 */
public final class FastLog {
    private static final int BITS = 7;
    private static final int PLACES = 1 << BITS;
    private static final int WIDTH = 52 - BITS; // of the bits of a number within a place

    /** The bits of 11/16. */
    private static final long LEAST = Double.doubleToRawLongBits(0.6875);

    /** ln 2 in two parts, of which the first times any exponent is exact (fdlibm). */
    private static final double LN2_HIGH = 6.93147180369123816490e-01;

    private static final double LN2_LOW = 1.90821492927058770002e-10;

    /** Below this the series alone will do. */
    private static final double SMALL = 1.0 / (2 * PLACES);

    private static final double[] PLACE = new double[PLACES];
    private static final double[] INVERSE = new double[PLACES];
    private static final double[] LOG = new double[PLACES];

    static {
        for (int i = 0; i < PLACES; i++) {
            PLACE[i] = Double.longBitsToDouble(LEAST + ((2L * i + 1) << (WIDTH - 1)));
            INVERSE[i] = 1 / PLACE[i];
            LOG[i] = StrictMath.log(PLACE[i]);
        }
    }

    private FastLog() {}

    /** ln {@code v}; v in [2^-1022, inf), or it is StrictMath's. */
    public static double log(double v) {
        if (!(v >= Double.MIN_NORMAL && v <= Double.MAX_VALUE)) {
            return StrictMath.log(v);
        }
        double off = v - 1;
        return Math.abs(off) < SMALL ? series(off) : of(v, 0);
    }

    /** ln(1 + {@code z}), with full relative accuracy where it is small; z in [0, inf), or it is StrictMath's. */
    public static double log1p(double z) {
        if (z < SMALL && z > -SMALL) {
            return series(z);
        }
        if (!(z > 0 && z <= Double.MAX_VALUE)) {
            return StrictMath.log1p(z);
        }
        double v = 1 + z;
        double lost = z < 1 ? z - (v - 1) : 1 - (v - z);
        return of(v, lost / v);
    }

    /** ln(v (1 + rest)), v not near 1 and the rest of the order of rounding. */
    private static double of(double v, double rest) {
        long above = Double.doubleToRawLongBits(v) - LEAST;
        long exponent = above >> 52;
        int place = (int) (above >>> WIDTH) & (PLACES - 1);
        double m = Double.longBitsToDouble(LEAST + above - (exponent << 52));
        double off = (m - PLACE[place]) * INVERSE[place];
        return exponent * LN2_HIGH + (LOG[place] + (series(off) + (rest + exponent * LN2_LOW)));
    }

    /** ln(1 + z) for |z| up to 1/256. */
    private static double series(double z) {
        double square = z * z;
        double even = 0.5 + square * (0.25 + square * (1.0 / 6));
        double odd = 1.0 / 3 + square * (0.2 + square * (1.0 / 7));
        return z - square * (even - z * odd);
    }
}
