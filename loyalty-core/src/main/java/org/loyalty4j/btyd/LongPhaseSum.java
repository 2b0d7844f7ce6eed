package org.loyalty4j.btyd;

import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.internal.math.NegativeBinomial;
import org.loyalty4j.internal.math.PeakIntegral;

/**
 * Sums over very many purchases to come of a living customer who is {@code toGo} of {@code k} phases away from the next: the
 * first of them term by term, the others as an integral with the end corrections of Gregory.
 */
record LongPhaseSum(int k, int toGo, double shape, double a, double b) {
    /** The terms that are added one by one. */
    private static final int FIRST_TERMS = 128;

    /** Gregory's coefficients of the forward differences: Abramowitz and Stegun (1964), 25.4.11. */
    private static final double[] GREGORY = {
        1.0 / 2, -1.0 / 12, 1.0 / 24, -19.0 / 720, 3.0 / 160, -863.0 / 60480, 275.0 / 24192
    };

    private enum Sum {
        /** Over the purchases c + 1: that it is made. */
        EXPECTED,
        /** Over the purchases c: that exactly these many are due, and the coins after them all survived. */
        ALIVE,
        /** Over the purchases c + 1: that it is due with the next phase. */
        RATE
    }

    /** E[Y]. */
    double expected(double z) {
        return sum(Sum.EXPECTED, shape, z);
    }

    /** P(alive). */
    double alive(double z) {
        return sum(Sum.ALIVE, shape, z);
    }

    /** The rate of purchases, in units of (alpha + T). */
    double rate(double z) {
        return shape * sum(Sum.RATE, shape + 1, z);
    }

    private double phasesTo(double purchase) {
        return toGo + (purchase - 1) * k;
    }

    /** The probability that n purchases are due, n at least 1. */
    private double exactly(NegativeBinomial phases, double n) {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += phases.probability(phasesTo(n) + j);
        }
        return sum;
    }

    private double sum(Sum what, double shape, double z) {
        NegativeBinomial phases = new NegativeBinomial(shape, z);
        double sum = what == Sum.ALIVE ? phases.below(toGo) : 0;
        int from = what == Sum.ALIVE ? 1 : 0;
        for (int c = from; c < FIRST_TERMS; c++) {
            sum += StrictMath.exp(logTerm(what, phases, c));
        }
        double[] differences = new double[GREGORY.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = StrictMath.exp(logTerm(what, phases, FIRST_TERMS + i));
        }
        for (int order = 0; order < GREGORY.length; order++) {
            sum += GREGORY[order] * differences[0];
            for (int i = 0; i + 1 < GREGORY.length - order; i++) {
                differences[i] = differences[i + 1] - differences[i];
            }
        }
        double low = StrictMath.log(FIRST_TERMS);
        if (what != Sum.EXPECTED) {
            return sum + integral(what, phases, low, Double.POSITIVE_INFINITY, 1, StrictMath.log(shape * z / k));
        }
        // Where the probability of a purchase falls from 1 to 0 it bends as sharply as the gamma of the rate is narrow.
        double certain = (shape * z - 12 * Math.sqrt(shape * z * (1 + z))) / k;
        double bend = StrictMath.log(Math.max(FIRST_TERMS, certain));
        return sum
                + integral(what, phases, low, bend, 2, bend)
                + integral(what, phases, bend, Double.POSITIVE_INFINITY, Math.max(2, Math.sqrt(shape)), bend);
    }

    /** The integral of the terms over ln c, its variable stretched so that it bends no sharper than the rule can follow. */
    private double integral(Sum what, NegativeBinomial phases, double low, double high, double stretch, double guess) {
        if (low == high) {
            return 0;
        }
        PeakIntegral.LogIntegrand integrand = v -> logTerm(what, phases, StrictMath.exp(v / stretch)) + v / stretch;
        double from = stretch * low;
        double to = stretch * high;
        double near = PeakIntegral.climb(integrand, from, to, Math.max(from, stretch * guess), 0.5);
        return StrictMath.exp(PeakIntegral.logOf(integrand, from, to, near)) / stretch;
    }

    private double logTerm(Sum what, NegativeBinomial phases, double c) {
        double logSurvived = Gammas.logBetaRatio(a, b, c);
        return logSurvived
                + switch (what) {
                    case EXPECTED -> StrictMath.log(phases.atLeast(phasesTo(c + 1)));
                    case ALIVE -> StrictMath.log(exactly(phases, c));
                    case RATE -> phases.logProbability(phasesTo(c + 1) - 1);
                };
    }
}
