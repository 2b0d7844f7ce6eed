package org.loyalty4j.internal.math;

import java.util.Arrays;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * Logarithms of gamma and beta functions, above all of their ratios, which are computed as such: the difference of two
 * logarithms of gamma functions has no digit right where the arguments are large and close.
 */
public final class Gammas {
    /** From here on the asymptotic series below are good to the last bit. */
    static final double LARGE = 16;

    /** Up to this many factors a product is multiplied out. */
    private static final int FEW = 24;

    /** ln(2 pi) / 2. */
    static final double HALF_LOG_2_PI = 0.9189385332046727418;

    // The asymptotic series in the Bernoulli numbers: Abramowitz and Stegun (1964), 6.1.41, 6.3.18 and 6.4.12.
    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
    };
    private static final double[] STIRLING_REST = Arrays.copyOfRange(STIRLING, 1, STIRLING.length);
    private static final double[] DIGAMMA = {
        -1.0 / 12, 1.0 / 120, -1.0 / 252, 1.0 / 240, -1.0 / 132, 691.0 / 32760, -1.0 / 12
    };
    private static final double[] TRIGAMMA = {1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6
    };

    private Gammas() {}

    /** ln Gamma({@code z}), z above 0. */
    public static double logGamma(double z) {
        return z < LARGE ? Gamma.logGamma(z) : (z - 0.5) * StrictMath.log(z) - z + HALF_LOG_2_PI + stirlingError(z);
    }

    /** ln Gamma({@code z}) less Stirling's (z - 1/2) ln z - z + ln(2 pi) / 2; z above 0. */
    public static double stirlingError(double z) {
        return z < LARGE
                ? Gamma.logGamma(z) - ((z - 0.5) * StrictMath.log(z) - z + HALF_LOG_2_PI)
                : series(STIRLING, 1 / (z * z)) / z;
    }

    /** ln B({@code a}, {@code b}), both above 0. */
    public static double logBeta(double a, double b) {
        return Beta.logBeta(a, b);
    }

    /** ln Gamma({@code z + h}) - ln Gamma({@code z}), z above 0, h not below. */
    public static double logRising(double z, double h) {
        if (h <= FEW && h == StrictMath.rint(h)) {
            double sum = 0;
            double product = 1;
            for (int i = 0; i < h; i++) {
                product *= z + i;
                if (!(product > 1e-100 && product < 1e100)) {
                    sum += StrictMath.log(product);
                    product = 1;
                }
            }
            return sum + StrictMath.log(product);
        }
        double sum = 0;
        double low = z;
        for (; low < LARGE; low++) {
            sum -= StrictMath.log1p(h / low);
        }
        return sum
                + (low - 0.5) * StrictMath.log1p(h / low)
                + h * (StrictMath.log(low + h) - 1)
                + (stirlingError(low + h) - stirlingError(low));
    }

    /**
     * ln B({@code a}, {@code b + n}) - ln B({@code a}, {@code b}), which is the logarithm of the probability that n coins, each
     * of the same probability drawn from a beta distribution, all survive. All above 0, n not below 0 and a whole number up to 24. The
     * absolute error is of the order of 1e-16 (1 + n).
     */
    public static double logBetaRatio(double a, double b, double n) {
        double sum = 0;
        double i = 0;
        for (; i < n && (n <= FEW || b + i < LARGE); i++) {
            sum -= StrictMath.log1p(a / (b + i));
        }
        double rest = n - i;
        if (rest == 0) {
            return sum;
        }
        double low = b + i;
        double high = low + a;
        return sum
                - rest * StrictMath.log1p(a / (low + rest))
                - ((high - 0.5) * StrictMath.log1p(rest / high) - (low - 0.5) * StrictMath.log1p(rest / low))
                - (stirlingError(high + rest) - stirlingError(high) - stirlingError(low + rest) + stirlingError(low));
    }

    /**
     * ln B({@code a}, {@code b}) - ln B({@code a}, {@code b + n}) for any n not below 0, whole or not, a and b above 0: what {@link
     * #logBetaRatio} is the negative of, with a relative error of the order of 1e-15 however small it is.
     */
    public static double logBetaFall(double a, double b, double n) {
        double sum = 0;
        double low = b;
        for (; low < LARGE; low++) {
            sum += logCrossRatio(a, low, n);
        }
        // The second difference of Stirling's series, each of its terms written as one.
        double first = a / (low + a) * (n / (low + n)) * ((2 * low + a + n) / (low + a + n)) / low / 12;
        double rest = stirlingRest(low + a + n) - stirlingRest(low + a) - (stirlingRest(low + n) - stirlingRest(low));
        return sum
                + a * StrictMath.log1p(n / (low + a))
                + n * StrictMath.log1p(a / (low + n))
                - (low - 0.5) * logCrossRatio(a, low, n)
                + (first + rest);
    }

    /** ln ((b + a)(b + n) / (b (b + a + n))). */
    private static double logCrossRatio(double a, double b, double n) {
        double excess = a / b * (n / (b + a + n));
        return Double.isInfinite(excess)
                ? StrictMath.log(a) - StrictMath.log(b) + StrictMath.log(n / (b + a + n))
                : StrictMath.log1p(excess);
    }

    /** {@link #stirlingError} less its first term 1/(12 z); z large. */
    private static double stirlingRest(double z) {
        double u = 1 / (z * z);
        return u / z * series(STIRLING_REST, u);
    }

    /** The digamma function, d ln Gamma(z) / dz; z above 0. */
    public static double digamma(double z) {
        double sum = 0;
        double x = z;
        for (; x < LARGE; x++) {
            sum -= 1 / x;
        }
        return sum + StrictMath.log(x) + digammaTail(x);
    }

    /** The trigamma function, the derivative of {@link #digamma}; z above 0. */
    public static double trigamma(double z) {
        double sum = 0;
        double x = z;
        for (; x < LARGE; x++) {
            sum += 1 / (x * x);
        }
        return sum + 1 / x + trigammaTail(x);
    }

    /** digamma({@code z + h}) - digamma({@code z}): for whole h the sum of 1/(z+i), i from 0 to h-1. */
    public static double digammaRise(double z, double h) {
        double sum = 0;
        if (h <= FEW && h == StrictMath.rint(h)) {
            for (int i = 0; i < h; i++) {
                sum += 1 / (z + i);
            }
            return sum;
        }
        double x = z;
        for (; x < LARGE; x++) {
            sum += h / (x * (x + h));
        }
        return sum + StrictMath.log1p(h / x) + (digammaTail(x + h) - digammaTail(x));
    }

    /** trigamma({@code z}) - trigamma({@code z + h}): for whole h the sum of 1/(z+i)^2, i from 0 to h-1. */
    public static double trigammaFall(double z, double h) {
        double sum = 0;
        if (h <= FEW && h == StrictMath.rint(h)) {
            for (int i = 0; i < h; i++) {
                sum += 1 / ((z + i) * (z + i));
            }
            return sum;
        }
        double x = z;
        for (; x < LARGE; x++) {
            sum += h * (2 * x + h) / (x * x * (x + h) * (x + h));
        }
        return sum + h / (x * (x + h)) + (trigammaTail(x) - trigammaTail(x + h));
    }

    private static double digammaTail(double z) {
        double u = 1 / (z * z);
        return -0.5 / z + u * series(DIGAMMA, u);
    }

    private static double trigammaTail(double z) {
        double u = 1 / (z * z);
        return u / 2 + u / z * series(TRIGAMMA, u);
    }

    private static double series(double[] coefficients, double u) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * u + coefficients[i];
        }
        return sum;
    }
}
