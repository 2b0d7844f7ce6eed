package org.loyalty4j.btyd;

/**
 * How many of the k phases to the next purchase have passed, given that none has been made since the last: j of them, 0 to k -
 * 1, with a weight proportional to {@code (shape)_j / j! waited^j}, where the shape is that of the gamma distribution of the
 * rate as of the last purchase and {@code waited} the share of (alpha + T) that has passed since. The weights sum to A_k.
 */
final class PhaseWeights {
    private PhaseWeights() {}

    /** ln A_k, with full relative accuracy where it is small. */
    static double logSum(int k, double shape, double waited) {
        double term = 1;
        double passed = 0; // the sum without its first term, 1
        double logScale = 0;
        for (int j = 1; j < k; j++) {
            term *= (shape + j - 1) / j * waited;
            passed += term;
            if (passed > Scaled.LARGE) {
                term /= Scaled.LARGE;
                passed /= Scaled.LARGE;
                logScale += Scaled.LOG_LARGE;
            }
        }
        return logScale == 0 ? StrictMath.log1p(passed) : StrictMath.log(passed) + logScale;
    }

    /** The probabilities of 0 to k - 1 phases. */
    static double[] of(int k, double shape, double waited) {
        double[] logs = new double[k];
        double highest = 0;
        for (int j = 1; j < k; j++) {
            logs[j] = logs[j - 1] + StrictMath.log((shape + j - 1) / j) + StrictMath.log(waited);
            highest = Math.max(highest, logs[j]);
        }
        double[] weights = new double[k];
        double sum = 0;
        for (int j = 0; j < k; j++) {
            weights[j] = StrictMath.exp(logs[j] - highest);
            sum += weights[j];
        }
        for (int j = 0; j < k; j++) {
            weights[j] /= sum;
        }
        return weights;
    }
}
