package org.loyalty4j.btyd;

import org.loyalty4j.internal.math.Gammas;

/** What the Gamma-Gamma model says of the mean m of x amounts. */
record GammaGammaKernel(double p, double q, double gamma) {

    /** ln f(m | x). */
    double logLikelihood(int x, double m) {
        double a = p * x;
        double ratio = m * x / gamma;
        double few = Math.min(a, q);
        // -ln B(a, q), as one logarithm of a gamma function of the smaller and a ratio of two of the larger
        double logConstant = Gammas.logRising(Math.max(a, q), few) - Gammas.logGamma(few);
        return logConstant - q * StrictMath.log1p(ratio) - a * StrictMath.log1p(1 / ratio) - StrictMath.log(m);
    }

    /** The shape of the posterior gamma distribution of a customer's spend scale nu; the mean spend is p / nu. */
    double shape(int x) {
        return p * x + q;
    }

    /** The rate of that distribution. */
    double rate(int x, double m) {
        return gamma + m * x;
    }
}
