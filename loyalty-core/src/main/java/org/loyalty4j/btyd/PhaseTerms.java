package org.loyalty4j.btyd;

import org.loyalty4j.internal.math.FastLog;

/**
 * ln A_k of {@link PhaseWeights} and its derivatives, for many rows of one x: the coefficients of the powers of the share waited
 * depend on x alone.
 */
final class PhaseTerms {
    private final double[] factor; // of one term to the next
    private final double[] slope; // of the logarithm of a term by r
    private final double[] curve; // the second derivative of a term by r, as a share of it

    /** A_k - 1, without its scale. */
    double passed;

    double logScale;
    double r;
    double alpha;
    double rr;
    double rAlpha;
    double alphaAlpha;

    PhaseTerms(int k, double shape) {
        factor = new double[k];
        slope = new double[k];
        curve = new double[k];
        double squares = 0;
        for (int j = 1; j < k; j++) {
            double next = shape + j - 1;
            factor[j] = next / j;
            slope[j] = slope[j - 1] + 1 / next;
            squares += 1 / (next * next);
            curve[j] = slope[j] * slope[j] - squares;
        }
    }

    /** Moves to a row; {@code inverseEnd} is 1/(alpha + T). */
    void at(double waited, double inverseEnd) {
        double term = 1;
        double one = 1;
        double sum = 0;
        double meanD = 0;
        double meanDd = 0;
        double meanJ = 0;
        double meanJj = 0;
        double meanJd = 0;
        logScale = 0;
        for (int j = 1; j < factor.length; j++) {
            term *= factor[j] * waited;
            if (term > Scaled.LARGE) {
                term /= Scaled.LARGE;
                one /= Scaled.LARGE;
                sum /= Scaled.LARGE;
                meanD /= Scaled.LARGE;
                meanDd /= Scaled.LARGE;
                meanJ /= Scaled.LARGE;
                meanJj /= Scaled.LARGE;
                meanJd /= Scaled.LARGE;
                logScale += Scaled.LOG_LARGE;
            }
            sum += term;
            meanD += term * slope[j];
            meanDd += term * curve[j];
            meanJ += term * j;
            meanJj += term * ((double) j * j + j);
            meanJd += term * j * slope[j];
        }
        passed = sum;
        double norm = 1 / (one + sum);
        meanD *= norm;
        meanJ *= norm;
        r = meanD;
        rr = meanDd * norm - meanD * meanD;
        alpha = -meanJ * inverseEnd;
        alphaAlpha = (meanJj * norm - meanJ * meanJ) * inverseEnd * inverseEnd;
        rAlpha = -(meanJd * norm - meanD * meanJ) * inverseEnd;
    }

    /** ln A_k. */
    double log() {
        return logScale == 0 ? FastLog.log1p(passed) : StrictMath.log(passed) + logScale;
    }
}
